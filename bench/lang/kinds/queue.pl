# push and shift: breadth-first search on a grid.
use strict;
use warnings;
my ($w, $h, $total) = (300, 300, 0);
for my $round (1 .. 2) {
    my @wall = map { [map { ($_ * 7 + $round) % 11 == 3 ? 1 : 0 } 1 .. $w] } 1 .. $h;
    my %dist = ('0,0' => 0);
    my @queue = ([0, 0]);
    while (my $at = shift @queue) {
        my ($x, $y) = @$at;
        my $d = $dist{"$x,$y"};
        $total = $d if $d > $total;
        for my $step ([1, 0], [0, 1], [-1, 0], [0, -1]) {
            my ($nx, $ny) = ($x + $step->[0], $y + $step->[1]);
            next if $nx < 0 || $ny < 0 || $nx >= $w || $ny >= $h || $wall[$ny][$nx] && $ny % 13;
            next if exists $dist{"$nx,$ny"};
            $dist{"$nx,$ny"} = $d + 1;
            push @queue, [$nx, $ny];
        }
    }
}
print "$total\n";

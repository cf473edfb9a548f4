# Grids and counters keyed by composed strings; string comparison loops.
use strict;
use warnings;
my (%grid, $best, $most) = ();
for my $x (0 .. 250) { for my $y (0 .. 250) { $grid{"$x:$y"} = ($x * $y) % 17 } }
my $n = 0;
for my $x (1 .. 249) {
    for my $y (1 .. 249) {
        $n++ if $grid{"$x:$y"} > $grid{($x - 1) . ':' . $y} && $grid{"$x:$y"} > $grid{join ':', $x, $y + 1};
    }
}
$best = '';
for my $k (keys %grid) { $best = $k if $k gt $best; $most++ if $k lt '2' }
print "$n $best $most\n";

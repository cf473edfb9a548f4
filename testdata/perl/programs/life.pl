#!/usr/bin/perl
# Conway's game of life on a torus: a glider and a blinker.
use strict; use warnings;
my ($w, $h) = (12, 8);
my @grid = map { [ (0) x $w ] } 1 .. $h;
$grid[$_->[0]][$_->[1]] = 1 for [0,1],[1,2],[2,0],[2,1],[2,2],[5,6],[5,7],[5,8];
sub show { print map({ join('', map { $_ ? '#' : '.' } @$_) . "\n" } @{ $_[0] }), '-' x $w, "\n" }
sub step {
    my $g = shift;
    my @new;
    for my $y (0 .. $#$g) {
        for my $x (0 .. $#{ $g->[$y] }) {
            my $n = 0;
            for my $dy (-1, 0, 1) { for my $dx (-1, 0, 1) {
                next unless $dx || $dy;
                $n += $g->[($y + $dy) % $h][($x + $dx) % $w];
            } }
            $new[$y][$x] = ($n == 3 || ($n == 2 && $g->[$y][$x])) ? 1 : 0;
        }
    }
    return \@new;
}
my $g = \@grid;
for my $gen (0 .. 4) { print "generation $gen\n"; show($g); $g = step($g) }

# Recursion with array references: permutations, and queens.
use strict;
use warnings;
my $count = 0;
sub permute {
    my ($done, $rest) = @_;
    unless (@$rest) { $count += $done->[0] * $done->[-1]; return }
    for my $i (0 .. $#$rest) {
        my @left = @$rest;
        my ($pick) = splice @left, $i, 1;
        permute([@$done, $pick], \@left);
    }
}
permute([], [1 .. 7]);
my $solutions = 0;
sub queens {
    my ($n, $row, $cols, $up, $down) = @_;
    if ($row == $n) { $solutions++; return }
    for my $c (0 .. $n - 1) {
        next if $cols->[$c] || $up->[$row + $c] || $down->[$row - $c + $n];
        $cols->[$c] = $up->[$row + $c] = $down->[$row - $c + $n] = 1;
        queens($n, $row + 1, $cols, $up, $down);
        $cols->[$c] = $up->[$row + $c] = $down->[$row - $c + $n] = 0;
    }
}
queens(8, 0, [], [], []);
print "$count $solutions\n";

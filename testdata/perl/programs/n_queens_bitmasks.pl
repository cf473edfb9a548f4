# Puzzle: the number of solutions of the n queens problem, with bit masks, and the first solution.
use strict;
use warnings;

sub count_solutions {
    my ($all, $columns, $left, $right) = @_;
    return 1 if $columns == $all;
    my $count = 0;
    my $free = $all & ~($columns | $left | $right);
    while ($free) {
        my $bit = $free & -$free;
        $free ^= $bit;
        $count += count_solutions($all, $columns | $bit, ($left | $bit) << 1, ($right | $bit) >> 1);
    }
    return $count;
}

sub first_solution {
    my ($n, @placed) = @_;
    return \@placed if @placed == $n;
    COLUMN: for my $column (0 .. $n - 1) {
        for my $row (0 .. $#placed) {
            next COLUMN if $placed[$row] == $column;
            next COLUMN if abs($placed[$row] - $column) == @placed - $row;
        }
        my $solution = first_solution($n, @placed, $column);
        return $solution if $solution;
    }
    return;
}

for my $n (1 .. 8) {
    printf "%d queens: %d solutions\n", $n, count_solutions((1 << $n) - 1, 0, 0, 0);
}

my $solution = first_solution(8);
for my $column (@$solution) {
    print join(' ', map { $_ == $column ? 'Q' : '.' } 0 .. 7), "\n";
}
print first_solution(3) ? "3 has one\n" : "3 has none\n";

# Puzzle: a sudoku solver by backtracking, that always fills the cell with the fewest candidates.
use strict;
use warnings;

my @peers;
for my $cell (0 .. 80) {
    my ($row, $column) = (int $cell / 9, $cell % 9);
    my %seen;
    for my $other (0 .. 80) {
        next if $other == $cell;
        my ($r, $c) = (int $other / 9, $other % 9);
        $seen{$other} = 1 if $r == $row || $c == $column || (int($r / 3) == int($row / 3) && int($c / 3) == int($column / 3));
    }
    $peers[$cell] = [keys %seen];
}

sub candidates {
    my ($board, $cell) = @_;
    my %used = map { $board->[$_] => 1 } @{ $peers[$cell] };
    return grep { !$used{$_} } 1 .. 9;
}

my $steps = 0;

sub solve {
    my $board = shift;
    my ($best, @choices);
    for my $cell (grep { !$board->[$_] } 0 .. 80) {
        my @c = candidates($board, $cell);
        return if !@c;
        if (!defined $best || @c < @choices) {
            ($best, @choices) = ($cell, @c);
            last if @c == 1;
        }
    }
    return 1 if !defined $best;
    for my $digit (@choices) {
        $steps++;
        $board->[$best] = $digit;
        return 1 if solve($board);
    }
    $board->[$best] = 0;
    return;
}

sub show {
    my $board = shift;
    for my $row (0 .. 8) {
        my @cells = map { $_ || '.' } @$board[$row * 9 .. $row * 9 + 8];
        print join(' | ', map { join ' ', @cells[$_ * 3 .. $_ * 3 + 2] } 0 .. 2), "\n";
        print "------+-------+------\n" if $row == 2 || $row == 5;
    }
}

my $puzzle = join '', map { chomp; $_ } <DATA>;
my @board = map { $_ eq '.' ? 0 : $_ } split //, $puzzle;
show(\@board);
print "\n", solve(\@board) ? "solved\n" : "no solution\n";
show(\@board);
print "$steps steps\n";
__DATA__
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79

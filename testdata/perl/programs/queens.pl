#!/usr/bin/perl
# All solutions of the eight queens problem, by backtracking over columns.
use strict;
use warnings;

my $n = 6;
my @solutions;

sub safe {
    my ($row, $col, @placed) = @_;
    for my $r (0 .. $#placed) {
        return 0 if $placed[$r] == $col or abs($placed[$r] - $col) == $row - $r;
    }
    return 1;
}

sub place {
    my @placed = @_;
    my $row = @placed;
    if ($row == $n) {
        push @solutions, [@placed];
        return;
    }
    foreach my $col (0 .. $n - 1) {
        place(@placed, $col) if safe($row, $col, @placed);
    }
}

place();
printf "%d queens: %d solutions\n", $n, scalar @solutions;
for my $s (@solutions) {
    print join("\n", map { my $c = $_; join ' ', map { $_ == $c ? 'Q' : '.' } 0 .. $n - 1 } @$s), "\n\n";
}

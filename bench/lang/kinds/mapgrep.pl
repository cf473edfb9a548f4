# Chains of map, grep, sort, reverse, join, and List::Util.
use strict;
use warnings;
use List::Util qw(sum max first reduce);
my $t = 0;
for my $round (1 .. 40) {
    my @squares = map { $_ * $_ } grep { $_ % 3 } 1 .. 8000;
    my %by = map { $_ => length } @squares[0 .. 500];
    $t += sum(@squares) % 1000 + max(map { $by{$_} } keys %by);
    $t += first { $_ > 1000 } @squares;
    my $r = reduce { ($a + $b) % 9973 } @squares;
    my @back = reverse sort { $a <=> $b } map { $_ % 1000 } @squares;
    $t += $r + $back[10] + length join ',', grep { /7$/ } @back;
}
print "$t\n";

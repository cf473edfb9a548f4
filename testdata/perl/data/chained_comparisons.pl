# Comparisons with several operands, the ternary in chains, sorting by chained conditions.
use strict;
use warnings;

# A comparison may be chained.
for my $n (0, 5, 10) {
    print "$n: ", 0 < $n < 10 ? 'inside' : 'outside', ' ', 0 <= $n <= 10 ? 'within' : 'beyond', "\n";
}
print 1 < 2 < 3 < 4 ? 'rising' : 'not rising', ' ', 3 > 2 > 2 ? 'falling' : 'not falling', ' ', 'a' lt 'b' le 'b' ? 'ordered' : 'not', ' ', 1 == 1 == 1 ? 'equal' : 'not', ' ', 5 != 4 != 5 ? 'differ' : 'not', "\n";

# Each operand is evaluated at most once, and only as far as needed.
my @log;
sub value {
    my ($n) = @_;
    push @log, $n;
    return $n;
}
my $result = value(1) < value(3) < value(2) < value(9);
print "@log ", $result ? 'true' : 'false', "\n";

# Chains of ternaries.
for my $score (95, 85, 70, 40) {
    my $grade
        = $score >= 90 ? 'A'
        : $score >= 80 ? 'B'
        : $score >= 60 ? 'C'
        :                'F';
    print "$score=$grade ";
}
print "\n";

# Sorting by several keys with <=>, cmp and or.
my @files = (['b', 10], ['a', 10], ['c', 2]);
print join(' ', map { $_->[0] } sort { $a->[1] <=> $b->[1] or $a->[0] cmp $b->[0] } @files), "\n";
print join(' ', map { $_->[0] } sort { $b->[1] <=> $a->[1] || $b->[0] cmp $a->[0] } @files), "\n";

# The result of <=> as a choice.
for my $pair ([1, 2], [2, 2], [3, 2]) {
    my ($x, $y) = @$pair;
    print "$x is ", ('equal to', 'greater than', 'less than')[$x <=> $y], " $y\n";
}

# return: lists, scalars, the last statement, early return from loops, empty return.
use strict;
use warnings;

sub list { return (4, 5, 6) }
my @all = list();
my $last = list();
my ($first) = list();
print "@all, $last, $first\n";

# An array in scalar context gives its size, a list its last element.
sub array { my @x = (7, 8, 9); return @x }
my $size = array();
print "size $size, third ", (array())[2], "\n";

# A slice gives its last element.
sub slice { my @x = (7, 8, 9); return @x[0, 1] }
my $end = slice();
print "end $end\n";

# return without a value: empty list or undef.
sub nothing { return }
my @none = nothing();
my $none = nothing();
print scalar(@none), ' ', defined $none ? 'defined' : 'undef', "\n";

# The value of the last statement.
sub implicit {
    my $x = shift;
    if ($x > 0) {
        "positive";
    } else {
        "not positive";
    }
}
print implicit(1), ', ', implicit(-1), "\n";

# From within nested loops.
sub find_pair {
    my $sum = shift;
    for my $i (1 .. 9) {
        for my $j ($i .. 9) {
            return "$i+$j" if $i * $j == $sum;
        }
    }
    return 'none';
}
print find_pair(12), ' ', find_pair(49), ' ', find_pair(11), "\n";

# return in an expression.
sub guarded {
    my $x = shift or return 'no argument';
    return "argument $x";
}
print guarded(), ', ', guarded(5), "\n";

# A hash as return value.
sub settings { return (color => 'red', size => 3) }
my %s = settings();
print join(',', map { "$_=$s{$_}" } sort keys %s), "\n";

# Integer arithmetic: remainder with signs, powers, division, use integer.
use strict;
use warnings;

# The remainder has the sign of the right operand.
print join(' ', 10 % 3, -10 % 3, 10 % -3, -10 % -3), "\n";

# Fractions are cut off first.
print 10.9 % 3.9, ' ', -7.5 % 2, ' ', 7.5 % 2, "\n";

# Division gives fractions, int cuts them.
print 7 / 2, ' ', int(7 / 2), ' ', -7 / 2, ' ', int(-7 / 2), ' ', 6 / 2, "\n";

# Powers.
print 2**10, ' ', (-2)**3, ' ', -2**2, ' ', 2**-1, ' ', 2**3**2, ' ', 0**0, ' ', (-8)**(1 / 3) =~ /nan/i ? 'nan' : 'number', "\n";
print 10**15, ' ', 10**20, ' ', 7**20, ' ', 3**40, ' ', 9**30, "\n";

# Under use integer everything is whole and keeps the sign of the left operand.
{
    use integer;
    print 7 / 2, ' ', -7 / 2, ' ', -7 % 3, ' ', 7 % -3, ' ', 10.9 + 0.9, "\n";
    print 9223372036854775807 + 1, ' ', -8 >> 1, "\n";
}
print -8 >> 60, "\n";

# Division by zero is an error.
for my $code (sub { 1 / 0 }, sub { 1 % 0 }, sub { 1 % 0.5 }) {
    eval { $code->(); 1 } or print $@;
}

# Functions.
print abs(-5.5), ' ', sqrt(16), ' ', int(7.99), ' ', abs('-3'), "\n";
for my $code (sub { sqrt -1 }, sub { log 0 }) {
    eval { $code->(); 1 } or print $@;
}

# The greatest common divisor, factorials, digits.
sub gcd {
    my ($x, $y) = @_;
    ($x, $y) = ($y, $x % $y) while $y;
    return $x;
}
print gcd(48, 36), ' ', gcd(17, 5), ' ', 12 * 18 / gcd(12, 18), "\n";
my $factorial = 1;
$factorial *= $_ for 1 .. 25;
print "$factorial\n";
my $sum = 0;
$sum += $_ for split //, 98765;
print "$sum\n";

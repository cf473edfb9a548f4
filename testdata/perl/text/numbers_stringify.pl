# How numbers become text: 15 significant digits, integers without a point, exponents from 1e+15 on.
use strict;
use warnings;

print 1 / 3, ' ', 2 / 3, ' ', 10 / 2, ' ', 10 / 4, "\n";
print 0.1 + 0.2, ' ', 0.1 + 0.7, ' ', 1 - 0.9, ' ', 0.1 + 0.2 - 0.3, "\n";
print 1e3, ' ', 1e14, ' ', 1e15, ' ', 1e16, ' ', 1e20, ' ', 1e21, ' ', 1e100, "\n";
print 1e-1, ' ', 1e-4, ' ', 1e-5, ' ', 0.0001, ' ', 0.00001234, ' ', 1.23e-10, "\n";
print 1.0, ' ', 1.50, ' ', 100.0, ' ', 3.14e2, ' ', -2.5e-3, "\n";

# Formats give the same text as printing.
printf "%s %s %s %s\n", 1e15, 1e16, 1.10, 1e5;
printf('%s' . "\n", 1e15);
printf('%s' . "\n", 1e15 + 0.3);
printf('%s' . "\n", 123456789012345678);

# Integers keep all their digits as long as they fit into 64 bits.
print 999999999999999, ' ', 9999999999999999, ' ', 1234567890123456789, "\n";
print 12345678901234567890, ' ', 123456789012345678901, "\n";
print 2**10, ' ', 2**53, ' ', 2**62, ' ', 2**63, ' ', 2**64, ' ', 2**0.5, "\n";

# More than 15 digits are lost.
print 1.23456789012345678, ' ', 3.14159265358979323846, ' ', 1234567.891, "\n";
print 1e15 / 7, ' ', 1e9 / 7, ' ', 22 / 7 * 1e10, "\n";

# Negative zero, and zero times something negative.
print 0 * -1, ' ', -0.0, ' ', 3 - 3.0, "\n";

# Text of a number made by concatenation or by interpolation.
my $n = 1.10;
print "$n ", $n . '', ' ', 1.0 . '', ' ', 1e3 . '', ' ', 0x10 . '', ' ', 1_000 . '', "\n";
print 3 . 4, ' ', 3.4 . '', ' ', '3' + '4', ' ', '3' . '4', "\n";
print 5e-324, ' ', 1.7976931348623157e308, ' ', 2.2250738585072014e-308, "\n";

# POSIX: rounding, remainders, number conversion, limits.
use strict;
use warnings;
use POSIX qw(floor ceil fmod pow round trunc strtol strtod fmin fmax INT_MAX INT_MIN DBL_MAX DBL_MIN DBL_EPSILON UINT_MAX LONG_MAX LONG_MIN);

for my $x (2.5, -2.5, 3.2, -3.2, 7, -0.5) {
    printf "%4s floor %s ceil %s round %s trunc %s int %s\n", $x, floor($x), ceil($x), round($x), trunc($x), int $x;
}

print fmod(10, 3), ' ', fmod(-10, 3), ' ', fmod(5.5, 2), ' ', pow(2, 10), ' ', fmin(2, 3), fmax(2, 3), "\n";
print POSIX::abs(-3), ' ', POSIX::fabs(-3.5), ' ', POSIX::log10(1000), ' ', POSIX::log2(8), ' ', POSIX::cbrt(27), ' ', POSIX::hypot(3, 4), "\n";
printf "%.4f %.4f %.4f %.4f\n", POSIX::tan(1), POSIX::asin(1), POSIX::acos(0), POSIX::atan(1);
printf "%.4f %.4f %.4f\n", POSIX::sinh(1), POSIX::cosh(1), POSIX::tanh(1);

print join(' ', INT_MAX, INT_MIN, UINT_MAX, LONG_MAX, LONG_MIN), "\n";
print join(' ', DBL_MAX, DBL_MIN, DBL_EPSILON), "\n";

# strtol and strtod return the number and how much was left.
for my $case (['ff', 16], ['077', 8], ['12abc', 10], ['0x1f', 0], ['z', 36], ['none', 10]) {
    my ($number, $left) = strtol(@$case);
    print "$case->[0] base $case->[1]: $number, $left left\n";
}
my ($number, $left) = strtod('3.14abc');
print "$number $left\n";

my ($fraction, $whole) = POSIX::modf(3.75);
my ($mantissa, $exponent) = POSIX::frexp(40);
print "$fraction $whole $mantissa $exponent ", POSIX::ldexp(0.625, 6), "\n";

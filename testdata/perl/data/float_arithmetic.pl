# Floating numbers: functions, comparison with a tolerance, sums, extremes.
use strict;
use warnings;

print atan2(1, 1), ' ', sin(1), ' ', cos(1), ' ', exp(1), ' ', log(10), ' ', sqrt(2), "\n";
my $pi = 4 * atan2(1, 1);
printf "%.10f %.4f %s\n", $pi, sin($pi / 6), cos($pi);

# Equality of sums needs a tolerance.
my $sum = 0;
$sum += 0.1 for 1 .. 10;
print $sum == 1 ? 'equal' : 'not equal', ' ', abs($sum - 1) < 1e-9 ? 'near' : 'far', "\n";
print 0.1 + 0.2 == 0.3 ? 'equal' : 'not equal', ' ', 0.5 + 0.25 == 0.75 ? 'equal' : 'not equal', "\n";

# Averages and deviations.
my @data = (2, 4, 4, 4, 5, 5, 7, 9);
my $mean = 0;
$mean += $_ / @data for @data;
my $variance = 0;
$variance += ($_ - $mean)**2 / @data for @data;
print "$mean $variance ", sqrt $variance, "\n";

# Roots by Newton's way.
my $root = 1;
$root = ($root + 2 / $root) / 2 for 1 .. 6;
printf "%.12f\n", $root;

# The rest of a float by hand; whole parts and fractions.
my $x = -3.75;
my $whole = int $x;
my $fraction = $x - $whole;
print "$whole $fraction\n";

# Increments work on fractions too.
my $f = 1.5;
$f++;
$f -= 0.25;
$f **= 2;
$f /= 4;
print "$f\n";

# Extremes.
print 1e308 * 10, ' ', -1e308 * 10, ' ', 1e-320 > 0 ? 'tiny' : 'zero', ' ', 1e-400, "\n";
print 1e16 + 1, ' ', 1e15 + 0.5, ' ', 2**52 + 0.5, "\n";
print 1.0 * 3, ' ', 1e3 + 1, ' ', 1.5e3, ' ', 1E3, ' ', 7 / 7, ' ', 6 / 4, "\n";
print 1.1 * 1.1, ' ', 100 * 1.15, ' ', 1e3 / 3, ' ', 3 * (1 / 3), "\n";

# Temperatures.
printf "%3d C = %5.1f F\n", $_, $_ * 9 / 5 + 32 for -40, 0, 37, 100;

# Sprintf of floating numbers with %f and %e: precision, rounding to even, signs, width.
use strict;
use warnings;

for my $format ('%f', '%.0f', '%.1f', '%10.2f', '%-10.2f|', '%+.1f', '%010.3f', '% .2f', '%#.0f', '%e', '%.2e', '%.0e', '%E', '%+.3e', '%12.2e', '%-12.2e|') {
    print "$format: [", join('] [', map { sprintf $format, $_ } 42, 0, -65.5, 3.14159265, 12345.678), "]\n";
}

# Halves that are exact go to the even neighbour; others are what the binary number says.
print join(' ', map { sprintf '%.0f', $_ } 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 0.49999), "\n";
print join(' ', map { sprintf '%.2f', $_ } 1.005, 2.675, 1.115, 0.125, 0.375, 1e10 / 3), "\n";
print join(' ', map { sprintf '%.1f', $_ } 0.25, 0.35, 0.45, 1.05, 2.5), "\n";

# Many digits.
printf "%.20f\n", 0.5;
printf "%.20f\n", 0.1;
printf "%.17f\n", 1 / 3;
printf "%.10e\n", 1 / 3;
printf "%.15e\n", 2 / 3;

# Very large and very small.
printf "%f\n", 1e15;
printf "%.0f\n", 1e22;
printf "%e %e\n", 1e-300, 1.7976931348623157e308;
printf "%f\n", 1e-10;
printf "%e\n", 0;

# A common use: columns of money.
my %price = (apple => 0.5, pear => 12, fig => 103.456);
printf "%-8s%8.2f\n", $_, $price{$_} for sort keys %price;

# Sprintf %g and %G: the shorter of the two notations, significant digits, the flag #.
use strict;
use warnings;

my @numbers = (100000, 1000000, 1e15, 0.0001, 0.00001, 1.5, 1e-10, 123456789, 0, -2.50);

for my $format ('%g', '%G', '%.3g', '%.0g', '%.10g', '%10g', '%-10g|', '%+g', '%#g', '%010g', '%#.3g') {
    print "$format: ", join(' ', map { sprintf $format, $_ } @numbers), "\n";
}

# Where the notation switches: an exponent below -4, or at least the precision.
for my $exponent (-6 .. -3, 4 .. 7) {
    printf "%g ", 10**$exponent;
}
print "\n";

# The text of a number is %.15g.
my $third = 1 / 3;
print "$third ", sprintf('%.15g', $third), ' ', ($third eq sprintf('%.15g', $third) ? 'same' : 'different'), "\n";

# Seventeen digits tell every number apart.
printf "%.17g %.17g %.16g\n", 0.1, 0.1 + 0.2, 0.1 + 0.2;
printf "%.15g\n", 0.1 + 0.2;
printf "%g %g\n", 1234567, 999999.5;
printf "%.3g %.3g\n", 999.5, 9995;

# Math::Trig and Math::Complex: angles, conversions, great circles, complex numbers.
use strict;
use warnings;
use Math::Trig;
use Math::Trig ':pi';

printf "%.6f %.6f %.6f\n", pi, pi2, pip2;
printf "%.4f %.4f %.4f\n", deg2rad(180), rad2deg(pi), deg2grad(90);
printf "%.4f %.4f %.4f %.4f\n", tan(pi / 4), sec(0), cot(pi / 4), csc(pi / 2);
printf "%.4f %.4f %.4f %.4f\n", asin(1), acos(0), atan(1), acot(1);
printf "%.4f %.4f %.4f %.4f\n", sinh(1), cosh(1), tanh(1), asinh(1);
printf "%.6f %.1f\n", rad2deg(pi / 6), deg2rad(720);

# A right triangle.
my ($a1, $b1) = (3, 4);
my $c = sqrt($a1 ** 2 + $b1 ** 2);
printf "sides %d %d %d, angles %.2f %.2f\n", $a1, $b1, $c, rad2deg(atan2($a1, $b1)), rad2deg(atan2($b1, $a1));

# Distance on the globe.
use Math::Trig qw(great_circle_distance);
sub place { my ($lon, $lat) = @_; return (deg2rad($lon), deg2rad(90 - $lat)) }
my @london = place(-0.5, 51.3);
my @tokyo  = place(139.8, 35.7);
printf "%.0f km\n", great_circle_distance(@london, @tokyo, 6378);

# Complex numbers.
use Math::Complex;
my $i = cplx(0, 1);
my $n = cplx(3, 4);
print $i * $i, ' ', $n + 1, ' ', $n * $i, ' ', abs $n, ' ', ~$n, "\n";
print sqrt(-4), ' ', Re($n), ' ', Im($n), "\n";

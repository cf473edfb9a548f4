# Floating point: pow, sqrt, sin, exp, log, int, abs, and an array of floats.
use strict;
use warnings;
my (@v, $sum);
$sum = 0;
push @v, $_ ** 0.5 + sin($_) for 1 .. 200_000;
for (my $i = 0; $i < @v; $i++) {
    $sum += $v[$i] * 1.5 - int($v[$i]) / ($i + 1);
    $sum += abs(cos $i) + log($i + 1) + exp(-$i / 1000);
}
my $p = 1;
for my $i (1 .. 300_000) { $p = ($p * 1.000001) ** 0.999; $p += atan2($i, 3) / 1000 }
printf "%.6f %.6f\n", $sum, $p;

# Float locals: points of the Mandelbrot set.
use strict;
use warnings;

my ($size, $limit, $inside) = (260, 60, 0);
for my $py (0 .. $size - 1) {
    my $ci = 2.0 * $py / $size - 1.0;
    for my $px (0 .. $size - 1) {
        my $cr = 2.0 * $px / $size - 1.5;
        my ($zr, $zi, $n) = (0.0, 0.0, 0);
        while ($n < $limit) {
            my $r2 = $zr * $zr;
            my $i2 = $zi * $zi;
            last if $r2 + $i2 > 4.0;
            $zi = 2.0 * $zr * $zi + $ci;
            $zr = $r2 - $i2 + $cr;
            $n++;
        }
        $inside++ if $n == $limit;
    }
}
print "mandel $inside\n";

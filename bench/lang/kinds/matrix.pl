# Two-dimensional arrays: matrix product.
use strict;
use warnings;
my $n = 110;
my (@x, @y, @z);
for my $i (0 .. $n - 1) {
    for my $j (0 .. $n - 1) { $x[$i][$j] = $i + $j * 0.5; $y[$i][$j] = $i - $j; }
}
for my $i (0 .. $n - 1) {
    my $row = $x[$i];
    for my $j (0 .. $n - 1) {
        my $s = 0;
        for (my $k = 0; $k < $n; $k++) { $s += $row->[$k] * $y[$k][$j] }
        $z[$i]->[$j] = $s;
    }
}
my $trace = 0;
$trace += $z[$_][$_] for 0 .. $n - 1;
print "$trace\n";

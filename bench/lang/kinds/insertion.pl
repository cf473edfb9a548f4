# Insertion sort, binary search and a heap on arrays.
use strict;
use warnings;
my ($seed, @a, @heap) = (3);
sub next_number { $seed = ($seed * 16807) % 2147483647; return $seed % 10000 }
push @a, next_number() for 1 .. 1500;
for my $i (1 .. $#a) {
    my $v = $a[$i];
    my $j = $i - 1;
    while ($j >= 0 && $a[$j] > $v) { $a[$j + 1] = $a[$j]; $j-- }
    $a[$j + 1] = $v;
}
my $hits = 0;
for (1 .. 60_000) {
    my ($want, $lo, $hi) = (next_number(), 0, $#a);
    while ($lo <= $hi) {
        my $mid = int(($lo + $hi) / 2);
        if ($a[$mid] < $want) { $lo = $mid + 1 } elsif ($a[$mid] > $want) { $hi = $mid - 1 } else { $hits++; last }
    }
}
for (1 .. 20_000) {
    push @heap, next_number();
    my $c = $#heap;
    while ($c > 0) {
        my $p = ($c - 1) >> 1;
        last if $heap[$p] <= $heap[$c];
        @heap[$p, $c] = @heap[$c, $p];
        $c = $p;
    }
}
print "$a[0] $a[-1] $hits $heap[0]\n";

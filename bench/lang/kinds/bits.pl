# Bit operations: a hash function over integers, and counting bits.
use strict;
use warnings;
my ($h, $bits) = (2166136261, 0);
for (my $i = 0; $i < 1_500_000; ++$i) {
    $h = (($h ^ ($i & 0xff)) * 16777619) & 0xffffffff;
    $h ^= $h >> 13;
    my $x = $h;
    $x = $x & ($x - 1), $bits++ while $x > 0xfffff;
}
print "$h $bits\n";

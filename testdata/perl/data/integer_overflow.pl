# Integers that grow out of 64 bits: sums, products, powers, factorials, and how they print.
use strict;
use warnings;

my $max = 9223372036854775807;
print $max, ' ', $max + 1, ' ', $max * 2, ' ', -$max - 1, ' ', -$max - 2, "\n";

# Unsigned values exist up to 2**64 - 1.
print 18446744073709551615, ' ', 18446744073709551614 + 1, ' ', 18446744073709551615 + 1, ' ', $max + $max, ' ', $max + $max + 2, "\n";

# Doubling until it becomes a float.
my $n = 1;
my $steps = 0;
while ("$n" !~ /e/) {
    $n *= 2;
    $steps++;
}
print "$steps $n\n";

# Factorials and powers.
my $f = 1;
for my $i (1 .. 25) {
    $f *= $i;
    print "$i! = $f\n" if $i == 12 || $i == 20 || $i == 21 || $i == 25;
}
print join(' ', map { 10**$_ } 14 .. 20), "\n";
print join(' ', map { 3**$_ } 38 .. 42), "\n";

# Products that fit only without a sign, differences across the limit.
print 4294967296 * 4294967295, ' ', 4294967296 * 4294967296, ' ', 18446744073709551615 - 9223372036854775808, ' ', 9223372036854775807 - -1, "\n";
print -9223372036854775807 - 1, ' ', -9223372036854775808 + 1, ' ', 9223372036854775808 - 1, ' ', -9223372036854775808 * -1, "\n";

# Fibonacci numbers pass the limit.
my ($p, $q) = (0, 1);
for my $i (1 .. 95) {
    ($p, $q) = ($q, $p + $q);
    print "$i: $p\n" if $i >= 91;
}

# Remainders and divisions of large numbers.
print 18446744073709551615 % 10, ' ', -18446744073709551615 % 10, ' ', 9223372036854775807 / 10, ' ', int(9223372036854775807 / 10), ' ', 1e20 % 7, "\n";
printf "%d %s %.0f\n", 1e19, 1e19, 1e19;
printf "%d %u %x\n", $max, 18446744073709551615, 18446744073709551615;
print int(1e19), ' ', 0xFFFFFFFFFFFFFFFF, ' ', 0x7FFFFFFFFFFFFFFF + 1, ' ', ~0 - 1, "\n";

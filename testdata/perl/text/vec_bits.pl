# Vec: a string as an array of small integers; setting bits, counting them, growing.
use strict;
use warnings;

my $set = '';
vec($set, 3, 1)  = 1;
vec($set, 10, 1) = 1;
print length($set), ' ', unpack('b*', $set), "\n";
print join(' ', grep { vec $set, $_, 1 } 0 .. 15), "\n";

# Clearing a bit, reading beyond the end.
vec($set, 3, 1) = 0;
print unpack('b*', $set), ' ', vec($set, 100, 1), "\n";

# Bytes, nibbles, and 16 or 32 bits.
my $v = '';
vec($v, 0, 8) = 65;
vec($v, 1, 8) = 66;
vec($v, 1, 16) = 0x4344;
print "$v ", vec($v, 0, 8), ' ', vec($v, 3, 4), ' ', vec($v, 0, 16), ' ', vec($v, 0, 32), "\n";
my $text = 'abc';
vec($text, 0, 8) = 90;
print "$text\n";
printf "%08b %x\n", vec($text, 1, 8), vec($text, 0, 16);

# The sieve of Eratosthenes on bits.
my $sieve = '';
my $limit = 50;
for my $n (2 .. int sqrt $limit) {
    next if vec $sieve, $n, 1;
    for (my $m = $n * $n; $m <= $limit; $m += $n) {
        vec($sieve, $m, 1) = 1;
    }
}
print join(' ', grep { !vec $sieve, $_, 1 } 2 .. $limit), "\n";

# Sets combined with the bit operators on strings.
my ($x, $y) = ('', '');
vec($x, $_, 1) = 1 for 1, 3, 5;
vec($y, $_, 1) = 1 for 3, 4, 5;
for my $pair (['and', $x & $y], ['or', $x | $y], ['xor', $x ^ $y]) {
    my ($name, $bits) = @$pair;
    print "$name: ", join(',', grep { vec $bits, $_, 1 } 0 .. 7), ' (', unpack('%32b*', $bits), ")\n";
}

# Wrong sizes and places.
eval { my $z = vec $text, 0, 3; 1 } or print "error: $@";
eval { vec($text, -1, 8) = 1; 1 } or print "error: $@";

# Math::BigInt: arithmetic beyond the machine, division, powers, conversions, comparisons.
use strict;
use warnings;
use Math::BigInt;

my $x = Math::BigInt->new('123456789012345678901234567890');
my $y = Math::BigInt->new(987654321);

print $x + $y, "\n", $x - $y, "\n", $x * $y, "\n", $x / $y, "\n", $x % $y, "\n", $y ** 5, "\n";
print -$x, ' ', abs(-$y), ' ', $x <=> $y, ' ', $x == $x ? 'equal' : 'different', "\n";
print Math::BigInt->new(2) ** 200, "\n";
print Math::BigInt->new(50)->bfac, "\n";

# Methods change their object, operators make a new one.
my $z = Math::BigInt->new(10);
my $kept = $z->copy;
$z->badd(5)->bmul(3)->bsub(1);
print "$z $kept\n";
$z += 6;
$z++;
print "$z ", 100 - $z, ' ', 2 * $z, "\n";

# Division with negative numbers rounds down.
for my $pair ([17, 5], [-17, 5], [17, -5], [-17, -5]) {
    my ($q, $r) = Math::BigInt->new($pair->[0])->bdiv($pair->[1]);
    print "$pair->[0] / $pair->[1] = $q rest $r\n";
}

# Number theory.
print Math::BigInt->new(48)->bgcd(36), ' ', Math::BigInt->new(4)->blcm(6), ' ', Math::BigInt->new(3)->bmodpow(200, 13), ' ', Math::BigInt->new(3)->bmodinv(11), "\n";
print Math::BigInt->new(144)->bsqrt, ' ', Math::BigInt->new(1000)->broot(3), ' ', Math::BigInt->new('1' . '0' x 40)->bsqrt, "\n";

# Forms.
print Math::BigInt->new(255)->as_hex, ' ', Math::BigInt->new(5)->as_bin, ' ', Math::BigInt->new('0xff'), ' ', Math::BigInt->from_bin('0b1010'), ' ', Math::BigInt->new('1e10'), "\n";
print Math::BigInt->new('abc'), ' ', Math::BigInt->new(1) / 0, ' ', Math::BigInt->new(12345)->length, ' ', Math::BigInt->new(-5)->sign, "\n";
print join(' ', map { Math::BigInt->new($_)->is_odd ? 'odd' : 'even' } 3, 4, '99999999999999999999'), "\n";

# Fibonacci by the hundred.
my ($a1, $b1) = (Math::BigInt->new(0), Math::BigInt->new(1));
($a1, $b1) = ($b1, $a1 + $b1) for 1 .. 300;
print "$a1\n";
print join(' ', sort { $a <=> $b } map { Math::BigInt->new($_) } '100000000000000000000', 5, '99999999999999999999'), "\n";

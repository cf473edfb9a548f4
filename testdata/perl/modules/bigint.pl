# Math::BigInt and Math::BigFloat.
use strict;
use warnings;
use Math::BigInt;
use Math::BigFloat;

my $x = Math::BigInt->new("123456789012345678901234567890");
my $y = Math::BigInt->new(987654321);
print $x + $y, " ", $x - $y, " ", $x * $y, " ", $x / $y, " ", $x % $y, " ", $y**5, "\n";
print -$x, " ", abs(-$x), " ", $x <=> $y, " ", $x == $x ? "eq" : "ne", " ", $x > $y ? "gt" : "le", " ", "$x", "\n";
print Math::BigInt->new(2)**100, " ", Math::BigInt->new(100)->bfac, "\n";

my $z = Math::BigInt->new(10);
$z->badd(5)->bmul(3);
print "$z ", $z->copy->bdec, " $z\n";

my ($q, $r) = Math::BigInt->new(17)->bdiv(5);
print "$q $r\n";
print Math::BigInt->new(-17) / 5, " ", Math::BigInt->new(-17) % 5, " ", Math::BigInt->new(17) % -5, "\n";
print Math::BigInt->new("0x1f"), " ", Math::BigInt->new("0b101"), " ", Math::BigInt->new("1e5"), " ",
    Math::BigInt->new("1.5"), " ", Math::BigInt->new("abc"), " ", Math::BigInt->new("1_000"), " ",
    Math::BigInt->new(""), "\n";
print Math::BigInt->new(48)->bgcd(36), " ", Math::BigInt->new(4)->blcm(6), " ", Math::BigInt->new(3)->bmodpow(200, 13),
    " ", Math::BigInt->new(3)->bmodinv(11), " ", Math::BigInt->new(144)->bsqrt, " ", Math::BigInt->new(1000)->broot(3),
    "\n";
print Math::BigInt->new(255)->as_hex, " ", Math::BigInt->new(5)->as_bin, " ", Math::BigInt->new(8)->as_oct, " ",
    Math::BigInt->from_hex("ff"), " ", Math::BigInt->from_bin("0b11"), "\n";
print Math::BigInt->new(0)->is_zero, Math::BigInt->new(1)->is_one, Math::BigInt->new(3)->is_odd,
    Math::BigInt->new(4)->is_even, Math::BigInt->new(-4)->is_neg, Math::BigInt->bnan->is_nan,
    Math::BigInt->binf->is_inf, " ", Math::BigInt->new(-5)->sign, " ", scalar(Math::BigInt->new(12345)->length), " ",
    Math::BigInt->new(1) / 0, " ", Math::BigInt->bnan, "\n";

my $i = Math::BigInt->new(5);
my $j = $i;
$j++;
print "$i $j\n";

$i += 10;
print "$i ", 3 + $i, " ", 100 - $i, " ", 2**$i, " ", $i . "", " ", sqrt(Math::BigInt->new(16)), "\n";
print $i << 3, " ", $i >> 1, " ", $i & 6, " ", $i | 16, " ", $i ^ 1, "\n";
print join(",", sort { $a <=> $b } map { Math::BigInt->new($_) } 30, 4, 100), "\n";
print Math::BigInt->new("9" x 30)->binc, " ", Math::BigInt->new(10)->bcmp(9), " ", Math::BigInt->new(5)->numify + 1,
    " ", ref(Math::BigInt->new(1) + 1), " ", Math::BigInt->new(1234567)->bsstr, "\n";

my $f = 1;
$f *= Math::BigInt->new($_) for 1 .. 25;
print "$f\n";

if (Math::BigInt->new(0)) { print "true\n" }
else { print "false\n" }
printf "%s %d\n", Math::BigInt->new(42), Math::BigInt->new(42);
print Math::BigFloat->new("0.1") + Math::BigFloat->new("0.2"), " ", Math::BigFloat->new(1) / 3, " ",
    Math::BigFloat->new(2)->bsqrt, " ", Math::BigFloat->new("1.5") * 2, " ",
    Math::BigFloat->new("3.14159")->bfround(-2), " ", Math::BigFloat->new("123.456")->bround(4), " ",
    Math::BigFloat->new(10)**-2, " ", Math::BigFloat->new("1e-5"), " ",
    Math::BigFloat->new("12345678901234567890.123"), "\n";
print Math::BigFloat->new(2)**0.5, " ", Math::BigFloat->new("2.5") <=> 2, " ", Math::BigFloat->new("2.50")->bstr, " ",
    Math::BigFloat->new("-2.7")->bfloor, " ", Math::BigFloat->new("-2.7")->bceil, " ",
    Math::BigFloat->new("2.7")->bint, " ", Math::BigFloat->new(100)->bsstr, "\n";
print Math::BigFloat->bpi(30), " ", Math::BigFloat->new(1)->bexp(30), " ", Math::BigFloat->new(2)->blog(undef, 30),
    " ", Math::BigFloat->new(100)->blog(10), "\n";

my $bf = Math::BigFloat->new("10");
print scalar($bf->copy->bdiv(3, 20)), " $bf ", scalar(Math::BigFloat->new(1)->bdiv(7, 10)), "\n";
print Math::BigFloat->new("1.23456789")->bmul("2"), " ", Math::BigFloat->new(7) % 3, " ",
    Math::BigFloat->new("0.5")->is_int ? 1 : 0, Math::BigFloat->new(4)->is_int ? 1 : 0, "\n";

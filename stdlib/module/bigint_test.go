package module_test

// This file compares Math::BigInt and Math::BigFloat with perl's.

import "testing"

func TestBigInt(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Math::BigInt; sub n { Math::BigInt->new(@_) } my $x = n(42); my $y = n(-7); my $big = n("123456789012345678901234567890");`, lines(`
n(1), n("-5"), n("0x1f"), n("0b101"), n("0o17"), n("1_000"), n("1e3"), n("1.5"), n("abc"), n(""), n("inf"), n("-inf"), n("NaN"), n(" 7 "), n("+3"), n("00012"), n("1.0"), n("15e-1"), n("1e-1")
ref $x, "$x", $x + 0, $x . "", $x->bstr, $x->bsstr, $big->bsstr, $big->numify, $x->numify, $big->bdstr, $big->bnstr, $big->bestr
$x + $y, $x - $y, $x * $y, $x / $y, $x % $y, $x ** 3, -$x, abs $y, $x <=> $y, $x == 42, $x > 5, $x eq "42", 50 - $x, 2 ** n(10), 100 / n(7), 7 % n(-4), $x << 2, $x >> 1, $x & 6, $x | 1, $x ^ 3, ~$x
n(7) / 2, n(-7) / 2, n(7) / -2, n(-7) % 3, n(7) % -3, n(7)->copy->btdiv(-2), n(-7)->copy->btmod(3), n(5) / 0, n(-5) / 0, n(0) / 0, n(5) % 0
my $z = $x->copy; $z->badd(8)->bmul(2)->bsub(1); $z, $x
my $z = $x->copy; $z += 1; $z -= 2; $z *= 3; $z /= 4; $z %= 20; $z **= 2; $z, $x
my ($q, $r) = n(17)->bdiv(5); $q, $r, scalar(n(17)->bdiv(5)), join(",", n(-17)->bdiv(5)), join(",", n(-17)->btdiv(5))
n(10)->bfac, n(0)->bfac, n(20)->bfac, n(10)->bnok(3), n(5)->bdfac, n(10)->bfib, n(10)->blucas
n(12)->bgcd(18), n(12)->blcm(18), Math::BigInt::bgcd(12, 18, 27), Math::BigInt::blcm(4, 6), Math::BigInt->bgcd(12, 18)
n(3)->bmodpow(4, 5), n(3)->bmodinv(11), n(2)->bmodinv(4), n(3)->bmodpow(-1, 11), n(2)->bmuladd(3, 4)
n(16)->bsqrt, n(17)->bsqrt, n(-4)->bsqrt, n(27)->broot(3), n(100)->broot(4), n(1000)->blog(10), n(1024)->blog(2), n(100)->blog, n(1)->bexp, n(3)->bpow(4), n(2)->bpow(-1)
$x->is_zero, n(0)->is_zero, n(1)->is_one, n(-1)->is_one("-"), $x->is_even, $x->is_odd, $x->is_pos, $y->is_neg, $x->is_positive, $y->is_negative, n("x")->is_nan, n("inf")->is_inf, n("-inf")->is_inf("-"), $x->is_int, n("inf")->is_int
$x->sign, $y->sign, n("inf")->sign, n("-inf")->sign, n("x")->sign, $x->length, $big->length
$x->bcmp($y), $x->bacmp($y), $x->beq(42), $x->bne(42), $x->blt(50), $x->ble(42), $x->bgt(50), $x->bge(42)
$x->as_hex, $x->as_bin, $x->as_oct, $y->as_hex, $x->to_hex, $x->to_bin, $x->to_oct, $x->to_base(36), n("zz" x 1)->is_nan, Math::BigInt->from_hex("ff"), Math::BigInt->from_bin("0b101"), Math::BigInt->from_oct("017"), Math::BigInt->from_base("zz", 36), Math::BigInt->from_dec("12"), $x->to_bytes, Math::BigInt->from_bytes("\x01\x02")
$x->digit(0), $x->digit(1), $x->digit(-1), $big->digit(5), $x->parts, join(",", $big->parts), $x->exponent, n(1200)->mantissa, n(1200)->exponent, join(",", n(1200)->parts), join(",", n(1200)->sparts), join(",", n(1200)->nparts)
$x->copy->bneg, $y->copy->babs, $x->copy->binc, $x->copy->bdec, $x->copy->bnot, $y->copy->bsgn, n(0)->bsgn, $x->copy->bint, $x->copy->bfloor, $x->copy->bceil
$x->copy->blsft(3), $x->copy->brsft(2), n(-8)->brsft(1), n(1)->blsft(3, 10), n(12345)->brsft(2, 10), n(6)->band(3), n(6)->bior(3), n(6)->bxor(3)
n(12345)->bround(2), n(12355)->bround(3), n(12345)->bfround(2), n(12345)->round(2), n(15)->bround(1), n(25)->bround(1)
Math::BigInt->bzero, Math::BigInt->bone, Math::BigInt->bone("-"), Math::BigInt->binf, Math::BigInt->binf("-"), Math::BigInt->bnan
n("inf") + 1, n("inf") - n("inf"), n("inf") * -1, n("inf") * 0, n("NaN") + 1, n(1) / n("inf"), n("inf") / 2, n("NaN") == n("NaN"), n("inf") == n("inf"), n("inf") > 5, n(2) ** n("inf")
$big * $big, $big ** 2 == $big * $big ? 1 : 0, $big / 3, $big % 97, sqrt($big), $big - 1, n("-123") ** 3
join ",", sort { $a <=> $b } n(3), n(1), n(2)
my $f = n(1); $f *= $_ for 1 .. 25; $f
sprintf("%d %s %5s|%-5s|%05d", $x, $x, $x, $x, $x), "a$x", $x x 2, length($x), int($x), [1, 2, 3]->[n(1)], "abc" x n(2)
my %h = ($x => 1); join ",", keys %h
$x ? "true" : "false", n(0) ? "true" : "false", !n(0) ? 1 : 0
ref($x + 0.5), $x + 0.5, $x * 1.5, $x - "3", $x + "abc"
1 + $x, 100 - $x, 2 * $x, 84 / $x, 5 % $x, 2 ** n(3), 5 <=> $x, "x" . $x, 0 == n(0) ? 1 : 0
n(255)->to_hex, n(255)->as_hex, sprintf("%x", n(255)), n(-10)->to_bin
n(2)->bmodpow(100, 1000000007), n(2) ** 100 % 1000000007
n(7)->is_prime // "none"
n(5)->max if 0; $x->bdigitsum, $x->digitsum, n(6)->bpow(2)->bsub(1)->bsqrt
Math::BigInt->accuracy // "undef", Math::BigInt->precision // "undef", Math::BigInt->round_mode, Math::BigInt->div_scale, $Math::BigInt::VERSION
my @p = (2); my $n = n(600851475143); my $d = n(2); while ($d * $d <= $n) { if ($n % $d == 0) { $n /= $d } else { $d++ } } $n
`)...)
}

func TestBigFloat(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Math::BigFloat; use Math::BigInt; sub n { Math::BigFloat->new(@_) } my $x = n("3.14159"); my $y = n("-2.5");`, lines(`
n(1), n("1.50"), n("-0.001"), n("1e5"), n("1e-5"), n("1.23e2"), n("abc"), n("inf"), n("-inf"), n("0x1f"), n(".5"), n("5."), n("1_000.5"), n(0.1), n("00.10"), n("1e400"), n("")
ref $x, "$x", $x->bstr, $x->bsstr, $x->bnstr, $x->bestr, $x->bdstr, n(12345)->bsstr, n("0.00123")->bsstr, n("123.456")->bnstr, n(12345678)->bestr, n(100)->bsstr
$x + $y, $x - $y, $x * $y, $x / $y, $x % 2, $y ** 2, $y ** 3, $y ** -1, -$x, abs $y, $x <=> $y, $x == 3.14159, $x > 3, $x eq "3.14159", 1 / n(3), 2 ** n("0.5"), n(2) ** 0.5, 10 - $x, n(2) ** 100
n(1) / 3, n(2) / 3, n(10) / 4, n(22) / 7, n(1) / 0, n(-1) / 0, n(0) / 0, scalar(n(1)->copy->bdiv(7, 20))
n(2)->bsqrt, n(2)->bsqrt(20), n(16)->bsqrt, n(-1)->bsqrt, n(27)->broot(3), n(2)->broot(3, 20), sqrt(n(2)), sqrt(n("0.25"))
n(1)->bexp(30), n(2)->bexp, n(10)->blog, n(100)->blog(10), n(8)->blog(2), n(2)->blog(undef, 20), exp(n(1)), log(n(10)), n(0)->bexp
Math::BigFloat->bpi, Math::BigFloat->bpi(50), Math::BigFloat->bpi(5), n(1)->bsin(20), n(1)->batan2(1, 20), sin(n(1)), cos(n(1))
n("3.14159")->bround(3), n("3.14159")->bfround(-2), n("3.14159")->bfround(-4), n("1234.5")->bfround(2), n("2.5")->bfround(0), n("3.5")->bfround(0), n("0.125")->bfround(-2), n("1.25")->bround(2), n("1.35")->bround(2), n(12345)->bround(2), n("0.00012345")->bround(3)
n("3.7")->bint, n("-3.7")->bint, n("3.2")->bfloor, n("-3.2")->bfloor, n("3.2")->bceil, n("-3.2")->bceil, int(n("3.9")), int(n("-3.9"))
$x->copy->badd(1)->bmul(2), $x->copy->bsub("0.14159"), $x->copy->bneg, $y->copy->babs, $x->copy->binc, $x->copy->bdec, $x->copy->bpow(2), n(7)->bmod(3), n("7.5")->bmod(2), n(-7)->bmod(3), n(2)->bmuladd(3, 4)
my $z = $x->copy; $z += 1; $z -= "0.5"; $z *= 2; $z /= 4; $z
$x->is_zero, n(0)->is_zero, n(1)->is_one, $x->is_int, n(3)->is_int, $x->is_pos, $y->is_neg, n("x")->is_nan, n("inf")->is_inf, n(4)->is_even, n(3)->is_odd, $x->is_odd, $y->sign, n("x")->sign
$x->bcmp($y), $x->bacmp($y), $x->beq("3.14159"), $x->blt(4), $x->bge(3), $y->bne(1)
join(",", $x->parts), $x->mantissa, $x->exponent, join(",", $x->length), n(1200)->mantissa, n(1200)->exponent, join(",", $x->sparts), join(",", n("12.5")->nparts)
$x->as_int, $x->as_number, ref $x->as_int, n(10)->as_bin, $x->numify, n("1e500")->numify
n(5)->bfac, n(10)->bnok(3), n(12)->bgcd(18), n(4)->blcm(6), n(3)->bmodpow(4, 5)
n("1.5")->ffround(-1), n("1.55")->ffround(-1), n("1.45")->ffround(-1), n(1)->fround(3) if 0; n("123.456")->bfround(-1), n("123.456")->round(4)
Math::BigFloat->bzero, Math::BigFloat->bone, Math::BigFloat->bone("-"), Math::BigFloat->binf, Math::BigFloat->bnan
sprintf("%.2f %s %d %g", $x, $x, $x, $x), "a$x", $x . "b", $x x 2
my $s = n(0); $s += n("0.1") for 1 .. 10; $s, $s == 1 ? 1 : 0
join ",", sort { $a <=> $b } n("2.5"), n("1.5"), n("-1")
n("0.1") + n("0.2") == n("0.3") ? 1 : 0, n("0.1") + 0.2, n(1.1) * n(1.1)
my $z = n("1.23456"); $z->accuracy(3); "$z"
Math::BigFloat->accuracy // "undef", Math::BigFloat->div_scale, Math::BigFloat->round_mode, $Math::BigFloat::VERSION
{ my $o = Math::BigFloat->div_scale(10); my $r = n(1) / 3; Math::BigFloat->div_scale(40); "$r" }
{ Math::BigFloat->accuracy(10); my $r = n(1) / 3; Math::BigFloat->accuracy(undef); "$r" }
n(0)->bround(2), n("12.5") <=> 12.5, n("1e3") == 1000 ? 1 : 0
n("3.0") == 3 ? 1 : 0, n("3.10"), n("3.0"), n(1e15), n(1e16), n(123456789012345678)
n("inf") + 1, n("inf") - n("inf"), n("NaN") + 1, n("inf") > 5
n(100)->blog(10)->is_int, n("0.5") ** 2, n("2.5") ** 2, n(4) ** "0.5", n(2) ** -2, n(0) ** 0, n("-8") ** (1 / 3)
`)...)
}

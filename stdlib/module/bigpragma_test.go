package module_test

// This file compares Math::BigRat and the pragmas that make objects of numbers with perl's.

import "testing"

func TestBigRat(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Math::BigRat; use Math::BigInt;
my $x = Math::BigRat->new("3/4"); my $y = Math::BigRat->new("-5/6"); sub r { Math::BigRat->new(@_) }`, lines(`
$x + $y, $x - $y, $x * $y, $x / $y, $x ** 3, $x ** -2, $y ** 2, $x % $y
$x <=> $y, $x > $y, $x < $y, $x == $y, $x == 0.75, $x eq "3/4", $x != 1, $x >= "3/4"
-$x, abs($y), int(r("7/2")), int(r("-7/2")), sqrt(r("9/16"))
$x->numify, $x->numerator, $x->denominator, ref $x->numerator, join(",", $x->parts)
$x->as_int, $x->as_number, $x->bstr, $x->bsstr, ref $x
r("1.25"), r(3, 6), r("10/5"), r(7), r(-2.5), r("0x10"), r("1e3/5"), r(" 3 / 4 ")
r("abc"), r("1/0"), r("0/0"), r("3/-4"), r("")
$x->copy->bfloor, $x->copy->bceil, $y->copy->bfloor, $y->copy->bceil, r("-7/2")->bint
$x->is_int, r(2)->is_int, $x->is_pos, $y->is_neg, $x->is_zero, r(0)->is_zero, r(1)->is_one, r("x")->is_nan, $x->sign, $y->sign
$x + 1, 1 - $x, $x * 0.5, 2 / $x, 2 ** r(3), $x + "1/4"
my $z = $x->copy; $z->badd("1/7"); $z
my $z = $x->copy; $z->bsub(1)->bmul(8)->bdiv(3); $z
my $z = $x; $z += 1; $z -= "1/2"; $z *= 4; $z /= 3; $z, $x
my $z = $x->copy; $z++; my $first = "$z"; --$z; $first, $z
$x->copy->binc, $x->copy->bdec, $x->copy->bneg, $y->copy->babs
$x->bcmp($y), $x->bacmp($y), $x->is_odd, r(3)->is_odd, r(4)->is_even
Math::BigRat->bone, Math::BigRat->bone("-"), Math::BigRat->bzero, Math::BigRat->binf, Math::BigRat->binf("-"), Math::BigRat->bnan
r("1/3")->as_float(10), r("22/7")->as_float, ref r("1/3")->as_float
0 + $x, sprintf("%.3f", $x), "$x"
join("|", r("7/2")->bdiv(2)), scalar(r("7/2")->bdiv(2))
r("7/3")->bmod("1/2"), r(2) ** 10, r("1/2") ** "1/2"
ref(r("1/2") + Math::BigInt->new(3))
r(5)->bfac, r("1/2")->bfac
join ",", sort { $a <=> $b } r("1/2"), r("1/3"), r("2/3")
my $s = r(0); $s += r(1, $_) for 1 .. 20; $s
$x ? "true" : "false", r(0) ? "true" : "false"
`)...)
}

func TestBigInteger(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use bigint; my $n = 10; sub f { 2 ** 80 } my @list = (1, 2, 3); my $literal = 3.7; my $big = 0xffffffffffffffffffff; my $h = hex("0xffffffffffffffffffff");
my $o = oct("0x10"); my $half = 7 / 2; my $minus = -7 / 2; my $e = 1e3; my $under = 1e-1; my $sum = "12" + 1; my $root = sqrt(10); my $oct = 0755; my $bin = 0b101; my $sep = 1_000_000;
my $third = 10 ** 20 / 3; my @r; push @r, ref($_) || "plain" for 1 .. 2; my $i = inf; my $nan = NaN; my $fact = 1; $fact *= $_ for 1 .. 30; my $inner; { no bigint; $inner = 7 / 2 } my $cmp = 5 <=> 3; my $exp = exp(1); my %h = (1 => 2);`, lines(`
ref $n, $n, f(), $list[1], $list[-1], scalar(@list)
$literal, $big, $h, $o, $half, $minus, $e, $under, $sum, ref $sum, $root, $oct, $bin, $sep
$third, "@r", $i, $nan, $fact, $inner, $cmp, $exp, join ",", %h
my $first = $n++; my $then = "$n"; --$n; $first, $then, $n, $n + 0.5, $n * 2.5, $n / 3, $n % 3, $n ** 30
my $s = 0; $s += $_ * $n for 1 .. 5; $s
sprintf("%d %s %05d %x", $n, f(), $n, 255)
$n == 10, $n eq "10", $n > 9.5, $n <=> 11
`)...)
	sameAsPerl(t, `use strict; use warnings; use bignum; my @x = (ref(1), ref(1.5), 7 / 2, 0.1 + 0.2, 2 ** 0.5, 1 / 3, 10 / 5, ref(10 / 5), 2 ** 100, 1.0, ref(1.0), 1.50, 3 * 0.5, ref(2 * 0.5), sqrt(2), sqrt(16), 1e3, 1e-3, -1.5, 7 % 3, 0.1 * 3 == 0.3);`,
		`@x`, `$x[2] + 1`, `int($x[2])`, `"$x[4]"`)
	sameAsPerl(t, `use strict; use warnings; use bigrat; my @x = (1/3 + 1/4, ref(1), ref(1.5), 1.5, 3/4 * 8, 2 ** -3, 10 / 4, 0.125);`, `@x`, `$x[0] * 12`)
	sameAsPerl(t, `use strict; use warnings; use bigfloat; my @x = (1/3, ref(1), 1.5, 2 ** 0.5, 10 / 4);`, `@x`)
}

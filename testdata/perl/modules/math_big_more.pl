# Math::BigInt, Math::BigFloat and Math::BigRat: constructors, operators with plain numbers, accuracy, rounding modes, formats and odd values.
use strict;
use warnings;
use Math::BigInt;
use Math::BigFloat;
use Math::BigRat;

for my $text ('123', '-0', '+5', '0x1F', '0b101', '0o17', '1e3', '1_000', ' 12 ', '1.5', 'abc', '', 'inf', '-inf', 'NaN', '12e-1', '1e-2') {
    my $n = Math::BigInt->new($text);
    my $f = Math::BigFloat->new($text);
    print "[$text] $n $f ", $n->is_nan ? 'nan' : $n->is_inf ? 'inf' : $n->sign, "\n";
}
my $x = Math::BigInt->new('123456789012345678901234567890');
print $x + 1, ' ', 1 + $x, ' ', $x - '1', ' ', 5 - $x, ' ', $x * 2, ' ', $x / 7, ' ', $x % 7, ' ', -$x, ' ', abs(-$x), ' ', $x ** 2, "\n";
print $x <=> 5, ' ', 5 <=> $x, ' ', $x == $x->copy ? 'equal' : 'differs', ' ', $x eq "$x" ? 'same text' : 'other', ' ', $x > 1e10 ? 'big' : 'small', ' ', $x ? 'true' : 'false', ' ', !Math::BigInt->new(0) ? 'zero is false' : '', "\n";
my $y = $x->copy; $y->badd(1)->bmul(2)->bsub(4); $y++; $y += 10; $y -= 3; $y *= 2; print "$y\n"; $y /= 3; $y %= 1000; $y **= 3; $y <<= 2; $y >>= 1; print "$y\n";
print join(' ', Math::BigInt->new(17)->bdiv(5)), ' ', join(' ', Math::BigInt->new(-17)->bdiv(5)), ' ', join(' ', Math::BigInt->new(-17)->btdiv(5)), ' ', scalar Math::BigInt->new(17)->bdiv(-5), ' ', Math::BigInt->new(-17) % 5, ' ', Math::BigInt->new(-17)->btmod(5), "\n";
print Math::BigInt->new(3)->bmodpow(200, 13), ' ', Math::BigInt->new(3)->bmodinv(11), ' ', Math::BigInt->new(2)->bmodinv(4), ' ', Math::BigInt->new(48)->bgcd(36), ' ', Math::BigInt::bgcd(12, 18, 30), ' ', Math::BigInt::blcm(4, 6), ' ', Math::BigInt->new(20)->bfac, ' ', Math::BigInt->new(100)->bsqrt, ' ', Math::BigInt->new(1000)->broot(3), ' ', Math::BigInt->new(10)->bnok(3), "\n";
print join(' ', map { $x->$_ } qw(length bstr bsstr bnstr bestr sign parts)) =~ s/ARRAY\(\w+\)//gr, ' ', $x->as_hex, ' ', Math::BigInt->new(10)->as_bin, ' ', Math::BigInt->new(8)->as_oct, ' ', Math::BigInt->new(255)->to_hex, ' ', Math::BigInt->from_hex('ff'), ' ', Math::BigInt->from_bin('0b11'), ' ', Math::BigInt->new(35)->to_base(36), ' ', Math::BigInt->from_base('zz', 36), "\n";
print Math::BigInt->new(12)->band(10), ' ', Math::BigInt->new(12)->bior(3), ' ', Math::BigInt->new(12)->bxor(10), ' ', Math::BigInt->new(12)->bnot, ' ', Math::BigInt->new(5) & 4, ' ', Math::BigInt->new(5) | 2, ' ', ~Math::BigInt->new(5), ' ', Math::BigInt->new(1) << 70, "\n";
print $x->is_odd ? 'odd' : 'even', ' ', $x->is_positive ? 'pos' : 'neg', ' ', Math::BigInt->bone, Math::BigInt->bzero, Math::BigInt->bone('-'), ' ', Math::BigInt->binf, ' ', Math::BigInt->bnan, ' ', $x->numify, ' ', Math::BigInt->new(7)->bcmp(9), Math::BigInt->new(-7)->bacmp(5), ' ', $x->digit(0), $x->digit(-1), ' ', $x->length, "\n";
print Math::BigInt->new(1234567)->bround(3), ' ', Math::BigInt->new(1234567)->bfround(3), ' ', Math::BigInt->new(12350)->bround(3, 'even'), ' ', sprintf('%d %s %.3f %e', Math::BigInt->new(42), Math::BigInt->new(42), Math::BigInt->new(42), Math::BigInt->new(42)), "\n";
my $f = Math::BigFloat->new('3.14159265358979323846');
print $f, ' ', $f * 2, ' ', $f / 3, ' ', 1 / $f, ' ', $f ** 2, ' ', $f->copy->bsqrt, ' ', $f->copy->bround(5), ' ', $f->copy->bfround(-3), ' ', $f->copy->bfloor, $f->copy->bceil, $f->copy->bint, "\n";
print scalar(Math::BigFloat->new(10)->bdiv(3, 10)), ' ', Math::BigFloat->new(2)->bsqrt(20), ' ', Math::BigFloat->bpi(30), ' ', Math::BigFloat->new(1)->bexp(20), ' ', Math::BigFloat->new(2)->blog(undef, 15), ' ', Math::BigFloat->new(100)->blog(10), ' ', Math::BigFloat->new(2)->bpow('0.5'), "\n";
print join(' ', Math::BigFloat->new('1234.5678')->parts), ' ', Math::BigFloat->new('1234.5678')->mantissa, ' ', Math::BigFloat->new('1234.5678')->exponent, ' ', Math::BigFloat->new('0.00012')->bsstr, ' ', Math::BigFloat->new('1234.5')->bnstr, ' ', Math::BigFloat->new('12345.678')->bestr, ' ', Math::BigFloat->new('12.50')->bstr, ' ', Math::BigFloat->new('1e10'), ' ', Math::BigFloat->new('1.5')->is_int ? 'int' : 'not int', "\n";
for my $mode (qw(even odd +inf -inf zero trunc common)) { print "$mode: ", join(' ', map { Math::BigFloat->new($_)->bfround(-1, $mode) } qw(0.25 0.35 -0.25 0.251)), "\n" }
{ local $Math::BigFloat::accuracy; Math::BigFloat->accuracy(8); print Math::BigFloat->new(2)->bsqrt, ' ', Math::BigFloat->new(1) / 3, "\n"; Math::BigFloat->accuracy(undef) }
Math::BigFloat->div_scale(10); print Math::BigFloat->new(1) / 7, "\n"; Math::BigFloat->div_scale(40);
my $r = Math::BigRat->new('3/4');
print $r + '1/4', ' ', $r * 2, ' ', $r / 3, ' ', $r - 1, ' ', $r ** 2, ' ', $r->numerator, '/', $r->denominator, ' ', $r->numify, ' ', Math::BigRat->new('0.125'), ' ', Math::BigRat->new('-6/8'), ' ', Math::BigRat->new('1/0'), ' ', $r <=> '2/3', ' ', $r->copy->bfloor, $r->copy->bceil, ' ', Math::BigRat->new('10/4')->bstr, "\n";
print Math::BigInt->new(2) ** Math::BigInt->new(-1), ' ', Math::BigInt->new(0) ** 0, ' ', Math::BigInt->new(5) / 0, ' ', Math::BigInt->new(0) / 0, ' ', Math::BigInt->new(-8) ** 3, ' ', sqrt(Math::BigInt->new(17)), ' ', int(Math::BigFloat->new('-2.7')), "\n";
{ my $old = Math::BigFloat->round_mode; Math::BigFloat->round_mode('odd'); print Math::BigFloat->new('0.25')->bfround(-1), ' ', Math::BigFloat->new('1.45')->bround(2), "\n"; Math::BigFloat->round_mode($old) }
my %h = ($x => 1); my @sorted = sort { $a <=> $b } map { Math::BigInt->new($_) } 10, 9, 100; print exists $h{'123456789012345678901234567890'} ? 'key' : 'no key', " @sorted ", ref $sorted[0], ' ', "$x" + 0, ' ', $x . '', "\n";

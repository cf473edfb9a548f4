# Math::BigFloat: exact decimals, precision, division, roots, logarithms, pi.
use strict;
use warnings;
use Math::BigFloat;

print Math::BigFloat->new('0.1') + Math::BigFloat->new('0.2'), "\n";
print Math::BigFloat->new('1.5') * 2, ' ', Math::BigFloat->new('10') - '0.001', ' ', Math::BigFloat->new('12345678901234567890.5') + 1, "\n";

# Division and roots have 40 digits unless told otherwise.
print Math::BigFloat->new(1) / 3, "\n";
print Math::BigFloat->new(2)->bsqrt, "\n";
print scalar Math::BigFloat->new(1)->bdiv(7, 20), "\n";
print join(' rest ', Math::BigFloat->new('17.5')->bdiv(5)), "\n";
print Math::BigFloat->new(2)->bsqrt(60), "\n";

# Rounding to digits and to places.
my $n = Math::BigFloat->new('1234.56789');
print $n->copy->bround(6), ' ', $n->copy->bfround(-2), ' ', $n->copy->ffround(-1), ' ', $n->copy->bfloor, ' ', $n->copy->bceil, ' ', $n->copy->bint, "\n";
print "$n\n";

# Powers and logarithms.
print Math::BigFloat->new(2) ** 0.5, "\n";
print Math::BigFloat->new(10) ** -3, ' ', Math::BigFloat->new('1.1') ** 10, "\n";
print Math::BigFloat->new(100)->blog(10), ' ', Math::BigFloat->new(2)->blog(undef, 30), "\n";
print Math::BigFloat->new(1)->bexp(40), "\n";
print Math::BigFloat->bpi(50), "\n";

# Comparing and forms.
print Math::BigFloat->new('2.50') == 2.5 ? 'equal' : 'different', ' ', Math::BigFloat->new('0.3') > Math::BigFloat->new('0.29') ? 'greater' : 'less', "\n";
print Math::BigFloat->new('1e-5'), ' ', Math::BigFloat->new('123000')->bsstr, ' ', Math::BigFloat->new('-0.5')->is_neg ? 'negative' : 'positive', ' ', Math::BigFloat->new('4.0')->is_int ? 'whole' : 'fraction', "\n";

# Money without surprises.
my $total = Math::BigFloat->new(0);
$total += Math::BigFloat->new($_) for qw(19.99 5.01 0.10 0.20);
print "total $total\n";

# Exchanging values without a third variable: scalars, elements, slices, nested data.
use strict;
use warnings;

my ($x, $y, $z) = (1, 2, 3);
($x, $y) = ($y, $x);
print "$x $y $z\n";
($x, $y, $z) = ($y, $z, $x);
print "$x $y $z\n";

# Elements of arrays and hashes.
my @a = ('a' .. 'e');
@a[0, -1] = @a[-1, 0];
print "@a\n";
($a[1], $a[2]) = ($a[2], $a[1]);
print "@a\n";
my %h = (p => 1, q => 2);
@h{qw(p q)} = @h{qw(q p)};
print "$h{p} $h{q}\n";
($x, $h{p}, $a[0]) = ($h{p}, $a[0], $x);
print "$x $h{p} $a[0]\n";

# Whole arrays, by their content.
my @m = (1, 2);
my @n = (3, 4, 5);
my @copy = @m;
@m = @n;
@n = @copy;
print "@m | @n\n";
my ($r, $s) = (\@m, \@n);
($r, $s) = ($s, $r);
print "@$r | @$s\n";

# Rotating left and right.
push @a, shift @a;
print "@a\n";
unshift @a, pop @a;
print "@a\n";
@a = (@a[2 .. $#a], @a[0, 1]);
print "@a\n";

# Reversing in place, a part of it.
@a = reverse @a;
@a[1 .. 3] = reverse @a[1 .. 3];
print "@a\n";

# A bubble sort shows exchanges.
my @numbers = (5, 1, 4, 2);
my $exchanges = 0;
for my $end (reverse 1 .. $#numbers) {
    for my $i (0 .. $end - 1) {
        next if $numbers[$i] <= $numbers[$i + 1];
        @numbers[$i, $i + 1] = @numbers[$i + 1, $i];
        $exchanges++;
    }
}
print "@numbers $exchanges\n";

# Fibonacci by parallel assignment; the greatest common divisor.
my ($p, $q) = (0, 1);
($p, $q) = ($q, $p + $q) for 1 .. 10;
my ($u, $v) = (84, 36);
($u, $v) = ($v, $u % $v) while $v;
print "$p $u\n";

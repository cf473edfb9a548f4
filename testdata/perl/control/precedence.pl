# Operator precedence and associativity.
use strict;
use warnings;
no warnings;

print 2 + 3 * 4, ' ', (2 + 3) * 4, ' ', 2**3**2, ' ', -2**2, ' ', 10 - 3 - 2, "\n";
print 7 / 2, ' ', int(7 / 2), ' ', -7 % 3, ' ', 7 % -3, ' ', 2**-1, "\n";
print 1 . 2 + 3, ' ', '1' . '2' * 3, ' ', 'a' x 3 . 'b', ' ', '-' x 2 x 2, "\n";

my @x = (1, 2) x 2;
print "@x\n";
print !1 + 1, ' ', !0 . 'x', ' ', ~0 & 0xFF, ' ', 1 | 2 ^ 3 & 6, ' ', 1 << 2 + 1, "\n";
print 5 <=> 3 || 2, ' ', (1 < 2) == (2 < 3), ' ', 1 == 1.0, ' ', 'a' lt 'b', "\n";

my $a1 = my $b1 = 5;
print $a1 + $b1, "\n";

my $c = 1 ? 2 : 3 ? 4 : 5;
print "$c\n";

my ($p, $q) = (1, 1);
my $r = $p++ + ++$q;
print "$p $q $r\n";

my $s = 'az';
$s++;
my $z = 'Zz';
$z++;
my $n9 = 'a9';
$n9++;
my $zz = 'zz';
$zz++;
print "$s $z $n9 $zz\n";

my $v = 10;
$v += 5;
$v -= 3;
$v *= 2;
$v /= 4;
$v**= 2;
$v %= 7;
print "$v\n";

my $t = 'a';
$t .= 'b';
$t x= 3;
print "$t\n";

my $bits = 12;
$bits |= 3;
$bits &= 10;
$bits ^= 1;
$bits <<= 2;
$bits >>= 1;
print "$bits\n";
print 'abc' | '   ', ' ', 'AB' ^ '  ', ' ', 'abc' & '___', "\n";
print "10" + "20", ' ', "3 apples" * 2, ' ', "0x10" + 0, ' ', "1e2" + 1, ' ', ".5" + 1, ' ', "abc" + 1, "\n";
print 10 == 10.0 ? 'eq' : 'ne', ' ', '10' eq '10.0' ? 'eq' : 'ne', "\n";
print 1 <=> 'nan', '|', join(',', sort { $a <=> $b } 3, 1, 2), "\n";
print 1 .. 3, ' ', join(',', 'aa' .. 'ad'), ' ', join(',', 'x' .. 'ab'), ' ', join(',', '08' .. '11'), "\n";
print "a" . 1 + 2, "\n";
print 1 <=> 2, -1 <=> -2, "\n";

my @l = (1, 2, 3);
my $cnt = @l;
my ($f) = @l;
my $last = (7, 8, 9)[-1];
print "$cnt $f $last $#l\n";
print "yes\n" if not 0 and 1;

my $o = 0 or 5;
print "$o\n";

my $oo = (0 or 5);
print "$oo\n";
print join(',', map { $_**2 } 1 .. 3), ' ', join(',', map +($_ => 1), 1, 2), ' ', join(',', map { ; "$_" => 1 } 1),
    "\n";
print -'foo', ' ', - -1, ' ', -'-foo', ' ', -'10', "\n";
print 1_000_000, ' ', 0x1F, ' ', 0b101, ' ', 0o17, ' ', 017, ' ', 1e3, ' ', 1.50, ' ', 0xff_ff, "\n";
print 9**0.5, ' ', 10 / 3, ' ', 1e21, ' ', 1 / 7, ' ', 1e15 + 0.3, ' ', 123456789 * 987654321, "\n";
print 9223372036854775807 + 1, ' ', 18446744073709551615, ' ', 18446744073709551616, ' ', -9223372036854775808, "\n";
print 0.1 + 0.2, ' ', 1e100, ' ', 1.0, ' ', 1.10, ' ', -0.0, ' ', 1e-5, ' ', 0.0001, "\n";
print 9**9**9, ' ', -9**9**9, ' ', (9**9**9) - (9**9**9), "\n";

# What arithmetic warns about: text that is no number, undefined values; and their names.
use strict;
use warnings;

my ($u, $v, @a, %h);
my $n = 1;

print $n + '3 apples', "\n";
print 'abc' * 2, "\n";
print '' + 1, "\n";
print "10\n" + 1, "\n";
print '5x' == 5 ? "equal\n" : "different\n";
print -'12abc', "\n";

# Undefined values are named where that is possible.
print $n + $u, "\n";
print $u . "text\n";
print "in a string: $u\n";
print $a[0] + 1, ' ', $h{key} + 1, "\n";
print $u == $v ? "equal\n" : "different\n";
print $u eq 'x' ? "equal\n" : "different\n";
print $u < 1 ? "less\n" : "more\n";

# Functions.
print uc $u, lc $u, "|\n";
print length($u) // 'undef', "\n";
print substr($u, 0, 1), "|\n";
print join('-', $u, 'x'), "\n";
print abs $u, int $u, sqrt $u, "\n";
print 'x' x $u, "|\n";
print chr $u eq "\0" ? "zero\n" : "other\n";

# Assignment operators: the left side may be undefined for some.
my ($p, $q, $r, $s);
$p .= 'a';
$q += 1;
$r++;
$s -= 1;
print "$p $q $r $s\n";
my ($x, $y);
$x *= 2;
$y **= 2;
print "$x $y\n";
$n .= $u;
$n += $v;
print "$n\n";

# Sub arguments and results.
sub nothing { return }
print 'got ' . (nothing() // 'undef') . "\n";
print 1 + nothing(), "\n";

# Silence for a block.
{
    no warnings qw(uninitialized numeric);
    print $u + '7 days', "\n";
}

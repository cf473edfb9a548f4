# Scalars: copying, chained assignment, swapping, defaults, truth.
use strict;
use warnings;

my $x = 5;
my $y = $x;
$y++;
print "$x $y\n";

my ($first, $second) = (1, 2);
($first, $second) = ($second, $first);
print "$first $second\n";

my $p = my $q = 7;
$p += 1;
print "$p $q\n";

# An assignment is a place that can be changed further.
(my $copy = '  trimmed  ') =~ s/^\s+|\s+$//g;
print "[$copy]\n";
($x += 5) *= 2;
print "$x\n";

# Three kinds of defaults.
my ($undefined, $zero, $empty) = (undef, 0, '');
print $undefined // 'default', ' ', $zero // 'default', ' ', $zero || 'default', ' ', $empty || 'default', ' [', $empty // 'default', "]\n";
$undefined //= 4;
$zero ||= 9;
my $set = 5;
$set &&= 6;
print "$undefined $zero $set\n";

# What is true and what is false.
for my $value (0, 1, '', '0', '0.0', '00', ' ', 'a', 0.0, '0E0', -1) {
    print "'$value' ", $value ? 'true' : 'false', "\n";
}
print defined $undefined ? 'defined' : 'undefined', ' ', defined(my $new) ? 'defined' : 'undefined', "\n";

# Assignment operators.
my $n = 10;
$n -= 3;
$n *= 2;
$n /= 7;
$n **= 3;
$n %= 5;
print "$n\n";
$n = 6;
$n |= 1;
$n &= 5;
$n ^= 2;
$n <<= 3;
$n >>= 1;
print "$n\n";
my $s = 'abc';
$s .= 'def';
$s x= 2;
print "$s\n";

# Not and its values; unary minus on words.
print !!1, ' [', !!0, '] ', !1 eq '' ? 'empty' : 'full', ' ', -'foo', ' ', - -5, "\n";
undef $s;
print defined $s ? 'defined' : 'undefined', "\n";

# Increment and decrement: prefix and postfix, in indexes, in conditions, on elements.
use strict;
use warnings;

my $i = 5;
my $old = $i++;
my $new = ++$i;
print "$old $new $i\n";
$old = $i--;
$new = --$i;
print "$old $new $i\n";

# In subscripts.
my @list = (10, 20, 30);
my $k = 0;
print $list[$k++], ' ', $list[$k++], ' ', $k, "\n";
$list[$k]++;
--$list[0];
print "@list\n";

# Counting in a hash; the element comes into being.
my %count;
$count{$_}++ for qw(a b a);
my $before = $count{new}++;
print join(' ', map { "$_=$count{$_}" } sort keys %count), " $before\n";

# Unique elements by postfix increment.
my %seen;
my @unique = grep { !$seen{$_}++ } qw(x y x z y);
print "@unique\n";

# Through references and in nested data.
my $data = { n => 1, list => [1, 2], deep => { er => 0 } };
$data->{n}++;
$data->{list}[1]++;
++$data->{deep}{er};
$data->{fresh}{count}++;
my $ref = \my $number;
$number = 1;
$$ref++;
print "$data->{n} $data->{list}[1] $data->{deep}{er} $data->{fresh}{count} $number\n";

# Loops.
my $n = 3;
print "$n " while $n-- > 0;
print "| $n\n";
my $m = 0;
1 while $m++ < 5;
print "$m\n";

# Fractions and negative numbers.
my $f = -0.5;
$f++;
print "$f ";
$f = 1e3;
$f--;
print "$f\n";

# The postfix form of an undefined variable gives zero.
my $u;
my $zero = $u++;
print "$zero $u\n";
my $v;
my $none = $v--;
print defined $none ? "[$none]" : 'undef', " $v\n";

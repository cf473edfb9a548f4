# Undefined values: in lists, as arguments, defaults, in arithmetic, in conditions.
use strict;
use warnings;

my ($x, @list, %h);
print defined $x ? 'defined' : 'undefined', ' ', $x ? 'true' : 'false', ' ', $x // 'default', "\n";

# Undefined elements between others.
$list[2] = 'c';
print join(',', map { $_ // 'undef' } @list), ' ', scalar @list, ' ', scalar(grep { defined } @list), "\n";

# Functions that return nothing: an empty list, or undef in scalar context.
sub nothing { return }
my @none   = nothing();
my $none   = nothing();
my ($n)    = nothing();
my %pairs  = (key => scalar nothing());
my @inside = (1, nothing(), 2);
print scalar @none, ' ', defined $none ? 1 : 0, defined $n ? 1 : 0, ' ', exists $pairs{key} ? 'key' : 'no key', ' ', scalar @inside, "\n";

# Counting from nothing is silent.
my ($count, $text, @queue);
$count++;
$text .= 'appended';
push @queue, 1;
$h{new}++;
$h{list}[1] = 'x';
print "$count $text @queue $h{new} ", defined $h{list}[0] ? 1 : 0, "\n";

# Made undefined again.
my $value = 5;
undef $value;
my @array = (1, 2);
undef @array;
my ($p, $q) = (1);
($p, $q) = (undef, 2);
print defined $value ? 1 : 0, scalar @array, defined $p ? 1 : 0, $q, "\n";

# Comparing with undef: defined is the question to ask.
for my $v (undef, 0, '', 'x') {
    print !defined $v ? 'undef' : $v eq '' ? 'empty' : $v eq '0' ? 'zero' : 'text', ' ';
}
print "\n";

# Undefined in the sort order, in joins, in hash keys.
{
    no warnings 'uninitialized';
    my %key = (undef() => 'empty key');
    print join('|', sort('b', undef, 'a')), ' ', join('-', 1, undef, 2), " $key{''} [@{[undef]}] ", undef() + 5, ' ', 'x' . undef, "\n";
}

# The first defined value, with a list.
my ($chosen) = grep { defined } (undef, undef, 'third', 'fourth');
print "$chosen\n";

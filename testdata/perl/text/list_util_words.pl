# List::Util on words and numbers: first, sum, reduce, any, uniq, pairs, head and tail.
use strict;
use warnings;
use List::Util qw(first sum sum0 min max minstr maxstr reduce shuffle uniq uniqnum product any all none notall);
use List::Util qw(pairs pairkeys pairvalues pairmap pairgrep head tail zip mesh);

my @n = (3, 1, 4, 1, 5, 9, 2, 6);

print join(' ', sum(@n), max(@n), min(@n), product(@n), sum0(), minstr(qw(b a c)), maxstr(qw(b a c))), "\n";
print defined sum() ? 'defined' : 'undefined', ' ', defined max() ? 'defined' : 'undefined', ' ', product(), "\n";
print first { $_ > 3 } @n;
print "\n";

# Duplicates, by text and by number.
print join(' ', uniq(@n)), '|', join(' ', uniqnum(1, '1.0', 2)), '|', scalar(uniq(@n)), "\n";

# Reducing.
my $factorial = reduce { $a * $b } 1 .. 5;
my $joined    = reduce { "$a$b" } 'a' .. 'd';
my $longest   = reduce { length $a >= length $b ? $a : $b } qw(ox horse cow mouse);
my $nothing   = reduce { $a + $b } ();
print "$factorial $joined $longest ", defined $nothing ? 'defined' : 'undefined', "\n";

# Questions about all elements; of an empty list too.
my @answers = ((any { $_ == 9 } @n), (all { $_ > 0 } @n), (none { $_ > 9 } @n), (notall { $_ > 1 } @n), (any { 1 } ()), (all { 0 } ()));
print join(',', map { $_ ? 'T' : 'F' } @answers), "\n";

# Pairs.
my @list = (a => 1, b => 2, c => 3);
print join(' ', map { "$_->[0]=$_->[1]" } pairs(@list)), ' ', join(',', pairkeys(@list)), ' ', join(',', pairvalues(@list)), "\n";
print join(',', pairmap { "$a-$b" } @list), ' ', join(',', pairgrep { $b > 1 } @list), "\n";
print join(' ', map { $_->key . $_->value } pairs(@list)), "\n";

# Ends of lists.
print join(',', head(2, @n)), '|', join(',', tail(2, @n)), '|', join(',', head(-6, @n)), '|', join(',', tail(-6, @n)), "\n";

# Several lists side by side.
print join(';', map { join ',', @$_ } zip([1, 2], ['a', 'b'])), ' ', join(',', mesh([1, 2], ['a', 'b'])), "\n";

# Shuffling keeps the elements.
my @mixed = shuffle 1 .. 10;
print join(' ', sort { $a <=> $b } @mixed), "\n";

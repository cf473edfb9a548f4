# List::Util: reduce and reductions as general folds.
use strict;
use warnings;
use List::Util qw(reduce reductions);

print 'sum ', (reduce { $a + $b } 1 .. 10), "\n";
print 'product ', (reduce { $a * $b } 1 .. 6), "\n";
print 'longest ', (reduce { length $a >= length $b ? $a : $b } qw(fig banana apple cherry)), "\n";
print 'joined ', (reduce { "$a-$b" } 'a' .. 'e'), "\n";

# One element is given back, none gives undef.
print 'one ', (reduce { die } 42), "\n";
my $none = reduce { $a + $b } ();
print defined $none ? 'defined' : 'undef', "\n";

# A start value by putting it first.
my $count = reduce { $a + length $b } 0, qw(one two three);
print "letters $count\n";

# Building a structure.
my $tree = reduce { { value => $b, left => $a } } undef, 1 .. 3;
print "$tree->{value} $tree->{left}{value} $tree->{left}{left}{value}\n";
my $index = reduce { $a->{ substr $b, 0, 1 } .= $b; $a } {}, qw(ant bee ape bat);
print join(',', map { "$_=$index->{$_}" } sort keys %$index), "\n";

# All partial results.
print join(' ', reductions { $a + $b } 1 .. 6), "\n";
print join(' ', reductions { $a . $b } qw(a b c)), "\n";
print scalar(my @empty = reductions { $a + $b } ()), "\n";

# Horner's rule and the greatest common divisor.
my $horner = reduce { $a * 2 + $b } 1, 0, 1, 1;
my $gcd = reduce { my ($x, $y) = ($a, $b); ($x, $y) = ($y, $x % $y) while $y; $x } 48, 36, 120;
print "$horner $gcd\n";

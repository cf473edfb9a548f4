# Arrays: elements, negative indexes, the last index, existence, growing.
use strict;
use warnings;

my @a = (1 .. 5);
print "$a[0] $a[-1] $#a ", scalar(@a), ' ', $a[$#a], ' ', $a[@a - 1], ' ', $a[-5], "\n";

# Setting the last index cuts or extends.
$#a = 2;
print "@a\n";
$a[5] = 'x';
print join(',', map { defined ? $_ : 'undef' } @a), "\n";
$#a = -1;
print scalar @a, "\n";

# Reading beyond the end gives undef and does not extend.
my @short = (1, 2);
print defined $short[10] ? 'defined' : 'undefined', ' ', scalar @short, "\n";
print defined $short[-3] ? 'defined' : 'undefined', "\n";

# Writing before the start is an error.
eval { $short[-5] = 1; 1 } or print "error: $@";

# exists and delete on arrays.
my @gaps;
$gaps[3] = 'three';
print join(' ', map { exists $gaps[$_] ? 1 : 0 } 0 .. 4), "\n";
delete $gaps[3];
print scalar @gaps, "\n";

# An index is made an integer.
my @letters = ('a' .. 'e');
print $letters[1.9], $letters['2'], $letters[-1.5], $letters[1 + 1], "\n";
my $i = 1;
print "$letters[$i] $letters[$i+1] $letters[-$i] $letters[$#letters - 1]\n";

# Truth and emptiness.
my @empty;
print 'empty ' unless @empty;
print 'not empty ' if @letters;
print @empty ? 'some' : 'none', ' ', scalar(@empty), " $#empty\n";

# Arrays of arrays.
my @nested = ([1, 2], [3, [4, 5]]);
print $nested[1][1][0], $nested[0]->[1], ' ', scalar @{ $nested[1] }, ' ', $#{ $nested[0] }, "\n";

# Copies are independent.
my @copy = @letters;
$copy[0] = 'changed';
print "$letters[0] $copy[0]\n";
my @joined = ('start', @letters[0, 1], ('x', 'y'), 1 .. 2);
print "@joined ", scalar @joined, "\n";

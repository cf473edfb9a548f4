# Slices of arrays: reading, writing, negative indexes, with index and value, of lists.
use strict;
use warnings;

my @a = ('a' .. 'h');
print "@a[1, 2] @a[-2, -1] @a[2 .. 4] @a[(0) x 3]\n";

# The indexes are an expression.
my @wanted = (7, 0);
print "@a[@wanted] @a[grep { $_ % 2 } 0 .. $#a]\n";

# Assigning, exchanging, rotating.
my @n = (1 .. 5);
@n[0, 1] = @n[1, 0];
print "@n\n";
@n[1 .. 3] = qw(x y);
print join(',', map { $_ // 'undef' } @n), "\n";
@n = @n[1 .. $#n, 0];
print join(',', map { $_ // 'undef' } @n), "\n";

# Beyond the end: undef in the middle; a slice of a list that is all outside is empty.
my @some = @a[6 .. 9];
print scalar @some, ' ', join(',', map { $_ // 'undef' } @some), "\n";
my @outside = (1, 2, 3)[5, 6];
print scalar @outside, "\n";

# Slices of lists.
print join(',', (1, 2, 3)[1, 2]), ' ', (4, 5, 6)[-1], ' ', (sort { $b <=> $a } 3, 9, 5)[0], "\n";
my ($min, $max) = (sort { $a <=> $b } 5, 3, 9)[0, -1];
print "$min $max\n";
print join(' ', (split /:/, 'root:x:0:0:root:/root')[0, 2, -1]), "\n";

# Index and value pairs.
my %pairs = %a[0, 3];
print join(' ', map { "$_=$pairs{$_}" } sort keys %pairs), "\n";

# Slices of slices, of references.
print join(',', (@a[2 .. 6])[1, 2]), "\n";
my $ref = \@a;
print "@$ref[1, 2] @{$ref}[3, 4] ", join('', $ref->@[5, 6]), "\n";
my @matrix = ([1, 2, 3], [4, 5, 6]);
print join(' ', map { "@$_[0, 2]" } @matrix), ' ', join(',', @{ $matrix[1] }[0 .. 1]), "\n";

# Changing the elements of a slice in a loop.
$_ = uc for @a[0, 1];
print "@a\n";
my ($p, $q) = @a[1, 0];
print "$p $q\n";

# A slice with one element is still a list.
my @index = (2);
my ($only) = @a[@index];
my $count = () = @a[0, 1, 2];
my $last = @a[0, 1, 2];
print "$only $count $last\n";

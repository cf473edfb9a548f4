# Push, pop, shift, unshift and splice with all their arguments.
use strict;
use warnings;

my @a;
push @a, 1, 2, 3;
unshift @a, 0, -1;
print "@a\n";
print push(@a, 'x'), ' ', unshift(@a, 'y'), "\n";
print pop @a, ' ', shift @a, " @a\n";

# From an empty array.
my @empty;
print defined pop @empty ? 'defined' : 'undefined', ' ', defined shift @empty ? 'defined' : 'undefined', "\n";

# Lists are flattened, references are not.
push @a, (4, 5), [6, 7];
print scalar @a, " $a[-1][1]\n";
pop @a;

# splice removes, replaces, inserts.
my @s = (1 .. 10);
my @removed = splice @s, 2, 3;
print "@removed | @s\n";
splice @s, 1, 0, 'a', 'b';
print "@s\n";
splice @s, -2;
print "@s\n";
@removed = splice @s, 1, 2, 'Z';
print "@removed | @s\n";
splice @s, 1, -1;
print "@s\n";
splice @s, 1, 1, ('p') x 3;
print "@s\n";
my $last = splice @s, 0, 2;
print "$last | @s\n";
splice @s;
print scalar @s, "\n";

# Beyond the end splice warns and appends; far before the start it is an error.
my @few = (1, 2);
splice @few, 5, 0, 'end';
print "@few\n";
eval { splice @few, -9, 1; 1 } or print "error: $@";

# Queue and stack.
my @queue = qw(first second);
push @queue, 'third';
print shift @queue, ' then ', join(',', @queue), "\n";
my @stack;
push @stack, $_ for 1 .. 3;
print pop @stack while @stack;
print "\n";

# In a sub, shift takes from its arguments.
sub head {
    my $head = shift;
    return "$head of " . @_;
}
print head(7, 8, 9), "\n";

# Removing while going backwards.
my @n = 1 .. 10;
for my $i (reverse 0 .. $#n) {
    splice @n, $i, 1 if $n[$i] % 3 == 0;
}
print "@n\n";

# Through references.
my $ref = [1];
push @$ref, 2;
push @{ $ref }, 3;
push $ref->@*, 4;
print "@$ref\n";

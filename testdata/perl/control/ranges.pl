# Ranges: numbers, letters, zero padding, reverse, empty ranges, in slices and loops.
use strict;
use warnings;

print join(' ', 1 .. 5), "\n";
print join(' ', -3 .. 3), "\n";
print join(' ', 2.9 .. 5.1), "\n";
print 'empty: [', join(' ', 5 .. 1), "]\n";
print 'one: [', join(' ', 4 .. 4), "]\n";

# Strings step with the magic increment until the length is passed.
print join(' ', 'a' .. 'e'), "\n";
print join(' ', 'x' .. 'ab'), "\n";
print join(' ', '01' .. '05'), "\n";
print join(' ', 'aa' .. 'ad'), "\n";
print join(' ', 'a9' .. 'b2'), "\n";

# A start longer than the end gives the start only.
print join(' ', 'abc' .. 'b'), "\n";

# Numeric strings count as numbers.
print join(' ', '8' .. '11'), "\n";

# Ranges as indices.
my @letters = ('a' .. 'z');
print "@letters[0 .. 4] ... @letters[-3 .. -1]\n";
print scalar(@letters), " letters\n";

# Backwards.
print join(' ', reverse 1 .. 5), "\n";
print join('', map { $letters[$_] } reverse 0 .. 4), "\n";

# The variable of a loop over a range may be changed: each turn has its own value.
for my $n (1 .. 3) {
    $n *= 10;
    print "n=$n\n";
}

my ($from, $to) = (3, 6);
my $sum = 0;
$sum += $_ for $from .. $to;
print "sum $sum\n";

# Sort keeps equal elements in order; reverse and $b before $a differ in that; odd comparisons.
use strict;
use warnings;

my @cards = qw(b2 a1 b1 a2 b0 a0);

my @by_letter = sort { substr($a, 0, 1) cmp substr($b, 0, 1) } @cards;
print "@by_letter\n";

# Descending by exchanging the operands is stable too.
my @down = sort { substr($b, 0, 1) cmp substr($a, 0, 1) } @cards;
print "@down\n";

# Reversing a sorted list puts equal elements in the order that the optimized form keeps.
my @reversed = reverse sort { substr($a, 0, 1) cmp substr($b, 0, 1) } @cards;
print "@reversed\n";

# A comparison that is always equal leaves the list as it is.
my @same = sort { 0 } @cards;
print "@same\n";

# Booleans are a poor comparison, but a list without duplicates that is in order stays.
my @sorted = sort { $a <=> $b } 3, 1, 2, 3, 1, 2;
print "@sorted\n";

# Sorting twice: the second key first.
my @people = (['Ann', 30], ['Bob', 25], ['Cid', 30], ['Dan', 25]);
my @names  = sort { $a->[1] <=> $b->[1] } sort { $b->[0] cmp $a->[0] } @people;
print join(' ', map { "$_->[0]$_->[1]" } @names), "\n";

# Elements are aliases: changing them changes the array.
my @values = (3, 1, 2);
$_ *= 10 for sort { $a <=> $b } @values;
print "@values\n";

# return in the block, and a block of several statements.
my @returned = sort {
    my ($x, $y) = map { $_ % 10 } $a, $b;
    return $x <=> $y || $a <=> $b;
} 21, 13, 42, 11, 3;
print "@returned\n";

# A nested sort.
my %groups = (x => [3, 1], a => [2, 9, 4]);
print join(' ', map { "$_:" . join ',', sort { $a <=> $b } @{ $groups{$_} } } sort keys %groups), "\n";

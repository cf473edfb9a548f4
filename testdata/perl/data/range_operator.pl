# Ranges: numbers, text, direction, borders, and where the counting of text ends.
use strict;
use warnings;

print join(',', 1 .. 5), ' ', join(',', -2 .. 2), ' ', join(',', 3 .. 3), "\n";

# A range that goes down is empty; fractions are cut off.
print '[', join(',', 5 .. 1), '] ', join(',', 2.5 .. 5.5), ' ', join(',', -1.9 .. 1.9), ' ', join(',', reverse 1 .. 3), "\n";

# Text counts like the magic increment, up to the length of the right border.
print join(',', 'a' .. 'e'), ' ', join(',', 'aa' .. 'ad'), ' ', join(',', 'x' .. 'ab'), ' ', join(',', 'a9' .. 'b2'), "\n";
print join(',', '01' .. '05'), ' ', join(',', '08' .. '11'), ' ', join(',', 'A' .. 'C', 'x' .. 'z'), "\n";
print scalar(my @all = 'a' .. 'zz'), ' ', join(',', 'zz' .. 'b'), ' ', join(',', 'abc' .. 'abe'), "\n";

# Text that looks like a number counts as one.
print join(',', '2' .. '4'), ' ', join(',', '1.5' .. '3'), ' ', join(',', '-2' .. '1'), "\n";

# As indexes, as arguments, in loops.
my @letters = ('a' .. 'z');
print "@letters[2 .. 4] @letters[-3 .. -1] ", scalar(@{ [ 1 .. 100 ] }), "\n";
my $sum = 0;
$sum += $_ for 1 .. 100;
print "$sum\n";
for my $i (reverse 'a' .. 'c') {
    print $i;
}
print "\n";
my ($low, $high) = (3, 6);
print "@{[ $low .. $high ]} ", join('', map { chr } 65 .. 70), "\n";

# Borders may be expressions; a list of several ranges.
my @n = (1 .. @letters / 13, 10 .. 5 + 7);
print "@n\n";

# The elements are copies that may be changed.
for my $n (1 .. 3) {
    $n *= 10;
    print "$n ";
}
print "\n";

# Undefined borders count as zero or as empty text, with a warning.
my $undefined;
print join(',', $undefined .. 2), "\n";

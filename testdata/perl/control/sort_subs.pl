# Sort: comparison blocks, named subs, several keys, stability, reverse, numeric and mixed.
use strict;
use warnings;

my @numbers = (10, 9, 100, 1);
print join(' ', sort @numbers), "\n";
print join(' ', sort { $a <=> $b } @numbers), "\n";
print join(' ', sort { $b <=> $a } @numbers), "\n";
print join(' ', reverse sort { $a <=> $b } @numbers), "\n";

# A named sub and a sub in a variable.
sub by_length { return length $a <=> length $b || $a cmp $b }
print join(' ', sort by_length qw(pear fig banana kiwi apple)), "\n";
my $backwards = sub { $b cmp $a };
print join(' ', sort $backwards qw(a c b)), "\n";

# Several keys.
my @people = (['Ann', 30], ['Bob', 25], ['Cid', 30], ['Dan', 25]);
my @sorted = sort { $b->[1] <=> $a->[1] or $a->[0] cmp $b->[0] } @people;
print join(' ', map { "$_->[0]:$_->[1]" } @sorted), "\n";

# Keys of a hash by value.
my %votes = (red => 3, green => 7, blue => 3);
print join(' ', sort { $votes{$b} <=> $votes{$a} || $a cmp $b } keys %votes), "\n";

# Equal elements keep their order.
my @words = qw(b1 a1 b2 a2 b3);
print join(' ', sort { substr($a, 0, 1) cmp substr($b, 0, 1) } @words), "\n";

# Computing the key once for each element.
my @lines = ('c 3', 'a 20', 'b 100');
my @by_number = map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [(split)[1], $_] } @lines;
print join(', ', @by_number), "\n";

# In place.
@numbers = sort { $a <=> $b } @numbers;
print "@numbers\n";

# return in a sort sub.
sub odd_first {
    return -1 if $a % 2 and not $b % 2;
    return 1 if $b % 2 and not $a % 2;
    return $a <=> $b;
}
print join(' ', sort odd_first 1 .. 8), "\n";

# Sets and bags in hashes: union, intersection, difference, subsets, power sets.
use strict;
use warnings;

sub set { return { map { $_ => 1 } @_ } }
sub members { return join ' ', sort keys %{ $_[0] } }

my $x = set(qw(a b c d));
my $y = set(qw(c d e));

my $union        = { %$x, %$y };
my $intersection = set(grep { $y->{$_} } keys %$x);
my $difference   = set(grep { !$y->{$_} } keys %$x);
my $symmetric    = set(grep { !($x->{$_} && $y->{$_}) } keys %$union);
print join(' | ', map { members($_) } $union, $intersection, $difference, $symmetric), "\n";

# Subset, equality, emptiness.
sub is_subset { my ($small, $big) = @_; return !grep { !$big->{$_} } keys %$small }
print is_subset($intersection, $x) ? 'subset' : 'no', ' ', is_subset($y, $x) ? 'subset' : 'no', ' ', is_subset($x, $x) && keys %$x == 4 ? 'equal' : 'no', ' ', %{ set() } ? 'full' : 'empty', "\n";

# Adding, removing, asking.
$x->{z} = 1;
delete $x->{a};
print members($x), ' ', exists $x->{z} ? 'in' : 'out', ' ', exists $x->{a} ? 'in' : 'out', ' ', scalar keys %$x, "\n";

# Bags count.
my %bag;
$bag{$_}++ for split //, 'abracadabra';
print join(' ', map { "$_$bag{$_}" } sort keys %bag), ' ', join('', grep { $bag{$_} == 1 } sort keys %bag), "\n";

# Differences of bags.
my %left = %bag;
$left{$_}-- for split //, 'cab';
print join(' ', map { "$_$left{$_}" } grep { $left{$_} > 0 } sort keys %left), "\n";

# All subsets, by bits.
my @items = qw(p q r);
for my $mask (0 .. 2 ** @items - 1) {
    my @subset = map { $items[$_] } grep { $mask & 1 << $_ } 0 .. $#items;
    print '{', join(',', @subset), '}';
}
print "\n";

# Products and pairs.
print join(' ', map { my $l = $_; map { "$l$_" } 1, 2 } qw(a b)), ' ', join(' ', map { my $i = $_; map { "$items[$i]$items[$_]" } $i + 1 .. $#items } 0 .. $#items), "\n";

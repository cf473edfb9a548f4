# Keys, values and each on arrays; exists; going through with indexes.
use strict;
use warnings;

my @colours = qw(red green blue);

print join(',', keys @colours), ' ', join(',', values @colours), "\n";
while (my ($i, $colour) = each @colours) {
    print "$i=$colour ";
}
print "\n";

# each without a list gives the index only.
while (defined(my $i = each @colours)) {
    print "$i ";
}
print "\n";

# keys starts each anew.
my ($first) = each @colours;
keys @colours;
my ($again) = each @colours;
print "$first $again\n";
keys @colours;

# The number of keys, and changing values in place.
print scalar(keys @colours), "\n";
$_ = ucfirst for values @colours;
print "@colours\n";

# With references.
my $r = ['x', 'y'];
print join(',', keys @$r), ' ', join(',', values $r->@*), "\n";

# Sorting the indexes by the elements.
my @n = (30, 10, 20);
my @order = sort { $n[$a] <=> $n[$b] } keys @n;
print "@order\n";

# The largest element and its place.
my ($best) = sort { $n[$b] <=> $n[$a] } 0 .. $#n;
print "$best $n[$best]\n";

# Two arrays in parallel.
my @names = qw(ann bob);
my @ages  = (30, 25);
print join(' ', map { "$names[$_]:$ages[$_]" } keys @names), "\n";

# Removing duplicates, keeping the first.
my %seen;
my @unique = grep { !$seen{$_}++ } qw(b a b c a);
print "@unique\n";

# The places of an element.
my @letters = qw(a b a c a);
print join(',', grep { $letters[$_] eq 'a' } 0 .. $#letters), "\n";

# Sorting and reversing lists and hashes in combination.
use strict;
use warnings;

my @n = (5, 3, 11, 1);
print join(' ', reverse @n), ' | ', join(' ', reverse sort @n), ' | ', join(' ', reverse sort { $a <=> $b } @n), ' | ', join(' ', sort { $b <=> $a } @n), "\n";

# sort in scalar-like uses: first, last, median.
my @sorted = sort { $a <=> $b } @n;
print "$sorted[0] $sorted[-1] ", ($sorted[1] + $sorted[2]) / 2, "\n";
my ($smallest, $largest) = (sort { $a <=> $b } @n)[0, -1];
print "$smallest $largest\n";

# Keys by value, then by key, in both directions.
my %points = (ann => 7, bob => 9, cid => 7, dan => 9);
print join(' ', sort { $points{$b} <=> $points{$a} or $a cmp $b } keys %points), "\n";
print join(' ', sort { $points{$a} <=> $points{$b} or $b cmp $a } keys %points), "\n";

# Ranks, with equal ranks for equal values.
my ($rank, $place, $previous) = (0, 0, undef);
for my $name (sort { $points{$b} <=> $points{$a} or $a cmp $b } keys %points) {
    $place++;
    $rank = $place unless defined $previous && $previous == $points{$name};
    $previous = $points{$name};
    print "$rank.$name ";
}
print "\n";

# Sorted by a given order.
my @order = qw(low middle high);
my %index;
@index{@order} = 0 .. $#order;
print join(' ', sort { $index{$a} <=> $index{$b} } qw(high low middle low)), "\n";

# Sorting lines by a column, numbers by their last digit, strings by their length.
print join(';', sort { (split / /, $a)[1] <=> (split / /, $b)[1] } 'x 10', 'y 9', 'z 100'), ' ', join(' ', sort { $a % 10 <=> $b % 10 || $a <=> $b } 21, 12, 11, 30), ' ', join(' ', sort { length $a <=> length $b or $a cmp $b } qw(ccc a bb aa)), "\n";

# In place, a part only, without changing the original.
my @copy = sort @n;
@n[0 .. 2] = sort { $a <=> $b } @n[0 .. 2];
print "@n | @copy\n";

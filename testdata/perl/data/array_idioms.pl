# Frequent tasks with arrays: sums, maxima, membership, intersection, rotation, chunks, transposing.
use strict;
use warnings;

my @n = (3, 1, 4, 1, 5, 9, 2, 6);

my ($sum, $max, $min) = (0, $n[0], $n[0]);
for (@n) {
    $sum += $_;
    $max = $_ if $_ > $max;
    $min = $_ if $_ < $min;
}
print "$sum $max $min ", $sum / @n, "\n";

# Membership.
print((grep { $_ == 5 } @n) ? "has 5\n" : "no 5\n");
my %is = map { $_ => 1 } @n;
print $is{7} ? "has 7\n" : "no 7\n";

# Intersection, union, difference.
my @x = (1, 2, 3, 4);
my @y = (3, 4, 5);
my %in_y = map { $_ => 1 } @y;
my @both = grep { $in_y{$_} } @x;
my @only = grep { !$in_y{$_} } @x;
my %union = map { $_ => 1 } @x, @y;
print "@both | @only | @{[ sort keys %union ]}\n";

# Rotation and chunks.
my @ring = ('a' .. 'e');
push @ring, shift @ring;
unshift @ring, pop @ring;
push @ring, splice @ring, 0, 2;
print "@ring\n";
my @chunks;
my @left = 1 .. 7;
push @chunks, [splice @left, 0, 3] while @left;
print join(' ', map { '[' . join(',', @$_) . ']' } @chunks), "\n";

# Transposing, flattening.
my @rows = ([1, 2, 3], [4, 5, 6]);
my @columns = map { my $c = $_; [map { $_->[$c] } @rows] } 0 .. 2;
print join(' ', map { "@$_" } @columns), "\n";
sub flatten {
    return map { ref $_ ? flatten(@$_) : $_ } @_;
}
print join(',', flatten(1, [2, [3, [4]], 5], [])), "\n";

# Running totals, differences of neighbours, pairs.
my $total = 0;
my @running = map { $total += $_ } 1 .. 5;
my @steps = map { $n[$_] - $n[$_ - 1] } 1 .. $#n;
print "@running | @steps\n";
print join(' ', map { my $i = $_; map { "$x[$i]$x[$_]" } $i + 1 .. $#x } 0 .. $#x), "\n";

# Binary search.
sub find {
    my ($wanted, @sorted) = @_;
    my ($low, $high) = (0, $#sorted);
    while ($low <= $high) {
        my $middle = int(($low + $high) / 2);
        return $middle if $sorted[$middle] == $wanted;
        if ($sorted[$middle] < $wanted) { $low = $middle + 1 }
        else                            { $high = $middle - 1 }
    }
    return -1;
}
print find(9, sort { $a <=> $b } @n), ' ', find(7, sort { $a <=> $b } @n), "\n";

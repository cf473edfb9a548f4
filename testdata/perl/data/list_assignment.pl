# List assignment: skipping, defaults, swapping, the rest, and its value in scalar context.
use strict;
use warnings;

my ($x, undef, $y) = (10, 20, 30);
print "$x $y\n";

my ($first, @rest) = (1, 2, 3);
print "$first | @rest\n";

# An array in the middle takes everything.
my ($head, @all, $never) = (1, 2, 3);
print scalar @all, ' ', defined $never ? 'defined' : 'undefined', "\n";

# Fewer values than variables.
my ($p, $q, @none) = (1);
print defined $q ? 'defined' : 'undefined', ' ', scalar @none, "\n";

# The value in scalar context is the number of values on the right.
my $count = (my ($one, $two) = (5, 6, 7));
print "$count $one $two\n";
$count = () = 'abcabc' =~ /b/g;
print "$count\n";
$count = (my @empty = ());
print "$count\n";
if ((my @found = grep { $_ > 1 } 1 .. 4) > 2) {
    print "more than two: @found\n";
}
while (my ($k, $v) = splice @rest, 0, 2) {
    print "took $k and ", $v // 'undef', "\n";
}

# All of the right side is read before anything is assigned.
my ($a1, $b1, $c1) = (1, 2, 3);
($a1, $b1, $c1) = ($c1, $a1, $b1);
print "$a1 $b1 $c1\n";
my @list = (1, 2, 3);
@list[0, 2] = @list[2, 0];
($list[0], $list[1]) = ($list[1], $list[0]);
print "@list\n";
@list = (@list, @list);
@list = reverse @list;
print "@list\n";

# A chain: the first assignment gives the places of the left side.
my ($m, $n) = my @copy = (8, 9);
print "$m $n @copy\n";
my $size = my @two = (1, 2);
print "$size\n";
my $s = (my ($t) = (3, 4))[0];
print "$s $t\n";

# Elements, slices and variables mixed.
my (%h, @l);
($h{a}, $l[2], @h{qw(b c)}) = 1 .. 4;
print join(',', map { "$_=$h{$_}" } sort keys %h), ' ', $l[2], "\n";

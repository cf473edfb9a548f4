# List assignment: swaps, rest arrays, skipped values, the count in scalar context.
use strict;
use warnings;

my ($a1, $b1, @rest) = (1, 2, 3, 4, 5);
print "$a1 $b1 [@rest]\n";

($a1, $b1) = ($b1, $a1);
print "swapped: $a1 $b1\n";

my ($x, undef, $z) = ('x', 'y', 'z');
print "$x $z\n";

# Too few values leave undef, too many are dropped.
my ($p, $q, $r) = (1, 2);
print defined $r ? 'defined' : 'undef', "\n";
my ($only) = (7, 8, 9);
print "only $only\n";

# In scalar context the assignment counts the right side.
my $count = () = 'banana' =~ /a/g;
print "count $count\n";
my $n = (my ($m, $o) = (5, 6, 7));
print "n $n, m $m, o $o\n";
if ((my @found = grep { $_ > 2 } 1 .. 5) > 2) {
    print "found @found\n";
}

# Rotating three variables and slices.
my ($i, $j, $k) = (1, 2, 3);
($i, $j, $k) = ($j, $k, $i);
print "$i $j $k\n";
my @array = ('a' .. 'e');
@array[0, -1] = @array[-1, 0];
print "@array\n";
my %h;
@h{qw(one two)} = (1, 2);
($h{one}, $h{two}) = ($h{two}, $h{one});
print "one=$h{one} two=$h{two}\n";

# A list assignment is an lvalue.
(my ($copy) = ('  trim  ')) =~ s/x//;
my $clean = '  trim  ';
($clean) = $clean =~ /(\S+)/;
print "[$clean]\n";

# Assigning in a condition.
my @queue = ([1, 'a'], [2, 'b']);
while (my ($num, $let) = @{ shift @queue || [] }) {
    print "$num$let\n";
}

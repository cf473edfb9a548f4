# Arrays in scalar, list, boolean and string context.
use strict;
use warnings;

my @a = (4, 5, 6);

# Scalar context gives the number of elements, a list in parentheses the last one.
my $count   = @a;
my ($first) = @a;
my $last    = (7, 8, 9)[-1];
print "$count $first $last\n";

# Operators ask for scalars.
print @a + 1, ' ', 'n=' . @a, ' ', -@a, ' ', @a * 2, ' ', @a == 3 ? 'three' : 'other', ' ', "@a" . '', "\n";
print "there are ${\ scalar @a} elements, or @{[ scalar @a ]}\n";

# In conditions.
print 'not empty ' if @a;
print @a > 2 ? 'many ' : 'few ', !@a ? 'empty' : 'full', "\n";
my @empty;
print "the first is empty\n" unless @empty;

# As arguments they are lists.
sub how_many { return scalar @_ }
print how_many(@a), ' ', how_many(@a, @a), ' ', how_many(scalar @a), ' ', how_many(@empty), ' ', how_many(@a[0, 1]), "\n";

# Returned from a sub, an array behaves as an array, a list as its last element.
sub an_array { my @x = (1, 2, 9); return @x }
sub a_list   { return (1, 2, 9) }
sub a_slice  { my @x = (1, 2, 9); return @x[0, 1] }
my $from_array = an_array();
my $from_list  = a_list();
my $from_slice = a_slice();
my ($one)      = an_array();
print "$from_array $from_list $from_slice $one\n";

# Ternaries and logical operators pass the context on.
my $t = 1 ? @a : 0;
my @t = 1 ? @a : 0;
my $o = @empty || 'nothing';
my @o = (@a && 'yes');
print "$t @t $o @o\n";

# Ranges, repetition, indexes.
print join(',', 1 .. @a), ' ', 'x' x @a, ' ', $a[@a - 1], ' ', $a[$#a], "\n";

# An array in a numeric comparison with another.
my @b = (1, 2, 3);
print @a == @b ? "same length\n" : "different\n";
print "@a" eq "@b" ? "same content\n" : "different content\n";

# Assigning in a condition, in a while loop.
my @queue = (1, 2, 3);
while (@queue) {
    my $item = shift @queue;
    print $item;
}
print "\n";
my $length = @{ [ 1, 2, 3, 4 ] };
my $chars  = () = 'hello' =~ /l/g;
print "$length $chars\n";

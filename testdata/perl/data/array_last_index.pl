# The last index in all its forms: $#a, $#{$r}, $#$r, $r->$#*, of nested arrays, as a place.
use strict;
use warnings;

my @a = (5, 6, 7);
my $r = \@a;
print "$#a $#{a} $#$r $#{$r} ", $r->$#*, "\n";

# In strings.
print "last index $#a, by reference $#{$r} and $#$r\n";

# Nested.
my $data = { list => [1, 2, [3, 4]], empty => [] };
print $#{ $data->{list} }, ' ', $#{ $data->{list}[2] }, ' ', $#{ $data->{empty} }, ' ', $data->{list}->$#*, "\n";
my @rows = ([1], [1, 2], []);
print join(',', map { $#$_ } @rows), "\n";

# As a place.
$#a = 0;
print "@a\n";
$#{$r} = 2;
print scalar @a, "\n";
$#$r--;
print scalar @a, "\n";
$#a++;
print scalar @a, "\n";
$r->$#* = -1;
print scalar @a, "\n";

# Loops by index.
my @words = qw(zero one two);
for my $i (0 .. $#words) {
    print "$i=$words[$i] ";
}
print "\n";
for (my $i = $#words; $i >= 0; $i--) {
    print "$i ";
}
print "\n";

# Of a list in parentheses, by a reference made for it.
print $#{ [ 1 .. 10 ] }, ' ', scalar(@{ [ 1 .. 10 ] }), "\n";

# The arguments of a sub.
sub last_of {
    return "$#_ $_[$#_] $_[-1]";
}
print last_of(qw(a b c)), "\n";

# Under strict an undefined reference is an error when read...
my $undefined;
eval { my $n = scalar @$undefined; 1 } or print "error: $@";
# ...but the last index brings the array into being.
my $fresh;
print $#{$fresh}, ' ', ref $fresh, "\n";

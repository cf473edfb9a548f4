# Hashes in list, scalar and boolean context; reversing, passing, returning.
use strict;
use warnings;

my %h = (a => 1, b => 2, c => 3);

# In list context: keys and values in turn.
my @list = %h;
print scalar @list, ' ', join(',', sort @list), "\n";
my @pairs = %{ +{ only => 1 } };
print "@pairs\n";

# In scalar context: the number of keys.
my $n = %h;
print "$n ", scalar(%h), ' ', scalar(keys %h), ' ', keys(%h) + 0, "\n";
print %h ? 'true' : 'false', ' ', !%h ? 'empty' : 'full', ' ', %h > 2 ? 'many' : 'few', "\n";

# Reversed: values become keys.
my %inverse = reverse %h;
print join(',', map { "$_=$inverse{$_}" } sort keys %inverse), "\n";

# As arguments, a hash is flattened; named arguments with defaults.
sub describe {
    my %arg = (colour => 'red', size => 1, @_);
    return join ' ', map { "$_=$arg{$_}" } sort keys %arg;
}
print describe(), "\n", describe(size => 5), "\n";
my %given = (colour => 'blue', extra => 1);
print describe(%given, size => 2), "\n";

# Returned from a sub.
sub settings { my %s = (x => 1, y => 2); return %s }
my %got   = settings();
my $count = settings();
print join(',', map { "$_$got{$_}" } sort keys %got), " $count\n";
print((settings())[0] =~ /^[xy]$/ ? "a key\n" : "something else\n");

# A hash is not put into strings; its elements and slices are.
print "hash: %h, element: $h{a}, slice: @h{'b', 'c'}, size: ${\ scalar keys %h}\n";

# Lists of pairs: map builds them, each pair may be an expression.
my %square = map { ($_ => $_ ** 2) } 1 .. 3;
my %upper  = map { (uc $_, 1) } keys %h;
my %filter = map { $_ => $h{$_} } grep { $h{$_} > 1 } keys %h;
print join(',', map { "$_=$square{$_}" } sort keys %square), ' ', join(',', sort keys %upper), ' ', join(',', sort keys %filter), "\n";

# Two arrays to one hash, and in between.
my @k = qw(p q);
my @v = (8, 9);
my %zip;
@zip{@k} = @v;
my %both = (%zip, map { $_ => undef } qw(r));
print join(',', map { "$_=" . ($both{$_} // 'undef') } sort keys %both), "\n";

# Comparing two hashes.
my %other = (c => 3, a => 1, b => 2);
my $equal = keys %h == keys %other && !grep { !exists $other{$_} || $other{$_} != $h{$_} } keys %h;
print $equal ? "equal\n" : "different\n";

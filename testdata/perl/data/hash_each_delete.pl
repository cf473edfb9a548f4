# Going through a hash with each, keys and values; deleting and changing on the way.
use strict;
use warnings;

my %h = map { $_ => $_ ** 2 } 1 .. 6;

# Deleting the current key while going through with each is safe.
while (my ($k, $v) = each %h) {
    delete $h{$k} if $k % 2;
}
print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";

# With keys the list is made first, so anything may be deleted.
my %n = map { $_ => 1 } 1 .. 6;
for my $k (keys %n) {
    delete $n{$k} if $k > 3;
}
print join(',', sort keys %n), "\n";

# Changing values: by key, or through values, which are aliases.
while (my ($k, $v) = each %h) {
    $h{$k} = $v * 10;
}
$_++ for values %h;
print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";
my %text = (a => ' x ', b => ' y');
s/^\s+|\s+$//g for values %text;
print join(',', map { "$_=$text{$_}" } sort keys %text), "\n";

# Each goes on where it stopped; keys resets it.
my %small = (only => 1);
my ($first) = each %small;
my ($none)  = each %small;
my ($again) = each %small;
print "$first ", defined $none ? 'more' : 'end', " $again\n";
keys %small;
my $key = each %small;
print "$key\n";

# keys and values come in the same order.
my @k = keys %h;
my @v = values %h;
my $same = 1;
for my $i (0 .. $#k) {
    $same &&= $h{ $k[$i] } == $v[$i];
}
print $same ? "same order\n" : "another order\n";

# A foreach over the list of pairs.
my @pairs = map { [$_, $h{$_}] } sort { $a <=> $b } keys %h;
print join(' ', map { "$_->[0]:$_->[1]" } @pairs), "\n";

# Deleting by value.
my %stock = (apple => 0, pear => 3, fig => 0);
delete @stock{ grep { !$stock{$_} } keys %stock };
print join(',', sort keys %stock), "\n";

# The number of keys as a place reserves room and changes nothing.
keys(%stock) = 64;
print scalar(keys %stock), "\n";

# References to scalars, arrays, hashes and code inside of data; equality and copies.
use strict;
use warnings;

my @list = (1, 2);
my %hash = (k => 'v');
my $data = { s => \'text', a => \@list, h => \%hash, c => sub { "called @_" }, r => \\'deep' };
print ${ $data->{s} }, " @{ $data->{a} } $data->{h}{k} ", $data->{c}->(1), ' ', $$${ \$data->{r} }, "\n";
print join(' ', map { "$_:" . ref $data->{$_} } sort keys %$data), "\n";

# They refer to the variables themselves.
push @{ $data->{a} }, 3;
$data->{h}{new} = 1;
print "@list ", join(',', sort keys %hash), "\n";

# Anonymous copies are independent.
my $copy = [@list];
$copy->[0] = 'changed';
my $clone = {%hash};
delete $clone->{k};
print "$list[0] $hash{k}\n";

# The same reference twice is one thing.
my $shared = [0];
my @pair = ($shared, $shared);
$pair[0][0]++;
$pair[1][0]++;
print "$shared->[0] ", $pair[0] == $pair[1] ? 'same' : 'different', ' ', [1] == [1] ? 'same' : 'different', "\n";

# Swapping and rotating by references.
my ($p, $q) = ([1, 2], [3]);
($p, $q) = ($q, $p);
print scalar @$p, scalar @$q, "\n";

# A linked list, and a tree.
my $head;
$head = { value => $_, next => $head } for reverse 1 .. 4;
for (my $node = $head; $node; $node = $node->{next}) {
    print $node->{value};
}
print "\n";
my $tree;
sub insert {
    my ($place, $value) = @_;
    return $$place = { value => $value } unless $$place;
    return insert(\$$place->{ $value < $$place->{value} ? 'left' : 'right' }, $value);
}
sub walk {
    my ($node) = @_;
    return $node ? (walk($node->{left}), $node->{value}, walk($node->{right})) : ();
}
insert(\$tree, $_) for 5, 2, 8, 1, 9, 3;
print join(' ', walk($tree)), "\n";

# Code references in a table, with arguments; closures as counters.
my %shape = (square => sub { $_[0] ** 2 }, rectangle => sub { $_[0] * $_[1] });
print join(' ', map { "$_=" . $shape{$_}->(3, 4) } sort keys %shape), "\n";
my @counters = map { my $n = $_; sub { return $n++ } } 10, 20;
$counters[0]->() for 1 .. 2;
print $counters[0]->(), ' ', $counters[1]->(), "\n";

# Text of a reference, and what it is good for.
print "$data" =~ /^HASH\(0x[0-9a-f]+\)$/ ? 'hash text' : 'odd', ' ', "$data->{c}" =~ /^CODE/ ? 'code text' : 'odd', ' ', \$data == \$data ? 'equal' : 'not', "\n";

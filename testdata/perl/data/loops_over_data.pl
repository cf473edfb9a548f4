# Ways to go through arrays and hashes: foreach, indexes, each, while with shift, several at a time.
use strict;
use warnings;

my @list = qw(a b c d e);
my %hash = (one => 1, two => 2, three => 3);

print "$_ " for @list;
print "\n";
for my $i (0 .. $#list) {
    print "$i$list[$i] ";
}
print "\n";
for (my $i = 0; $i < @list; $i += 2) {
    print "$list[$i] ";
}
print "\n";
while (my ($i, $item) = each @list) {
    print "$i=$item ";
}
print "\n";

# Taking things away.
my @queue = @list;
while (defined(my $item = shift @queue)) {
    print $item;
    push @queue, 'x' if $item eq 'b';
}
print "\n";
my @pairs = %{ { k => 'v' } };
while (my ($key, $value) = splice @pairs, 0, 2) {
    print "$key-$value\n";
}

# Hashes in the order of keys or values.
for my $key (sort keys %hash) {
    print "$key=$hash{$key} ";
}
for my $key (sort { $hash{$a} <=> $hash{$b} } keys %hash) {
    print "$key ";
}
print "\n";

# The first and the last round; neighbours.
for my $i (0 .. $#list) {
    my $mark = $i == 0 ? 'first' : $i == $#list ? 'last' : 'middle';
    print "$list[$i]:$mark ";
}
print "\n", join(' ', map { "$list[$_ - 1]$list[$_]" } 1 .. $#list), "\n";

# next, last, redo, with labels.
my $tries = 0;
ROW: for my $row (1 .. 3) {
    for my $column (1 .. 3) {
        next ROW if $column > $row;
        last ROW if $row == 3;
        print "$row$column ";
    }
}
for my $n (1 .. 3) {
    if ($n == 2 && $tries++ < 2) {
        redo;
    }
    print "n$n ";
}
print "$tries\n";

# Two lists in parallel, a list backwards, nested structures.
my @more = (10, 20, 30);
print join(' ', map { "$list[$_]$more[$_]" } 0 .. $#more), ' ', join('', reverse @list), "\n";
my %lists = (x => [1, 2], y => [3]);
for my $name (sort keys %lists) {
    for my $n (@{ $lists{$name} }) {
        print "$name$n ";
    }
}
print "\n";

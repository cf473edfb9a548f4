# Prototypes with a backslash: the sub gets a reference to the array, hash or scalar.
use strict;
use warnings;

sub push_unique(\@@) {
    my ($array, @new) = @_;
    for my $item (@new) {
        push @$array, $item unless grep { $_ eq $item } @$array;
    }
    return scalar @$array;
}

my @set = qw(a b);
my $size = push_unique @set, 'b', 'c', 'a', 'd';
print "@set ($size)\n";

sub sorted_keys(\%) {
    my $hash = shift;
    return sort keys %$hash;
}
my %ages = (bob => 30, ann => 25);
print join(' ', sorted_keys %ages), "\n";

# Two arrays that do not flatten.
sub dot(\@\@) {
    my ($u, $v) = @_;
    my $sum = 0;
    $sum += $u->[$_] * $v->[$_] for 0 .. $#$u;
    return $sum;
}
my @u = (1, 2, 3);
my @v = (4, 5, 6);
print dot(@u, @v), "\n";

# One of several kinds.
sub kind_of(\[$@%&]) { return ref $_[0] }
my $scalar = 1;
sub code { 1 }
print join(' ', kind_of($scalar), kind_of(@u), kind_of(%ages), kind_of(&code)), "\n";

# A scalar prototype imposes scalar context.
sub count($) { return $_[0] }
print count(@u), "\n";

# An ampersand call ignores the prototype.
print &dot([1, 2], [3, 4]), "\n";

# The underscore takes $_ when nothing is given.
sub shout(_) { return uc($_[0]) . '!' }
print shout for 'hey';
print ' ', shout('you'), "\n";

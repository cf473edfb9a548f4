# Comparing arrays: element by element, as sets, by text, with differences; sorting lists of lists.
use strict;
use warnings;

sub same {
    my ($x, $y) = @_;
    return 0 unless @$x == @$y;
    for my $i (0 .. $#$x) {
        return 0 unless $x->[$i] eq $y->[$i];
    }
    return 1;
}
my @a = (1, 2, 3);
my @b = (1, 2, 3);
my @c = (3, 2, 1);
print same(\@a, \@b), same(\@a, \@c), same(\@a, [1, 2]), same([], []), "\n";

# By text, with a separator that is not in the data.
print "@a" eq "@b" ? 'equal' : 'different', ' ', join("\0", @a) eq join("\0", @c) ? 'equal' : 'different', ' ', join($;, sort @a) eq join($;, sort @c) ? 'equal as sets' : 'different', "\n";

# The trap: == compares the lengths.
print @a == @c ? 'same length' : 'different length', ' ', \@a == \@b ? 'same array' : 'two arrays', "\n";

# What is added, removed, moved.
my @old = qw(a b c d);
my @new = qw(b x d a);
my %old = map { $old[$_] => $_ } 0 .. $#old;
my %new = map { $new[$_] => $_ } 0 .. $#new;
print 'added: ', join(',', grep { !exists $old{$_} } @new), ' removed: ', join(',', grep { !exists $new{$_} } @old), ' moved: ', join(',', grep { exists $new{$_} && $new{$_} != $old{$_} } @old), "\n";

# The first difference.
my ($place) = grep { $old[$_] ne $new[$_] } 0 .. $#old;
print "first difference at $place: $old[$place] $new[$place]\n";

# Order of lists: shorter first, then by elements.
sub order {
    my ($x, $y) = @_;
    for my $i (0 .. ($#$x < $#$y ? $#$x : $#$y)) {
        my $order = $x->[$i] <=> $y->[$i];
        return $order if $order;
    }
    return @$x <=> @$y;
}
print join(' ', map { '[' . join(',', @$_) . ']' } sort { order($a, $b) } [2], [1, 2], [1], [1, 10], [], [1, 9, 9]), "\n";

# Deep comparison.
sub equal {
    my ($x, $y) = @_;
    return 0 if ref $x ne ref $y;
    return @$x == @$y && !grep { !equal($x->[$_], $y->[$_]) } 0 .. $#$x if ref $x eq 'ARRAY';
    return keys %$x == keys %$y && !grep { !exists $y->{$_} || !equal($x->{$_}, $y->{$_}) } keys %$x if ref $x eq 'HASH';
    return defined $x ? defined $y && $x eq $y : !defined $y;
}
print join(' ', map { $_ ? 'yes' : 'no' } equal([1, { k => [2] }], [1, { k => [2] }]), equal([1], [2]), equal({ a => undef }, { a => undef }), equal({ a => 1 }, { b => 1 }), equal('x', ['x'])), "\n";

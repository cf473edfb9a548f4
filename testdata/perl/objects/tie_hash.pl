# Tied hashes: keys without case, kept order, defaults, each, delete, exists, slices.
use strict;
use warnings;

package Ordered {
    sub TIEHASH  { my $class = shift; return bless { value => {}, order => [] }, $class }
    sub FETCH    { my ($self, $k) = @_; return $self->{value}{ lc $k } }
    sub EXISTS   { my ($self, $k) = @_; return exists $self->{value}{ lc $k } }
    sub STORE {
        my ($self, $k, $v) = @_;
        push @{ $self->{order} }, lc $k unless exists $self->{value}{ lc $k };
        $self->{value}{ lc $k } = $v;
        return;
    }
    sub DELETE {
        my ($self, $k) = @_;
        $self->{order} = [grep { $_ ne lc $k } @{ $self->{order} }];
        return delete $self->{value}{ lc $k };
    }
    sub CLEAR    { my $self = shift; $self->{value} = {}; $self->{order} = []; return }
    sub FIRSTKEY { my $self = shift; $self->{at} = 0; return $self->{order}[0] }
    sub NEXTKEY  { my $self = shift; return $self->{order}[++$self->{at}] }
    sub SCALAR   { my $self = shift; return scalar @{ $self->{order} } }
}

package main;

tie my %h, 'Ordered';
$h{Zebra} = 1;
$h{Apple} = 2;
$h{Mango} = 3;
$h{APPLE} += 10;

print join(' ', map { "$_=$h{$_}" } keys %h), "\n";
print exists $h{mango} ? 'mango' : 'none', ' ', exists $h{kiwi} ? 'kiwi' : 'none', "\n";
print 'deleted ', delete $h{ZEBRA}, ', left ', join(' ', keys %h), "\n";

while (my ($key, $value) = each %h) {
    print "$key -> $value\n";
}
print join(',', values %h), ' ', scalar(%h), "\n";

# Slices and list assignment.
@h{qw(X Y)} = (7, 8);
print join(',', @h{qw(x y apple)}), "\n";
%h = (one => 1, two => 2);
print join(' ', %h), "\n";
my %copy = %h;
print join(' ', map { "$_$copy{$_}" } sort keys %copy), ' ', ref tied %h, "\n";

# As a reference, and local for an element.
my $ref = \%h;
$ref->{Three} = 3;
print scalar(keys %$ref), "\n";
untie %h;
print scalar(keys %h), " after untie\n";

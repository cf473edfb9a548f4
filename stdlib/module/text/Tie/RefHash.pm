package Tie::RefHash;

# Hashes whose keys may be references and stay references. Kept: pairs by address for references, by text for all others.

use strict;
use warnings;
use Scalar::Util qw(refaddr);
require Tie::Hash;

our $VERSION = '1.40';
our @ISA     = ('Tie::Hash');

sub TIEHASH {
    my ($class, @pairs) = @_;
    my $self = bless [{}, {}, 0], $class;
    while (@pairs) {
        my ($key, $value) = splice @pairs, 0, 2;
        $self->STORE($key, $value);
    }
    return $self;
}

sub FETCH {
    my ($self, $key) = @_;
    return $self->[1]{$key} unless ref $key;
    my $pair = $self->[0]{ refaddr $key };
    return $pair ? $pair->[1] : undef;
}

sub STORE {
    my ($self, $key, $value) = @_;
    if (ref $key) { $self->[0]{ refaddr $key } = [$key, $value] }
    else          { $self->[1]{$key} = $value }
    return $value;
}

sub DELETE {
    my ($self, $key) = @_;
    return delete $self->[1]{$key} unless ref $key;
    my $pair = delete $self->[0]{ refaddr $key };
    return $pair ? $pair->[1] : undef;
}

sub EXISTS {
    my ($self, $key) = @_;
    return ref $key ? exists $self->[0]{ refaddr $key } : exists $self->[1]{$key};
}

# The references come first, then the other keys; the third element tells which of them are being gone through.
sub FIRSTKEY {
    my $self = shift;
    keys %{ $self->[0] };
    keys %{ $self->[1] };
    $self->[2] = 0;
    return $self->NEXTKEY;
}

sub NEXTKEY {
    my $self = shift;
    if ($self->[2] == 0) {
        if (my ($address, $pair) = each %{ $self->[0] }) { return $pair->[0] }
        $self->[2] = 1;
    }
    return each %{ $self->[1] };
}

sub CLEAR {
    my $self = shift;
    @$self = ({}, {}, 0);
    return;
}

# A hash whose values that are hashes are such hashes, too.
package Tie::RefHash::Nestable;

our @ISA = ('Tie::RefHash');

sub STORE {
    my ($self, $key, $value) = @_;
    if (ref $value eq 'HASH' && !tied %$value) {
        my @pairs = %$value;
        tie %$value, ref $self, @pairs;
    }
    return $self->SUPER::STORE($key, $value);
}

1;

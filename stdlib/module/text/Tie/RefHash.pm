package Tie::RefHash;

# A tied hash whose keys may be references and stay what they are. References are kept by their address, other keys by
# their text.

use strict;
use warnings;
use Scalar::Util qw(refaddr);

our $VERSION = '1.40';

sub TIEHASH {
    my ($class, @pairs) = @_;
    my $self = bless [{}, {}], $class;
    $self->STORE(splice @pairs, 0, 2) while @pairs;
    return $self;
}

sub FETCH {
    my ($self, $key) = @_;
    return ref $key ? ($self->[0]{ refaddr $key } || [])->[1] : $self->[1]{$key};
}

sub STORE {
    my ($self, $key, $value) = @_;
    if (ref $key) { $self->[0]{ refaddr $key } = [$key, $value] }
    else          { $self->[1]{$key} = $value }
    return $value;
}

sub DELETE {
    my ($self, $key) = @_;
    return ref $key ? (delete $self->[0]{ refaddr $key } || [])->[1] : delete $self->[1]{$key};
}

sub EXISTS {
    my ($self, $key) = @_;
    return ref $key ? exists $self->[0]{ refaddr $key } : exists $self->[1]{$key};
}

sub CLEAR {
    my ($self) = @_;
    @$self = ({}, {});
    return;
}

sub FIRSTKEY {
    my ($self) = @_;
    keys %{ $self->[0] };
    keys %{ $self->[1] };
    $self->[2] = 0;
    return $self->NEXTKEY;
}

sub NEXTKEY {
    my ($self) = @_;
    if (!$self->[2]) {
        my ($address, $entry) = each %{ $self->[0] };
        return $entry->[0] if $entry;
        $self->[2] = 1;
    }
    return scalar each %{ $self->[1] };
}

sub SCALAR {
    my ($self) = @_;
    return keys(%{ $self->[0] }) + keys %{ $self->[1] };
}

package Tie::RefHash::Nestable;

# Hashes that are stored become such hashes themselves.

our @ISA = ('Tie::RefHash');

sub STORE {
    my ($self, $key, $value) = @_;
    if (ref $value eq 'HASH' and not tied %$value) {
        my @pairs = %$value;
        tie %$value, ref $self, @pairs;
    }
    return $self->SUPER::STORE($key, $value);
}

1;

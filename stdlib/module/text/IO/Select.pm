package IO::Select;

# A set of handles to read from or write to. Which of them are ready is not known here: all count as ready, and reading
# from one waits for it.

use strict;
use warnings;

our $VERSION = '1.49';

sub new {
    my $class = shift;
    my $self  = bless { handles => [] }, $class;
    $self->add(@_) if @_;
    return $self;
}

# number is what a handle is known by: its file number.
sub number {
    my ($handle) = @_;
    $handle = $handle->[0] if ref $handle eq 'ARRAY';
    return $handle if defined $handle && !ref $handle && $handle =~ /^\d+$/;
    return defined $handle ? fileno $handle : undef;
}

sub add {
    my $self  = shift;
    my $added = 0;
    for my $handle (@_) {
        my $n = number($handle);
        next if !defined $n;
        my ($known) = grep { number($self->{handles}[$_]) == $n } 0 .. $#{ $self->{handles} };
        if (defined $known) { $self->{handles}[$known] = $handle }
        else                { push @{ $self->{handles} }, $handle; $added++ }
    }
    return $added;
}

sub remove {
    my $self    = shift;
    my $removed = 0;
    for my $handle (@_) {
        my $n    = number($handle);
        my @kept = grep { my $k = number($_); defined $k && (!defined $n || $k != $n) } @{ $self->{handles} };
        $removed += @{ $self->{handles} } - @kept;
        $self->{handles} = \@kept;
    }
    return $removed;
}

sub exists {
    my ($self, $handle) = @_;
    my $n = number($handle);
    return if !defined $n;
    my ($found) = grep { my $k = number($_); defined $k && $k == $n } @{ $self->{handles} };
    return $found;
}

sub handles       { @{ $_[0]{handles} } }
sub count         { scalar @{ $_[0]{handles} } }
sub can_read      { $_[0]->handles }
sub can_write     { $_[0]->handles }
sub has_exception { () }

sub bits {
    my ($self) = @_;
    return undef if !$self->count;
    my $bits = '';
    vec($bits, number($_), 1) = 1 for $self->handles;
    return $bits;
}

sub select {
    shift if defined $_[0] && !ref $_[0];
    my ($read, $write) = @_;
    return ([$read ? $read->can_read : ()], [$write ? $write->can_write : ()], []);
}

1;

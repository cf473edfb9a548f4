package Tie::Handle;

# What a class for tied handles inherits: the functions that are made of others.

use strict;
use warnings;

our $VERSION = '4.3';

sub new { my $class = shift; return $class->TIEHANDLE(@_) }

sub PRINT {
    my $self = shift;
    my $text = join defined $, ? $, : '', @_;
    $text .= $\ if defined $\;
    return $self->WRITE($text, length $text, 0);
}

sub PRINTF {
    my ($self, $format, @values) = @_;
    my $text = sprintf $format, @values;
    return $self->WRITE($text, length $text, 0);
}

sub GETC {
    my ($self) = @_;
    my $character;
    return $self->READ($character, 1) ? $character : undef;
}

1;

package Tie::StdHandle;

# A tied handle that behaves like the file behind it.

use strict;
use warnings;
use Tie::Handle;

our $VERSION = '4.6';
our @ISA     = ('Tie::Handle');

sub TIEHANDLE {
    my $class = shift;
    my $file  = do { no warnings 'once'; local *HANDLE; \*HANDLE };
    my $self  = bless $file, $class;
    $self->OPEN(@_) if @_;
    return $self;
}

sub OPEN     { my $self = shift; return @_ == 1 ? open $self, $_[0] : open $self, $_[0], @_[1 .. $#_] }
sub EOF      { return eof $_[0] }
sub TELL     { return tell $_[0] }
sub FILENO   { return fileno $_[0] }
sub SEEK     { return seek $_[0], $_[1], $_[2] }
sub CLOSE    { return close $_[0] }
sub BINMODE  { return @_ > 1 ? binmode $_[0], $_[1] : binmode $_[0] }
sub READ     { return read $_[0], $_[1], $_[2], $_[3] || 0 }
sub READLINE { my $handle = $_[0]; return <$handle> }
sub GETC     { return getc $_[0] }

sub WRITE {
    my ($self, $text, $length, $offset) = @_;
    local ($\, $,);
    my $part = substr $text, $offset || 0, $length // length $text;
    return print({$self} $part) ? length $part : undef;
}

1;

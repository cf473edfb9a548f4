package IPC::Open2;

# Programs with a pipe from their output and one to their input; their messages go where those of the script go.

use strict;
use warnings;
use Carp       ();
use Symbol     qw(gensym);
use IPC::Open3 ();

our $VERSION = '1.06';
our @ISA     = ('Exporter');
our @EXPORT  = qw(open2);
require Exporter;

sub open2 {
    Carp::croak('open2(' . join(', ', map { $_ // '' } @_) . '): not enough arguments') if @_ < 3;
    $_[0] = gensym unless defined $_[0] && length $_[0];
    $_[1] = gensym unless defined $_[1] && length $_[1];
    my ($reader, $writer, @command) = @_;
    return IPC::Open3::start('open2', scalar caller, $writer, $reader, '>&STDERR', @command);
}

1;

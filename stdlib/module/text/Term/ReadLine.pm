package Term::ReadLine;

# Lines from the terminal, without editing: what perl's own module offers where no editor is installed.

use strict;
use warnings;

our $VERSION = '1.17';

sub new {
    my ($class, $name, $in, $out) = @_;
    my $self = bless { name => $name, in => $in || \*STDIN, out => $out || \*STDOUT, history => [] }, 'Term::ReadLine::Stub';
    return $self;
}

package Term::ReadLine::Stub;

our @ISA = ('Term::ReadLine');

sub ReadLine { 'Term::ReadLine::Stub' }
sub IN       { $_[0]{in} }
sub OUT      { $_[0]{out} }
sub findConsole { return ('/dev/tty', '/dev/tty') }
sub MinLine  { undef }
sub Features { return { tkRunning => 1, ornaments => 1, newTTY => 1, appname => 1 } }
sub Attribs  { return $_[0]{attribs} ||= {} }
sub ornaments { return '' }
sub newTTY   { @{ $_[0] }{qw(in out)} = @_[1, 2]; return }

sub addhistory { my $self = shift; push @{ $self->{history} }, @_; return }
{
    no warnings 'once';
    *AddHistory = \&addhistory;
    *GetHistory = sub { @{ $_[0]{history} } };
}

sub readline {
    my ($self, $prompt) = @_;
    my ($in, $out) = @$self{qw(in out)};
    my $old = select $out;
    local $| = 1;
    print $prompt if defined $prompt;
    select $old;
    my $line = <$in>;
    chomp $line if defined $line;
    return $line;
}

1;

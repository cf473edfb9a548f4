package IPC::Open3;

# Programs with a pipe to their input, one from their output, and one from their messages. waitpid waits for them.

use strict;
use warnings;
use Carp   ();
use Symbol qw(gensym qualify);
use IPC::Open3::Spawn ();

our $VERSION = '1.22';
our @ISA     = ('Exporter');
our @EXPORT  = qw(open3);
our @CARP_NOT = ('IPC::Open2');
require Exporter;

# open3(WRITER, READER, ERRORS, COMMAND...): the first two become handles if they are undef, without the third messages go where
# output goes. "<&NAME" and ">&NAME" give the program a handle of the script itself.
sub open3 {
    Carp::croak('open3(' . join(', ', map { $_ // '' } @_) . '): not enough arguments') if @_ < 4;
    $_[0] = gensym unless defined $_[0] && length $_[0];
    $_[1] = gensym unless defined $_[1] && length $_[1];
    return start('open3', scalar caller, @_);
}

# start does the work of open3 and open2; name is the function that messages speak of.
sub start {
    my ($name, $package, $writer, $reader, $errors, @command) = @_;
    my ($in,  $in_ours)  = end($name, $package, '<', $writer);
    my ($out, $out_ours) = end($name, $package, '>', $reader);
    my ($err, $err_ours) = !$errors || $errors eq $reader ? ($out) : end($name, $package, '>', $errors);
    my $pid = IPC::Open3::Spawn::spawn($in, $out, $err, @command);
    my $reason = $!;
    $_ and close $_ for $in, $out, $err == $out ? undef : $err;
    if (!$pid) {
        $_ and close $_ for $in_ours, $out_ours, $err_ours;
        Carp::croak("$name: exec of @command failed: $reason");
    }
    select((select($in_ours), $| = 1)[0]) if $in_ours;
    return $pid;
}

# end makes what the program gets for one of its standard files, and the script's end if that is a pipe.
sub end {
    my ($name, $package, $mode, $ours) = @_;
    if (!ref $ours && ref \$ours ne 'GLOB') {
        if ($ours =~ /^[<>]&=?(.+)/s) {
            my $from = $1 =~ /^\d+$/ ? $1 : qualify($1, $package);
            open my $theirs, "$mode&", $from or Carp::croak("$name: open($mode&$from) failed: $!");
            close $from if $mode eq '<' && $from !~ /^\d+$/ && $from ne 'main::STDIN';
            return $theirs;
        }
        no strict 'refs';
        $ours = \*{ qualify($ours, $package) };
    }
    my $theirs;
    my $made = $mode eq '<' ? pipe($theirs, $ours) : pipe($ours, $theirs);
    $made or Carp::croak("$name: pipe failed: $!");
    return ($theirs, $ours);
}

1;

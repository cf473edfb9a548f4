# Calling subs by name: code references, symbolic names, can, defined, exists, goto.
use strict;
use warnings;

sub start { return "starting @_" }
sub stop  { return "stopping @_" }

# A dispatch table is the clean way.
my %command = (
    start  => \&start,
    stop   => \&stop,
    status => sub { return "status of @_" },
);
for my $name (qw(start stop status restart)) {
    my $code = $command{$name};
    print $code ? $code->('engine') : "no command $name", "\n";
}

# main->can finds a sub by name.
for my $name (qw(start halt)) {
    my $code = main->can($name);
    print "$name: ", ($code ? $code->('car') : 'unknown'), "\n";
}

# By symbolic reference.
{
    no strict 'refs';
    my $name = 'stop';
    print &$name('train'), "\n";
    print &{"main::$name"}('bus'), "\n";
    print "main"->$name, "\n";
}

# Strict forbids it.
my $text = 'start';
eval { $text->() };
print $@;

# defined and exists.
print defined &start ? 1 : 0, defined &nothing ? 1 : 0, exists &start ? 1 : 0, exists &nothing ? 1 : 0, "\n";

# goto &sub replaces the frame.
sub wrapper {
    unshift @_, 'wrapped';
    goto &start;
}
print wrapper('call'), "\n";

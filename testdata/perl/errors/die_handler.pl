# $SIG{__DIE__}: it sees errors inside eval too, may change them, and is off while it runs.
use strict;
use warnings;

{
    local $SIG{__DIE__} = sub { print "handler: $_[0]" };
    eval { die "in eval\n" };
    print "after: $@";
    eval { my $undef; $undef->method };
    print "after: $@";
}

# Replacing the error.
{
    local $SIG{__DIE__} = sub { die "wrapped: $_[0]" };
    eval { die "core\n" };
    print $@;
}

# Turning text into an object.
{
    local $SIG{__DIE__} = sub { die ref $_[0] ? $_[0] : { message => $_[0] } };
    eval { die "text\n" };
    print ref $@, " $@->{message}";
    eval { die { message => "already\n" } };
    print ref $@, " $@->{message}";
}

# $^S tells whether an eval is around.
{
    local $SIG{__DIE__} = sub { print 'in eval: ', ($^S ? 'yes' : 'no'), "\n" };
    eval { die "x\n" };
}

# The handler of an outer scope is switched off by local.
local $SIG{__DIE__} = sub { print "outer handler\n" };
{
    local $SIG{__DIE__};
    eval { die "quiet\n" };
    print "quiet: $@";
}

# At last the program dies; the handler runs, then the message is printed.
$! = 0;
die "the end\n";

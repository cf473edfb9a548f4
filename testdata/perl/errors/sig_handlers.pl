# The handlers __WARN__ and __DIE__: what they get, whether they see evals, local handlers, dying in a handler.
use strict;
use warnings;

local $SIG{__WARN__} = sub { print "W: $_[0]" };
warn "one\n";
warn "two";
my $undef;
my $x = "a" . $undef;
my $n = 'abc' + 1;
{
    local $SIG{__WARN__} = sub { print "inner: @_" };
    warn "three\n"
}

warn "four\n";
{ no warnings; my $y = "b" . $undef; }
{
    local $SIG{__WARN__} = sub { die "promoted: $_[0]" };
    eval { my $z = $undef + 1 };
    print $@;
    eval { warn "w\n" };
    print $@
}

{
    local $SIG{__DIE__} = sub { print "D: $_[0]" };
    eval { die "in eval\n" };
    print "then $@";
    eval { my $r; $r->m };
    print "then $@";
}

{
    local $SIG{__DIE__} = sub { die "wrapped: $_[0]" };
    eval { die "core\n" };
    print $@
}

{
    local $SIG{__DIE__} = sub { die { msg => $_[0] } };
    eval { die "obj\n" };
    print ref $@, " $@->{msg}"
}

sub handler { print "named: $_[0]" }
{ local $SIG{__WARN__} = \&handler; warn "sub\n" }
{
    local $SIG{__WARN__} = 'main::handler';
    warn "by name\n"
}

{
    local $SIG{__WARN__} = 'handler';
    warn "by short name\n"
}

my @w;
{
    local $SIG{__WARN__} = sub { push @w, @_ };
    warn "collected $_\n" for 1 .. 3
}

print scalar(@w), " $w[2]";

{
    local $SIG{__WARN__} = sub { warn "again: $_[0]" };
    print "nested next on stderr\n";
    warn "deep\n"
}

warn bless([], 'Obj') =~ s/0x\w+/ADDR/r, "\n";
print exists $SIG{__WARN__} ? 'set' : 'unset', ' ', ref $SIG{__WARN__}, "\n";

$SIG{__WARN__} = 'DEFAULT';
warn "default\n";
delete $SIG{__WARN__};
warn "deleted\n";
$SIG{__DIE__} = sub { print "final handler: $_[0]" };
END { print "end block, status $?\n" }
die "goodbye\n";

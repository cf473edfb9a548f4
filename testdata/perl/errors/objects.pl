# Exception objects: classes, rethrow, propagate, stringification, the type tests scripts do.
use strict;
use warnings;

package MyError;
use overload '""' => sub {
    my $s = shift;
    ref($s) . ": $s->{message}";
    },
    fallback => 1;

sub new {
    my ($c, %a) = @_;
    return bless {%a}, $c;
}

sub throw { my $c = shift; die $c->new(@_) }
sub message { $_[0]{message} }
sub rethrow { die $_[0] }
package MyError::IO;
our @ISA = 'MyError';
sub path { $_[0]{path} }
package main;
use Scalar::Util 'blessed';

eval { MyError->throw(message => 'plain') };
print "$@\n";
print ref $@, ' ', $@->message, "\n";

eval { MyError::IO->throw(message => 'io', path => '/x'); };
if (my $e = $@) {
    if (blessed $e && $e->isa('MyError::IO')) {
        print 'io error ', $e->path, "\n";
    }
}

eval {
    eval { MyError->throw(message => 'again') };
    $@->rethrow;
};
print "outer $@\n";

for my $kind ('MyError', 'MyError::IO', undef) {
    eval { $kind ? $kind->throw(message => 'm', path => 'p') : die "string\n"; };
    my $err = $@;
    if (ref $err && $err->isa('MyError::IO')) {
        print "IO: ", $err->path, "\n";
    } elsif (ref $err) {
        print "My: ", $err->message, "\n";
    } else {
        print "text: $err";
    }
}

sub try_all {
    my @r;
    for my $c (@_) {
        push @r, eval { $c->(); 'ok' } // do { my $m = $@; chomp $m; "[$m]" }
    }
    join ' ', @r;
}

print try_all(sub {1}, sub { die "bad\n" }, sub { MyError->throw(message => 'obj') }), "\n";

my $err = do {
    local $@;
    eval { die "scoped\n" };
    $@;
};
print "$err";

sub cleanup {
    my $c = shift;
    my @r = eval { $c->() };
    my $e = $@;
    print "cleanup ";
    die $e if $e;
    @r;
}

print eval {
    cleanup(sub {'result'});
}, "\n";

eval {
    cleanup(sub { die "failed\n" });
};
print $@;

eval { die MyError->new(message => 'x'), 'more' };
print "$@\n" =~ s/ at .*//sr, "\n";
print "false object: ", (eval { die bless({}, 'Falsy') } || 'caught ' . ref $@), "\n";

{
    package Falsy2;
    use overload
        'bool' => sub {0},
        '""' => sub {'falsy text'},
        fallback => 1
}

my $ok = eval { die bless {}, 'Falsy2'; 1 };
print $ok ? 'ok' : "failed with $@", "\n";

die MyError->new(message => 'uncaught');

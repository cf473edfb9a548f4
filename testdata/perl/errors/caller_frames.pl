# What caller tells of the frames: names, contexts, evals, texts of string evals, and the arguments in stack traces.
use strict;
use warnings;

sub show {
    my $level = 0;
    while (my @c = caller($level++)) {
        print "  $level: ", join('|', map { defined $_ ? $_ : 'undef' } @c[0 .. 7]), "\n";
    }
    print "--\n";
}
sub f { show(1, 2); return }
f(1);
my $x = f(2);
my @y = f(3);
eval { f(4) };
eval "f(5)";
&f;
my $anon = sub { show() };
$anon->();
sub Deep::Name::x { show() }
Deep::Name::x();
package Other;
sub g { main::show() }
package main;
Other::g();

# line 200 "elsewhere.pl"
show();
warn "from elsewhere";
eval qq{# line 5 "generated"\ndie 'inside'};
print $@;
print __FILE__, " ", __LINE__, "\n";

use Carp qw(cluck confess);
sub noisy { cluck("clucked") }
noisy(1, "two", undef, 3.5, "a\nb", "x" x 80, 1 .. 10);
eval "noisy('q')";
sub trace { confess "confessed" }
eval { trace("z") };
print $@;
sub deep { my $n = shift; $n ? deep($n - 1) : cluck("deep") }
deep(2);

sub named {
    no warnings 'once';
    my $code = sub { local *__ANON__ = "inner"; print +(caller(0))[3], "\n" };
    $code->();
}
named();
sub context {
    my $want = (caller(0))[5];
    print defined $want ? $want ? 'list' : 'scalar' : 'void', "\n";
}
context();
my $scalar = context();
my @list = context();
sub outer { return context() }
outer();
my $result = outer();
$_ = 3;
sub three { my @c = caller; print scalar(@c), "\n" }
three();
{
    package DB;
    sub arguments { my @c = caller(1); our @args; print "@args\n" }
}
sub called { DB::arguments() }
called(1, 2, 3);

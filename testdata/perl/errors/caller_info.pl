# Caller: the frame's package, file, line, sub name, context, eval frames.
use strict;
use warnings;

sub where { my @c = caller; "$c[0] $c[1] $c[2]" }
print where(), "\n";

sub name { (caller(0))[3] }
print name(), "\n";

sub up { (caller(1))[3] }
sub via { up() }
print via(), "\n";
print defined caller() ? 'has' : 'none', ' ', scalar(my @x = caller(0)), "\n";

sub ctx {
    my $w = (caller(0))[5];
    defined $w ? $w ? 'list' : 'scalar' : 'void';
}

my $s = ctx();
my @l = ctx();
print "$s @l\n";

sub stack {
    my @r;
    my $i = 0;
    while (my @c = caller($i++)) {
        push @r, "$c[3]:$c[2]";
    }
    join ' ', @r;
}

sub a1 { b1() }

sub b1 {
    stack();
}

print a1(), "\n";

my $anon = sub { (caller(0))[3] };
print $anon->(), "\n";

package Other;
sub f { my ($p, $f, $l) = caller; "$p:$l" }
sub g { main::where() }
package main;
print Other::f(), ' ', Other->f, ' ', Other::g(), "\n";

sub ev {
    eval { (caller(0))[3] }
}

print ev(), "\n";

sub ev2 {
    eval { (caller(1))[3] }
}

print ev2(), "\n";
print __FILE__, ' ', __LINE__, ' ', __PACKAGE__, "\n";
print +(caller(5))[0] // 'undef', "\n";

sub trace {
    my ($p, $f, $l, $n) = caller(1);
    "$n called trace from line " . (caller(0))[2];
}

sub tr1 { return trace() }
print tr1(), "\n";


# AUTOLOAD: the name of the missing method, accessors made on demand, with DESTROY and can.
use strict;
use warnings;

package Auto;
our $AUTOLOAD;

sub new {
    bless { color => 'red', size => 5 }, shift;
}

sub AUTOLOAD {
    my $self = shift;
    my $n = $AUTOLOAD;
    $n =~ s/.*:://;
    return if $n eq 'DESTROY';
    die "No method $n in " . (ref $self || $self) . "\n" unless ref $self && exists $self->{$n};
    $self->{$n} = shift if @_;
    return $self->{$n};
}

package Lazy;
our $AUTOLOAD;
my %made;
sub new { bless { x => 1, y => 2 }, shift }
sub DESTROY { }

sub AUTOLOAD {
    my ($n) = $AUTOLOAD =~ /(\w+)$/;
    die "bad $n\n" unless $n =~ /^[xy]$/;
    $made{$n}++;
    no strict 'refs';
    *{$AUTOLOAD} = sub {
        my $s = shift;
        $s->{$n} = shift if @_;
        $s->{$n};
    };
    goto &$AUTOLOAD;
}

package Func;
our $AUTOLOAD;
sub AUTOLOAD {"$AUTOLOAD(@_)"}
package Kid;
our @ISA = 'Auto';
sub own {'own'}
package main;
my $o = Auto->new;
print $o->color, ' ', $o->size(9), ' ', $o->size, "\n";

eval { $o->weight };
print $@;

eval { Auto->thing };
print $@;

my $l = Lazy->new;
print $l->x, $l->x(7), $l->x, $l->y, " made $made{x}$made{y}\n";

eval { $l->z };
print $@;
print Lazy->can('x') ? 'can x' : 'no x', ' ', Lazy->can('z') ? 'can z' : 'no z', "\n";
print Func::hello(1, 2), ' ', Func::other(), ' ', Func->meth(3), "\n";

my $k = Kid->new;
print $k->own, ' ', $k->color, ' ', ref $k, "\n";

eval { $k->nope };
print $@;

my $m = 'color';
print $o->$m, "\n";

# The order of classes: depth first and C3, next::method and its kin.
use strict;
use warnings;

package Base;
sub new { bless {}, shift }
sub hello { "Base::hello" }
sub foo { "Base::foo" }

package Left;
our @ISA = 'Base';
use mro 'c3';
sub hello { "Left::hello>" . $_[0]->next::method }
sub foo { "Left::foo>" . $_[0]->next::method }

package Right;
our @ISA = 'Base';
use mro 'c3';
sub hello { "Right::hello>" . $_[0]->next::method }
sub foo { "Right::foo>" . $_[0]->maybe::next::method }

package Diamond;
use parent -norequire, 'Left', 'Right';
use mro 'c3';
sub hello { my $self = shift; "Diamond::hello>" . $self->next::method(@_) }
sub foo { my $self = shift; my $next = $self->next::can; "Diamond::foo>" . $next->($self) }
sub alone { $_[0]->next::can ? "can" : "cannot" }
sub nobody { $_[0]->maybe::next::method // 'none' }

package main;
my $d = Diamond->new;
print $d->hello, "\n";
print $d->foo, "\n";
print $d->alone, " ", $d->nobody, "\n";
print join(',', @{mro::get_linear_isa('Diamond')}), "\n";
print join(',', @{mro::get_linear_isa('Diamond', 'dfs')}), "\n";
print join(',', @{mro::get_linear_isa('Diamond', 'c3')}), "\n";
print mro::get_mro('Diamond'), " ", mro::get_mro('Base'), "\n";
print join(',', sort @{mro::get_isarev('Base')}), "\n";
print mro::is_universal('UNIVERSAL') ? 1 : 0, mro::is_universal('Base') ? 1 : 0, "\n";

package DeepA;
sub who { 'DeepA' }
package DeepB;
our @ISA = 'DeepA';
package DeepC;
our @ISA = 'DeepA';
sub who { 'DeepC' }
package DeepD;
our @ISA = ('DeepB', 'DeepC');
package main;
print DeepD->who, "\n";
mro::set_mro('DeepD', 'c3');
print DeepD->who, "\n";
mro::set_mro('DeepD', 'dfs');
print DeepD->who, "\n";
eval { mro::set_mro('DeepD', 'sideways') };
print $@;

package X;
our @ISA = ();
package Y;
our @ISA = ();
package XY;
our @ISA = ('X', 'Y');
package YX;
our @ISA = ('Y', 'X');
package Knot;
our @ISA = ('XY', 'YX');
package main;
eval { mro::get_linear_isa('Knot', 'c3') };
print $@;

package Middle;
our @ISA = 'Base';
sub hello { my $self = shift; eval { "Middle>" . $self->next::method } }
package main;
print Middle->hello, "\n";

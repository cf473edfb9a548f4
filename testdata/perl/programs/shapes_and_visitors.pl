# Classes with accessors made at run time, AUTOLOAD, multiple inheritance, mixins, interfaces checked, double dispatch, cloning and comparison.
package Shape;
use strict;
use warnings;
our $VERSION = '1.02';
our %registry;
my $count = 0;
sub import { my ($class, %names) = @_; no strict 'refs'; my $to = caller; *{"${to}::$_"} = \&{"${class}::$names{$_}"} for keys %names }
sub new {
    my $proto = shift;
    my $class = ref $proto || $proto;
    my %args = ($class->defaults, ref $proto ? %$proto : (), @_);
    my @unknown = grep { !$class->can($_) } keys %args;
    die sprintf "%s: unknown %s\n", $class, join ', ', sort @unknown if @unknown;
    my $self = bless { %args }, $class;
    $self->init if $self->can('init');
    $registry{$class}++;
    $count++;
    return $self;
}
sub defaults { return (name => 'unnamed', color => 'none') }
sub total { $count }
sub describe { my $self = shift; return sprintf '%s %s (%s) area %.2f', $self->color, $self->name, ref $self, $self->area }
sub area { my $self = shift; die ref($self) . " must define area\n" }
for my $field (qw(name color)) { no strict 'refs'; *$field = sub { my $self = shift; $self->{$field} = shift if @_; return $self->{$field} } }
our $AUTOLOAD;
sub AUTOLOAD {
    my $self = shift;
    (my $name = $AUTOLOAD) =~ s/.*:://;
    return if $name eq 'DESTROY';
    if ($name =~ /^(get|set|has)_(\w+)$/ && ref $self && exists $self->{$2}) {
        my ($verb, $field) = ($1, $2);
        return $verb eq 'get' ? $self->{$field} : $verb eq 'has' ? 1 : do { $self->{$field} = shift; $self };
    }
    die sprintf qq{Can't do "%s" with %s at %s line %d.\n}, $name, ref $self || $self, (split m{/}, (caller)[1])[-1], (caller)[2];
}

package Circle;
our @ISA = ('Shape');
sub defaults { my $class = shift; return ($class->SUPER::defaults, r => 1) }
sub r { $_[0]{r} }
sub area { 3.14159265 * $_[0]->r ** 2 }
sub accept { my ($self, $v) = @_; return $v->visit_circle($self) }
sub collide { my ($x, $y) = @_; return $y->with_circle($x) }
sub with_circle { 'circle-circle' }
sub with_box { 'circle-box' }

package Box;
use parent -norequire, 'Shape';
sub defaults { return (shift->SUPER::defaults(), w => 1, h => 1) }
{ no strict 'refs'; for my $f (qw(w h)) { *{ __PACKAGE__ . "::$f" } = sub { $_[0]{$f} } } }
sub area { $_[0]->w * $_[0]->h }
sub accept { $_[1]->visit_box($_[0]) }
sub collide { $_[1]->with_box($_[0]) }
sub with_circle { 'box-circle' }
sub with_box { 'box-box' }

package Loud { sub describe { my $self = shift; return uc($self->next::method(@_)) . '!' } }
package LoudBox { use mro 'c3'; our @ISA = ('Loud', 'Box'); sub init { $_[0]{name} .= '-loud' } }
package Counter { sub new { bless {}, shift } sub visit_circle { $_[0]{circles}++; 'saw circle ' . $_[1]->name } sub visit_box { $_[0]{boxes}++; 'saw box ' . $_[1]->name } }

package main;
use strict;
use warnings;
BEGIN { Shape->import(how_many => 'total') }
my @shapes = (Circle->new(name => 'c', r => 2), Box->new(name => 'b', w => 2, h => 3, color => 'red'), LoudBox->new(w => 4));
print $_->describe, "\n" for sort { $a->area <=> $b->area } @shapes;
my $copy = $shapes[0]->new(name => 'copy');
print $copy->describe, ' ', how_many(), ' ', join(',', map { "$_=$Shape::registry{$_}" } sort keys %Shape::registry), "\n";
my $v = Counter->new;
print join('; ', map { $_->accept($v) } @shapes), " $v->{circles}/$v->{boxes}\n";
for my $x (@shapes[0, 1]) { print join(' ', map { $x->collide($_) } @shapes), "\n" }
print $copy->get_r, ' ', $copy->set_color('blue')->color, ' ', $copy->has_name ? 'has' : 'has not', ' ', Box->can('area') == \&Box::area ? 'own' : 'inherited', ' ', Circle->can('name') == Shape->can('name') ? 'shared' : 'own', ' ', Box->can('fly') ? 'flies' : 'does not fly', "\n";
for my $bad (sub { Circle->new(size => 1, x => 2) }, sub { $copy->fly }, sub { Circle->wash }, sub { Shape->new->describe }, sub { Nothing->new }, sub { my $u; $u->area }, sub { 'Box'->area }, sub { my $m = 'jump'; $copy->$m(1) }, sub { (bless [], 'Plain')->go }, sub { my $h = {}; $h->go }, sub { ''->go }) {
    eval { $bad->(); 1 } or print "error: ", $@ =~ s/ at \S+ line \d+//r;
}
my $method = 'describe'; my $class = 'Box'; my $code = $shapes[1]->can('area');
print $shapes[1]->$method, ' ', $class->new->area, ' ', $shapes[1]->$code, ' ', "Box"->new(w => 5)->area, ' ', Box::->new->w, ' ', (new Box(h => 9))->area, "\n";
print Box->VERSION // 'none', ' ', Shape->VERSION, ' ', eval { Shape->VERSION(2); 1 } ? 'ok' : $@ =~ s/ at .*//sr, ' ', $shapes[2]->isa('Shape') ? 1 : 0, UNIVERSAL::isa($shapes[2], 'HASH') ? 1 : 0, UNIVERSAL::isa([], 'ARRAY') ? 1 : 0, Box->isa('Circle') ? 1 : 0, "\n";
print join(' ', @{ mro::get_linear_isa('LoudBox') }), ' ', $shapes[2]->DOES('Loud') ? 'does' : 'does not', ' ', $shapes[2]->Shape::describe, "\n";

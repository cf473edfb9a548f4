# Classes: constructors, accessors, methods by name, class methods, can, isa and ref.
use strict;
use warnings;

package Animal;
my $count = 0;

sub new {
    my ($class, %a) = @_;
    my $self = bless { name => $a{name} || 'none', sound => 'generic' }, ref $class || $class;
    $count++;
    $self->init if $self->can('init');
    return $self;
}

sub name {
    my $self = shift;
    $self->{name} = shift if @_;
    $self->{name};
}

sub speak {
    my $self = shift;
    sprintf '%s says %s', $self->name, $self->sound;
}

sub sound { $_[0]{sound} }
sub count {$count}
package Dog;
our @ISA = ('Animal');
sub init { $_[0]{tricks} = [] }
sub sound {'Woof'}

sub add_trick {
    my ($self, @t) = @_;
    push @{ $self->{tricks} }, @t;
    $self;
}

sub tricks { @{ $_[0]{tricks} } }

sub speak {
    my $self = shift;
    my $base = $self->SUPER::speak(@_);
    "$base!";
}

package main;
my $d = Dog->new(name => 'Rex');
my $an = Animal->new;
print $d->speak, ' ', $an->speak, "\n";
print $d->add_trick('sit')->add_trick('roll', 'beg')->tricks, ' ', scalar($d->tricks), "\n";
print Animal->count, Animal::count(), ' ', $d->count, "\n";
print ref $d, ' ', $d->isa('Animal') ? 1 : 0, Dog->isa('Animal') ? 1 : 0, Animal->isa('Dog') ? 1 : 0,
    UNIVERSAL::isa($d, 'HASH') ? 1 : 0, UNIVERSAL::isa([], 'ARRAY') ? 1 : 0, "\n";
print Dog->can('speak') ? 'can' : 'cannot', ' ', $d->can('fly') ? 'can' : 'cannot', ' ', $d->can('name')->($d), ' ',
    ref(Dog->can('new')), "\n";

my $m = 'name';
print $d->$m, ' ', $d->$m('Max'), ' ', $d->${ \ 'name' }, "\n";

my $code = sub {"code with @_[1 .. $#_]"};
print $d->$code(1, 2), "\n";

my $class = 'Dog';
print $class->new(name => 'Dyn')->name, ' ', "Dog"->new->name, ' ', Dog::->new(name => 'colons')->name, "\n";
print $d->new(name => 'clone')->name, ' ', ref $d->new, "\n";

my $full = 'Animal::speak';
print $d->$full, ' ', $d->Animal::speak, "\n";
print new Dog(name => 'indirect')->name, "\n" if 0;

my $cr = \&Dog::sound;
print $cr->($d), ' ', &$cr($d), ' ', Dog->sound, "\n";

eval { $d->missing };
print $@;

eval { Dog->missing };
print $@;

eval { Nope->new };
print $@;

eval { my $x; $x->m };
print $@;

eval { my $x = 3; $x->m };
print $@;

eval { [1]->m };
print $@;
print "$d" =~ /^Dog=HASH\(0x[0-9a-f]+\)$/ ? "text form\n" : "no: $d\n";
print $d == $d ? "same\n" : "differ\n", $d eq "$d" ? "eq\n" : "ne\n";
print join(',', sort keys %$d), ' ', exists $d->{name} ? 1 : 0, "\n";

{ local $d->{name} = 'tmp'; print $d->name, ' ' }
print $d->name, "\n";
print "interp: @{[$d->name]} $d->{name} $$d{name} $d->{tricks}[0] @{$d->{tricks}}\n";
print Dog->can('can') ? "universal\n" : "no\n";

my %objs = map { $_->name => $_ } $d, $an;
print join(',', sort keys %objs), "\n";
print $_->speak, "\n" for sort { $a->name cmp $b->name } values %objs;

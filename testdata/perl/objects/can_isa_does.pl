# can, isa and DOES: on objects and classes, method references, UNIVERSAL, overriding can.
use strict;
use warnings;

package Animal {
    sub new   { my $class = shift; return bless {@_}, $class }
    sub speak { return 'some sound' }
}

package Dog {
    our @ISA = ('Animal');
    sub speak { return 'woof' }
    sub fetch { return "fetches $_[1]" }
}

package Robot {
    sub new  { return bless [], shift }
    sub DOES { my ($self, $role) = @_; return $role eq 'Talker' || $self->SUPER::DOES($role) }
    sub can  {
        my ($self, $method) = @_;
        return $self->SUPER::can($method) || ($method =~ /^say_(\w+)$/ ? do { my $w = $1; sub { "says $w" } } : undef);
    }
}

package main;

my $dog   = Dog->new(name => 'Rex');
my $robot = Robot->new;

sub yes_no { return $_[0] ? 'yes' : 'no' }

print 'dog isa Animal: ', yes_no($dog->isa('Animal')), "\n";
print 'Dog isa Animal: ', yes_no(Dog->isa('Animal')), "\n";
print 'Animal isa Dog: ', yes_no(Animal->isa('Dog')), "\n";
print 'dog isa HASH: ', yes_no(UNIVERSAL::isa($dog, 'HASH')), ' ', yes_no($dog->isa('HASH')), "\n";
print 'list isa ARRAY: ', yes_no(UNIVERSAL::isa([], 'ARRAY')), "\n";

print 'dog can fetch: ', yes_no($dog->can('fetch')), ', fly: ', yes_no($dog->can('fly')), "\n";
my $method = $dog->can('fetch');
print $dog->$method('stick'), "\n";
print Dog->can('speak')->(), ' ', Animal->can('speak')->(), "\n";

print 'dog DOES Animal: ', yes_no($dog->DOES('Animal')), "\n";
print 'robot DOES Talker: ', yes_no($robot->DOES('Talker')), ', Robot: ', yes_no($robot->DOES('Robot')), ', Dog: ', yes_no($robot->DOES('Dog')), "\n";
print 'robot: ', $robot->can('say_hello')->(), ', ', yes_no($robot->can('dance')), "\n";

# The isa operator.
use feature 'isa';
no warnings 'experimental::isa';
for my $thing ($dog, $robot, 'Dog', undef, {}) {
    print yes_no($thing isa Animal), ' ';
}
print "\n";

# Every class can do these.
print join(' ', map { yes_no(Animal->can($_)) } qw(can isa DOES VERSION import)), "\n";

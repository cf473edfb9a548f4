# Ways of calling methods: names in variables, code references, full names, class strings, chains.
use strict;
use warnings;

package Counter {
    sub new   { my ($class, $n) = @_; return bless { n => $n // 0 }, $class }
    sub add   { my ($self, $n) = @_; $self->{n} += $n // 1; return $self }
    sub value { return $_[0]{n} }
    sub reset { $_[0]{n} = 0; return $_[0] }
}

package Loud {
    our @ISA = ('Counter');
    sub value { my $self = shift; return '<<' . $self->SUPER::value() . '>>' }
}

package main;

my $c = Counter->new(5);

# Chains.
print $c->add->add(10)->add->value, "\n";

# The name in a variable.
for my $name (qw(add value reset value)) {
    my $result = $c->$name;
    print "$name: ", (ref $result ? 'object' : $result), "\n";
}

# A code reference as method gets the object first.
my $double = sub { my ($self, @rest) = @_; $self->{n} = ($self->{n} + 1) * 2; return "doubled with @rest" };
print $c->$double('a', 'b'), ' ', $c->value, "\n";

# A reference to a name, and can.
print $c->${\ 'value'}, ' ', $c->can('value')->($c), "\n";

# A full name skips the search in the object's class.
my $loud = Loud->new(7);
print $loud->value, ' ', $loud->Counter::value, "\n";
my $full = 'Counter::value';
print $loud->$full, "\n";

# The class in a variable, with a method in a variable.
my ($class, $new) = ('Loud', 'new');
print $class->$new(3)->value, "\n";

# In texts.
print "value is @{[ $c->value ]} and ${\ $c->value }\n";

# A list of method calls.
my @calls = ([add => 5], [add => 7], ['value']);
for my $call (@calls) {
    my ($method, @args) = @$call;
    my $got = $c->$method(@args);
    print ref $got ? "$method(@args)\n" : "$method = $got\n";
}

# Parentheses are optional without arguments, required in texts never.
print Counter->new->value + 1, "\n";

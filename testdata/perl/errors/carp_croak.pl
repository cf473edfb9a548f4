# Carp: croak and carp blame the caller, and go through subs of the same package.
use strict;
use warnings;

package Tank {
    use Carp;

    sub new { return bless { level => 0, limit => 10 }, shift }

    sub fill {
        my ($self, $amount) = @_;
        croak "cannot fill $amount" if $amount <= 0;
        carp "nearly full" if $self->{level} + $amount > $self->{limit} * 0.9;
        $self->{level} += $amount;
        return $self;
    }

    sub fill_twice {
        my ($self, $amount) = @_;
        $self->fill($amount);
        return $self->fill($amount);
    }
}

package main;

my $tank = Tank->new;
$tank->fill(3);
print "level $tank->{level}\n";

eval { $tank->fill(-1) };
print $@;

# The same package in between is skipped.
eval { $tank->fill_twice(0) };
print $@;

# A warning with the line of the caller.
$tank->fill(6.5);

sub helper {
    my $t = shift;
    return $t->fill(0.1);
}
helper($tank);

# With a newline the place is added all the same.
eval { Carp::croak("with newline\n") };
print $@;

# Called from the main program there is only its own place.
eval { Carp::croak('at the top') };
print $@;

# References are thrown as they are.
eval { Carp::croak({ code => 5 }) };
print ref $@, " $@->{code}\n";

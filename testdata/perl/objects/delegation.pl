# Delegation: an object that hands calls on to others, by a table, by AUTOLOAD, and a proxy that counts.
use strict;
use warnings;

package Engine {
    sub new   { return bless { running => 0 }, shift }
    sub start { $_[0]{running} = 1; return 'engine started' }
    sub stop  { $_[0]{running} = 0; return 'engine stopped' }
    sub state { return $_[0]{running} ? 'on' : 'off' }
}

package Radio {
    sub new  { return bless { station => 'none' }, shift }
    sub tune { my ($self, $station) = @_; $self->{station} = $station; return "tuned to $station" }
}

package Car {
    my %delegate = (start => 'engine', stop => 'engine', state => 'engine', tune => 'radio');

    sub new { return bless { engine => Engine->new, radio => Radio->new }, shift }

    while (my ($method, $part) = each %delegate) {
        no strict 'refs';
        *{"Car::$method"} = sub {
            my $self = shift;
            return $self->{$part}->$method(@_);
        };
    }
}

package Proxy {
    our $AUTOLOAD;

    sub new { my ($class, $target) = @_; return bless { target => $target, calls => {} }, $class }

    sub AUTOLOAD {
        my $self = shift;
        my ($name) = $AUTOLOAD =~ /::(\w+)$/;
        return if $name eq 'DESTROY';
        $self->{calls}{$name}++;
        return $self->{target}->$name(@_);
    }
    sub report { my $calls = $_[0]{calls}; return join ', ', map { "$_ $calls->{$_}" } sort keys %$calls }
}

package main;

my $car = Car->new;
print $car->state, "\n";
print $car->start, ', ', $car->state, "\n";
print $car->tune('Radio Perl'), "\n";

my $proxy = Proxy->new($car);
$proxy->stop;
$proxy->start for 1 .. 3;
print $proxy->state, "\n";
print 'calls: ', $proxy->report, "\n";

eval { $proxy->fly };
print $@ =~ /^Can't locate object method "fly" via package "Car"/ ? "cannot fly\n" : $@;

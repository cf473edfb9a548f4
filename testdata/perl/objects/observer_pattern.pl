# The observer pattern: subscribers as code references, events by name, unsubscribing.
use strict;
use warnings;

package Publisher;

sub new { return bless { on => {}, next => 1 }, shift }

sub subscribe {
    my ($self, $event, $code) = @_;
    my $id = $self->{next}++;
    $self->{on}{$event}{$id} = $code;
    return $id;
}

sub unsubscribe {
    my ($self, $id) = @_;
    delete $_->{$id} for values %{ $self->{on} };
    return $self;
}

sub publish {
    my ($self, $event, @data) = @_;
    my $listeners = $self->{on}{$event} || {};
    my $count = 0;
    for my $id (sort { $a <=> $b } keys %$listeners) {
        $count++;
        last if ($listeners->{$id}->($event, @data) // '') eq 'stop';
    }
    return $count;
}

package Thermometer;

our @ISA = ('Publisher');

sub set {
    my ($self, $degrees) = @_;
    my $before = $self->{degrees};
    $self->{degrees} = $degrees;
    $self->publish('change', $before // 'nothing', $degrees);
    $self->publish('alarm', $degrees) if $degrees > 30;
    return $self;
}

package main;

my $t = Thermometer->new;
my @log;
my $log_id = $t->subscribe(change => sub { my (undef, $from, $to) = @_; push @log, "$from to $to"; return });
$t->subscribe(alarm => sub { print "too hot: $_[1]\n"; return });

$t->set(20)->set(35);
print "$_\n" for @log;

$t->unsubscribe($log_id);
$t->set(10);
print scalar(@log), " entries\n";

# A listener that stops the others.
my $stopped = Publisher->new;
$stopped->subscribe(x => sub { print "first\n"; return });
$stopped->subscribe(x => sub { print "second stops\n"; return 'stop' });
$stopped->subscribe(x => sub { print "third\n"; return });
print 'called ', $stopped->publish('x'), "\n";
print 'called ', $stopped->publish('nothing'), "\n";

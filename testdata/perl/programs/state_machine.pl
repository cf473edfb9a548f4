# State machines from tables: a turnstile, a checker for numbers, a small vending machine.
use strict;
use warnings;

package Machine;

sub new {
    my ($class, %arg) = @_;
    return bless { %arg, state => $arg{start}, log => [] }, $class;
}

sub feed {
    my ($self, $event) = @_;
    my $rule = $self->{rules}{ $self->{state} }{$event} || $self->{rules}{ $self->{state} }{'*'};
    die "no rule for '$event' in state $self->{state}\n" unless $rule;
    my ($next, $action) = @$rule;
    push @{ $self->{log} }, "$self->{state}-$event->$next";
    $self->{state} = $next;
    return $action ? $action->($self, $event) : undef;
}

package main;

my $turnstile = Machine->new(
    start => 'locked',
    rules => {
        locked   => { coin => ['unlocked', sub { 'opens' }], push => ['locked', sub { 'bump' }] },
        unlocked => { coin => ['unlocked', sub { 'thanks' }], push => ['locked', sub { 'passes' }] },
    },
);
for my $event (qw(push coin coin push push)) {
    printf "%-5s %s\n", $event, $turnstile->feed($event);
}
print "$_\n" for @{ $turnstile->{log} };
eval { $turnstile->feed('kick') };
print "error: $@";

# Which texts are numbers?
my %table = (
    start => { sign => 'signed', digit => 'whole', dot => 'point' },
    signed => { digit => 'whole', dot => 'point' },
    whole => { digit => 'whole', dot => 'fraction', e => 'exponent' },
    point => { digit => 'fraction' },
    fraction => { digit => 'fraction', e => 'exponent' },
    exponent => { sign => 'esigned', digit => 'power' },
    esigned => { digit => 'power' },
    power => { digit => 'power' },
);
my %final = map { $_ => 1 } qw(whole fraction power);

sub class_of {
    my $c = shift;
    return $c =~ /\d/ ? 'digit' : $c =~ /[-+]/ ? 'sign' : $c eq '.' ? 'dot' : lc $c eq 'e' ? 'e' : 'other';
}

sub is_number {
    my $state = 'start';
    for my $c (split //, shift) {
        $state = $table{$state}{ class_of($c) } or return 0;
    }
    return $final{$state} ? 1 : 0;
}
print join(' ', map { "$_:" . is_number($_) } qw(42 -3.14 .5 5. 1e10 1e 1.2.3 +-1 2E-5 abc)), "\n";

# A machine with data.
my $vending = Machine->new(
    start => 'idle', money => 0,
    rules => {
        idle => {
            '*' => ['idle', sub {
                my ($self, $event) = @_;
                if ($event =~ /^\d+$/) {
                    $self->{money} += $event;
                    return "credit $self->{money}";
                }
                return "need " . (50 - $self->{money}) . ' more' if $self->{money} < 50;
                my $change = $self->{money} - 50;
                $self->{money} = 0;
                return "here is $event, change $change";
            }],
        },
    },
);
print $vending->feed($_), "\n" for 20, 'tea', 20, 20, 'tea', 'cola';

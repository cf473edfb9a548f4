# A binary heap as priority queue: push, pop, a custom order, heap sort, a simulation.
use strict;
use warnings;

package Heap;

sub new {
    my ($class, $before) = @_;
    return bless { items => [], before => $before || sub { $_[0] < $_[1] } }, $class;
}

sub size { return scalar @{ $_[0]{items} } }
sub peek { return $_[0]{items}[0] }

sub push {
    my ($self, @new) = @_;
    my ($items, $before) = @$self{qw(items before)};
    for my $item (@new) {
        my $i = @$items;
        $items->[$i] = $item;
        while ($i > 0) {
            my $parent = int(($i - 1) / 2);
            last unless $before->($items->[$i], $items->[$parent]);
            @$items[$i, $parent] = @$items[$parent, $i];
            $i = $parent;
        }
    }
    return $self;
}

sub pop {
    my $self = shift;
    my ($items, $before) = @$self{qw(items before)};
    return unless @$items;
    my $top = $items->[0];
    my $last = pop @$items;
    return $top unless @$items;
    $items->[0] = $last;
    my $i = 0;
    while (1) {
        my $best = $i;
        for my $child (2 * $i + 1, 2 * $i + 2) {
            $best = $child if $child < @$items && $before->($items->[$child], $items->[$best]);
        }
        last if $best == $i;
        @$items[$i, $best] = @$items[$best, $i];
        $i = $best;
    }
    return $top;
}

package main;

my $heap = Heap->new;
$heap->push(5, 3, 8, 1, 9, 2, 7);
print 'size ', $heap->size, ', first ', $heap->peek, "\n";
my @sorted;
while (defined(my $n = $heap->pop)) {
    push @sorted, $n;
}
print "@sorted\n";
print defined $heap->pop ? 'more' : 'empty', "\n";

# The largest k of a stream with a small heap.
my $largest = Heap->new;
for my $i (1 .. 200) {
    $largest->push($i * 7919 % 1009);
    $largest->pop if $largest->size > 5;
}
my @top;
while ($largest->size) { unshift @top, $largest->pop }
print "top: @top\n";

# Events in the order of their time, then of their name.
my $events = Heap->new(sub { $_[0][0] < $_[1][0] || $_[0][0] == $_[1][0] && $_[0][1] lt $_[1][1] });
$events->push([3, 'lunch'], [1, 'wake'], [2, 'work'], [1, 'alarm']);
my $count = 0;
while (my $event = $events->pop) {
    my ($time, $name) = @$event;
    print "$time: $name\n";
    $events->push([$time + 10, "$name again"]) if ++$count < 3;
}

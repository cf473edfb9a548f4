# A binary heap in an array: a priority queue, heap sort, the largest elements, shortest paths.
use strict;
use warnings;

package Heap {
    sub new { my ($class, $before) = @_; return bless { list => [], before => $before }, $class }
    sub size { return scalar @{ $_[0]{list} } }

    sub put {
        my ($self, $item) = @_;
        my ($list, $before) = @$self{qw(list before)};
        push @$list, $item;
        my $i = $#$list;
        while ($i > 0) {
            my $up = int(($i - 1) / 2);
            last unless $before->($list->[$i], $list->[$up]);
            @$list[$i, $up] = @$list[$up, $i];
            $i = $up;
        }
        return $self;
    }

    sub take {
        my $self = shift;
        my ($list, $before) = @$self{qw(list before)};
        return unless @$list;
        my $top = $list->[0];
        my $end = pop @$list;
        return $top unless @$list;
        $list->[0] = $end;
        my $i = 0;
        while ((my $down = 2 * $i + 1) <= $#$list) {
            $down++ if $down < $#$list && $before->($list->[$down + 1], $list->[$down]);
            last unless $before->($list->[$down], $list->[$i]);
            @$list[$i, $down] = @$list[$down, $i];
            $i = $down;
        }
        return $top;
    }
}

package main;

my $heap = Heap->new(sub { $_[0] < $_[1] });
$heap->put($_) for 5, 3, 8, 1, 9, 2, 7;
my @sorted;
while (defined(my $n = $heap->take)) {
    push @sorted, $n;
}
print "@sorted ", $heap->size, "\n";

# Tasks with priorities.
my $tasks = Heap->new(sub { $_[0][0] > $_[1][0] });
$tasks->put($_) for [1, 'sleep'], [9, 'breathe'], [5, 'eat'];
print join(' ', map { $tasks->take->[1] } 1 .. 3), ' ', defined $tasks->take ? 'more' : 'empty', "\n";

# Shortest paths by Dijkstra's way.
my %road = (a => { b => 7, c => 3 }, b => { d => 2 }, c => { b => 1, d => 8 }, d => {});
my %distance = (a => 0);
my $open = Heap->new(sub { $_[0][0] < $_[1][0] })->put([0, 'a']);
while (my $next = $open->take) {
    my ($so_far, $town) = @$next;
    next if $so_far > $distance{$town};
    for my $to (sort keys %{ $road{$town} }) {
        my $new = $so_far + $road{$town}{$to};
        if (!defined $distance{$to} || $new < $distance{$to}) {
            $distance{$to} = $new;
            $open->put([$new, $to]);
        }
    }
}
print join(' ', map { "$_=$distance{$_}" } sort keys %distance), "\n";

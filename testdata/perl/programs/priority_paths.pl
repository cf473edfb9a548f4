# Shortest paths: a grid with costs, Dijkstra on a binary heap, A*, and a topological order, with input after __DATA__.
use strict;
use warnings;

package Heap;
sub new  { my ($class, $cmp) = @_; bless { cmp => $cmp, h => [] }, $class }
sub size { scalar @{ $_[0]{h} } }
sub push {
    my ($self, @items) = @_;
    for my $item (@items) {
        my $h = $self->{h};
        push @$h, $item;
        my $i = $#$h;
        while ($i > 0) {
            my $p = ($i - 1) >> 1;
            last if $self->{cmp}->($h->[$p], $h->[$i]) <= 0;
            @$h[$p, $i] = @$h[$i, $p];
            $i = $p;
        }
    }
    return $self;
}
sub pop {
    my $self = shift;
    my $h = $self->{h};
    return unless @$h;
    my $top = $h->[0];
    my $last = pop @$h;
    if (@$h) {
        $h->[0] = $last;
        my $i = 0;
        {
            my ($l, $r, $m) = (2 * $i + 1, 2 * $i + 2, $i);
            $m = $l if $l < @$h && $self->{cmp}->($h->[$l], $h->[$m]) < 0;
            $m = $r if $r < @$h && $self->{cmp}->($h->[$r], $h->[$m]) < 0;
            last if $m == $i;
            @$h[$m, $i] = @$h[$i, $m];
            $i = $m;
            redo;
        }
    }
    return $top;
}

package main;
my (@grid, %deps);
while (my $line = <DATA>) {
    chomp $line;
    last if $line eq '--';
    push @grid, [split //, $line];
}
while (<DATA>) {
    my ($what, @needs) = /(\w+)/g or next;
    $deps{$what} = \@needs;
    $deps{$_} //= [] for @needs;
}
my ($rows, $cols) = (scalar @grid, scalar @{ $grid[0] });
my @moves = ([0, 1], [1, 0], [0, -1], [-1, 0]);

sub search {
    my ($goal, $estimate) = @_;
    my $heap = Heap->new(sub { $_[0][0] <=> $_[1][0] || $_[0][1] <=> $_[1][1] || $_[0][2] <=> $_[1][2] });
    $heap->push([0, 0, 0]);
    my (%cost, %from, $looked);
    $cost{0, 0} = 0;
    while (my $node = $heap->pop) {
        my (undef, $r, $c) = @$node;
        $looked++;
        last if $r == $goal->[0] && $c == $goal->[1];
        for (@moves) {
            my ($nr, $nc) = ($r + $_->[0], $c + $_->[1]);
            next if $nr < 0 || $nc < 0 || $nr >= $rows || $nc >= $cols || $grid[$nr][$nc] eq '#';
            my $new = $cost{$r, $c} + $grid[$nr][$nc];
            next if exists $cost{$nr, $nc} && $cost{$nr, $nc} <= $new;
            $cost{$nr, $nc} = $new;
            $from{$nr, $nc} = join $;, $r, $c;
            $heap->push([$new + $estimate->($nr, $nc), $nr, $nc]);
        }
    }
    my @path = my $at = join $;, @$goal;
    unshift @path, $at while defined($at = $from{$at});
    return ($cost{ join $;, @$goal }, $looked, @path);
}
my $goal = [$rows - 1, $cols - 1];
for ([plain => sub { 0 }], [guided => sub { abs($_[0] - $goal->[0]) + abs($_[1] - $goal->[1]) }]) {
    my ($name, $estimate) = @$_;
    my ($cost, $looked, @path) = search($goal, $estimate);
    print "$name: cost $cost, ", scalar @path, " steps, looked at $looked\n";
    my %on = map { $_ => 1 } @path;
    for my $r (0 .. $rows - 1) {
        print map({ $on{$r, $_} ? '*' : $grid[$r][$_] } 0 .. $cols - 1), "\n";
    }
}
my (@order, %state);
sub visit {
    my ($n, @trail) = @_;
    return if ($state{$n} // '') eq 'done';
    die "cycle: @trail $n\n" if $state{$n};
    $state{$n} = 'open';
    visit($_, @trail, $n) foreach sort @{ $deps{$n} };
    $state{$n} = 'done';
    push @order, $n;
}
visit($_) for sort keys %deps;
print "order: @order\n";
$deps{shirt} = ['jacket'];
%state = ();
eval { visit($_) for sort keys %deps };
print $@;
__DATA__
1163751742
13813#3672
2136#11328
3694931569
7463417111
1319128137
1359912421
3125421639
1293138521
2311944581
--
jacket: tie belt
tie: shirt
belt: trousers shirt
shoes: trousers socks

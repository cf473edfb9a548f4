# Graphs: breadth-first and depth-first search, shortest paths, components, topological order.
use strict;
use warnings;

my %road = (
    A => { B => 4, C => 2 },
    B => { A => 4, C => 1, D => 5 },
    C => { A => 2, B => 1, D => 8, E => 10 },
    D => { B => 5, C => 8, E => 2 },
    E => { C => 10, D => 2 },
    X => { Y => 1 },
    Y => { X => 1 },
);

sub breadth_first {
    my ($graph, $start) = @_;
    my %distance = ($start => 0);
    my @queue = ($start);
    while (defined(my $node = shift @queue)) {
        for my $next (sort keys %{ $graph->{$node} }) {
            next if exists $distance{$next};
            $distance{$next} = $distance{$node} + 1;
            push @queue, $next;
        }
    }
    return \%distance;
}

sub depth_first {
    my ($graph, $node, $seen) = @_;
    return if $seen->{$node}++;
    return ($node, map { depth_first($graph, $_, $seen) } sort keys %{ $graph->{$node} });
}

sub dijkstra {
    my ($graph, $start) = @_;
    my (%distance, %from, %done);
    $distance{$start} = 0;
    while (1) {
        my ($node) = sort { $distance{$a} <=> $distance{$b} || $a cmp $b } grep { !$done{$_} } keys %distance;
        last unless defined $node;
        $done{$node} = 1;
        for my $next (keys %{ $graph->{$node} }) {
            my $length = $distance{$node} + $graph->{$node}{$next};
            if (!exists $distance{$next} || $length < $distance{$next}) {
                $distance{$next} = $length;
                $from{$next} = $node;
            }
        }
    }
    return (\%distance, \%from);
}

sub path_to {
    my ($from, $node) = @_;
    my @path = ($node);
    while (defined($node = $from->{$node})) {
        unshift @path, $node;
    }
    return join '-', @path;
}

my $hops = breadth_first(\%road, 'A');
print 'hops: ', join(' ', map { "$_=$hops->{$_}" } sort keys %$hops), "\n";
print 'depth first: ', join(' ', depth_first(\%road, 'A', {})), "\n";

my ($distance, $from) = dijkstra(\%road, 'A');
printf "%s %2d %s\n", $_, $distance->{$_}, path_to($from, $_) for sort keys %$distance;

my (%seen, @components);
for my $node (sort keys %road) {
    next if $seen{$node};
    push @components, [depth_first(\%road, $node, \%seen)];
}
print 'components: ', join(' | ', map { join '', sort @$_ } @components), "\n";

# Tasks and what they need first.
my %needs = (shoes => ['socks', 'trousers'], trousers => ['pants'], coat => ['shirt', 'shoes'], shirt => [], socks => [], pants => []);
my (@order, %state);
sub visit {
    my $task = shift;
    return if ($state{$task} // '') eq 'done';
    die "circle at $task\n" if ($state{$task} // '') eq 'open';
    $state{$task} = 'open';
    visit($_) for sort @{ $needs{$task} };
    $state{$task} = 'done';
    push @order, $task;
}
visit($_) for sort keys %needs;
print "order: @order\n";
$needs{pants} = ['coat'];
%state = ();
eval { visit('coat') };
print "error: $@";

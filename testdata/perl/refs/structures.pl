# Programs with nested data: a tree, linked lists, matrices, a graph, grouping of records.
use strict;
use warnings;

my %tree;

sub insert {
    my ($t, $v) = @_;
    return { v => $v } unless $t && exists $t->{v};
    if ($v < $t->{v}) {
        $t->{l} = insert($t->{l}, $v);
    } else {
        $t->{r} = insert($t->{r}, $v);
    }
    $t;
}

my $root;
$root = insert($root, $_) for 5, 2, 8, 1, 9, 3;

sub walk {
    my $t = shift;
    $t ? (walk($t->{l}), $t->{v}, walk($t->{r})) : ();
}

print join(",", walk($root)), "\n";

sub depth {
    my $t = shift or return 0;
    my ($l, $r) = (depth($t->{l}), depth($t->{r}));
    1 + ($l > $r ? $l : $r);
}

print depth($root), "\n";

my $list;
$list = { v => $_, next => $list } for reverse 1 .. 4;
for (my $n = $list; $n; $n = $n->{next}) {
    print $n->{v}, $n->{next} ? "->" : "\n";
}

my ($prev, $cur) = (undef, $list);
while ($cur) {
    my $next = $cur->{next};
    $cur->{next} = $prev;
    $prev = $cur;
    $cur = $next;
}

for (my $n = $prev; $n; $n = $n->{next}) {
    print $n->{v};
}

print "\n";

my @m = ([1, 2], [3, 4]);
my @t;
for my $i (0 .. $#m) {
    for my $j (0 .. $#{ $m[$i] }) {
        $t[$j][$i] = $m[$i][$j];
    }
}

print join(";", map { join ",", @$_ } @t), "\n";

my @prod = map {
    my $r = $_;
    [
        map {
            my $c = $_;
            my $s = 0;
            $s += $m[$r][$_] * $m[$_][$c] for 0 .. 1;
            $s
        } 0 .. 1
    ]
} 0 .. 1;
print join(";", map {"@$_"} @prod), "\n";

my %g = (a => ['b', 'c'], b => ['d'], c => ['d'], d => []);
my %seen;
my @q = ('a');
my @order;
while (@q) {
    my $n = shift @q;
    next if $seen{$n}++;
    push @order, $n;
    push @q, @{ $g{$n} };
}

print "@order\n";

my @rec = map {
    my ($n, $d, $s) = split /:/;
    { name => $n, dept => $d, sal => $s }
} qw(ann:it:50 bob:hr:40 cat:it:70);
my %by;
push @{ $by{ $_->{dept} } }, $_ for @rec;
for my $d (sort keys %by) {
    my $tot = 0;
    $tot += $_->{sal} for @{ $by{$d} };
    printf "%s: %s (%d)\n", $d, join("/", map { $_->{name} } sort { $b->{sal} <=> $a->{sal} } @{ $by{$d} }), $tot;
}

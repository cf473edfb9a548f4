# Nested data: inverting, flattening, cloning, counting, permutations, memory, a grid.
use strict;
use warnings;

my %inv;
my %xyz = (x => 1, y => 2, z => 1);
while (my ($k, $v) = each %xyz) {
    push @{ $inv{$v} }, $k;
}

print join(" ", map { "$_=" . join("", sort @{ $inv{$_} }) } sort keys %inv), "\n";

sub flatten {
    map { ref $_ ? flatten(@$_) : $_ } @_;
}

print join(",", flatten(1, [2, [3, [4]], 5])), "\n";

sub clone {
    my $d = shift;
    ref $d eq 'HASH' ? { map { $_ => clone($d->{$_}) } keys %$d } : ref $d eq 'ARRAY' ? [map { clone($_) } @$d] : $d;
}

my $o = { a => [1, { b => 2 }] };
my $c = clone($o);
$c->{a}[1]{b} = 9;
print $o->{a}[1]{b}, $c->{a}[1]{b}, "\n";

my @stack = (1, 2);
push @stack, 3;
print pop @stack, pop @stack, "\n";

my %count;
$count{ length $_ }++ for qw(a bb cc ddd);
print join(",", map {"$_:$count{$_}"} sort { $a <=> $b } keys %count), "\n";

my @perm;

sub permute {
    my ($done, $rest) = @_;
    return push @perm, join "", @$done unless @$rest;
    for my $i (0 .. $#$rest) {
        my @r = @$rest;
        my ($x) = splice @r, $i, 1;
        permute([@$done, $x], \@r);
    }
}

permute([], [1, 2, 3]);
print "@perm\n";

my %memo;

sub fibm {
    my $n = shift;
    $memo{$n} //= $n < 2 ? $n : fibm($n - 1) + fibm($n - 2);
}

print fibm(50), "\n";

my @grid = map { [('.') x 4] } 1 .. 3;
$grid[1][2] = '#';
$grid[0][0] = '@';
print join("\n", map { join "", @$_ } @grid), "\n";

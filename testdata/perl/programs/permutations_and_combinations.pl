# Permutations, combinations, subsets, partitions and products, recursive and in order.
use strict;
use warnings;

sub permutations {
    my @items = @_;
    return [] unless @items;
    my @result;
    for my $i (0 .. $#items) {
        my @rest = @items;
        my ($first) = splice @rest, $i, 1;
        push @result, map { [$first, @$_] } permutations(@rest);
    }
    return @result;
}

sub combinations {
    my ($k, @items) = @_;
    return [] if $k == 0;
    return if @items < $k;
    my ($first, @rest) = @items;
    return (map({ [$first, @$_] } combinations($k - 1, @rest)), combinations($k, @rest));
}

sub subsets {
    my @sets = ([]);
    for my $item (@_) {
        push @sets, map { [@$_, $item] } @sets;
    }
    return @sets;
}

sub product {
    my @lists = @_;
    return [] unless @lists;
    my $first = shift @lists;
    return map { my $item = $_; map { [$item, @$_] } product(@lists) } @$first;
}

sub partitions {
    my ($n, $max) = @_;
    $max //= $n;
    return [] if $n == 0;
    return map { my $part = $_; map { [$part, @$_] } partitions($n - $part, $part) } reverse 1 .. ($max < $n ? $max : $n);
}

sub show { return join ' ', map { '{' . join(',', @$_) . '}' } @_ }

print show(permutations('a', 'b', 'c')), "\n";
print scalar(my @all = permutations(1 .. 5)), " permutations of five\n";
print show(combinations(2, 'a' .. 'd')), "\n";
print scalar(my @hands = combinations(5, 1 .. 10)), " ways to choose 5 of 10\n";
print show(subsets(1 .. 3)), "\n";
print show(product(['red', 'blue'], ['S', 'L'], [1])), "\n";
print show(partitions(5)), "\n";

# Pascal's triangle and the binomials.
my @row = (1);
for (0 .. 6) {
    print ' ' x (3 * (6 - $#row) / 2), join(' ', map { sprintf '%2d', $_ } @row), "\n";
    @row = (1, map({ $row[$_] + $row[ $_ + 1 ] } 0 .. $#row - 1), 1);
}

# SEND + MORE = MONEY is too long for a test, but TO + GO = OUT is not.
for my $p (grep { $_->[0] && $_->[2] } map { my $c = $_; permutations(@$c) } combinations(4, 0 .. 4, 8)) {
    my ($t, $o, $g, $u) = @$p;
    next unless $o;
    my $sum = 10 * $t + $o + 10 * $g + $o;
    print "TO + GO = OUT: ${t}$o + ${g}$o = $sum\n" if $sum == 100 * $o + 10 * $u + $t;
}

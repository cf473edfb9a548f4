#!/usr/bin/perl
use strict;
use warnings;

# Small numeric programs: matrices, primes, fibonacci, gcd, sorting by hand.

sub matmul {
    my ($x, $y) = @_;
    my ($rows, $inner, $cols) = (scalar @$x, scalar @{ $x->[0] }, scalar @{ $y->[0] });
    my @result;
    for my $i (0 .. $rows - 1) {
        for my $j (0 .. $cols - 1) {
            $result[$i][$j] += $x->[$i][$_] * $y->[$_][$j] for 0 .. $inner - 1;
        }
    }
    return \@result;
}

sub transpose { my $m = shift; [ map { my $c = $_; [ map { $_->[$c] } @$m ] } 0 .. $#{ $m->[0] } ] }

sub sieve {
    my $max = shift;
    my @composite;
    my @primes;
    for (my $n = 2; $n <= $max; ++$n) {
        next if $composite[$n];
        push @primes, $n;
        for (my $k = $n * $n; $k <= $max; $k += $n) { $composite[$k] = 1 }
    }
    return wantarray ? @primes : \@primes;
}

sub gcd { my ($x, $y) = @_; ($x, $y) = ($y, $x % $y) while $y; $x }

{
    my %memo;
    sub fib { my $n = shift; $memo{$n} //= $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
}

sub bubble {
    my @a = @_;
    my $swapped;
    do {
        $swapped = 0;
        for my $i (1 .. $#a) {
            next unless $a[$i - 1] > $a[$i];
            @a[$i - 1, $i] = @a[$i, $i - 1];
            $swapped = 1;
        }
    } while ($swapped);
    return @a;
}

sub binary_search {
    my ($list, $want, $low, $high) = (@_, 0, $#{ $_[0] });
    while ($low <= $high) {
        my $mid = int(($low + $high) / 2);
        my $cmp = $list->[$mid] <=> $want;
        if    ($cmp < 0) { $low = $mid + 1 }
        elsif ($cmp > 0) { $high = $mid - 1 }
        else             { return $mid }
    }
    return -1;
}

my $product = matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]);
print join(' ', map { join ',', @$_ } @$product, @{ transpose $product }), "\n";
print "@{[ sieve 30 ]} ", scalar @{ +sieve(10) }, "\n";
printf "%d %d %s\n", gcd(48, 18), fib(50), join ' ', bubble 3, 1, 2;
print binary_search([1, 3, 5, 7, 9], 7), binary_search([1, 3], 4), "\n";
my ($sum, $squares) = (0) x 2;
$sum += $_, $squares += $_ ** 2 foreach 1 .. 10;
print "$sum $squares ", $squares / $sum, "\n";
print "collatz: ", do { my ($n, $steps) = (27, 0); $n = $n % 2 ? 3 * $n + 1 : $n / 2, $steps++ until $n == 1; $steps }, "\n";
print 0.1 + 0.2 == 0.3 ? "equal\n" : "not equal\n", 1e15 + 0.3, ' ', 1 / 3, ' ', 1_000 * 3, ' ', 0xff & ~0x0f, "\n";

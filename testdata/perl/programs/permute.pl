# Permutations, combinations, power sets, memoized and generated sequences, small conversions.
use strict;
use warnings;
use feature 'say';

sub permute {
    my ($done, $rest, $out) = @_;
    unless (@$rest) {
        push @$out, "@$done";
        return;
    }
    for my $i (0 .. $#$rest) {
        my @r = @$rest;
        my ($x) = splice @r, $i, 1;
        permute([@$done, $x], \@r, $out);
    }
}

my @all;
permute([], [qw(a b c)], \@all);
say for @all;
say scalar @all;

sub combos {
    my ($k, @s) = @_;
    return [] if $k == 0;
    return () if @s < $k;
    my ($h, @t) = @s;
    return ((map { [$h, @$_] } combos($k - 1, @t)), combos($k, @t));
}

say join ' ', map { join '', @$_ } combos(2, 'a' .. 'e');

sub powerset {
    my @s = ([]);
    for my $x (@_) {
        push @s, map { [@$_, $x] } @s;
    }
    @s;
}

say '{', join(',', @$_), '}' for powerset(1 .. 3);

my $gen = do {
    my ($a, $b) = (0, 1);
    sub {
        my $r = $a;
        ($a, $b) = ($b, $a + $b);
        $r;
    }
};
say join ',', map { $gen->() } 1 .. 15;
say join ' ', grep {
    my $n = $_;
    $n > 1 and !grep { $n % $_ == 0 } 2 .. sqrt $n
} 1 .. 50;

my %memo;

sub fibm {
    my $n = shift;
    $memo{$n} //= $n < 2 ? $n : fibm($n - 1) + fibm($n - 2);
}

say fibm(80);

sub gcd {
    my ($a, $b) = @_;
    $b ? gcd($b, $a % $b) : $a;
}

say gcd(1071, 462);

sub hanoi {
    my ($n, $f, $t, $v) = @_;
    return 0 unless $n;
    hanoi($n - 1, $f, $v, $t) + 1 + hanoi($n - 1, $v, $t, $f);
}

say hanoi(8, 'A', 'C', 'B');
say join '', reverse map { chr(ord('a') + (ord($_) - ord('a') + 13) % 26) } split //, 'replicate';

my $bin = '';
my $n = 37;
do { $bin = $n % 2 . $bin; $n = int $n / 2 } while $n;
say $bin;
say sprintf '%b %o %x %e', 37, 37, 255, 12345.678;

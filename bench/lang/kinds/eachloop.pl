# Iteration: each, keys, values, exists, delete, slices.
use strict;
use warnings;
my %h = map { ("k$_" => $_) } 1 .. 40_000;
my $t = 0;
for my $round (1 .. 8) {
    while (my ($k, $v) = each %h) { $t += $v if length $k > 3 }
    for my $v (values %h) { $v++ }
    for my $k (sort { $a cmp $b } keys %h) { $t++ if exists $h{ $k . '0' } }
    delete @h{ 'k' . $round, 'k' . ($round + 100) };
    my ($p, $q) = @h{ 'k200', 'k300' };
    $t += $p * $q;
}
print "$t ", scalar(%h) ? 'some' : 'none', "\n";

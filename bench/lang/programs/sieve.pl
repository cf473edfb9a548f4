# Array elements: the sieve of Eratosthenes.
use strict;
use warnings;

my $n = 2_000_000;
my @composite = (0) x ($n + 1);
for (my $i = 2; $i * $i <= $n; $i++) {
    next if $composite[$i];
    for (my $j = $i * $i; $j <= $n; $j += $i) {
        $composite[$j] = 1;
    }
}
my ($count, $last) = (0, 0);
for my $i (2 .. $n) {
    if (!$composite[$i]) {
        $count++;
        $last = $i;
    }
}
print "sieve $count $last\n";

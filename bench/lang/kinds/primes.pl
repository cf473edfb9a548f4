# Trial division in while loops, with last, next and push.
use strict;
use warnings;
my @primes = (2);
my $n = 3;
CANDIDATE: while (@primes < 12_000) {
    foreach my $p (@primes) {
        last if $p * $p > $n;
        next CANDIDATE if $n % $p == 0;
    }
    push @primes, $n;
}
continue { $n += 2 }
print "$primes[-1]\n";

# Prime numbers: a sieve, factors, perfect numbers, twin primes, a primality test.
use strict;
use warnings;

sub sieve {
    my $limit = shift;
    my @composite;
    my @primes;
    for my $n (2 .. $limit) {
        next if $composite[$n];
        push @primes, $n;
        for (my $m = $n * $n; $m <= $limit; $m += $n) {
            $composite[$m] = 1;
        }
    }
    return @primes;
}

sub factors {
    my $n = shift;
    my %count;
    for (my $d = 2; $d * $d <= $n; $d++) {
        while ($n % $d == 0) {
            $count{$d}++;
            $n /= $d;
        }
    }
    $count{$n}++ if $n > 1;
    return \%count;
}

sub factor_text {
    my $factors = factors(shift);
    return join ' * ', map { $factors->{$_} > 1 ? "$_^$factors->{$_}" : $_ } sort { $a <=> $b } keys %$factors;
}

sub power_mod {
    my ($base, $exponent, $modulus) = @_;
    my $result = 1;
    $base %= $modulus;
    while ($exponent > 0) {
        $result = $result * $base % $modulus if $exponent & 1;
        $base = $base * $base % $modulus;
        $exponent >>= 1;
    }
    return $result;
}

sub probably_prime {
    my $n = shift;
    return $n == 2 if $n < 3 or $n % 2 == 0;
    for my $base (2, 3, 5, 7) {
        next if $n == $base;
        return 0 if power_mod($base, $n - 1, $n) != 1;
    }
    return 1;
}

my @primes = sieve(100);
print scalar(@primes), " primes below 100: @primes\n";
print 'below 10000: ', scalar(sieve(10_000)), "\n";
print "$_ = ", factor_text($_), "\n" for 12, 97, 360, 1001, 65_536, 999_999;

my @twins = map { "$primes[$_]/$primes[$_ + 1]" } grep { $primes[$_ + 1] - $primes[$_] == 2 } 0 .. $#primes - 1;
print "twins: @twins\n";

my @perfect = grep { my $n = $_; my $sum = 0; $n % $_ or $sum += $_ for 1 .. $n / 2; $sum == $n } 2 .. 500;
print "perfect: @perfect\n";

print "$_ is ", (probably_prime($_) ? 'prime' : 'composite'), "\n" for 1, 2, 91, 7919, 104_729, 1_000_001;
my ($next) = grep { probably_prime($_) } 1_000_000 .. 1_000_100;
print "first above a million: $next\n";

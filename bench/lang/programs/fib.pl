# Recursive calls: Fibonacci numbers the slow way.
use strict;
use warnings;

sub fib {
    my ($n) = @_;
    return $n if $n < 2;
    return fib($n - 1) + fib($n - 2);
}

print "fib ", fib(28), "\n";

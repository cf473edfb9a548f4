# Closures that make closures; recursion through a variable.
use strict;
use warnings;
sub make_adder { my $n = shift; return sub { my $m = shift; return sub { return $n + $m + shift } } }
my $sum = 0;
for my $i (1 .. 150_000) {
    my $f = make_adder($i)->(2);
    $sum += $f->(3) + $f->(4);
}
my $fact;
$fact = sub { my $n = shift; return $n < 2 ? 1 : $n * $fact->($n - 1) };
$sum += $fact->(10) for 1 .. 30_000;
print "$sum\n";

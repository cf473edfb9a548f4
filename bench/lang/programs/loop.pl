# Integer loop with multiplication, remainder and addition.
use strict;
use warnings;

my $sum = 0;
for my $i (1 .. 10_000_000) {
    $sum = ($sum + $i * 3) % 1_000_003;
}
print "loop $sum\n";

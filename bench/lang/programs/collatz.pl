# Branchy integer code: the longest Collatz chain below a bound.
use strict;
use warnings;

my ($best, $longest) = (0, 0);
for (my $start = 1; $start < 60_000; $start++) {
    my $n     = $start;
    my $steps = 0;
    while ($n != 1) {
        if ($n % 2 == 0) {
            $n = int($n / 2);
        }
        else {
            $n = 3 * $n + 1;
        }
        $steps++;
    }
    if ($steps > $longest) {
        $longest = $steps;
        $best    = $start;
    }
}
print "collatz $best $longest\n";

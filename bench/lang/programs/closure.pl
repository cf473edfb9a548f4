# Closures over variables of their own.
use strict;
use warnings;

sub counter {
    my ($count, $step) = @_;
    return sub { $count += $step; return $count };
}

my @counters = map { counter($_, $_ + 1) } 0 .. 3;
my $total = 0;
for my $i (1 .. 1_000_000) {
    for my $c (@counters) {
        $total += $c->();
    }
    $total %= 1_000_000_007;
}
print "closure $total\n";

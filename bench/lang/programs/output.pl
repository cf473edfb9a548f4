# Two million lines of output.
use strict;
use warnings;

for my $i (1 .. 2_000_000) {
    print $i, "\t", $i % 1000, "\n";
}

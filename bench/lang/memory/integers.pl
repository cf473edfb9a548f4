# An array of a million integers.
use strict; my @a; push @a, $_ * 3 for 1 .. 1_000_000; print scalar(@a), "\n";

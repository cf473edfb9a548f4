# An array of a million short strings.
use strict; my @a; push @a, "item $_" for 1 .. 1_000_000; print scalar(@a), "\n";

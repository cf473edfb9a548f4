# Two hundred thousand small arrays.
use strict; my @a; push @a, [$_, $_ + 1, "x"] for 1 .. 200_000; print scalar(@a), "\n";

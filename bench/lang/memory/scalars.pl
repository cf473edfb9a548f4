# A million references to scalars.
use strict; my @a; for my $i (1 .. 1_000_000) { my $v = $i; push @a, \$v } print scalar(@a), "\n";

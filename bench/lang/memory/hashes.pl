# Two hundred thousand small hashes.
use strict; my @a; push @a, { id => $_, name => "n$_", size => 1 } for 1 .. 200_000; print scalar(@a), "\n";

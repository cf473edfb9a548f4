# A hash of a million keys.
use strict; my %h; $h{"key$_"} = $_ for 1 .. 1_000_000; print scalar(keys %h), "\n";

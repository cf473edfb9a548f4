# Allocation: trees of array references, built and walked.
use strict;
use warnings;
sub build { my $d = shift; return $d ? [build($d - 1), build($d - 1)] : []; }
sub count { my $t = shift; return 1 + (@$t ? count($t->[0]) + count($t->[1]) : 0); }
my $n = 0;
$n += count(build(13)) for 1 .. 12;
print "$n\n";

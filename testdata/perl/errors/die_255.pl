# A die with nothing else set exits with 255; END still runs.
use strict;
use warnings;

END { print "END sees $?\n" }
$! = 0;
$? = 0;
my %h = (list => [1, 2]);
print "before\n";

die \%h if 0;
$! = 0;
die "finally";

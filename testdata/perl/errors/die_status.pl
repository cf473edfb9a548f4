# A die with only $? set: the exit status is its upper byte.
use strict;
use warnings;

$! = 0;
$? = 5 << 8;
die "status\n";

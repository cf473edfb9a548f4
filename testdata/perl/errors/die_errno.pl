# A die with 20570 set: the exit status is the errno.
use strict;
use warnings;
open(my $fh, '<', '/no/such/file') and die;
print "errno ", $! + 0, " $!\n";
print "enoent\n" if $!{ENOENT};
$! = 13; print "$!\n";
$! = 2; die "Cannot open: $!\n";

# What is said about handles that could not be opened, were never opened, or are undefined.
use strict;
use warnings;
open(my $in, '<', '/nonexistent/file') or print "not there\n";
my $line = <$in>;
close $in;
print $in "x";
printf $in "x";
{ no strict 'refs'; open(FH, '<', '/nonexistent/other'); }
$line = <FH>;
close FH;
print FH "x";
my $undefined;
print { $undefined } "x" if 0;
eval { print { $undefined } "x" };
print $@;

# Dumper gives one text per value in list context.
use strict;
use warnings;
use Data::Dumper;
$Data::Dumper::Terse  = 1;
$Data::Dumper::Indent = 0;
my @lists = ([1], [2]);
print "(", join(",", Dumper(@lists)), ")\n";
print scalar(my @texts = Dumper(@lists)), "\n";
print "joined " . Dumper(@lists) . "\n";
use POSIX;
printf "%.4f %.4f %d\n", M_PI, M_SQRT1_2, INT_MAX;

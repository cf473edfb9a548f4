# An undefined reference behind @ becomes an array where it is passed to a sub, also to one of a module.
use strict;
use warnings;
use List::Util qw(sum max first);
my ($p, $q, %h);
print sum(@$p, 4), " ", ref $p, "\n";
print defined(first { 1 } @$q) ? "found" : "none", " ", ref $q, "\n";
my $m = max(map { $_ } @{$h{x}});
print join(",", keys %h), "\n";
print max("007", 6), " ", max("1.50", "1"), "\n";

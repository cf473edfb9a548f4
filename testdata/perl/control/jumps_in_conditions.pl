# last and next in the condition of a loop concern that loop.
use strict;
use warnings;
my @queue = (1, 2, 3);
my $n = 0;
while (defined(my $item = shift(@queue) // last)) { $n += $item }
print "$n\n";
@queue = (1, 2, 0, 4);
while ((my $item = shift @queue) || last) { $n++ }
print "$n\n";
for (my $i = 0; $i < 5 || last; $i++) { $n++ }
print "$n\n";
@queue = (5, 6);
until (!defined(my $item = shift @queue // last)) { $n += 10 }
print "$n\n";

# A hash of half a million string keys.
use strict;
use warnings;

my %seen;
for my $i (1 .. 500_000) {
    $seen{"key$i"} = $i;
}
my $found = 0;
for my $i (1 .. 500_000) {
    my $k = 'key' . ($i * 2);
    $found += $seen{$k} if exists $seen{$k};
}
for (my $i = 1; $i <= 500_000; $i += 5) {
    delete $seen{"key$i"};
}
my $left = 0;
for my $k (keys %seen) {
    $left += $seen{$k} % 7;
}
print "hash $found $left ", scalar(keys %seen), "\n";

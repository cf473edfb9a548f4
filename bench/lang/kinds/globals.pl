# Package variables instead of lexicals.
use strict;
use warnings;
our ($i, $sum, @list, %seen) = (0, 0);
while ($i < 1_500_000) {
    $i++;
    $sum += $i & 7;
    $list[$i % 100] = $sum;
    $seen{ $i % 50 } += $list[$i % 100] % 3;
}
my $total = $sum;
$total += $_ for @list, values %seen;
print "$total\n";

# A filter: lines in, some of them out with a running number, to standard output.
use strict;
use warnings;
open my $fh, '<', $ARGV[0] or die;
my $n = 0;
while (<$fh>) {
    next unless /ster/;
    next if /^\s*$/ or length $_ < 40;
    $n++;
    print "$.: $_";
    printf "%d kept\n", $n if $n % 1000 == 0;
}

# Fields of a log by split and index; counting, sorting by value, printing with printf.
use strict;
use warnings;
my (%by_host, %by_hour, $bytes);
open(my $fh, '<', $ARGV[0]) or die;
while (<$fh>) {
    my @f = split / /;
    next unless @f > 9;
    $by_host{ $f[0] } += $f[9];
    my $at = index($f[3], ':');
    $by_hour{ substr($f[3], $at + 1, 2) }++;
    $bytes += length;
}
close($fh);
printf "%-16s %12d\n", $_, $by_host{$_} for (sort { $by_host{$b} <=> $by_host{$a} || $a cmp $b } keys %by_host)[0 .. 4];
printf "%s=%d ", $_, $by_hour{$_} for sort keys %by_hour;
print "$bytes\n";

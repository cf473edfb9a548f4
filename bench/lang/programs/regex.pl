# Captures over a log of 20 MB.
use strict;
use warnings;

my ($lines, $bytes, %status, %host) = (0, 0);
open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!";
while (<$in>) {
    if (/^(\S+) \S+ \S+ \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+)/) {
        $lines++;
        $status{$5}++;
        $bytes += $6;
        $host{$1}++ if $3 eq 'POST';
    }
}
close $in;
print "regex $lines $bytes ", scalar(keys %host), "\n";
print "$_ $status{$_}\n" for sort keys %status;

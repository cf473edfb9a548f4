# A loop over patterns, substitutions with code, tr counting.
use strict;
use warnings;
my @rules = (qr/^10\.1\./, qr/"POST [^"]+"/, qr/ 50[03] /, qr/Googlebot|curl/i);
my (@hits, $digits, $changed) = (0) x 4;
($digits, $changed) = (0, 0);
open my $in, '<', $ARGV[0] or die;
while (my $line = <$in>) {
    last if $. > 60_000;
    for my $i (0 .. $#rules) { $hits[$i]++ if $line =~ $rules[$i] }
    $digits += ($line =~ tr/0-9//);
    $changed += $line =~ s/(\d+)\.html/$1 + 1 . '.htm'/e;
    $line =~ s/\s+$//;
    $line =~ s/ +/ /g;
    $digits += length $line;
}
print "@hits $digits $changed\n";

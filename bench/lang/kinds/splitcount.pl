# Words counted with a regular expression and with split, lengths in a hash.
use strict;
use warnings;
my (%n, %len, $lines);
open(IN, '<', $ARGV[0]) or die;
while (<IN>) {
    chomp;
    $lines++;
    next if $lines % 2;
    $n{lc $1}++ while /(\w+)/g;
    my @w = split /\s+/;
    $len{ length $_ }++ foreach @w;
}
close(IN);
my @k = sort { $n{$b} <=> $n{$a} or $a cmp $b } keys %n;
print join(' ', map { "$_:$n{$_}" } @k[0 .. 4]), " $lines ", join(',', map { "$_=$len{$_}" } sort { $a <=> $b } keys %len), "\n";

# Words of a text by foreach over split with $_, hash of arrays by first letter, nested sort.
use strict;
use warnings;
my %by;
open my $fh, '<', $ARGV[0] or die $!;
while (my $l = <$fh>) {
    last if $. > 60_000;
    foreach (split(/[^A-Za-z]+/, $l)) {
        next if !length;
        my $first = lc substr $_, 0, 1;
        $by{$first}{ lc($_) }++;
    }
}
foreach my $f (sort keys %by) {
    my @top = sort { $by{$f}{$b} <=> $by{$f}{$a} || $a cmp $b } keys %{ $by{$f} };
    print "$f $top[0] $by{$f}{$top[0]} ", scalar @top, "\n";
}

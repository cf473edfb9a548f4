# Lines changed by s///g, tr, index and substr with four operands, then joined.
use strict;
use warnings;
my ($len, $vowels, @keep) = (0, 0);
open my $fh, '<', $ARGV[0] or die;
while (my $line = <$fh>) {
    last if $. > 40_000;
    chomp $line;
    $line =~ s/\bka(\w*)/<$1>/g;
    $line =~ s/re/RE/;
    $vowels += $line =~ tr/aeiou/AEIOU/;
    my $p = index $line, ' ';
    substr($line, 0, $p, '') if $p > 0;
    $len += length $line;
    push @keep, $line if $line =~ /lor$/i;
}
print "$len $vowels ", scalar(@keep), ' ', length(join "\n", @keep), "\n";

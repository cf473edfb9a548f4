# Global matches in list and scalar context, named captures, alternation.
use strict;
use warnings;
my ($n, $sum, %kind) = (0, 0);
open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!";
while (my $line = <$in>) {
    last if $. > 60_000;
    my @numbers = $line =~ /(\d+)/g;
    $n += @numbers;
    while ($line =~ /([A-Z][a-z]+)/g) { $kind{$1}++ }
    $sum += $+{port} if $line =~ /\.(?<port>\d+) /;
}
print "$n $sum ", join(',', map { "$_=$kind{$_}" } (sort keys %kind)[0 .. 2]), "\n";

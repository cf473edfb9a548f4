# Reports: sprintf, x, lc, ucfirst, tr, heredocs.
use strict;
use warnings;
my ($out, $n) = ('', 0);
for my $i (1 .. 100_000) {
    my $name = ucfirst(lc('NAME')) . $i;
    my $line = sprintf('%-12s|%6d|%8.2f|%05x|%s', $name, $i, $i / 7, $i, '-' x ($i % 8));
    (my $copy = $line) =~ tr/a-z|/A-Z /;
    $n += length $copy;
    my $text = <<"END";
Item:  $name
Price: ${\ ($i * 2)}
END
    $n += length $text;
    $out = $copy;
}
print "$n $out\n";

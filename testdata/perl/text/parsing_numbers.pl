# Reading numbers out of text: validation, sums, units, ranges, other notations.
use strict;
use warnings;

# Which texts are numbers?
for my $text ('42', '-7', '3.14', '.5', '1e10', '0x1F', '1,234', '12abc', '', '+5', '1.2.3') {
    my $kind
        = $text =~ /^[-+]?\d+$/                        ? 'integer'
        : $text =~ /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/ ? 'float'
        : $text =~ /^0[xX][0-9a-fA-F]+$/               ? 'hex'
        : $text =~ /^\d{1,3}(?:,\d{3})+$/              ? 'grouped'
        :                                                'none';
    print "'$text' $kind\n";
}

# All numbers of a text and their sum.
my $line = 'bought 3 apples for 1.50, 2 pears for 0.75 and returned -1';
my @numbers = $line =~ /(-?\d+(?:\.\d+)?)/g;
my $sum = 0;
$sum += $_ for @numbers;
print "@numbers = $sum\n";

# Units.
my %factor = (k => 1e3, M => 1e6, '' => 1);
for my $size ('10', '5k', '2.5M', '7x') {
    if ($size =~ /^(\d+(?:\.\d+)?)([kM]?)$/) {
        print "$size = ", $1 * $factor{$2}, "\n";
    } else {
        print "$size is unknown\n";
    }
}

# Lists of ranges.
sub expand {
    my ($text) = @_;
    return map { /^(\d+)-(\d+)$/ ? ($1 .. $2) : $_ } split /\s*,\s*/, $text;
}
print join(' ', expand('1-3, 7, 10-12')), "\n";

# And back to ranges.
sub ranges {
    my @n = sort { $a <=> $b } @_;
    my @out;
    while (@n) {
        my $first = my $last = shift @n;
        $last = shift @n while @n && $n[0] == $last + 1;
        push @out, $first == $last ? $first : "$first-$last";
    }
    return join ',', @out;
}
print ranges(1, 2, 3, 7, 10, 11, 12), ' ', ranges(5), "\n";

# Numbers with a comma as the point.
(my $decimal = '1.234,56') =~ tr/.,/_./;
$decimal =~ tr/_//d;
print $decimal + 0, "\n";

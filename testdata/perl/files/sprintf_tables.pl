# Tables written to a file with sprintf: widths, alignment, totals, and read back again.
use strict;
use warnings;

my @rows = (
    ['Widget',      12,  3.5],
    ['Gadget long', 3,   19.99],
    ['Nut',         500, 0.05],
);

open my $out, '>', 'table.txt' or die $!;
my $format = "%-12s %5d %8.2f %9.2f\n";
printf $out "%-12s %5s %8s %9s\n", qw(Item Count Price Total);
print $out '-' x 37, "\n";
my $sum = 0;
for my $row (@rows) {
    my ($name, $count, $price) = @$row;
    my $total = $count * $price;
    $sum += $total;
    printf $out $format, $name, $count, $price, $total;
}
print $out '=' x 37, "\n";
printf $out "%-27s %9.2f\n", 'Sum', $sum;
close $out;

open my $in, '<', 'table.txt' or die $!;
print while <$in>;

# Reading the columns back.
seek $in, 0, 0;
my ($names, $counts) = ('', 0);
while (<$in>) {
    next unless /^(\w.*?)\s+(\d+)\s+([\d.]+)\s+([\d.]+)$/;
    $names .= "$1;";
    $counts += $2;
}
close $in;
print "$names $counts pieces\n";

# Widths from the data.
my ($width) = sort { $b <=> $a } map { length $_->[0] } @rows;
printf "%*s|\n", $width, $_->[0] for @rows;
printf "%-*s|\n", $width, $_->[0] for @rows;

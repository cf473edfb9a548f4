# Tables by sprintf: column widths from the data, alignment, totals, rules.
use strict;
use warnings;

my @sales = (
    { item => 'Pencil',   count => 120, price => 0.25 },
    { item => 'Notebook', count => 15,  price => 3.5 },
    { item => 'Desk',     count => 2,   price => 129.99 },
);

my $width = 0;
for my $sale (@sales) {
    $width = length $sale->{item} if length $sale->{item} > $width;
}
my $format = "%-${width}s %6s %10s %10s\n";
printf $format, qw(Item Count Price Total);
print '-' x ($width + 29), "\n";
my ($count, $total) = (0, 0);
for my $sale (@sales) {
    my $sum = $sale->{count} * $sale->{price};
    printf "%-*s %6d %10.2f %10.2f\n", $width, @$sale{qw(item count price)}, $sum;
    $count += $sale->{count};
    $total += $sum;
}
printf $format, 'Sum', $count, '', sprintf '%.2f', $total;

# Percentages and bars.
for my $sale (@sales) {
    my $share = $sale->{count} * $sale->{price} / $total;
    printf "%-*s %5.1f%% %s\n", $width, $sale->{item}, 100 * $share, '#' x (20 * $share);
}

# Zero-padded and signed numbers, scientific ones.
printf "%04d|%+5d|%-6d|%6.3f|%.2e|%g\n", $_, $_, $_, $_, $_, $_ for 7, -42, 1234;

# A multiplication table.
for my $y (1 .. 4) {
    print join(' ', map { sprintf '%3d', $_ * $y } 1 .. 6), "\n";
}

# The format made of the data.
my @widths = (3, 5, 8);
my $row = join('|', map { "%${_}s" } @widths) . "\n";
print $row;
printf $row, 'a', 'b', 'c';

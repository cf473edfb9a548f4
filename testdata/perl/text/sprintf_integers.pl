# Sprintf with whole numbers: flags, widths, precisions, and what happens to fractions and text.
use strict;
use warnings;

my @formats = ('%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%+5d', '%-+5d|', '%.3d', '%5.3d', '%05.3d', '%i', '%-6.2d|', '%+.3d');
for my $format (@formats) {
    my @texts = map { sprintf $format, $_ } 42, 0, -42, 7;
    print "$format: [", join('] [', @texts), "]\n";
}

# Fractions are cut off towards zero, never rounded.
printf "%d %d %d %d\n", 3.99, -3.99, 0.5, -0.5;

# Large floating numbers are clamped to the limits of an integer.
printf "%d %d %d\n", 1e15, 2**53, -2**62;
printf "%d %d\n", 1e20, -1e20;

# Numeric text counts by its leading number.
{
    no warnings 'numeric';
    printf "%d %d %d %d\n", '12abc', '1e3', ' 7', '';
}

# The precision of zero with the value zero prints nothing at all.
printf "[%.0d] [%.0d] [%5.0d]\n", 0, 1, 0;

# Size modifiers are accepted and make no difference for ordinary values.
printf "%hd %ld %lld %hhd %qd %zd %td %jd\n", 5, 6, 7, 8, 9, 10, 11, 12;

printf "%u %u\n", 3, 4294967296;
print sprintf('%d items', '3 apples' =~ /(\d+)/), "\n";

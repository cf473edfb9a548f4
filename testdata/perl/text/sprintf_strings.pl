# Sprintf with strings and characters: %s %c, padding, truncation, and the percent sign.
use strict;
use warnings;

for my $format ('%s', '%5s', '%-5s|', '%05s', '%.2s', '%5.1s', '%-5.2s|', '%.0s', '%+s', '% s') {
    print "$format: [", join('] [', map { sprintf $format, $_ } 'abc', '', 'longer text'), "]\n";
}

# Characters from their numbers.
printf "%c%c%c\n", 72, 105, 33;
printf "[%5c] [%-5c] [%05c]\n", 65, 66, 67;
print length(sprintf '%c', 0x263a), ' ', ord(sprintf '%c', 0x263a), "\n";
print length(sprintf '%c', 200), "\n";

# The percent sign.
printf "100%% and %5% and %-5%|\n";
printf "%d%%|%5.1f%%\n", 50, 12.345;

# Characters, not bytes, are counted.
my $wide = "\x{263a}\x{263b}";
print length(sprintf '%5s', $wide), ' ', length(sprintf '%.1s', $wide), "\n";

# A list in the arguments gives one value after the other.
my @pair = ('x', 'y');
print sprintf('%s-%s', @pair), "\n";

# The first argument is in scalar context: an array there gives its count.
my @args = ('%s-%s', 'x', 'y');
print sprintf($args[0], @args[1, 2]), "\n";
{
    no warnings;
    print sprintf(@args), "\n";
}

# Columns.
printf "%-10s|%10s|\n", 'left', 'right';
printf '%s' . "\n", 'joined format';
printf '%s items' . "\n", scalar @args;

# List::Util: sum, sum0, product, min, max, minstr, maxstr.
use strict;
use warnings;
use List::Util qw(sum sum0 product min max minstr maxstr);

my @numbers = (4, 8, 15, 16, 23, 42);
print sum(@numbers), ' ', product(1 .. 5), ' ', min(@numbers), ' ', max(@numbers), "\n";
print minstr(qw(pear apple fig)), ' ', maxstr(qw(pear apple fig)), "\n";

# Fractions, negative numbers and numeric strings.
print sum(0.5, 1.25, '2'), ' ', min(-3, 2, '-7.5'), ' ', max('10', '9', 1e1), "\n";

# Empty lists.
print defined sum() ? 'defined' : 'undef', ' ', sum0(), ' ', product(), ' ', defined max() ? 'defined' : 'undef', "\n";

# A mean and a spread.
my $mean = sum(@numbers) / @numbers;
my $variance = sum(map { ($_ - $mean) ** 2 } @numbers) / @numbers;
printf "%.2f %.2f %d\n", $mean, sqrt $variance, max(@numbers) - min(@numbers);

# With map: the longest line, totals of a hash.
my @lines = ('short', 'the longest line', 'middle one');
my $width = max map { length } @lines;
printf "%-${width}s|\n", $_ for @lines;
my %stock = (nails => 100, screws => 250, bolts => 75);
print sum(values %stock), ' ', max(values %stock), ' ', minstr(keys %stock), "\n";

# Large results.
print product(1 .. 15), ' ', product(1 .. 25), "\n";
print sum(9_007_199_254_740_991, 1), "\n";

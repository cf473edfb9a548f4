# Lists handed to sprintf, printf and print: flattening, counts, slices, nested calls.
use strict;
use warnings;

my @point = (3, 4);
my %color = (r => 255, g => 128, b => 0);
printf "(%d, %d)\n", @point;
printf "#%02X%02X%02X\n", @color{qw(r g b)};
printf "%s %s %s\n", 'a', @point;
print sprintf('%d-%d', @point) . "\n";

# As many conversions as elements.
my @values = (1, 22, 333);
printf join(' ', ('%04d') x @values) . "\n", @values;
print join(', ', map { sprintf '%.1f', $_ / 10 } @values), "\n";

# Lists in lists are flat.
printf "%s%s%s%s\n", (1, (2, (3)), 4);
printf "%s %s\n", map { uc } 'x', 'y';
printf "%d of %d\n", scalar(grep { $_ > 20 } @values), scalar @values;

# A list of rows.
printf "%-5s|%3d\n", @$_ for ['a', 1], ['bb', 22];

# print with a list, parentheses, a filehandle.
print 'sum: ', 1 + 2, ' ', (1 + 2) * 3, "\n";
print((1 + 2) * 3);
print "\n";
print STDOUT 'to a handle ', @values, "\n";
print {*STDOUT} 'to a block ', "@values", "\n";
print join(' ', 'a', 'b'), "\n" if print '';

# say adds a newline, to a list as a whole.
use feature 'say';
say 'one ', 'two';
say for 1 .. 2;
say join ',', @values;
say @values;
say "@values";

# The results of print and printf are true.
my $ok = print '';
my $also = printf '';
print "$ok $also\n";

# Chained text operators: dot, x, comparison chains by hand, assignment forms, interpolation.
use strict;
use warnings;

my $name = 'World';
my $greeting = 'Hello' . ', ' . $name . '!';
print $greeting . "\n";

# x repeats and binds tighter than the dot.
print '-' x 10 . '>' . "\n";
print 'ab' x 2 . 'c' x 3, "\n";
print "=" x 0, "nothing before\n";
print '+' . '-' x 4 . '+', "\n";

# The dot and the plus have the same precedence and read from the left.
print '3' + '4' . '5', "\n";
print '3' . '4' + '5', "\n";
print 'sum: ' . (1 + 2) . "\n";

# Assignment forms.
my $line = 'a';
$line .= 'b' . 'c';
$line x= 2;
print "$line\n";
($line .= '!') =~ tr/a-c/A-C/;
print "$line\n";

# Comparisons give 1 or the empty string, which is text too.
print 'abc' lt 'abd', '[', 'b' lt 'a', "]\n";
print 'cmp: ' . join(',', 'a' cmp 'b', 'b' cmp 'a', 'a' cmp 'a') . "\n";

# Lists repeat in parentheses only.
my @cells = ('x') x 4;
my @pairs = (1, 2) x 2;
print "@cells @pairs\n";
my $count = () = (1, 2) x 3;
print "count $count\n";

# Joining in a loop.
my $csv = '';
$csv .= ($csv eq '' ? '' : ',') . $_ for qw(red green blue);
print "$csv\n";

# The repetition operator: strings, lists, counts below one, fractions, and x=.
use strict;
use warnings;

print 'ab' x 3, '|', 'ab' x 0, '|', 'ab' x 1, '|', 'ab' x 2.7, "\n";
print '-' x 20, "\n";
print '=' x length('a title'), "\n";

# A list in parentheses is repeated as a list.
my @zeros = (0) x 5;
print "@zeros\n";
my @pattern = ('a', 'b') x 2;
print join(',', @pattern), "\n";

# Without the parentheses an array is its count.
my @twice = (@pattern) x 2;
my $text  = @pattern x 2;
print scalar(@twice), " $text\n";

# qw is a list of its own.
my @words = qw(x y) x 2;
print "@words\n";

# Repeating and assigning.
my $line = '=-';
$line x= 4;
print "$line\n";
my @row = (1, 2);
@row = (@row) x 3;
print "@row\n";

# Precedence: tighter than the point and than plus.
print 'a' . 'b' x 2 . 'c', "\n";
print '5' x 3 + 1, "\n";
print '-' x 2 x 2, "\n";

# Filling in missing values with a list of undefs.
my ($x, $y, $z) = (undef) x 3;
print defined $x || defined $y || defined $z ? "some\n" : "none\n";

# The same reference several times.
my @same = ([]) x 2;
push @{ $same[0] }, 'shared';
print "$same[1][0]\n";

# A count below zero is no repetition, with a warning.
my $count = -1;
my $nothing = 'abc' x $count;
print "[$nothing]\n";

my %default = map { $_ => 0 } ('k') x 3;
print join(',', %default), "\n";
my @grid = map { [ ('.') x 3 ] } 1 .. 2;
$grid[0][1] = '#';
print join('', @$_), "\n" for @grid;

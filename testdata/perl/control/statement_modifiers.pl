# Statement modifiers: if, unless, while, until, for behind a statement, and what each sees.
use strict;
use warnings;

my $n = 7;
print "n is odd\n" if $n % 2;
print "n is not ten\n" unless $n == 10;

# The condition of while is tested before the statement runs.
my $i = 0;
$i++ while $i < 5;
print "i counted to $i\n";
$i-- until $i <= 2;
print "i went down to $i\n";

# for sets $_ and aliases it to the elements.
my @words = qw(alpha beta gamma);
$_ = ucfirst for @words;
print "@words\n";
print "  item $_\n" for sort @words;

# The value of a statement with a false modifier is the value of its condition.
sub answer {
    my $want = shift;
    "yes" if $want;
}
my @got = answer(1);
print "with 1: @got\n";
my $none = answer(0);
print "with 0: [$none]\n";

# A modifier covers a whole comma list or a call without parentheses.
my @log;
push @log, $_ * 2 foreach 1 .. 4;
print join(',', @log), "\n";
print "nothing is printed here\n" for ();

my ($x, $y) = (1, 2);
($x, $y) = ($y, $x) if $x < $y;
print "x=$x y=$y\n";

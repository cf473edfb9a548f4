# Matching with g: in list context, in loops with pos, counting, pairs.
use strict;
use warnings;

my $s = 'The year 1999, then 2024 and 7';

# All matches, all groups.
my @numbers = $s =~ /\d+/g;
my @pairs   = 'a=1, b=22' =~ /(\w)=(\d+)/g;
my %hash    = 'x=1;y=2' =~ /(\w)=(\d)/g;
print "@numbers | @pairs | ", join(',', map { "$_$hash{$_}" } sort keys %hash), "\n";

# Counting.
my $count = () = $s =~ /e/g;
my $loops = 0;
$loops++ while $s =~ /e/g;
print "$count $loops ", scalar(my @all = $s =~ /\w/g), "\n";

# One after the other, with the place.
while ($s =~ /(\w*e\w*)/g) {
    print "$1 at ", pos($s) - length $1, ', ';
}
print defined pos $s ? 'set' : 'unset', "\n";

# Each string has its own place.
my ($x, $y) = ('aXbX', 'cXdX');
$x =~ /X/g;
$y =~ /X/g;
$y =~ /X/g;
print pos $x, pos $y, "\n";

# Changing the string forgets the place, setting pos moves it.
$x = 'aXbX';
print defined pos $x ? 'set' : 'unset', ' ';
pos($x) = 2;
print $x =~ /X/g ? pos $x : 'none', ' ';
pos($x) = undef;
print $x =~ /X/g ? pos $x : 'none', ' ';
pos($x) = -1;
print $x =~ /X/g ? pos $x : 'none', "\n";

# Matches of nothing move on by themselves.
my @empty = 'abc' =~ /x*/g;
print scalar @empty, ' ', join('|', 'abc' =~ /(b?)/g), ' ', join('|', 'aab' =~ /a*?/g), "\n";

# In scalar context inside of a condition, only one step is made.
my $steps = 'aaa';
if ($steps =~ /a/g) { print pos $steps }
if ($steps =~ /a/g) { print pos $steps }
print "\n";

# A list match begins at pos as well.
my $from = 'a1 b2 c3';
$from =~ /\d/g;
my @rest = $from =~ /([a-z])\d/g;
print "@rest ", defined pos $from ? 'set' : 'unset', "\n";

# Nested loops over two strings; last out of a loop keeps the place.
my ($outer, $inner) = ('ab', '12');
while ($outer =~ /(.)/g) {
    my $letter = $1;
    while ($inner =~ /(.)/g) {
        print "$letter$1 ";
    }
}
print "\n";
my $stop = 'a,b,c';
while ($stop =~ /(\w)/g) {
    last if $1 eq 'b';
}
print substr($stop, pos $stop), "\n";

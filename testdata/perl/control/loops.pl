# Loop statements: labels, next, last, redo and continue blocks.
use strict;
use warnings;
my @log;
OUTER: for my $i (1 .. 4) {
    for my $j (1 .. 4) {
        next OUTER if $j == 3 and $i == 2;
        last OUTER if $i == 4;
        next if $j % 2;
        push @log, "$i$j";
    }
}
print "@log\n";
my $n = 0;
while ($n < 6) {
    next if $n == 2;
    last if $n == 5;
    print "body $n\n";
} continue {
    $n++;
}
print "n=$n\n";
my ($tries, @seen) = (0);
for my $x (qw(a b c)) {
    $tries++;
    if ($x eq 'b' and $tries < 4) { redo }
    push @seen, "$x$tries";
}
print "@seen\n";
my $k = 10;
until ($k <= 7) { print "k$k "; $k-- }
print "\n";
do { $k++ } while ($k < 12);
print "$k\n";
do { $k -= 5 } until $k < 0;
print "$k\n";
for (my ($a1, $b1) = (0, 10); $a1 < $b1; $a1++, $b1--) { print "$a1-$b1 " }
print "\n";
my @list = (1, 2, 3);
$_ *= 10 for @list;
print "@list\n";
for my $e (@list, 7) { last unless $e > 7; print "e$e " }
print "\n";
{
    print "bare ";
    last;
    print "never ";
}
print "after\n";
my $count = 0;
{
    $count++;
    redo if $count < 5;
}
print "count $count\n";
for (1 .. 3) { for (qw(x y)) { print } print; }
print "\n";
foreach my $i (reverse 1 .. 3) { print $i }
print "\n";
my $i = 'outer';
for $i (1 .. 2) { print "in $i " }
print "$i\n";
for ("a" .. "e") { next if /[bd]/; print } continue { print "," }
print "\n";
my $loops = 0;
for (;;) { last if ++$loops > 3 }
print "loops $loops\n";
while () { last if ++$loops > 6 }
print "loops $loops\n";

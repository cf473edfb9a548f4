# Leaving a do-while: it is no loop, so last and next need a block around or inside it.
use strict;
use warnings;

# A block around the whole: last leaves it.
my $count = 0;
{
    do {
        $count++;
        last if $count == 3;
    } while ($count < 10);
}
print "left at $count\n";

# A block inside: next leaves only this block, the condition is tested again.
my @odd;
my $n = 0;
do {{
    $n++;
    next if $n % 2 == 0;
    push @odd, $n;
}} until $n >= 9;
print "odd: @odd\n";

# The body runs at least once.
my $runs = 0;
do { $runs++ } while (0);
do { $runs++ } until (1);
print "ran $runs times\n";

# Inside a real loop, last in do-while leaves the real loop.
my @seen;
for my $outer (1 .. 3) {
    my $k = 0;
    do {
        $k++;
        last if $outer == 2;
        push @seen, "$outer$k";
    } while ($k < 2);
}
print "seen: @seen\n";

# A labelled block makes the aim explicit.
my $depth = 0;
DOWN: {
    do {
        $depth++;
        last DOWN if $depth > 4;
    } while (1);
}
print "depth $depth\n";
my $letters = 'aabacad';
do {;} while $letters =~ s/a(.)/$1/;
my $rounds = 0;
do { ; } until $rounds++ > 3;
print "$letters $rounds\n";

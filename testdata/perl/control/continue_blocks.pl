# continue: the block that runs after each turn, also after next, but not after last.
use strict;
use warnings;

my @log;
for my $i (1 .. 5) {
    next if $i == 2;
    last if $i == 4;
    push @log, "body $i";
} continue {
    push @log, "continue $i";
}
print "$_\n" for @log;

# With while, the continue block is the place to step.
my ($n, @even) = (0);
while ($n < 10) {
    next if $n % 2;
    push @even, $n;
} continue {
    $n++;
}
print "even: @even, n=$n\n";

# until has one too.
my $left = 3;
until ($left == 0) {
    print "left $left\n";
} continue {
    $left--;
}

# A bare block runs its continue block once.
{
    print "block\n";
    next;
    print "never\n";
} continue {
    print "block continued\n";
}

# redo does not run it.
my $redone = 0;
for my $x ('a', 'b') {
    redo unless $redone++;
    print "x=$x\n";
} continue {
    print "after $x\n";
}

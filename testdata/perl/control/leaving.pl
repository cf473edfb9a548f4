# Leaving more than a loop: next and last out of evals, and out of subs into a loop of the caller; continue blocks that leave.
use strict;
use warnings;

for my $i (1 .. 4) {
    eval { next if $i == 2; print "i $i\n"; 1 } or print "no\n";
    eval { last if $i == 3 };
    print "after $i\n";
}

sub skip { no warnings 'exiting'; next if $_[0] == 2; "kept $_[0]" }
for my $i (1 .. 3) {
    print skip($i), "\n";
}
sub stop { last }
for my $i (1 .. 3) {
    print "turn $i\n";
    stop() if $i == 2;
}
sub leave { next OUTER }
OUTER: for my $i (1 .. 3) {
    for my $j (1 .. 2) {
        leave() if $j == 2;
        print "$i$j\n";
    }
}
my $n = 0;
while ($n < 3) {
    $n++;
    my @x = map { skip($n) } 1;
    print "@x\n";
}
{
    stop();
    print "never\n";
}

sub block {
    my $x = shift;
    {
        last if $x == 1;
        next if $x == 2;
    }
    continue {
        return "continued $x";
    }
    return "ended $x";
}
print block($_), "\n" for 0 .. 2;

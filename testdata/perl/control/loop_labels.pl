# Labels: last, next and redo with the name of an outer loop.
use strict;
use warnings;

# The first pair whose product is larger than 20.
my $found;
ROW: for my $r (1 .. 9) {
    for my $c (1 .. 9) {
        if ($r * $c > 20) {
            $found = "$r*$c";
            last ROW;
        }
    }
}
print "found $found\n";

# Words that hold no vowel twice in a row.
my @calm;
WORD: for my $word (qw(book cat queen dog moon tree pin)) {
    my $before = '';
    for my $letter (split //, $word) {
        next WORD if $letter eq $before;
        $before = $letter;
    }
    push @calm, $word;
}
print "calm: @calm\n";

# redo of the outer loop keeps its variable.
my $tries = 0;
JOB: for my $job (qw(first second)) {
    for my $step (1 .. 2) {
        $tries++;
        redo JOB if $tries == 2;
        print "$job step $step try $tries\n";
    }
}

# A label on while with continue: next still runs the continue block.
my $n = 0;
COUNT: while ($n < 4) {
    for (1) {
        next COUNT if $n == 1;
    }
    print "n=$n\n";
} continue {
    $n++;
}

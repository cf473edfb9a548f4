# exit inside nested evals, subs and loops ends the program with its status.
use strict;
use warnings;

sub deep {
    my $n = shift;
    for my $i (1 .. 3) {
        eval {
            deep($n - 1) if $n > 0;
            print "level $n, turn $i\n";
            exit 42 if $n == 0 and $i == 2;
        };
        print "error: $@" if $@;
    }
}

deep(2);
print "never reached\n";

# Calls with arguments.
use strict;
use warnings;

sub mix {
    my ($a1, $b1, $c1) = @_;
    return ($a1 + $b1 * $c1) % 1009;
}

my $t = 1;
for my $i (1 .. 3_000_000) {
    $t = mix($t, $i, 7);
}
print "call $t\n";

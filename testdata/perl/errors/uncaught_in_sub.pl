# An uncaught error deep inside: only the place of the die is told, and the status is 255.
use strict;
use warnings;

sub level {
    my $n = shift;
    return $n == 0 ? broken() : level($n - 1);
}

sub broken {
    my $zero = 0;
    print "dividing\n";
    return 1 / $zero;
}

$! = 0;
my $result = level(3);
print "never printed: $result\n";

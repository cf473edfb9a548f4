# The list of a foreach is made before its variable is set; a while modifier is no loop to last.
use strict;
use warnings;
my @rows = ([1, 2], [3]);
for (@rows) {
    for (@$_) { print "item $_\n" }
    print "row of ", scalar(@$_), "\n";
}
for (2 .. 3) {
    for (0 .. $_ - 1) { print $_ }
    print "\n";
}
for (qw(ab cd)) {
    print "<$_>" for split //;
    print "\n";
}
for ("12 34") {
    my $sum = 0;
    $sum += $_ for split;
    print "$sum\n";
}
my $rounds = 0;
while (1) {
    $rounds++, ($rounds > 2 && last) while $rounds < 10;
    print "not reached\n";
}
print "rounds $rounds\n";

# STDIN: 3
# STDIN: 10 20
# STDIN: 30 40
# STDIN: 5 6
# STDIN: the rest
# STDIN: of the input
# Reading STDIN: a count first, then so many lines, then the rest.
use strict;
use warnings;

my $count = <STDIN> // 0;
chomp $count;
print "count $count\n";

my @sums;
for my $i (1 .. $count) {
    my ($x, $y) = split ' ', <STDIN>;
    push @sums, $x + $y;
}
print "sums @sums\n";

while (my $line = <STDIN>) {
    chomp $line;
    printf "%d: %s (%d letters)\n", $., $line, $line =~ tr/a-z//;
}

print eof(STDIN) ? "end of input\n" : "more\n";
my $none = <STDIN>;
print defined $none ? "something\n" : "nothing\n";
print -t STDIN ? "a terminal\n" : "no terminal\n";

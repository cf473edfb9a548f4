# seek, tell and eof: moving in a file, the three ways to count, reading backwards.
use strict;
use warnings;

open my $fh, '+>', 'seek.txt' or die $!;
print $fh "line $_\n" for 1 .. 5;
print 'at the end: ', tell($fh), "\n";

seek $fh, 0, 0;
print 'first: ', scalar <$fh>;
print 'position: ', tell($fh), "\n";

# From the present place.
seek $fh, 7, 1;
print 'skipped one: ', scalar <$fh>;

# From the end.
seek $fh, -7, 2;
print 'last: ', scalar <$fh>;
print eof($fh) ? "end\n" : "more\n";

# An index of the lines.
my @start;
seek $fh, 0, 0;
until (eof $fh) {
    push @start, tell $fh;
    my $skipped = <$fh>;
}
print "starts: @start\n";
for my $n (3, 1, 4) {
    seek $fh, $start[ $n - 1 ], 0;
    print "line $n is ", scalar <$fh>;
}

# The lines from the end to the front.
for my $at (reverse @start) {
    seek $fh, $at, 0;
    my $line = <$fh>;
    chomp $line;
    print "$line ";
}
print "\n";

# Characters one by one.
seek $fh, 0, 0;
my $letters = '';
while (defined(my $c = getc $fh)) {
    last if $c eq "\n";
    $letters .= uc $c;
}
print "$letters\n";
close $fh;
print 'closed: ', (eof($fh) ? 'eof' : 'open'), "\n";

# __DATA__: reading the rest of the script.
use strict;
use warnings;

my @rows;
while (my $line = <DATA>) {
    chomp $line;
    next if $line eq '' or $line =~ /^#/;
    last if $line eq '--';
    push @rows, [split /\s*,\s*/, $line];
}

printf "%-6s %3d %s\n", @$_ for @rows;
print scalar(@rows), " rows, stopped at line $.\n";

# What follows the mark.
my @rest = <DATA>;
print 'rest: ', scalar(@rest), " lines, first $rest[0]";
print eof(DATA) ? "at the end\n" : "more\n";

close DATA;
print "closed\n";
__DATA__
# name, count, unit
nails, 120, pieces
wood,  3,   boards

paint, 2,   litres
--
a remark
another one

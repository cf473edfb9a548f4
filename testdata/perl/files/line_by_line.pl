# Reading lines: chomp, $., last line without newline, skipping, both ends of a file.
use strict;
use warnings;

open my $out, '>', 'text.txt' or die $!;
print $out "# comment\nname = value\n\nother = thing\nlast without newline";
close $out;

open my $in, '<', 'text.txt' or die $!;
while (<$in>) {
    chomp;
    next if /^#/ or /^\s*$/;
    my ($key, $value) = split /\s*=\s*/, $_, 2;
    printf "line %d: %s -> %s\n", $., $key, $value // '(none)';
}
print "read $. lines\n";
close $in;

# In list context everything at once.
open $in, '<', 'text.txt' or die $!;
chomp(my @lines = <$in>);
close $in;
print scalar(@lines), ' lines, longest ', (sort { $b <=> $a } map { length } @lines)[0], "\n";

# The first and the rest.
open $in, '<', 'text.txt' or die $!;
my $header = <$in>;
my @rest = <$in>;
close $in;
print 'header ', $header, 'rest ', scalar(@rest), "\n";

# readline is the long name of the angle brackets.
open $in, '<', 'text.txt' or die $!;
my $line = readline $in;
print "readline: $line";
my $count = () = readline $in;
print "$count more\n";
print defined readline($in) ? 'more' : 'end', "\n";
close $in;

# A false line is still a line.
open $in, '<', \"0\n0" or die $!;
my $zeros = 0;
while (my $l = <$in>) {
    $zeros++;
}
print "$zeros zeros\n";

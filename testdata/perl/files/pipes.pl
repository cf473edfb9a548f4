# open with pipes: reading from and writing to programs, list form, the status of close.
use strict;
use warnings;

$| = 1;

# Reading.
open my $in, '-|', 'printf', '%s\n', 'first', 'second' or die $!;
while (my $line = <$in>) {
    print "read $line";
}
close $in;
print "status $?\n";

# Writing: the output comes when the program is done.
open my $out, '|-', 'sort -r' or die $!;
print $out "$_\n" for qw(b c a);
close $out;

# The status of the program is found by close.
open $in, '-|', 'sh', '-c', 'echo text; exit 4' or die $!;
my @lines = <$in>;
if (close $in) {
    print "fine\n";
} else {
    print 'close says ', $! ? "error $!" : 'exit ' . ($? >> 8), "\n";
}

# The two-argument form with a bar.
open $in, 'echo old style |' or die $!;
print 'old: ', <$in>;
close $in;
open my $upper, '| tr a-z A-Z' or die $!;
print $upper "shout\n";
close $upper;

# A pipe of our own.
pipe my $reader, my $writer or die $!;
print $writer "through the pipe\n";
close $writer;
print 'got: ', <$reader>;

# Filtering through a program by file.
open my $data, '>', 'numbers' or die $!;
print $data "$_\n" for 10, 9, 100;
close $data;
open $in, '-|', 'sort -n < numbers' or die $!;
chomp(my @sorted = <$in>);
close $in;
print "@sorted\n";

# open with three arguments: write, append, read back, with or die everywhere.
use strict;
use warnings;

my $file = 'notes.txt';

open my $out, '>', $file or die "Cannot write $file: $!";
print $out "first line\n";
printf $out "%s %02d\n", 'number', 7;
print {$out} "third line\n";
close $out or die "Cannot close $file: $!";

open my $in, '<', $file or die "Cannot read $file: $!";
while (my $line = <$in>) {
    chomp $line;
    print "$.: $line\n";
}
close $in;

# Append.
open my $log, '>>', $file or die $!;
print $log "appended\n";
close $log;

open $in, '<', $file or die $!;
my @lines = <$in>;
close $in;
print scalar(@lines), " lines, last: $lines[-1]";

# Writing again empties the file first.
open $out, '>', $file or die $!;
close $out;
print 'size ', -s $file, "\n";

# A failed open tells why.
if (open my $none, '<', 'missing.txt') {
    print "unexpected\n";
} else {
    print "error: $!\n";
}

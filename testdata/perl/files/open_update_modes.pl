# The modes +<, +> and +>>: reading and writing one handle.
use strict;
use warnings;

sub content {
    my $name = shift;
    open my $in, '<', $name or die $!;
    local $/;
    return scalar <$in>;
}

open my $out, '>', 'data.txt' or die $!;
print $out "alpha\nbeta\ngamma\n";
close $out;

# +< keeps the content.
open my $rw, '+<', 'data.txt' or die $!;
my $first = <$rw>;
print "read $first";
seek $rw, 0, 0;
print $rw 'ALPHA';
close $rw;
print content('data.txt');

# Overwriting in the middle.
open $rw, '+<', 'data.txt' or die $!;
seek $rw, 6, 0;
print $rw 'BETA';
seek $rw, 0, 0;
my @lines = <$rw>;
close $rw;
print 'lines: ', scalar(@lines), ", second $lines[1]";

# +> empties it, then allows reading.
open $rw, '+>', 'data.txt' or die $!;
print $rw "new\ncontent\n";
seek $rw, 0, 0;
print 'back: ', <$rw>;
close $rw;

# +>> writes at the end wherever one reads.
open $rw, '+>>', 'data.txt' or die $!;
seek $rw, 0, 0;
my $line = <$rw>;
print $rw "tail\n";
close $rw;
print content('data.txt');

# Truncating.
open $rw, '+<', 'data.txt' or die $!;
truncate $rw, 4;
close $rw;
print 'after truncate: ', content('data.txt');

# read and sysread: blocks, offsets, the end of the file.
use strict;
use warnings;

open my $out, '>', 'block.bin' or die $!;
print $out 'ABCDEFGHIJ';
close $out;

open my $in, '<', 'block.bin' or die $!;
my $buffer;
my $got = read $in, $buffer, 4;
print "got $got: $buffer\n";

# With an offset the buffer is extended.
$got = read $in, $buffer, 3, 4;
print "got $got: $buffer\n";

# Beyond the end less comes back, then 0.
$got = read $in, $buffer, 100;
print "got $got: $buffer\n";
$got = read $in, $buffer, 100;
print "got $got: [$buffer]\n";
print eof($in) ? "end\n" : "more\n";

# A loop over blocks.
seek $in, 0, 0;
my @blocks;
while (read $in, my $block, 3) {
    push @blocks, $block;
}
print join(' ', @blocks), "\n";

# An offset beyond the end fills with zero bytes.
seek $in, 0, 0;
my $padded = 'x';
read $in, $padded, 2, 3;
print join(' ', map { ord } split //, $padded), "\n";

# A negative offset counts from the end.
seek $in, 0, 0;
my $tail = 'abcdef';
read $in, $tail, 2, -2;
print "$tail\n";
close $in;

# sysread and syswrite go around the buffer.
open my $raw, '+>', 'raw.bin' or die $!;
my $written = syswrite $raw, 'hello world', 5;
$written += syswrite $raw, 'hello world', 6, 5;
print "wrote $written\n";
sysseek $raw, 6, 0;
sysread $raw, my $word, 5;
print "$word\n";
close $raw;

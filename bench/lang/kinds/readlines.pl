# A file read in different ways: into an array, in one piece, by line with a counter.
use strict;
use warnings;
my $chars = 0;
open my $fh, '<', $ARGV[0] or die;
my @lines = <$fh>;
close $fh;
$chars += length for @lines;
my $all = do { local $/; open my $in, '<', $ARGV[0] or die; <$in> };
my $newlines = ($all =~ tr/\n//);
open $fh, '<', $ARGV[0] or die;
my $n = 0;
while (defined(my $l = <$fh>)) { chomp $l; $n++ if $. % 2 && length $l; }
print scalar(@lines), " $chars $newlines $n\n";

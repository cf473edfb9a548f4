# Word count over a text of 20 MB.
use strict;
use warnings;

my %count;
open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!";
while (my $line = <$in>) {
    chomp $line;
    for my $word (split ' ', lc $line) {
        $count{$word}++;
    }
}
close $in;
my @top = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
print "wordfreq ", scalar(@top), "\n";
print "$_ $count{$_}\n" for @top[0 .. 9];

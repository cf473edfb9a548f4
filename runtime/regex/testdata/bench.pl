#!/usr/bin/perl
# Prints perl's time in nanoseconds per line: bench.pl FILE PATTERN FLAGS. The best of three runs; the time of a loop
# without a match is taken off.
use strict;
no warnings;
use Time::HiRes qw(time);

my ($file, $pattern, $flags) = @ARGV;
open my $in, '<', $file or die "$file: $!\n";
my @lines = <$in>;
chomp @lines;
my $run = eval "sub { my \$hits = 0; for (\@lines) { \$hits++ if m\cA$pattern\cA$flags } \$hits }" or die $@;
my ($best, $empty, $hits) = (9e9, 9e9, 0);
for (1 .. 5) {
    my $t = time;
    $run->();
    my $d = time - $t;
    $best = $d if $d < $best;
    $t = time;
    for (@lines) { $hits++ if $_ eq '' }
    $d = time - $t;
    $empty = $d if $d < $empty;
}
printf "%.1f\n", ($best - $empty) * 1e9 / @lines;

#!/usr/bin/perl
use strict;
use warnings;

# Counts words of the data below and prints the most frequent ones.
my %count;
my $lines = 0;
while (my $line = <DATA>) {
    chomp $line;
    $lines++;
    next unless $line =~ /\S/;
    for my $word (split /\W+/, lc $line) {
        next if $word eq '' || length $word < 3;
        $count{$word}++;
    }
}

my @order = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
my $shown = @order < 5 ? @order : 5;
foreach my $i (0 .. $shown - 1) {
    printf "%-10s %3d\n", $order[$i], $count{ $order[$i] };
}
print "lines: $lines, words: ${\ scalar keys %count}\n";
printf STDOUT ("%s\n", join ', ', map { "$_=$count{$_}" } @order[0 .. $#order < 2 ? $#order : 2]);

__DATA__
The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox runs away.

Nobody knows where the fox went.

# Counts the words of its own data, most frequent first.
use strict;
use warnings;

my (%count, $lines, $chars);
while (my $line = <DATA>) {
    $lines++;
    $chars += length $line;
    chomp $line;
    $count{ lc $1 }++ while $line =~ /([A-Za-z']+)/g;
}

my @top = (sort { $count{$b} <=> $count{$a} or $a cmp $b } keys %count)[0 .. 4];
printf "%-8s %2d %s\n", $_, $count{$_}, '*' x $count{$_} for @top;
print "$lines lines, $chars characters, ", scalar(keys %count), " words\n";

my %by;
push @{ $by{ $count{$_} } }, $_ for sort keys %count;
print "$_: @{ $by{$_} }\n" for sort { $b <=> $a } keys %by;
__DATA__
The copy that is idle is the copy that can be backed up.
The copy that is live follows the source; the source doesn't wait.

When the source and the copy part, the copy is frozen.

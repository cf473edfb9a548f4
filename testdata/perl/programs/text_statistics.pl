# A report on a text: lines, words, sentences, frequencies, longest words, a histogram.
use strict;
use warnings;

my ($lines, $characters, $sentences) = (0, 0, 0);
my (%count, %length);

while (my $line = <DATA>) {
    $lines++;
    $characters += length $line;
    $sentences += () = $line =~ /[.!?](?=\s|$)/g;
    for my $word ($line =~ /[A-Za-z']+/g) {
        $count{ lc $word }++;
        $length{ length $word }++;
    }
}

my $words = 0;
$words += $_ for values %count;
printf "%d lines, %d words, %d different, %d characters, %d sentences\n", $lines, $words, scalar keys %count, $characters, $sentences;
printf "%.2f words a sentence\n", $words / $sentences;

my @by_count = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
print "Most frequent:\n";
printf "  %-8s %2d %s\n", $_, $count{$_}, '*' x $count{$_} for @by_count[0 .. 5];

print "Longest: ", join(', ', (sort { length $b <=> length $a || $a cmp $b } keys %count)[0 .. 3]), "\n";

print "Lengths:\n";
for my $n (sort { $a <=> $b } keys %length) {
    printf "  %2d | %s\n", $n, '#' x $length{$n};
}

my %first;
push @{ $first{ substr $_, 0, 1 } }, $_ for sort keys %count;
print join('; ', map { "$_: " . join ' ', @{ $first{$_} } } grep { @{ $first{$_} } > 2 } sort keys %first), "\n";
print 'Once only: ', scalar(grep { $count{$_} == 1 } keys %count), "\n";
__DATA__
The river was wide and the river was deep. Who would cross the river
without a boat? The old man had a boat, but the old man would not sail.

"The wind is wrong," the old man said. The children waited and watched
the water. Then the wind turned, and they crossed the wide river.

# Statistics of a text: words, lengths, sentences, averages, the longest line.
use strict;
use warnings;

my $text = <<'END';
The cat sat on the mat. The dog, a big dog,
looked at the cat! Was it hungry? Perhaps.

The end of the story is not known.
END

my @lines      = split /\n/, $text;
my @words      = $text =~ /[a-z']+/gi;
my @sentences  = grep { /\w/ } split /[.!?]+/, $text;
my @paragraphs = split /\n\s*\n/, $text;
printf "%d lines, %d words, %d sentences, %d paragraphs, %d characters\n", scalar @lines, scalar @words, scalar @sentences, scalar @paragraphs, length $text;

# Frequencies without regard to case, the top three.
my %count;
$count{ lc $_ }++ for @words;
my @top = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
print join(', ', map { "$_ $count{$_}" } @top[0 .. 2]), "\n";

# Lengths.
my %by_length;
$by_length{ length $_ }++ for @words;
print join(' ', map { "$_:$by_length{$_}" } sort { $a <=> $b } keys %by_length), "\n";
my ($longest) = sort { length $b <=> length $a || $a cmp $b } @words;
my $letters = 0;
$letters += length for @words;
printf "%s, average %.2f\n", $longest, $letters / @words;

# Words that follow "the".
my %after;
$after{ lc $1 }++ while $text =~ /\bthe\s+(\w+)/gi;
print join(' ', map { "$_=$after{$_}" } sort keys %after), "\n";

# Words per sentence; capitals; the longest line.
print join(' ', map { scalar(() = /\w+/g) } @sentences), ' ', scalar(() = $text =~ /\b[A-Z]/g), "\n";
my ($width) = sort { $b <=> $a } map { length } @lines;
print "$width\n";
print join(' ', map { sprintf '%s%d', substr($_, 0, 1), length } grep { length > 4 } @words), "\n";

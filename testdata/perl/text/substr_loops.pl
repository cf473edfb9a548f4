# Walking through a string by substr, split, chop, reverse and patterns.
use strict;
use warnings;

my $word = 'stream';

# Five ways to take it apart.
my @by_substr = map { substr $word, $_, 1 } 0 .. length($word) - 1;
my @by_split  = split //, $word;
my @by_match  = $word =~ /(.)/g;
my @by_unpack = unpack '(a)*', $word;
my @by_chop;
my $copy = $word;
unshift @by_chop, chop $copy while length $copy;
my %same = map { join('-', @$_) => 1 } \@by_substr, \@by_split, \@by_match, \@by_unpack, \@by_chop;
print join(' ', keys %same), "\n";

# Prefixes, suffixes, all pieces.
print join(' ', map { substr $word, 0, $_ } 1 .. length $word), "\n";
print join(' ', map { substr $word, -$_ } 1 .. length $word), "\n";
my %pieces;
for my $from (0 .. 3) {
    for my $length (1 .. 4 - $from) {
        $pieces{ substr 'abab', $from, $length }++;
    }
}
print join(' ', map { "$_=$pieces{$_}" } sort keys %pieces), "\n";

# Rotations, every second character, pairs exchanged.
print join(' ', map { substr($word, $_) . substr $word, 0, $_ } 0 .. 2), ' ', join('', @by_split[grep { $_ % 2 == 0 } 0 .. $#by_split]), ' ', $word =~ s/(.)(.)/$2$1/gr, "\n";

# Comparing from both ends.
my ($i, $j) = (0, length('racecar') - 1);
while ($i < $j && substr('racecar', $i, 1) eq substr('racecar', $j, 1)) {
    $i++;
    $j--;
}
print $i >= $j ? "palindrome\n" : "no palindrome\n";

# Inserting separators from the right.
my $number = '12345678';
for (my $place = length($number) - 3; $place > 0; $place -= 3) {
    substr $number, $place, 0, '.';
}
print "$number\n";

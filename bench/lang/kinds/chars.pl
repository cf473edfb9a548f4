# A text walked by substr and ord, comparisons of strings.
use strict;
use warnings;
my $text = 'The five boxing wizards jump quickly; pack my box with 5 dozen jugs. ' x 400;
my ($vowels, $digits, $sum, $len) = (0, 0, 0, length $text);
for (1 .. 12) {
    for (my $i = 0; $i < $len; $i++) {
        my $c = substr($text, $i, 1);
        if ($c eq 'a' || $c eq 'e' || $c eq 'i' || $c eq 'o' || $c eq 'u') { $vowels++ }
        elsif ($c ge '0' && $c le '9') { $digits++ }
        $sum = ($sum * 31 + ord $c) % 65521;
    }
}
print "$vowels $digits $sum\n";

# String functions: substr, index, split, join, uc, reverse, sprintf.
use strict;
use warnings;

my $line = 'the quick brown fox jumps over the lazy dog, again and again';
my ($check, $out) = (0, '');
for my $i (1 .. 150_000) {
    my @words = split ' ', $line;
    my $first = substr($line, $i % 40, 9);
    my $at    = index($line, 'fox');
    my $upper = uc $words[$i % @words];
    my $back  = reverse $first;
    $out   = join('-', $upper, $back, lc $upper, @words[0 .. 3]);
    $check = ($check * 7 + length($out) + $at + ord($back)) % 1_000_003;
    $check += 1 if rindex($out, 'quick') > 10 && $first ne $back;
}
print "strops $check $out\n";

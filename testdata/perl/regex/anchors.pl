# Anchors: start and end of text and lines, word borders, the place of the last match.
use strict;
use warnings;

for my $text ('ab', "ab\n", "ab\ncd", "x\nab") {
    (my $shown = $text) =~ s/\n/\\n/g;
    print "$shown: ", join(' ', map { $text =~ $_ ? 1 : 0 } qr/^ab/, qr/ab$/, qr/^ab$/, qr/ab\z/, qr/ab\Z/, qr/\Aab/, qr/^ab/m, qr/ab$/m, qr/\Aab/m, qr/ab\z/m), "\n";
}

# All lines.
my $lines = "one\ntwo\nthree";
print join('|', $lines =~ /^(.*)$/mg), ' ', scalar(() = $lines =~ /^/mg), ' ', scalar(() = $lines =~ /$/mg), ' ', scalar(() = $lines =~ /\z/g), "\n";

# Word borders.
my $s = 'cat concat cats, cat.';
print scalar(() = $s =~ /cat/g), ' ', scalar(() = $s =~ /\bcat\b/g), ' ', scalar(() = $s =~ /\Bcat/g), ' ', scalar(() = $s =~ /cat\B/g), "\n";
print join('|', split /\b/, 'to be, or'), ' ', join('|', "it's" =~ /\b\w/g), "\n";
(my $capital = 'the end of it') =~ s/\b(\w)/\u$1/g;
print "$capital\n";

# Positions of empty matches.
my $t = 'ab cd';
my @places;
while ($t =~ /\b/g) {
    push @places, pos $t;
}
print "@places\n";

# \G goes on where the last match with g ended.
my $code = '12ab34';
$code =~ /\d+/g;
print $code =~ /\G([a-z]+)/gc ? "letters $1" : 'none', ' ', $code =~ /\G([a-z]+)/gc ? 'again' : 'no more', ' ', pos $code, "\n";

# An anchor in an alternative.
print join(' ', map { /^a|b$/ ? $_ : '-' } qw(ax xb xa bx)), ' ', join(' ', map { /^(?:a|b)$/ ? $_ : '-' } qw(a b ab)), "\n";

# Empty patterns for an empty string.
print '' =~ /^$/ ? 'empty' : 'not', ' ', "\n" =~ /^$/ ? 'empty' : 'not', ' ', "\n" =~ /\A\z/ ? 'empty' : 'not', "\n";

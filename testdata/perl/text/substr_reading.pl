# Substr for reading: negative positions and lengths, the edges, and what lies outside.
use strict;
use warnings;

my $text = 'Hello, World';

print substr($text, 0, 5), '|', substr($text, 7), '|', substr($text, -5), '|', substr($text, -5, 2), "\n";
print substr($text, 2, -3), '|', substr($text, -5, -2), '|', substr($text, 3, 0), '|', substr($text, 12), "|\n";

# A length beyond the end is cut.
print substr('abc', 1, 100), ' ', substr('abc', -2, 100), "\n";

# The position just behind the end gives the empty string, further on undef with a warning.
print defined substr('abc', 3) ? 'defined' : 'undefined', "\n";
my $outside = substr 'abc', 4;
print defined $outside ? 'defined' : 'undefined', "\n";
$outside = substr 'abc', 5, 2;
print defined $outside ? 'defined' : 'undefined', "\n";

# A start before the beginning is moved there if the piece reaches into the string.
print substr('abc', -5, 4), "\n";
$outside = substr 'abc', -5, 1;
print defined $outside ? "[$outside]" : 'undefined', "\n";

# All characters, all pairs, all windows.
my $word = 'abcdef';
print join(',', map { substr $word, $_, 1 } 0 .. length($word) - 1), "\n";
print join(',', map { substr $word, $_ * 2, 2 } 0 .. 2), "\n";
print join(',', map { substr $word, $_, 3 } 0 .. length($word) - 3), "\n";

# Before and after a separator.
my $pair = 'key=value';
print substr($pair, 0, index $pair, '='), ' ', substr($pair, 1 + index $pair, '='), "\n";

# Characters, not bytes.
my $wide = "\x{263a}abc";
print length($wide), ' ', ord(substr $wide, 0, 1), ' ', substr($wide, 1), ' ', substr($wide, -1), "\n";

print lc substr('ABC', 0, 2), ucfirst(substr 'xyz', 1), "\n";
print substr(12345, 1, 3) + 1, "\n";

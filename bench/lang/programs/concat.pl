# A million appends to one string.
use strict;
use warnings;

my $text = '';
for my $i (1 .. 1_000_000) {
    $text .= "item $i,";
}
print "concat ", length($text), ' ', substr($text, 500_000, 20), "\n";

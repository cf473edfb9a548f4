# Finding text in text: index and rindex with start positions, at the edges, and all places in a loop.
use strict;
use warnings;

my $text = 'the cat sat on the mat';

print join(' ', index($text, 'the'), index($text, 'the', 1), index($text, 'dog')), "\n";
print join(' ', rindex($text, 'the'), rindex($text, 'the', 14), rindex($text, 'the', 15), rindex($text, 'dog')), "\n";

# The empty string is everywhere.
print join(' ', index($text, ''), index($text, '', 5), index($text, '', 100), index('', '')), "\n";
print join(' ', rindex($text, ''), rindex($text, '', 3), rindex('', '')), "\n";

# Positions outside are moved to the nearest end.
print join(' ', index($text, 't', -5), index($text, 't', 100), rindex($text, 'the', -1), rindex($text, 't', 1000)), "\n";

# All places.
my @places;
my $place = -1;
while (($place = index $text, 'at', $place + 1) >= 0) {
    push @places, $place;
}
print "@places\n";

# From the right.
@places = ();
$place = length $text;
while ($place > 0 and ($place = rindex $text, 'at', $place - 1) >= 0) {
    push @places, $place;
}
print "@places\n";

# Splitting at the first separator.
my $pair  = 'key=value=more';
my $equal = index $pair, '=';
print substr($pair, 0, $equal), ' and ', substr($pair, $equal + 1), "\n";
my $last = rindex $pair, '=';
print substr($pair, 0, $last), ' and ', substr($pair, $last + 1), "\n";

# The test for "contains" must look at -1, not at truth.
print 'starts with it' if index($text, 'the') == 0;
print index($text, 'zebra') == -1 ? ", no zebra\n" : ", zebra\n";

# Characters are counted, not bytes.
my $wide = "\x{263a}ab\x{263a}";
print index($wide, 'b'), ' ', rindex($wide, "\x{263a}"), "\n";

# Matching once with m?? and reset; the empty pattern; study and other rarities.
use strict;
use warnings;

# m?? matches once until reset is called.
my @found;
for my $word (qw(apple avocado banana)) {
    push @found, $word if $word =~ m?^a?;
}
print "@found\n";

my $count = 0;
for (1 .. 3) {
    for my $word (qw(apple avocado)) {
        $count++ if $word =~ m?^a?;
    }
    reset;
}
print "$count\n";

# The empty pattern repeats the last successful one.
if ('abc' =~ /b/) {
    print 'xbx' =~ // ? 'again ' : 'no ', 'xyz' =~ // ? 'again' : 'no', "\n";
}

# split with the empty pattern is another matter.
print join('-', split //, 'abc'), "\n";

# Comments, and a pattern over several lines.
print 'a1' =~ /a(?#letter)\d(?#digit)/ ? "comments\n" : "no\n";
my $long = qr{
    ^
    (\w+)      # a word
    \s* : \s*  # a colon
    (.*)       # the rest
    $
}x;
print "$1 | $2\n" if 'key :  the value' =~ $long;

# Alternation with an empty branch; a quantified look ahead; control verbs.
print join(' ', map { /^(?:ab|)c/ ? 'yes' : 'no' } 'abc', 'c', 'bc'), "\n";
print 'aaab' =~ /a+(*PRUNE)b/ ? 'yes' : 'no', ' ', 'aaac' =~ /a+(*COMMIT)b/ ? 'yes' : 'no', ' ', 'abc' =~ /b(*FAIL)|c/ ? "$&" : 'no', ' ', 'ab' =~ /a(*ACCEPT)x/ ? "$&" : 'no', "\n";
print join(',', 'aabaab' =~ /a(*SKIP)a|b/g), "\n";

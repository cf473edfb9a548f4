# Changing case: lc, uc, lcfirst, ucfirst, the escapes \L \U \l \u \E, and fc for comparing.
use strict;
use warnings;
use feature 'fc';

print lc('ABC'), uc('abc'), ucfirst('abc'), lcfirst('ABC'), "\n";
print ucfirst(lc 'HELLO'), ' ', lcfirst(uc 'hello'), ' ', uc(''), "|\n";

# Escapes do the same inside of strings.
my $name = 'mIxEd';
print "\L$name\E \U$name\E \u$name \l$name \u\L$name\E!\n";
print "\LABC DEF\E \Uabc\E\uabc\lABC \u\LHELLO wORLD\E!\n";
print "\U$name is \Lnot\E here\n";
print "\Q$name.*\E and \Q\U$name?\E\n";

# Title case, word by word.
print join(' ', map { ucfirst lc } qw(tHE qUICK bROWN fOX)), "\n";
(my $title = 'the long way home') =~ s/(\w+)/\u$1/g;
print "$title\n";

# Only letters change.
print uc 'mixed Case 123 !?', ' ', lc 'MIXED 42', "\n";

# Without an argument they work on $_.
for (qw(one two)) {
    print uc, ' ', ucfirst, "\n";
}

# Comparing without regard to case.
for my $pair (['Straße', 'STRASSE'], ['abc', 'ABC'], ['x', 'y']) {
    my ($x, $y) = @$pair;
    print lc $x eq lc $y ? 'same' : 'different', ' ', fc $x eq fc $y ? 'same' : 'different', "\n";
}
my @sorted = sort { fc $a cmp fc $b or $a cmp $b } qw(b A a B c C);
print "@sorted\n";

# They bind tighter than a comparison, weaker than the point.
print lc 'A' . 'B', "\n";
print 'yes' x (lc('A') eq 'a'), "\n";

# Case of letters beyond ASCII: with use utf8, letters whose capital is two letters, title case.
use strict;
use warnings;
use utf8;
use feature qw(fc unicode_strings);

binmode STDOUT, ':encoding(UTF-8)';

my @words = ('über', 'ÉCOLE', 'straße', 'ñandú', 'ĳssel', 'ὈΔΥΣΣΕΎΣ', 'дом', 'ﬁne');
for my $word (@words) {
    print join(' ', $word, uc $word, lc $word, ucfirst lc $word, lcfirst uc $word, length $word), "\n";
}

# The capital of ß is two letters long, so the length changes.
print length('straße'), ' ', length(uc 'straße'), "\n";

# Folding makes both forms equal.
print fc('straße') eq fc('STRASSE') ? "same\n" : "different\n";
print lc('straße') eq lc('STRASSE') ? "same\n" : "different\n";
print fc('ΣΑΣ') eq fc('σας') ? "same\n" : "different\n";

# Title case differs from upper case for digraphs.
print uc("\x{1c6}"), ' ', ucfirst("\x{1c6}"), ' ', lc("\x{1c4}"), "\n";

# Escapes know it too.
my $city = 'ÉVREUX';
print "\L$city\E \u\L$city\E \U\x{e9}\E\n";

# Matching without regard to case.
print 'ÜBER' =~ /über/i ? "match\n" : "no match\n";
print 'STRASSE' =~ /straße/i ? "match\n" : "no match\n";
my ($first) = 'élan vital' =~ /(\w+)/;
print "$first\n";

print join(',', map { ord } split //, 'aé€'), "\n";
print scalar reverse('añb'), ' ', index('añb', 'b'), ' ', substr('añb', 1, 1), "\n";

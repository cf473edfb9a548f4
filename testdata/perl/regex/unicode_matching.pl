# Patterns on text beyond ASCII: properties, case, clusters, byte strings.
use strict;
use warnings;
use utf8;

binmode STDOUT, ':encoding(UTF-8)';

my $text = 'Ünïcode Ωmega дом 北京 x²';
print join('|', $text =~ /(\w+)/g), "\n";
print join('', $text =~ /\p{Lu}/g), ' ', join('', $text =~ /\p{Cyrillic}/g), ' ', join('', $text =~ /\p{Han}/g), ' ', join('', $text =~ /\p{IsAlpha}/g) =~ /²/ ? 'has' : 'no', "\n";
print join('', $text =~ /[^\x00-\x7f]/g), ' ', join('', $text =~ /[а-я]/g), ' ', join('', $text =~ /\P{L}/g) =~ s/\s//gr, "\n";

# Case is ignored for all letters.
print 'ÜNÏ' =~ /ünï/i ? 'yes' : 'no', ' ', 'ДОМ' =~ /дом/i ? 'yes' : 'no', ' ', 'Σ' =~ /ς/i ? 'yes' : 'no', ' ', 'ß' =~ /ss/i ? 'yes' : 'no', "\n";

# Digits of other scripts.
my $digits = "1\x{662}\x{967}";
print length $digits, ' ', scalar(() = $digits =~ /\d/g), ' ', scalar(() = $digits =~ /[0-9]/g), ' ', scalar(() = $digits =~ /\d/ga), "\n";

# A base letter with a combining mark is one cluster, but two characters.
my $combined = "e\x{301}a";
my @clusters = $combined =~ /(\X)/g;
print length $combined, ' ', scalar @clusters, ' ', length $clusters[0], "\n";

# Characters by number.
print "\x{263a}" =~ /^\x{263a}$/ ? 'yes' : 'no', ' ', "\x{263a}" =~ /^[\x{2600}-\x{26ff}]$/ ? 'symbol' : 'no', ' ', "\x{100}" =~ /^\N{U+100}$/ ? 'yes' : 'no', "\n";

# Replacing, splitting, translating.
(my $plain = 'Crème brûlée') =~ tr/èûé/eue/;
(my $marked = 'añb') =~ s/(\P{ASCII})/sprintf '<U+%04X>', ord $1/ge;
print "$plain $marked ", join('|', split /é/, 'aébéc'), "\n";

# Spaces that are not ASCII.
my $spaced = "a\x{a0}b\x{2003}c";
print join('|', split /\s/, $spaced), ' ', scalar(() = $spaced =~ /\h/g), "\n";

# Bytes are not characters until they are decoded.
my $bytes = "\xc3\xa9";
my $chars = $bytes;
utf8::decode($chars);
print length $bytes, length $chars, ' ', $chars =~ /^\w$/ ? 'letter' : 'no letter', ' ', $bytes =~ /^\w/a ? 'letter' : 'no letter', "\n";

# Characters and bytes: encoding, decoding, lengths, what print does with wide characters.
use strict;
use warnings;
use Encode qw(encode decode);

my $text = "na\x{ef}ve \x{263a}";
print length $text, "\n";

my $bytes = encode('UTF-8', $text);
print length $bytes, ' ', unpack('H*', $bytes), "\n";

my $back = decode('UTF-8', $bytes);
print $back eq $text ? "same\n" : "different\n";

# The functions of the package utf8 work in place.
my $copy = $text;
utf8::encode($copy);
print $copy eq $bytes ? 'same' : 'different', ' ', length $copy, "\n";
my $ok = utf8::decode($copy);
print $ok ? 'valid' : 'invalid', ' ', length $copy, "\n";

# Invalid bytes are left alone.
my $broken = "\xff\xfe";
print utf8::decode($broken) ? 'valid' : 'invalid', ' ', length $broken, "\n";

# The same characters, stored in two ways, are equal.
my ($narrow, $wide) = ("\xe9", "\xe9");
utf8::upgrade($wide);
print $narrow eq $wide ? 'equal' : 'different', ' ', length $wide, "\n";
my %h = ($narrow => 1);
print exists $h{$wide} ? "same key\n" : "another key\n";

# Other encodings.
print unpack('H*', encode('iso-8859-1', "\x{e9}")), ' ', unpack('H*', encode('UTF-16BE', "a\x{263a}")), "\n";
print length(decode('iso-8859-1', "\xe9\xe8")), "\n";

# Through a layer, nothing is said.
binmode STDOUT, ':encoding(UTF-8)';
print "$text\n";
binmode STDOUT, ':raw';

# Without one, a wide character is printed as its bytes, with a warning.
print "\x{263a}\n";

# Characters from names and numbers.
print join(',', map { sprintf 'U+%04X', ord } "\N{U+263A}", "\x{41}", "\x{e9}"), "\n";

# Encode: encoding and decoding, wrong bytes, checks, names of encodings, utf8 functions.
use strict;
use warnings;
use Encode qw(encode decode encode_utf8 decode_utf8 is_utf8 find_encoding from_to);

sub hex_of { return join ' ', map { sprintf '%02x', ord } split //, shift }

my $text = "caf\x{e9} \x{263a}";
my $bytes = encode('UTF-8', $text);
print length $text, ' ', length $bytes, ' ', hex_of($bytes), "\n";
print decode('UTF-8', $bytes) eq $text ? "same\n" : "different\n";
print hex_of(encode_utf8("\x{e9}")), ' ', length decode_utf8("\xc3\xa9"), "\n";

for my $name ('iso-8859-1', 'ascii', 'UTF-16BE', 'UTF-16LE', 'cp1252', 'utf8') {
    print "$name: ", hex_of(encode($name, "A\x{e9}")), "\n";
}
print hex_of(encode('UTF-16', 'A')), ' ', hex_of(encode('UTF-16BE', "\x{1F600}")), "\n";
print decode('UTF-16', "\xfe\xff\x00A"), ' ', decode('UTF-16LE', "B\0"), "\n";
print sprintf('%x %x', map { ord } split //, decode('cp1252', "\x80\x93")), "\n";

# Characters that have no place.
print encode('ascii', "a\x{e9}b"), ' ', join(' ', map { encode('ascii', my $copy = "\x{e9}", $_) } Encode::FB_PERLQQ, Encode::FB_HTMLCREF, Encode::FB_XMLCREF), "\n";
eval { my $copy = "\x{e9}"; encode('ascii', $copy, Encode::FB_CROAK) };
print $@ =~ /^"\\x\{00e9\}" does not map to ascii/ ? "croaked\n" : "no: $@\n";

# Wrong bytes.
my $wrong = "a\xffb";
my $decoded = decode('UTF-8', $wrong);
print length $decoded, ' ', sprintf('%x', ord substr $decoded, 1, 1), "\n";
eval { my $copy = "a\xffb"; decode('UTF-8', $copy, Encode::FB_CROAK) };
print $@ =~ /does not map to Unicode/ ? "croaked\n" : "no: $@\n";

my $data = "\xe9";
from_to($data, 'latin1', 'utf8');
print hex_of($data), "\n";

print join(' ', map { my $e = find_encoding($_); $e ? $e->name : 'none' } 'latin1', 'UTF8', 'utf-8', 'ascii', 'nothing'), "\n";
eval { encode('no-such', 'x') };
print $@ =~ /^Unknown encoding 'no-such'/ ? "unknown\n" : $@;

# The flag.
print is_utf8($text) ? 'wide' : 'bytes', ' ', is_utf8($bytes) ? 'wide' : 'bytes', "\n";
my $copy = $bytes;
utf8::decode($copy);
print length $copy, ' ';
utf8::encode($copy);
print length $copy, "\n";

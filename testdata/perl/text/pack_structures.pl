# Pack for structures: counted strings, groups, positions, alignment, floats, BER integers, uuencoding.
use strict;
use warnings;

sub hex_of {
    my ($bytes) = @_;
    return join ' ', map { sprintf '%02x', ord } split //, $bytes;
}

# A length in front of a string.
print hex_of(pack 'n/a*', 'hello'), "\n";
print join(',', unpack 'n/a* C', pack 'n/a* C', 'hey', 7), "\n";
print join(',', unpack 'C/a C/a', "\3abc\2de"), "\n";
print join(',', unpack '(C/a)*', pack '(C/a)*', qw(one two three)), "\n";
print join(',', unpack 'C/(n)', pack 'C/(n)', 5, 6, 7), "\n";

# Positions and padding.
print hex_of(pack '@3 C', 5), ' | ', hex_of(pack 'x2 C', 1), ' | ', hex_of(pack 'a* x!4 C', 'abc', 1), "\n";
print hex_of(pack 'a* x!4 C', 'abcd', 1), ' | ', length(pack 'x5'), "\n";

# Groups.
print hex_of(pack '(C n)2', 1, 2, 3, 4), "\n";
my @pairs = unpack '(C n)*', pack '(C n)2', 1, 2, 3, 4;
print "@pairs\n";

# Floating numbers.
print hex_of(pack 'f<', 1.5), ' | ', hex_of(pack 'd>', -2), "\n";
print unpack('d', pack 'd', 3.25), ' ', unpack('f', pack 'f', 0.5), ' ', unpack('f', pack 'f', 0.1), "\n";

# Integers in BER form, seven bits in a byte.
print hex_of(pack 'w', 300), ' ', unpack('w', pack 'w', 300), ' ', join(',', unpack 'w*', pack 'w*', 1, 128, 16384), "\n";

# Characters.
print hex_of(pack 'W', 200), ' ', length(pack 'U', 0x263a), ' ', join(',', unpack 'U*', "\x{263a}a"), "\n";
print join(',', map { ord } split //, pack 'W*', 65, 300), ' ', join(',', unpack 'W*', "\x{12c}A"), "\n";

# Mail-safe lines.
my $encoded = pack 'u', 'hello world';
print $encoded, unpack('u', $encoded), "\n";
print unpack('u', pack 'u', 'x' x 60) eq 'x' x 60 ? "same\n" : "different\n";

# A record with a version, flags, a name and a list.
my $record = pack 'C B8 Z* n/(n)', 2, '10100000', 'name', 10, 20, 30;
print hex_of($record), "\n";
my ($version, $flags, $name, @list) = unpack 'C B8 Z* n/(n)', $record;
print "$version $flags $name @list\n";

# A template with comments and spaces.
print hex_of(pack "C   # first\n n # second\n", 1, 2), "\n";

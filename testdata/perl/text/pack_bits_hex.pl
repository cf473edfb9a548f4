# Pack and unpack bits and hexadecimal digits, in both orders, and checksums.
use strict;
use warnings;

sub hex_of {
    my ($bytes) = @_;
    return unpack 'H*', $bytes;
}

# Hexadecimal: H has the high digit first, h the low one.
print hex_of(pack 'H4', '1fa0'), ' ', hex_of(pack 'h4', '1fa0'), ' ', hex_of(pack 'H*', 'deadbeef'), "\n";
print hex_of(pack 'H3', 'abc'), ' ', hex_of(pack 'H', 'f'), "\n";
print unpack('H*', 'xyz'), ' ', unpack('h*', 'xyz'), ' ', unpack('H3', 'xyz'), "\n";

# Bits: B descending, b ascending.
print hex_of(pack 'B8', '10101010'), ' ', hex_of(pack 'b8', '10101010'), ' ', hex_of(pack 'B3', '111'), ' ', hex_of(pack 'B*', '1' x 12), "\n";
print unpack('B8', 'A'), ' ', unpack('b8', 'A'), ' ', unpack('B12', 'AB'), ' ', unpack('b*', "\x01\x80"), "\n";

# A number in binary, and back.
my $bits = unpack 'B32', pack 'N', 1234;
print "$bits ", $bits =~ s/^0+(?=\d)//r, "\n";
print unpack('N', pack 'B32', substr '0' x 32 . '10011010010', -32), "\n";

# Checksums: the sum of the values modulo a power of two; counting bits.
print unpack('%32C*', 'abc'), ' ', unpack('%8C*', "\xff\xff"), ' ', unpack('%16n*', pack 'n*', 1, 2, 3), "\n";
print unpack('%8b*', "\x0f"), ' ', unpack('%32b*', pack 'N', 0xFFFF), "\n";

# Bytes as text and back.
my $text  = 'round trip';
my @bytes = unpack '(H2)*', $text;
print "@bytes\n";
print pack('(H2)*', @bytes), "\n";
my $escaped = join '', map { '%' . uc } unpack '(H2)*', '/?';
print "$escaped\n";
(my $plain = 'a%20b%2Fc') =~ s/%([0-9A-F]{2})/pack 'H2', $1/ge;
print "$plain\n";

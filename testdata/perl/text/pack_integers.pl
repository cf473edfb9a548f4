# Pack and unpack integers: sizes, signs, byte order, counts and the star.
use strict;
use warnings;

sub hex_of {
    my ($bytes) = @_;
    return join ' ', map { sprintf '%02x', ord } split //, $bytes;
}

# Bytes, 16, 32 and 64 bits; n and N are in network order, v and V in the other.
print hex_of(pack 'C3', 1, 2, 255), "\n";
print hex_of(pack 'n', 258), ' | ', hex_of(pack 'N', 16909060), "\n";
print hex_of(pack 'v', 258), ' | ', hex_of(pack 'V', 16909060), "\n";

# The modifiers < and > choose the order of the others.
print hex_of(pack 's<', -2), ' | ', hex_of(pack 'S>', 258), "\n";
print hex_of(pack 'l>', -2), ' | ', hex_of(pack 'L<', 1), "\n";
print hex_of(pack 'q>', -1), ' | ', hex_of(pack 'Q<', 1), "\n";
print hex_of(pack '(s l)>', 1, 2), "\n";

# A count takes several values, the star all that are left.
print hex_of(pack 'n2 C*', 1, 2, 3, 4, 5), "\n";
print join(',', unpack 'n n', pack 'n2', 1, 65535), "\n";
print join(',', unpack 'C*', 'abc'), "\n";
print join(',', unpack 's< l<', pack 's< l<', -5, -6), "\n";

# Signed and unsigned reading of the same byte.
print join(',', unpack 'c C', "\xff\xff"), "\n";
print join(',', unpack('q', pack('q', -1))), ' ', unpack('Q', pack 'q', -1), "\n";

# Modified n and v are signed.
print join(',', unpack 'n! v!', "\xff\xfe\xfe\xff"), "\n";

# Addresses.
print join('.', unpack 'C4', pack 'N', 3232235777), "\n";
print unpack('N', pack 'C4', split /\./, '10.0.0.1'), "\n";

# Values that do not fit are cut, with a warning.
print hex_of(pack 'C', 300), "\n";
print hex_of(pack 'c', -200), "\n";
print hex_of(pack 'n', 65537), "\n";

# In scalar context unpack gives the first value only.
my $first = unpack 'n*', pack 'n*', 7, 8, 9;
print "$first\n";
my ($length, $rest) = unpack 'n a*', pack 'n a*', 3, 'xyz';
print "$length $rest\n";

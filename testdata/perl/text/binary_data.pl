# Binary data in strings: bytes by escapes, pack, hex dumps, bits, endianness.
use strict;
use warnings;

my $data = "\x00\x01AB\xff\n" . pack('n', 513) . chr(127);
print length $data, ' ', unpack('H*', $data), ' ', join(',', map { ord } split //, $data), "\n";

# A dump with offsets.
sub hex_dump {
    my ($bytes) = @_;
    my @lines;
    for (my $at = 0; $at < length $bytes; $at += 8) {
        my $piece = substr $bytes, $at, 8;
        my $hex   = join ' ', map { sprintf '%02x', ord } split //, $piece;
        push @lines, sprintf '%04x  %-23s  %s', $at, $hex, $piece =~ tr/ -~/./cr;
    }
    return @lines;
}
print "$_\n" for hex_dump($data . 'printable text');

# Searching and replacing bytes.
print index($data, "\xff"), ' ', $data =~ /\x00\x01/ ? 'found' : 'missing', ' ', ($data =~ tr/\x00-\x1f//), ' ', length $data =~ s/[^\x20-\x7e]//gr, "\n";

# Exclusive or with a key, twice.
my $key = "\x0f\xf0";
my $mixed = $data ^ substr $key x length $data, 0, length $data;
my $plain = $mixed ^ substr $key x length $mixed, 0, length $mixed;
print unpack('H*', $mixed), ' ', $plain eq $data ? 'same' : 'different', "\n";

# Byte orders.
my $n = 0x01020304;
print join(' ', map { unpack 'H*', pack $_, $n } 'N', 'V', 'L>', 'L<', 'Q>'), ' ', unpack('V', pack 'N', $n), ' ', unpack('N', reverse pack 'N', $n) == unpack('V', pack 'N', $n) ? 'reversed' : 'not', "\n";

# Records of fixed length.
my $file = join '', map { pack 'A6 n C', @$_ } ['ann', 300, 1], ['bob', 65535, 255];
print length $file, ' ';
for my $record (unpack '(a9)*', $file) {
    my ($name, $size, $flag) = unpack 'A6 n C', $record;
    print "$name:$size:$flag ";
}
print "\n";

# Nothing but bytes: wide characters must be encoded first.
my $text = "\x{263a}";
my $bytes = $text;
utf8::encode($bytes);
print length $text, length $bytes, ' ', unpack('H*', $bytes), ' ', $bytes =~ /^[\x00-\xff]*$/ ? 'bytes' : 'wide', "\n";

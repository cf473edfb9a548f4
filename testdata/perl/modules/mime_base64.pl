# MIME::Base64 and MIME::QuotedPrint: encoding, decoding, line lengths, binary data.
use strict;
use warnings;
use MIME::Base64 qw(encode_base64 decode_base64 encoded_base64_length decoded_base64_length encode_base64url decode_base64url);
use MIME::QuotedPrint;

for my $text ('', 'a', 'ab', 'abc', 'Hello, World!') {
    my $encoded = encode_base64($text, '');
    print "[$text] [$encoded] [", decode_base64($encoded), "]\n";
}

# Lines of 76 characters.
my $long = encode_base64('x' x 100);
print $long;
print join(' ', map { length } split /\n/, $long), "\n";
print encode_base64('y' x 60, "|\n");

# Binary data and lengths.
my $binary = join '', map { chr } 0 .. 255;
print decode_base64(encode_base64($binary)) eq $binary ? "same\n" : "different\n";
print encoded_base64_length('abcd'), ' ', decoded_base64_length('YWJjZA=='), "\n";

# Noise is skipped when decoding.
print decode_base64("SGVs\nbG8 *gV29y-bGQh"), "\n";

# The form for addresses.
print encode_base64url("\xfb\xff\xfe"), ' ', unpack('H*', decode_base64url('-__-')), "\n";

# Wide characters are refused.
eval { encode_base64("\x{263a}") };
print $@ =~ /^Wide character in subroutine entry/ ? "refused\n" : "accepted: $@\n";

# Quoted printable.
print encode_qp("plain text\n"), encode_qp("equals = and caf\xe9 and trailing space \n");
print encode_qp('long ' x 20 . "\n");
print decode_qp("a=3Db soft=\n line =E9nd\n") eq "a=b soft line \xe9nd\n" ? "decoded\n" : "wrong\n";

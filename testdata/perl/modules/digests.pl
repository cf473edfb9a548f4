# Digest::MD5 and Digest::SHA: functions and objects, files, base64 and hexadecimal forms.
use strict;
use warnings;
use Digest::MD5 qw(md5 md5_hex md5_base64);
use Digest::SHA qw(sha1_hex sha224_hex sha256_hex sha384_hex sha512_hex sha1_base64 sha256_base64 hmac_sha1_hex hmac_sha256_hex);

for my $text ('', 'a', 'hello', 'The quick brown fox') {
    print "'$text'\n  ", md5_hex($text), "\n  ", sha1_hex($text), "\n  ", sha256_hex($text), "\n";
}
print length(md5('x')), ' ', md5_base64('hello'), ' ', sha1_base64('hello'), "\n";
print sha224_hex('abc'), "\n", sha384_hex('abc'), "\n", sha512_hex('abc'), "\n";
print hmac_sha1_hex('data', 'key'), "\n", hmac_sha256_hex('data', 'key'), "\n";

# Several pieces are one text.
print md5_hex('hel', 'lo') eq md5_hex('hello') ? "same\n" : "different\n";

# Objects.
my $md5 = Digest::MD5->new;
$md5->add('hel');
$md5->add('l', 'o');
my $copy = $md5->clone;
print $md5->hexdigest, ' ', $copy->add('!')->hexdigest, "\n";
print $md5->hexdigest, "\n";

my $sha = Digest::SHA->new(256);
$sha->add('abc');
print $sha->algorithm, ' ', $sha->hashsize, ' ', $sha->hexdigest, "\n";
print Digest::SHA->new('sha1')->add('abc')->b64digest, "\n";

# Files.
open my $out, '>', 'file.bin' or die $!;
print $out "some data\n" x 1000;
close $out;
open my $in, '<', 'file.bin' or die $!;
binmode $in;
print Digest::MD5->new->addfile($in)->hexdigest, "\n";
close $in;
print Digest::SHA->new(1)->addfile('file.bin')->hexdigest, "\n";

eval { md5_hex("\x{263a}") };
print $@ =~ /^Wide character in subroutine entry/ ? "refused\n" : "accepted\n";

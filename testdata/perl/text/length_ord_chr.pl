# Length, ord and chr: characters and bytes, empty and undefined values, above 255.
use strict;
use warnings;

print length('abc'), ' ', length(''), ' ', length(123), ' ', length(1.50), ' ', length(-7), "\n";

# The length of undef is undef, without a warning.
my $nothing;
my $length = length $nothing;
print defined $length ? "defined\n" : "undefined\n";

print ord('A'), ' ', ord('abc'), ' ', ord(''), ' ', ord("\n"), ' ', ord("\x{263a}"), "\n";
print chr(65), chr(97) . chr(0x62), ' ', join('', map { chr } 72, 105), "\n";
print length(chr 255), ' ', length(chr 256), ' ', ord(chr 0x1F600), "\n";

# ord and chr are inverse to each other.
my @codes = map { ord } split //, 'perl';
print "@codes ", join('', map { chr } @codes), "\n";
print join('', map { chr(ord('a') + $_) } 0 .. 25), "\n";

# Fractions are cut off; a negative number has no character.
print chr(65.9), "\n";
my $bad = chr(-1);
print ord($bad), "\n";

# Counting characters of a wide string, and its bytes.
my $smile = "\x{263a}!";
print length($smile), "\n";
{
    use bytes;
    print length($smile), "\n";
}
utf8::encode($smile);
print length($smile), ' ', join(' ', map { sprintf '%02x', ord } split //, $smile), "\n";
utf8::decode($smile);
print length($smile), ' ', utf8::is_utf8($smile) ? 'characters' : 'bytes', "\n";

# The next letter, Caesar's way.
sub caesar {
    my ($text, $shift) = @_;
    $text =~ s/([a-z])/chr((ord($1) - 97 + $shift) % 26 + 97)/ge;
    return $text;
}
print caesar('hello, world', 3), ' ', caesar(caesar('abc', 5), -5), "\n";

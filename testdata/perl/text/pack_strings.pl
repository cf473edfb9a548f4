# Pack and unpack strings: a, A and Z with counts, padding and stripping.
use strict;
use warnings;

sub show {
    my ($bytes) = @_;
    $bytes =~ s/([^ -~])/sprintf '\\x%02x', ord $1/ge;
    return "[$bytes]";
}

# Padding with zeros (a, Z) or blanks (A); cutting what is too long.
print show(pack 'A5', 'ab'), show(pack 'a5', 'ab'), show(pack 'Z5', 'ab'), "\n";
print show(pack 'A2', 'abcd'), show(pack 'a2', 'abcd'), show(pack 'Z2', 'abcd'), "\n";

# The star takes all; Z* adds a zero.
print show(pack 'A*', 'abc'), show(pack 'a*', 'abc'), show(pack 'Z*', 'abc'), "\n";

# Without a count it is one character.
print show(pack 'A', 'xyz'), show(pack 'A3 A3', 'a', 'b'), "\n";

# Reading: A strips blanks and zeros at the end, Z stops at the first zero, a keeps all.
print join(',', map { show($_) } unpack 'A5 a5 Z5', "ab   ab\0\0 xy\0zz"), "\n";
print join('|', map { show(unpack 'A*', $_) } 'trail   ', "nl\n", ' lead', "tab\t", "zero\0"), "\n";

# Fixed columns.
my @fields = unpack 'A10 A5 A*', 'Widget     12.50 in stock';
print join('|', @fields), "\n";
for my $line ('alice     30 Oslo', 'bob       25 Rome') {
    my %record;
    @record{qw(name age city)} = unpack 'A10 A3 A*', $line;
    print join(' ', map { "$_=$record{$_}" } sort keys %record), "\n";
}

# Skipping and stepping back.
print join(',', unpack 'A3 x A3', 'foo bar'), ' ', join(',', unpack 'a1 X a1', 'ab'), ' ', join(',', unpack '@2 a1', 'abc'), "\n";
print show(pack 'A3 x2 A3', 'foo', 'bar'), show(pack 'a3 X a', 'abc', 'z'), "\n";

# Groups repeated.
print join(',', unpack '(A2)*', 'aabbcc'), ' ', join(',', unpack '(a1 n)2', "a\0\1b\0\2"), "\n";
print show(pack '(A2)*', qw(x y z)), "\n";

# Characters beyond bytes.
my $wide = "\x{263a}b";
print length(pack 'A3', $wide), ' ', join(',', map { ord } unpack 'a a', $wide), "\n";

# The bit operators on strings and on numbers: & | ^ ~ depend on their operands.
use strict;
use warnings;

# Numbers.
print 5 & 3, ' ', 5 | 3, ' ', 5 ^ 3, ' ', 12 & 10, ' ', 1 | 6, "\n";

# Strings are combined character by character.
print 'AB' | '  ', ' ', 'ab' & '__', ' ', "ab" ^ '  ', "\n";
print 'abc' | 'A', ' ', length('abc' & 'A'), ' ', 'JA' | '  ph', "\n";

# Two strings of digits are strings, a number and a string are numbers.
print '12' | '3', ' ', 12 | '3', ' ', '12' + 0 | '3', ' ', '150' & '105', ' ', 150 & '105', "\n";

# Complement of a string.
my $inverse = ~'ab';
print join(',', map { ord } split //, $inverse), ' ', ~$inverse, "\n";

# Exchanging the case of letters with a blank.
print join('', map { $_ ^ ' ' } split //, 'PeRl'), "\n";

# A little cipher: the same key encodes and decodes.
my ($text, $key) = ('attack at dawn', 'secret');
my $long   = substr $key x 10, 0, length $text;
my $cipher = $text ^ $long;
print unpack('H*', $cipher), ' ', $cipher ^ $long, "\n";

# Differences of two strings show as characters that are not zero.
my ($one, $two) = ('abcdef', 'abXdeY');
my $difference = $one ^ $two;
print join(',', grep { substr($difference, $_, 1) ne "\0" } 0 .. length($difference) - 1), "\n";
my $equal = ($difference =~ tr/\0//);
print "$equal equal\n";

# Assignment forms.
my $flags = 0;
$flags |= 4;
$flags |= 1;
$flags &= ~1;
$flags ^= 8;
print "$flags\n";
my $mask = 'aaa';
$mask ^= "\0 \0";
print "$mask\n";

# With the feature, | & ^ are always numbers and |. &. ^. always strings.
{
    use feature 'bitwise';
    print '12' | '3', ' ', 12 |. 3, ' ', 'ab' ^. '  ', ' ', '6' & '3', "\n";
}

# Scalar::Util: what looks like a number, what a reference is, values with two faces.
use strict;
use warnings;
use Scalar::Util qw(blessed reftype looks_like_number dualvar refaddr readonly isdual);

for my $text (1, '1.5', 'abc', '1e5', '', ' 1', '0x1', 'inf', '-', '1 ', "1\n", '.5', '5.', '+3', 'nan', '1_000', '0 but true') {
    (my $shown = $text) =~ s/\n/\\n/;
    printf "%-12s %s\n", "[$shown]", looks_like_number($text) ? 'number' : 'no number';
}
print looks_like_number(undef) ? 'number' : 'no number', "\n";

my @samples = ([], {}, \1, sub { 1 }, qr/x/, bless([], 'Thing'), 'text');
for my $sample (@samples) {
    print join(' ', ref $sample || 'none', reftype($sample) // 'undef', blessed($sample) // 'undef'), "\n";
}

my $array = [];
print refaddr($array) == $array + 0 ? "same address\n" : "different\n";
print defined refaddr('x') ? "address\n" : "no address\n";

# A number and a text in one value.
my $both = dualvar 5, 'five';
print $both + 1, " $both\n";
print "true\n" if $both;

print readonly(1) ? 'constant' : 'variable', ' ', readonly($both) ? 'constant' : 'variable', "\n";

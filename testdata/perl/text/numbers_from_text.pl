# Text as a number: leading spaces, signs, points, exponents; what counts as zero and what warns.
use strict;
use warnings;

# Text that is a number in full does not warn.
for my $text ('42', ' 42', "\n7", '1e3', '.5', '5.', '+3', '-3', '007', '1E-2', '0 but true', '0e0', '-0') {
    (my $shown = $text) =~ s/\n/\\n/g;
    print "'$shown' is ", $text + 0, "\n";
}

# Everything else gives its leading number and a warning.
for my $text ('42 x', '4_2', '0x1f', '1e', '0b1', '--3', '', 'abc', '1.2.3', '3 apples', '+', '.') {
    my $number = $text + 0;
    print "'$text' is $number\n";
}

# Infinity and not-a-number have names.
for my $text ('inf', 'Inf', '-inf', 'infinity', 'nan') {
    my $number = $text + 0;
    print "'$text' is ", ($number =~ /nan/i ? 'nan' : $number), "\n";
}

# Trailing white space is part of a number, a trailing newline too.
print '5 ' + 1, ' ', "5\n" + 1, ' ', '1e2' * 1, ' ', '1e2' . '', "\n";

# Comparing: == looks at numbers, eq at text.
print '1.0' == 1 ? 'equal ' : 'different ', '1.0' eq 1 ? 'same' : 'not the same', "\n";
print '10' == 10.0 ? 'equal ' : 'different ', '1e1' == 10 ? 'equal' : 'different', "\n";
print 'abc' lt 'abd' ? 'before' : 'after', ' ', '10' <=> '9', ' ', '10' cmp '9', "\n";

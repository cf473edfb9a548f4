# Blanks and comments in patterns and lists, long conditions and strings laid out over lines.
use strict;
use warnings;

my $number = qr/
    ^
    (?<sign> [-+] )?        # an optional sign
    (?<int>  \d+ )          # digits
    (?: \. (?<frac> \d+ ) )?    # a fraction
    (?: [eE] (?<exp> [-+]? \d+ ) )?
    $
/x;
for my $text ('42', '-1.5', '+2e10', '3.', 'x') {
    if ($text =~ $number) {
        print "$text: ", join(' ', map { "$_=$+{$_}" } sort keys %+), "\n";
    } else {
        print "$text: no number\n";
    }
}

# Blanks that count must be written as such.
print join(' ', map { 'a b' =~ $_ ? 1 : 0 } qr/a b/, qr/a b/x, qr/a\ b/x, qr/a[ ]b/x, qr/a\sb/x, qr/a \s b/x), "\n";

# A hash in a pattern with x must be escaped; without x it is plain.
print join(' ', map { 'a#b' =~ $_ ? 1 : 0 } qr/a#b/, qr/a\#b/x, qr/a[#]b/x), "\n";

# Long lists, conditions, chains.
my @names = (
    'first',     # number one
    'second',    # number two

    # three is missing
    'fourth',
);
my $total = 1
    + 2     # two
    + 3;    # three
if (   @names == 3
    && $total == 6    # as above
    && $names[-1] eq 'fourth')
{
    print "all true\n";
}
my $result = join '', map { uc }
    grep { /o/ }
    sort @names;
print "$result\n";

# Replacements with x and several lines of code.
(my $text = 'a=1, b=2') =~ s{
    (\w) = (\d)     # key and value
}{
    my $value = $2 + 1;
    "$1:$value";
}gex;
print "$text\n";

# A table in the source.
my %size = (
    small  => 1,
    medium => 2,
    large  => 3,
);
print join(',', sort { $size{$a} <=> $size{$b} } keys %size), "\n";

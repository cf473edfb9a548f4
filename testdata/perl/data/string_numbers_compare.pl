# Numbers and strings compared: == and eq, sorting mixed data, numeric strings as keys.
use strict;
use warnings;

for my $pair ([1, '1.0'], ['1e3', 1000], ['abc', 'ABC'], ['10', '9'], [' 5', 5], ['0', ''], ['0.0', 0]) {
    my ($x, $y) = @$pair;
    no warnings 'numeric';
    print "'$x' '$y': ", $x == $y ? '==' : '!=', ' ', $x eq $y ? 'eq' : 'ne', ' ', $x <=> $y, ' ', $x cmp $y, "\n";
}

# What is true as text and as number.
for my $text ('0', '0.0', '00', '0E0', '', ' ', 'a') {
    no warnings 'numeric';
    print "'$text' ", $text ? 'true' : 'false', ' ', $text + 0 ? 'true' : 'false', "\n";
}

# Keys keep their text.
my %h;
$h{$_}++ for 1, '1', 1.0, '1.0', '01', 1e0;
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";

# An array index takes the number.
my @a = ('a', 'b', 'c');
print $a['1'], $a[1.7], $a['2.9'], $a[-1.5], "\n";

# Sorting by text and by number.
my @mixed = (10, 9, 2, 33, 1.5, '007');
print join(' ', sort @mixed), ' | ', join(' ', sort { $a <=> $b } @mixed), "\n";

# Minimum and maximum in both orders.
my ($min) = sort { $a <=> $b } @mixed;
my ($first) = sort @mixed;
print "$min $first\n";

# Rounding shows: equal as text, different as numbers.
my ($sum, $three) = (0.1 + 0.2, 0.3);
print "$sum" eq "$three" ? 'same text' : 'different text', ' ', $sum == $three ? 'equal' : 'not equal', "\n";

# The smart choice: numbers by number, the rest by text.
sub compare {
    my ($x, $y) = @_;
    my $number = qr/^-?\d+(?:\.\d+)?$/;
    return $x =~ $number && $y =~ $number ? $x <=> $y : $x cmp $y;
}
print join(' ', sort { compare($a, $b) } qw(10 9 b a 2.5)), "\n";

# Building strings: the point, .=, operators in a row and their precedence.
use strict;
use warnings;

my $name = 'World';
my $text = 'Hello, ' . $name . '!' . "\n";
print $text;

# The point and plus have the same precedence and go from left to right.
print 'sum: ' . 1 + 2 . "\n" if 0;
print 'sum: ' . (1 + 2) . "\n";
print 1 . 1 + 1, ' ', 1 + 1 . 1, ' ', '1' . '2' * 3, "\n";

# x binds tighter, so does unary minus; comparison binds weaker.
print 'a' . 'b' x 3 . 'c', ' ', '-' . -5 . '-', ' ', ('a' . 'b' eq 'ab' ? 'equal' : 'not'), "\n";

# Appending in a loop, conditionally, and to a hash element that does not exist yet.
my $list = '';
$list .= "$_," for 1 .. 5;
$list =~ s/,$//;
print "$list\n";
my %lines;
$lines{$_ % 2 ? 'odd' : 'even'} .= $_ for 1 .. 6;
print join(' ', map { "$_=$lines{$_}" } sort keys %lines), "\n";

# .= gives a value, and a place.
my $s = 'a';
my $t = ($s .= 'b') . 'c';
($s .= 'd') .= 'e';
print "$s $t\n";

# Numbers are made text first.
print 1 . 2, ' ', 1.50 . '', ' ', 0x1f . '', ' ', 1_000 . 'm', ' ', 1 / 4 . 'x', "\n";

# Ternaries in the middle want parentheses.
my $count = 1;
print "$count item" . ($count == 1 ? '' : 's') . "\n";
print $count . ' item' . ($count == 1 ? '' : 's'), "\n";

# Repeated ternaries.
for my $n (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111) {
    my $suffix = $n % 100 >= 11 && $n % 100 <= 13 ? 'th' : $n % 10 == 1 ? 'st' : $n % 10 == 2 ? 'nd' : $n % 10 == 3 ? 'rd' : 'th';
    print "$n$suffix ";
}
print "\n";

# An undefined value is empty, with a warning; .= on an undefined variable is silent.
my $unset;
print 'value: ' . $unset . "\n";
my $fresh;
$fresh .= 'start';
print "$fresh\n";

# Modifiers: i m s x xx n a, inside of the pattern, on parts of it.
use strict;
use warnings;

my $text = "First line\nSecond Line\n";

print $text =~ /first/ ? 1 : 0, $text =~ /first/i ? 1 : 0, $text =~ /^second/i ? 1 : 0, $text =~ /^second/im ? 1 : 0, $text =~ /line.second/i ? 1 : 0, $text =~ /line.second/is ? 1 : 0, "\n";

# x: blanks and comments in the pattern.
my $date = qr/
    (\d{4})   # the year
    -
    (\d\d)    # the month
    [ ]       # a blank must be in a class,
    \ x       # or escaped
    \#        # as must be the sign for comments
/x;
print '2024-05  x#' =~ $date ? "$1 $2\n" : "no match\n";

# xx: blanks in classes are ignored too.
print 'b' =~ /^[ a b c ]$/xx ? 'yes' : 'no', ' ', ' ' =~ /^[ a b c ]$/xx ? 'yes' : 'no', ' ', ' ' =~ /^[ a ]$/x ? 'yes' : 'no', "\n";

# Inside of the pattern, for the rest or for a group; switched off with a minus.
print join(' ', map { 'aBC' =~ $_ ? 1 : 0 } qr/(?i)abc/, qr/a(?i)bc/, qr/a(?i:b)C/, qr/a(?i:b)c/, qr/(?i)a(?-i)bc/, qr/(?i:a(?-i:B)c)/), "\n";
print "ab\ncd" =~ /(?s)b.c/ ? 'yes' : 'no', ' ', "ab\ncd" =~ /(?s:b.)(?m:^c)/ ? 'yes' : 'no', ' ', 'a b' =~ /(?x) a \s b /  ? 'yes' : 'no', ' ', "x\ny" =~ /(?^:x$)/m ? 'yes' : 'no', "\n";

# n: plain parentheses do not capture, named ones do.
my @groups = 'ab' =~ /(a)(?<name>b)/n;
print "@groups $+{name}\n";

# a: digits and letters of ASCII only.
my $arabic = "\x{663}";
print $arabic =~ /\d/ ? 'digit' : 'no digit', ' ', $arabic =~ /\d/a ? 'digit' : 'no digit', ' ', "\x{e9}" =~ /\w/u ? 'letter' : 'no letter', ' ', "\x{e9}" =~ /\w/a ? 'letter' : 'no letter', "\n";

# A compiled pattern keeps its modifiers within another.
my $inner = qr/b/i;
print 'aB' =~ /a$inner/ ? 'yes' : 'no', ' ', 'AB' =~ /a$inner/ ? 'yes' : 'no', ' ', "$inner\n";
print qr/x/, qr/x/i, qr/x/msx, qr/x/n, qr/x/a, "\n";

# g and c: going on after a failure.
my $s = 'aab';
$s =~ /a/g;
$s =~ /z/g;
print defined pos $s ? pos $s : 'undef', ' ';
$s =~ /a/g;
$s =~ /z/gc;
print defined pos $s ? pos $s : 'undef', "\n";

# o: the variable is looked at once.
my @seen;
for my $letter ('a', 'b') {
    push @seen, 'a' =~ /$letter/o ? 'yes' : 'no';
}
print "@seen\n";

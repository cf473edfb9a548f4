# Comparing strings: eq, ne, lt, gt, le, ge, cmp; numbers as strings; characters beyond ASCII.
use strict;
use warnings;

for my $pair (['abc', 'abd'], ['a', 'B'], ['abc', 'ab'], ['', 'a'], ['10', '9'], ['same', 'same'], ['Z', 'a']) {
    my ($x, $y) = @$pair;
    printf "%-5s %-5s %2d %s\n", $x, $y, $x cmp $y, join ' ', map { $_ ? 'T' : 'F' } $x lt $y, $x gt $y, $x le $y, $x ge $y, $x eq $y, $x ne $y;
}

# A number is compared by its text when the operator is one of text.
print 10 == 10.0 ? 'T' : 'F', 10 eq 10.0 ? 'T' : 'F', '10' eq '10.0' ? 'T' : 'F', 1e3 eq '1000' ? 'T' : 'F', "\n";
print 10 <=> 9, ' ', 10 cmp 9, ' ', '1.0' == 1, "\n";

# False is the empty string, and its number is zero.
my $false = 'a' eq 'b';
print "[$false] ", $false + 0, ' ', length $false, ' ', !!1, "\n";

# The results of cmp and <=> chain with or.
my @names = (['Smith', 'Bob'], ['Jones', 'Ann'], ['Smith', 'Ann']);
print join(' ', map { "$_->[0],$_->[1]" } sort { $a->[0] cmp $b->[0] or $a->[1] cmp $b->[1] } @names), "\n";

# Bytes and characters are the same text when their numbers are.
my $byte = "\xe9";
my $char = "\x{e9}\x{263a}";
chop $char;
print $byte eq $char ? 'equal' : 'different', ' ', "\x{ff}" lt "\x{100}" ? 'before' : 'after', "\n";

# Undefined values compare as the empty string, with a warning.
my $nothing;
print $nothing eq '' ? "empty\n" : "not empty\n";
print 'a' gt $nothing ? "greater\n" : "not greater\n";

# Chained comparisons need no special syntax with sort or with List::Util.
use List::Util qw(minstr maxstr);
print minstr(qw(pear apple fig)), ' ', maxstr(qw(pear apple fig)), "\n";
print join(',', sort { $a cmp $b } qw(b10 b9 B1 a)), "\n";

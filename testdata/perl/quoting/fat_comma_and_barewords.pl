# Quotes that are not needed: before a fat comma, in hash subscripts, with a minus sign, in class names.
use strict;
use warnings;

my %h = (
    plain     => 1,
    under_ok  => 2,
    q         => 3,
    print     => 4,
    if        => 5,
    -dash     => 6,
    'a b'     => 7,
    10        => 8,
    0x10      => 9,
    length    => 10,
    __PACKAGE__ => 11,
);
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";

# In subscripts words are strings; anything else is an expression.
print $h{plain}, $h{q}, $h{print}, $h{-dash}, $h{'a b'}, $h{10}, $h{16}, $h{length}, "\n";
my $key = 'plain';
print $h{$key}, $h{"$key"}, $h{'pl' . 'ain'}, $h{lc('PLAIN')}, $h{ plain }, "\n";

# A call needs its parentheses, or a plus sign.
sub name { return 'under_ok' }
print $h{name()}, $h{+name}, exists $h{name} ? 'name' : 'no name', "\n";

# The comma takes no part in quoting across lines.
my @list = (first => 1,
    second
    => 2);
print "@list\n";

# A constant before a fat comma is quoted too.
use constant KEY => 'value';
my %k = (KEY => 1, KEY() => 2, +KEY, 3);
print join(' ', map { "$_=$k{$_}" } sort keys %k), "\n";
print exists $k{KEY} ? 'word' : 'none', ' ', $k{(KEY)}, ' ', $k{KEY()}, "\n";

# Lists of options with fat commas are lists.
sub options { return scalar @_ }
print options(a => 1, b => 2), ' ', options(-x => 'y'), "\n";

# A minus sign makes a string of a word.
print -foo, ' ', -'foo', ' ', - -1, ' ', -"-foo", "\n";

# Class names are barewords.
my $object = bless {}, 'Thing::Inner';
print ref $object, ' ', Thing::Inner->can('hello') ? 'can' : 'cannot', ' ', Thing::Inner->hello, ' ', 'Thing::Inner'->hello, "\n";

package Thing::Inner;
sub hello { return "hello from $_[0]" }

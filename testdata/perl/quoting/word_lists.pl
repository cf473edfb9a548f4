# Word lists with qw: delimiters, lines, in loops, as slices, in calls and in use statements.
use strict;
use warnings;

my @words = qw(apple pear fig);
print scalar @words, " @words\n";

# Any delimiter; brackets may be nested.
print join('|', qw/a b/), ' ', join('|', qw[c d]), ' ', join('|', qw{e f}), ' ', join('|', qw<g h>), ' ', join('|', qw!i j!), ' ', join('|', qw((x) (y z))), "\n";

# Over several lines, with any blanks between.
my @columns = qw(
    name     age
    city
);
print join(',', @columns), ' ', scalar @columns, "\n";

# Nothing is put in, no escapes but the backslash itself and the delimiter.
my @raw = qw($x @y \n a\\b c\)d);
print join(' ', @raw), "\n";

# An element, a slice, the last one, the number.
print((qw(p q r))[1], ' ', join('', (qw(a b c d))[1, 3]), ' ', (qw(x y z))[-1], "\n");
my $last  = (qw(one two three))[-1];
my $count = () = qw(one two three);
print "$last $count\n";

# In a loop, as keys, in map.
for my $word (qw(red green)) {
    print "$word ";
}
print "\n";
my %is = map { $_ => 1 } qw(yes on true);
print join(',', map { $is{$_} ? "$_+" : "$_-" } qw(on off)), "\n";
my %h;
@h{qw(a b)} = qw(1 2);
print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";

# As arguments, without parentheses around.
sub joined { return join '-', @_ }
print joined(qw(x y z)), ' ', joined('first', qw(second third), 'fourth'), "\n";
my ($first, $second) = qw(alpha beta);
print "$first $second\n";

# Empty, numbers as text, sorted.
my @empty = qw();
print scalar @empty, ' ', join(',', sort { $a <=> $b } qw(10 9 8)), ' ', (qw(3))[0] + 4, "\n";
use List::Util qw(first max);
print max(qw(3 7 5)), ' ', first { length > 1 } qw(a bb c);
print "\n";

# Joining lists of strings: with map, reduce, loops, in columns, with a last separator.
use strict;
use warnings;

my @names = qw(Ann Bob Cid);

my $looped = '';
for my $name (@names) {
    $looped .= ', ' if length $looped;
    $looped .= $name;
}
print $looped eq join(', ', @names) ? "same: $looped\n" : "different\n";

# English lists.
sub english {
    my (@items) = @_;
    my $last = pop @items;
    return '' unless defined $last;
    return @items ? join(', ', @items) . " and $last" : $last;
}
print join(' | ', english(), english('a'), english('a', 'b'), english(@names)), "\n";

# Every item decorated.
print join(' ', map { "<$_>" } @names), ' ', '<' . join('> <', @names) . '>', "\n";

# Numbered lines.
my $n = 0;
print map { sprintf "%2d. %s\n", ++$n, $_ } @names;

# Two columns.
my @left  = qw(one three five);
my @right = qw(two four);
for my $i (0 .. $#left) {
    printf "%-8s%s\n", $left[$i], $right[$i] // '-';
}

# Lines of at most so many items.
my @queue = 1 .. 7;
while (my @line = splice @queue, 0, 3) {
    print join(' ', @line), "\n";
}

# Only what is there.
my %person = (first => 'Ann', middle => undef, last => 'Lee');
print join(' ', grep { defined } @person{qw(first middle last)}), "\n";

# Join: separators, nested calls, arrays in strings and $", undefined items.
use strict;
use warnings;

print join('-', 1 .. 5), ' ', join(', ', 'only'), '|', join(',', ()), '|', join('', 'a' .. 'e'), "\n";
print join(1, 2, 3), ' ', join(', ', 'a', ('b', 'c'), my @d = ('d')), "\n";

# The separator is an expression, evaluated once.
my $calls = 0;
sub separator {
    $calls++;
    return ':';
}
print join(separator(), 1 .. 4), " $calls\n";

# An array in a string is joined with $".
my @list = (1, 2, 3);
print "@list | @list[0, 1] | @{[ map { $_ * 2 } @list ]}\n";
{
    local $" = '+';
    print "@list = ", eval "@list", "\n";
}
{
    local $" = '';
    print "@list\n";
}

# print joins with $, and ends with $\.
{
    local $, = '/';
    local $\ = ";\n";
    print 'a', 'b', @list;
    print @list, 'end';
}

# Undefined items are empty, with a warning that names them.
my @gaps = ('x', undef, 'z');
print join('-', @gaps), "\n";
my $unset;
print join('-', 'a', $unset), "\n";
print "@gaps\n";

# Joining lines of a table.
my @table = ([1, 'one'], [2, 'two']);
print join("\n", map { join "\t", @$_ } @table), "\n";
print join(' and ', map { "'$_'" } sort qw(pear apple)), "\n";
print join(',', map { join '=', $_, $_ ** 2 } 1 .. 3), "\n";

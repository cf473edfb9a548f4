# Printf to the selected handle, to a named handle, to a handle in a block, and with a list.
use strict;
use warnings;

printf "%s %s\n", 'printf', 'list';
printf STDOUT "%03d\n", 7;
printf {*STDOUT} "%s\n", 'block';
printf("%-5s|%5s|\n", 'a', 'b');

my $handle = \*STDOUT;
printf $handle "%s\n", 'handle in a variable';
printf {$handle} "%s %s\n", 'block', 'variable';
STDOUT->printf("%s\n", 'method');

my $format = "%d%s\n";
printf $format, 1, 'st';
printf $format, 2, 'nd';

# A format computed by an expression needs no parentheses.
printf '%s,' x 3 . "\n", 1 .. 3;
printf join('-', ('%02d') x 3) . "\n", 7, 8, 9;

# $\ is not added by printf, $, is not inserted.
{
    local $\ = "!\n";
    local $, = '-';
    printf "%s%s\n", 'a', 'b';
    print 'a', 'b';
}

# An array as the only argument: its first element is the format.
my @all = ("%s and %s\n", 'first', 'second');
printf @all;

# Into a string.
open my $out, '>', \my $buffer or die "cannot open: $!";
printf $out '%s=%d;', 'x', 5;
printf {$out} '%s=%d;', 'y', 6;
close $out;
print "$buffer\n";

# Sprintf with explicit argument positions and with widths and precisions taken from arguments.
use strict;
use warnings;

print sprintf('%2$s %1$s', 'a', 'b'), "\n";
print sprintf('%1$s%1$s %2$s', 'x', 'y'), "\n";
{
    no warnings 'redundant';
    print sprintf('%2$s %1$s %s', 'a', 'b'), "\n";
    print sprintf('%3$s', 'a', 'b', 'c'), "\n";
}

# Width from the next argument; a negative width means left-justified.
print sprintf('[%*d] [%-*d] [%*s]', 5, 42, 5, 42, -6, 'ab'), "\n";

# Precision from the next argument; a negative precision counts as none.
print sprintf('[%.*f] [%.*f] [%.*s]', 2, 3.14159, 0, 2.5, 3, 'abcdef'), "\n";
print sprintf('[%.*f]', -1, 3.14159), "\n";

# Both.
print sprintf('[%*.*f]', 10, 3, 3.14159), "\n";
print sprintf('[%-*.*s]', 8, 2, 'abcdef'), "\n";

# Explicit positions for the width and the precision.
print sprintf('[%2$*1$d]', 6, 42), "\n";
print sprintf('[%1$*2$d] [%1$-*2$d]', 7, 5), "\n";
print sprintf('[%2$.*1$f]', 2, 3.14159), "\n";

# A table whose column widths are computed.
my @rows = (['id', 'name'], [1, 'short'], [22, 'a longer one']);
my @width = (0, 0);
for my $row (@rows) {
    for my $i (0 .. 1) {
        my $length = length $row->[$i];
        $width[$i] = $length if $length > $width[$i];
    }
}
printf "%*s  %-*s|\n", $width[0], $_->[0], $width[1], $_->[1] for @rows;

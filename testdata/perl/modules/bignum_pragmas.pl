# The pragmas bigint and integer: all numbers big, or all divisions whole, in one scope.
use strict;
use warnings;

{
    use bigint;
    my $x = 2 ** 100;
    print "$x\n";
    print 9_999_999_999_999_999_999 + 1, "\n";
    print 7 / 2, ' ', -7 / 2, "\n";
    my $f = 1;
    $f *= $_ for 1 .. 30;
    print "$f\n";
}

print 2 ** 100, ' ', 7 / 2, "\n";

{
    use integer;
    print 7 / 2, ' ', -7 / 2, ' ', 10 / 3 * 3, ' ', -7 % 3, ' ', 7.9 + 1.9, "\n";
    my $x = 10;
    $x /= 4;
    print "$x ", 5.7 * 2, ' ', ~0, "\n";
}
print 7 / 2, ' ', -7 % 3, ' ', ~0, "\n";

# integer belongs to its block, not to the subs it calls.
sub half { return $_[0] / 2 }
{
    use integer;
    print half(5), ' ', 5 / 2, "\n";
}

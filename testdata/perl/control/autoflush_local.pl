# local $| and the select function: buffering switched on for a block, separators for a block.
use strict;
use warnings;

print "at first: $|\n";
{
    local $| = 1;
    print "inside: $|\n";
}
print "outside: $|\n";

# Any true value becomes 1, and it only toggles between 0 and 1.
$| = 5;
print "after 5: $|\n";
$|--;
print "after --: $|\n";
$|--;
print "again: $|\n";
$| = 0;

# The output separators for one block.
{
    local ($,, $\) = ('-', "|\n");
    print 'a', 'b', 'c';
    print 1 .. 3;
}
print 'a', 'b', "\n";

# The separator of interpolated lists.
my @list = (1, 2, 3);
{
    local $" = ', ';
    print "(@list)\n";
}
print "(@list)\n";

# select gives the old handle back.
my $buffer = '';
open my $memory, '>', \$buffer or die $!;
my $old = select $memory;
print 'captured';
$| = 1;
select $old;
print "buffer: [$buffer], ours: $|\n";

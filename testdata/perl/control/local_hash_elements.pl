# local on elements of lexical and nested structures, delete local, slices.
use strict;
use warnings;

my %settings = (mode => 'fast', retries => 3);

sub show {
    my $label = shift;
    print "$label: ", join(', ', map { "$_=$settings{$_}" } sort keys %settings), "\n";
}

show('before');
{
    local $settings{mode} = 'slow';
    local $settings{verbose} = 1;
    show('inside');
}
show('after');

# A slice.
{
    local @settings{qw(mode retries)} = ('careful', 0);
    show('slice');
}
show('after');

# delete local takes a key away for the block.
{
    delete local $settings{retries};
    show('deleted');
}
show('after');

# Nested data.
my $tree = { left => { value => 1 }, right => { value => 2 } };
sub total { return $tree->{left}{value} + $tree->{right}{value} }
{
    local $tree->{left}{value} = 100;
    print 'total ', total(), "\n";
}
print 'total ', total(), "\n";

# Elements of arrays.
my @row = (1, 2, 3);
{
    local $row[1] = 'x';
    local $row[3] = 'far';
    print join(',', map { $_ // 'undef' } @row), "\n";
}
print join(',', @row), ' length ', scalar(@row), "\n";

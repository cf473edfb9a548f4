# Keys made of several values: lists joined with $;, arrays joined, and nested hashes instead.
use strict;
use warnings;

my %grid;
$grid{1, 2} = 'a';
$grid{3, 4} = 'b';
print scalar(keys %grid), "\n";

# The key is one string; $; stands between the parts.
for my $key (sort keys %grid) {
    my ($x, $y) = split /$;/, $key;
    print "$x $y $grid{$key} $grid{$x, $y}\n";
}
print exists $grid{1, 2} ? 'exists' : 'missing', ' ', exists $grid{2, 1} ? 'exists' : 'missing', "\n";
print length((sort keys %grid)[0]), ' ', ord $;, "\n";
my $joined = join $;, 1, 2;
print $grid{$joined}, "\n";

# Another separator.
{
    local $; = '|';
    my %h;
    $h{'p', 'q'} = 1;
    print join(',', keys %h), "\n";
}

# A slice is something else.
my %s = (x => 1, y => 2);
my @slice = @s{'x', 'y'};
print "@slice\n";

# With an own separator, or with nested hashes.
my (%flat, %nested);
for my $point ([1, 10], [12, 3]) {
    my ($x, $y) = @$point;
    $flat{"$x,$y"} = 1;
    $nested{$x}{$y} = 1;
}
print join(' ', sort keys %flat), ' | ', join(' ', map { my $x = $_; map { "$x,$_" } keys %{ $nested{$x} } } sort { $a <=> $b } keys %nested), "\n";

# Deleting with several parts.
delete $grid{1, 2};
print join(';', map { join '-', split /$;/ } keys %grid), "\n";

# References and floats as keys are their text.
my %odd = (0.1 + 0.2 => 'sum', 1e20 => 'big', -0.0 => 'zero', undef // 'none' => 'text');
print join(' ', map { "$_=$odd{$_}" } sort keys %odd), "\n";
my $list = [1];
my %by_ref = ($list => 'found');
print $by_ref{"$list"}, ' ', (keys %by_ref)[0] =~ /^ARRAY\(0x[0-9a-f]+\)$/ ? 'text of a reference' : 'odd', "\n";

# Tasks with hashes: inverting, merging, filtering, comparing, default values, counting values.
use strict;
use warnings;

my %age = (ann => 30, bob => 25, cid => 30, dan => 41);

# Filtering by value and by key.
my %thirty = map { $_ => $age{$_} } grep { $age{$_} == 30 } keys %age;
my @old = sort grep { $age{$_} > 28 } keys %age;
print join(',', sort keys %thirty), " @old\n";

# Inverting with lists for equal values.
my %names;
push @{ $names{ $age{$_} } }, $_ for sort keys %age;
print join(' ', map { "$_=" . join '+', @{ $names{$_} } } sort { $a <=> $b } keys %names), "\n";

# Merging, one winning over the other, adding up.
my %more = (ann => 1, eve => 2);
my %left  = (%more, %age);
my %right = (%age, %more);
my %sum   = %age;
$sum{$_} += $more{$_} for keys %more;
print "$left{ann} $right{ann} $sum{ann} $sum{eve} ", scalar keys %sum, "\n";

# Common keys, missing keys.
my @common  = sort grep { exists $more{$_} } keys %age;
my @missing = sort grep { !exists $age{$_} } keys %more;
print "@common @missing\n";

# The key with the largest value, the values sorted, their sum.
my ($oldest) = sort { $age{$b} <=> $age{$a} } keys %age;
my $total = 0;
$total += $_ for values %age;
print "$oldest @{[ sort { $a <=> $b } values %age ]} $total\n";

# Renaming and deleting.
$age{robert} = delete $age{bob};
delete @age{ grep { $age{$_} == 30 } keys %age };
print join(',', map { "$_=$age{$_}" } sort keys %age), "\n";

# Default values when reading, lists that start empty.
my %opt = (size => 0);
my $size  = $opt{size}  // 10;
my $color = $opt{color} // 'red';
my @list  = @{ $opt{list} // [] };
print "$size $color ", scalar @list, ' ', join(',', sort keys %opt), "\n";

# A dispatch table.
my %do = (
    add => sub { $_[0] + $_[1] },
    mul => sub { $_[0] * $_[1] },
);
print join(' ', map { "$_=" . $do{$_}->(3, 4) } sort keys %do), ' ', ($do{div} || sub { 'unknown' })->(1, 2), "\n";

# Hashes as sets.
my %x = map { $_ => 1 } 1 .. 4;
my %y = map { $_ => 1 } 3 .. 6;
print join('', sort grep { $y{$_} } keys %x), ' ', join('', sort keys %{ { %x, %y } }), ' ', join('', sort grep { !$y{$_} } keys %x), "\n";

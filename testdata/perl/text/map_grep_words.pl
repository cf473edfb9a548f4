# Map and grep on words: blocks and expressions, several results, nested maps, counting.
use strict;
use warnings;

print join(' ', map { lc } grep { /^[A-Z]/ } qw(The quick Brown fox)), "\n";
print join(' ', map { ($_) x 2 } 1, 2), '|', join(' ', map { $_ => 1 } 'a'), '|', join(' ', map +(lc, uc), 'Ab'), "\n";

# A block that starts with a brace: hash or block.
print join(' ', map { { n => $_ }->{n} } 1, 2), '|', join(' ', map { [$_, 1]->[0] } 3), "\n";
my @records = map { +{ name => $_, size => length } } qw(aa b);
print join(' ', map { "$_->{name}$_->{size}" } @records), "\n";
my %size = map { $_ => length } qw(one three);
print join(' ', map { "$_=$size{$_}" } sort keys %size), "\n";
my %upper = map { ; "\U$_" => 1 } qw(x y);
print join(' ', sort keys %upper), "\n";
my %lower = map { lc($_) => 1 } qw(P Q);
print join(' ', sort keys %lower), "\n";

# Letters counted.
my %count;
$count{$_}++ for split //, 'mississippi';
print join(' ', map { "$_$count{$_}" } sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count), "\n";

# Nested.
my @pairs = map { my $x = $_; map { "$x$_" } 1, 2 } 'a', 'b';
print "@pairs\n";

# How many.
my @n = (3, 1, 4, 1, 5, 9, 2, 6);
print scalar(grep { $_ & 1 } @n), ' ', scalar(map { ($_, $_) } @n), ' ', join(',', grep { !($_ % 2) } @n), "\n";
my $odd = grep { $_ % 2 } @n;
print "$odd\n";

# Indexes, formats, slices of results.
my %inverse = map { $n[$_] => $_ } 0 .. $#n;
print join(',', map { "$_$inverse{$_}" } sort keys %inverse), "\n";
print join(' ', map { sprintf '%02d', $_ } 1 .. 3), ' ', join(',', (map { $_ * 2 } 1 .. 3)[0, 2]), "\n";
print join(',', map { scalar reverse } 'ab', 'cd'), "\n";

# An expression instead of a block needs a comma.
print join(' ', map(uc, 'a', 'b')), ' ', join(' ', map $_ + 1, 1, 2), ' ', join(' ', grep defined, 1, undef, 2), "\n";
my ($found) = grep { /b/ } qw(abc xyz);
print "$found\n";
my @some = grep { defined && length } ('a', undef, '', 'b');
print "@some\n";

# The elements are aliases.
my @w = qw(cat dog);
s/a/o/ for grep { /a/ } @w;
print "@w\n";
my @copy = map { s/o/0/r } @w;
print "@copy @w\n";

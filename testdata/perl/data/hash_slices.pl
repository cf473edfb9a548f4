# Slices of hashes: reading, writing, deleting, key and value pairs, by reference.
use strict;
use warnings;

my %h = (a => 1, b => 2, c => 3, d => 4);

my @values = @h{qw(a c)};
print "@values @h{'b', 'd'}\n";

# Assigning several keys.
@h{qw(x y z)} = (10, 20, 30);
print join(',', map { "$_$h{$_}" } sort keys %h), "\n";
my %alphabet;
@alphabet{'a' .. 'e'} = 1 .. 5;
print join('', map { "$_$alphabet{$_}" } sort keys %alphabet), "\n";

# Deleting several keys returns their values.
my @gone = delete @h{qw(x y z)};
print "@gone ", scalar(keys %h), "\n";

# Pairs of keys and values.
my %part = %h{'a', 'b'};
print join(',', map { "$_=>$part{$_}" } sort keys %part), "\n";
my %removed = delete %h{qw(c d)};
print join(',', map { "$_=>$removed{$_}" } sort keys %removed), ' ', join(',', sort keys %h), "\n";

# Missing keys give undef and do not come into being.
my @missing = @h{qw(a nothing)};
print scalar @missing, ' ', exists $h{nothing} ? 'exists' : 'missing', "\n";

# Through references.
my $r = { one => 1, two => 2, three => 3 };
print join(',', @$r{qw(one two)}), ' ', join(',', @{$r}{qw(two three)}), ' ', join(',', $r->@{qw(one three)}), "\n";
my %sub = $r->%{qw(one)};
print join('=', %sub), "\n";
@$r{qw(four five)} = (4, 5);
print join(',', sort { $r->{$a} <=> $r->{$b} } keys %$r), "\n";

# Nested.
my %data = (list => { p => 1, q => 2 }, array => [5, 6, 7]);
print join(',', @{ $data{list} }{qw(p q)}), ' ', join(',', @{ $data{array} }[0, 2]), "\n";

# A set from a list, a lookup table with default values, renaming keys.
my %set;
@set{qw(red green)} = ();
print exists $set{red} ? 'in' : 'out', ' ', exists $set{blue} ? 'in' : 'out', ' ', defined $set{red} ? 'defined' : 'undefined', "\n";
my @fields = qw(name age);
my %record;
@record{@fields} = split /,/, 'Ann,30';
print join(' ', map { "$_:$record{$_}" } @fields), "\n";
@record{qw(NAME AGE)} = delete @record{@fields};
print join(' ', sort keys %record), "\n";
my ($name, $age) = @record{qw(NAME AGE)};
print "$name is $age\n";

# Slices of slices, of function results, of nested data, and slices as arguments.
use strict;
use warnings;

my @a = (10 .. 19);
my %h = map { $_ => uc } 'a' .. 'f';

print join(',', (@a[2 .. 8])[1, 3, -1]), ' ', join(',', (@h{qw(a b c)})[0, 2]), ' ', join(',', ((1 .. 9)[2 .. 6])[0, 1]), "\n";
print join(',', @a[@a[0, 1] ? (0, 1) : (2)]), ' ', join(',', @a[map { $_ * 2 } 0 .. 3]), ' ', join(',', @h{ grep { /[ace]/ } sort keys %h }), "\n";

# Function results.
sub list { return (5, 6, 7, 8) }
print join(',', (list())[1, 2]), ' ', (list())[-1], ' ', join(',', (sort { $b <=> $a } list())[0 .. 1]), ' ', (split /-/, 'x-y-z')[1], "\n";
my ($minutes, $hours) = (localtime(0))[1, 2];
print defined $minutes && defined $hours ? "two values\n" : "none\n";

# Nested data.
my $d = { rows => [[1, 2, 3], [4, 5, 6]], map => { x => [7, 8], y => { p => 9, q => 10 } } };
print join(',', @{ $d->{rows}[1] }[0, 2]), ' ', join(',', map { $_->[1] } @{ $d->{rows} }), ' ', join(',', @{ $d->{map}{y} }{qw(p q)}), ' ', join(',', map { @$_[0, 1] } @{ $d->{rows} }), "\n";
print join(',', (map { @$_ } @{ $d->{rows} })[1 .. 4]), ' ', join(',', $d->{rows}[0]->@[1, 2]), "\n";

# Assigning to slices of nested data, exchanging, removing.
@{ $d->{rows}[0] }[0, 2] = @{ $d->{rows}[0] }[2, 0];
@{ $d->{map}{y} }{qw(p q)} = (1, 2);
($d->{rows}[0], $d->{rows}[1]) = @{ $d->{rows} }[1, 0];
print join(' ', map { "@$_" } @{ $d->{rows} }), " $d->{map}{y}{p}\n";

# A slice in a scalar context gives its last value, the number by a trick.
my $last  = @a[1, 2, 3];
my $count = () = @a[1, 2, 3];
print "$last $count\n";

# As arguments they are aliases.
sub double { $_ *= 2 for @_; return }
double(@a[0, 1]);
double(@h{qw(zero)} = (21));
print "@a[0 .. 2]\n";

# Empty slices.
my @none = @a[()];
my @nothing = (list())[5, 6];
print scalar @none, scalar @nothing, "\n";

# Postfix dereference, in code and in strings.
use strict;
use warnings;
use v5.24;

my $array = [1, 2, 3];
my $hash  = { a => 1, b => 2, c => 3 };
my $text  = \'text';
my $code  = sub { return "code(@_)" };
my $data  = { list => [4, 5, [6, 7]], map => { x => 'X', y => 'Y' } };

print join(',', $array->@*), ' ', scalar $array->@*, ' ', $array->$#*, ' ', $text->$*, ' ', $code->&*, "\n";
print join(',', sort keys $hash->%*), ' ', scalar(keys $hash->%*), "\n";

# Slices, with and without indexes.
print join(',', $array->@[0, 2]), ' ', join(',', $hash->@{qw(a c)}), "\n";
my %pairs = $hash->%{qw(a b)};
my %index = $array->%[0, 1];
print join(',', map { "$_=$pairs{$_}" } sort keys %pairs), ' ', join(',', map { "$_=$index{$_}" } sort keys %index), "\n";

# Deeper.
print join(',', $data->{list}->@[0, 1]), ' ', join(',', $data->{list}[2]->@*), ' ', $data->{list}->$#*, "\n";
print join(',', map { $data->{map}{$_} } sort keys $data->{map}->%*), "\n";

# In strings.
print "$array->@* | $array->@[0, 1] | $hash->@{qw(a b)} | last $array->$#*\n";
print "$data->{list}[2]->@* | $data->{list}->[0] | @{ $data->{list}[2] }\n";

# As places and in loops.
push $array->@*, 4, 5;
$array->@[0, 1] = ('p', 'q');
$array->$#* = 3;
print "@$array\n";
$_ .= '!' for $array->@*;
print "@$array\n";
my @copy = ($array->@*, $data->{list}[2]->@*);
print scalar @copy, "\n";
delete $hash->@{qw(a b)};
print join(',', %$hash), "\n";
$$text eq $text->$* or print "never\n";
my @nested = map { ref ? $_->@* : $_ } $data->{list}->@*;
print "@nested\n";

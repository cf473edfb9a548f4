# \( ... ) of several things, subscripts after a list slice, anonymous hashes right after a brace, undef on slices.
use strict;
use warnings;
my (@a, @b, %h);
@a = (1, 2);
%h = (k => 1);
print join(",", map { ref } \(@a, @b)), "\n";
print join(",", map { ref } \(@a)), "\n";
print join(",", map { ref } \(my $z, @a, %h)), "\n";
print scalar(my @pairs = \(%h)), "\n";
print scalar(my @mixed = \((@a), @b)), "\n";

print((map { [$_, 1] } 3, 4)[0][0], "\n");
print(([1, 2], [3, 4])[1][0], "\n");
print +(map { { n => $_ } } 3, 4)[1]{n}, "\n";
print((([[5]]))[0][0][0], "\n");

my @letters = map {{qw(1 P 2 Q)}->{$_}} 1, 2;
print "@letters\n";
my @records = map {{ name => $_, size => 1 }} 1, 2;
print $records[1]{name}, "\n";
print join(",", @{{ a => 1 }}{qw(a)}), "\n";
print scalar(keys %{{ map { $_ => 1 } 1 .. 3 }}), "\n";

my %seen = (k => 5, c => 7);
undef @seen{qw(a b c)};
print join(",", map { "$_=" . ($seen{$_} // "undef") } sort keys %seen), "\n";
my $ref = {};
undef @$ref{qw(x y)};
undef $ref->@{qw(w)};
print join(",", sort keys %$ref), "\n";

my @sparse;
$sparse[$_] = $_ for 3, 2, 5;
@sparse = sort @sparse;
print scalar(@sparse), "\n";

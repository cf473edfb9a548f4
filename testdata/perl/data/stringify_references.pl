# References in boolean, string and number context; as keys; compared; counted.
use strict;
use warnings;

my ($array, $hash, $code, $scalar, $regex) = ([1, 2], { a => 1 }, sub { 1 }, \'text', qr/x/i);
for my $ref ($array, $hash, $code, $scalar, \$array, $regex) {
    my $text = "$ref" =~ s/0x[0-9a-f]+/ADDRESS/r;
    print ref $ref, " $text ", $ref ? 'true' : 'false', "\n";
}

# Equal only to itself.
my $same = $array;
print $array == $same ? 'same' : 'other', ' ', $array == [1, 2] ? 'same' : 'other', ' ', "$array" eq "$same" ? 'same text' : 'other text', ' ', $array != $hash ? 'differ' : 'equal', "\n";

# As a key it becomes text, from which nothing can be reached.
my %by = ($array => 'array');
my ($key) = keys %by;
print ref \$key, ' ', ref $key || 'no reference', ' ', $by{$same}, "\n";
{
    no strict 'refs';
    print defined ${$key}[0] ? 'reached' : 'not reached', "\n";
}

# Objects with a text of their own.
package Point {
    use overload '""' => sub { my $p = shift; return "($p->{x}, $p->{y})" }, '==' => sub { $_[0]{x} == $_[1]{x} && $_[0]{y} == $_[1]{y} }, 'bool' => sub { 1 };
    sub new { my ($class, $x, $y) = @_; return bless { x => $x, y => $y }, $class }
}
my ($p, $q) = (Point->new(1, 2), Point->new(1, 2));
print "$p $q ", $p == $q ? 'equal' : 'different', ' ', "$p" eq '(1, 2)' ? 'text' : 'other', ' ', join('; ', $p, $q), ' ', length $p, "\n";
my %seen;
$seen{$_}++ for $p, $q;
print join(' ', map { "$_=$seen{$_}" } keys %seen), "\n";

# Counting different references.
my %count;
$count{$_ + 0}++ for $array, $same, [1, 2];
print scalar keys %count, ' ', join(',', sort values %count), "\n";

# A reference in arithmetic is its address.
print $array + 0 == $same + 0 ? 'same number' : 'different', ' ', $array > 0 ? 'positive' : 'odd', "\n";
print "in a string: @{$array} and @{[ %$hash ]} and ${$scalar}\n";

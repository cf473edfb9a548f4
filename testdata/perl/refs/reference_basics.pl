# References: taking, following, changing through them, comparing, the text form, ref().
use strict;
use warnings;

my $scalar = 5;
my @array  = (1, 2, 3);
my %hash   = (a => 1, b => 2);
sub code { return "code got @_" }

my ($sref, $aref, $href, $cref) = (\$scalar, \@array, \%hash, \&code);

$$sref++;
print "$scalar $$sref ${$sref}\n";

push @$aref, 4;
$aref->[0] = 'first';
print "@array $$aref[1] ${$aref}[2] $aref->[-1] $#$aref $#{$aref} ", scalar(@$aref), "\n";

$href->{c} = 3;
$$href{d} = 4;
print join(',', map { "$_=$href->{$_}" } sort keys %$href), "\n";
print exists $href->{a} ? 'has a' : 'no a', ' ', delete $href->{a}, ' ', exists $href->{a} ? 'has a' : 'no a', "\n";

print $cref->(1, 2), ' ', &$cref(3), ' ', &{$cref}(4), "\n";

# Slices.
print "@{$aref}[1, 2] @$aref[0, 1] @{$href}{qw(b c)} @$href{'c', 'd'}\n";
my %part = %$href{qw(b c)};
print join(',', map { "$_$part{$_}" } sort keys %part), "\n";

# The postfix forms.
print join(' ', $aref->@*), ' ', $aref->$#*, ' ', join(' ', sort keys $href->%*), ' ', $sref->$*, "\n";
print "in text: @{[ $aref->@* ]} and @{[ $href->@{qw(b c)} ]}\n";

# ref tells the kind.
print join(' ', map { ref } $sref, $aref, $href, $cref, \$sref, \\1, qr/x/, \*STDOUT), ' [', ref($scalar), "]\n";

# Equality and text.
print $aref == \@array ? 'same' : 'different', ' ', \@array == [@array] ? 'same' : 'different', "\n";
print "$aref" =~ /^ARRAY\(0x[0-9a-f]+\)$/ ? "address\n" : "other\n";
print $aref + 0 == $aref ? "number\n" : "no number\n";

# A reference to a reference, and an array of references to variables.
my $deep = \\$scalar;
$$$deep = 'deep';
print "$scalar\n";
my ($x, $y) = (1, 2);
$$_ *= 10 for \($x, $y);
print "$x $y\n";

# How warnings call what is undefined.
use strict;
use warnings;

my %price = (pear => undef, plum => 3);
my @row = (1, undef);
my ($key, $missing, $i, $none) = ('pear', 'fig', 1);
our %global = (pear => undef);

# Elements under computed subscripts.
print "one: $price{$key}\n";
print "two: $price{$missing}\n";
print "three: $row[$i]\n";
print "four: $row[$i + 5]\n";
my $sum = $price{$key} + 1;
$sum = 1 + $price{$missing};
$sum = $price{$key} + $price{$missing};
$sum = $price{$key} . $none;
$sum = "$price{$key}";
$sum = "$key=$price{$key}";
$sum = uc $price{$key};
$sum = $price{$key} eq 'x';
$sum = $global{$key} . 'x';
$sum = join '-', $price{$key}, $price{plum};
$sum = sprintf '%s', $price{$key};
for my $name (sort keys %price) {
    my $line = "price $price{$name}";
}

# Undefined subscripts.
$sum = $price{$none};
$sum = $row[$none];
$sum = exists $price{$none};
delete $price{$none};
my @part = @row[$none, 1];
@part = @price{$none, 'plum'};
@part = (5, 6)[$none];

# Operands of functions and patterns.
chop $none;
undef $none;
chomp $none;
$sum = "text" =~ /$none/;
my @fields = split /,/, $none;
(my $copy = 'text') =~ s/t/$none/;
(my $other = 'text') =~ s/(t)/$price{$1}/g;
$sum = -e $none;
$sum = ~$none;
$none =~ tr/a/b/;
$none =~ s/a/b/;
my $time = localtime $none;

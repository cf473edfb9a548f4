# Matches in scalar, list and boolean context, with and without groups and g.
use strict;
use warnings;

my $s = 'a1b2c3';

my $scalar  = $s =~ /(\d)/;
my ($first) = $s =~ /(\d)/;
my @groups  = $s =~ /([a-z])(\d)/;
my @all     = $s =~ /(\d)/g;
my @plain   = $s =~ /\d/;
my $count   = () = $s =~ /\d/g;
my $last    = (my @copy = $s =~ /(\d)/g);
print "$scalar $first @groups @all @plain $count $last\n";

# A failed match gives an empty list, which leaves variables undefined.
my ($none) = $s =~ /(z)/;
my @none = $s =~ /(z)/;
my $assigned = (my ($x, $y) = $s =~ /(q)(r)/);
print defined $none ? 'defined' : 'undefined', ' ', scalar @none, " $assigned\n";

# In conditions with assignment.
if (my ($letter, $digit) = $s =~ /([c-z])(\d)/) {
    print "$letter $digit\n";
}
if ((my @digits = $s =~ /\d/g) >= 3) {
    print "three or more: @digits\n";
}

# As arguments and in lists a match is in list context.
sub arguments { return scalar @_ }
print arguments($s =~ /(\d)/g), arguments(scalar $s =~ /\d/), arguments($s =~ /z/), "\n";
my %h = (found => scalar($s =~ /b/), list => [$s =~ /\d/g]);
print "$h{found} @{ $h{list} }\n";

# return passes the context on.
sub year { return $_[0] =~ /(\d{4})/ }
my ($year) = year('in 1999');
my $has = year('in 1999');
print "$year $has\n";

# Chained with other operators.
print join('+', $s =~ /\d/g), ' ', ($s =~ /\d/g)[1], ' ', ($s =~ /(\w)(\d)/)[-1], ' ', !!($s =~ /b/), "\n";
my $sum = 0;
$sum += $_ for $s =~ /\d/g;
print "$sum\n";

# List::Util: pairs, pairkeys, pairvalues, pairmap, pairgrep, pairfirst, unpairs.
use strict;
use warnings;
use List::Util qw(pairs unpairs pairkeys pairvalues pairmap pairgrep pairfirst);

my @list = (apple => 3, pear => 5, fig => 1);

for my $pair (pairs @list) {
    my ($key, $value) = @$pair;
    print "$key: $value, ", $pair->key, ' ', $pair->value, "\n";
}
print ref((pairs @list)[0]), "\n";

print join(' ', pairkeys @list), ' | ', join(' ', pairvalues @list), "\n";
print join(' ', pairmap { "$a-$b" } @list), "\n";
print scalar(pairmap { ($a, $b, 'x') } @list), "\n";

my @more = pairgrep { $b > 2 } @list;
print "@more\n";
print scalar(pairgrep { $b > 2 } @list), "\n";

my ($key, $value) = pairfirst { length $a > 4 } @list;
print "$key $value\n";
print scalar(my @none = pairfirst { $b > 100 } @list), "\n";

print join(' ', unpairs [a => 1], [b => 2, 'ignored'], ['c', 3]), "\n";

# Sorting pairs, and turning a hash around.
print join(' ', map { "$_->[0]=$_->[1]" } sort { $a->[1] <=> $b->[1] } pairs @list), "\n";
my %h = (x => 1, y => 2);
my %inverse = pairmap { $b => $a } %h;
print join(',', map { "$_$inverse{$_}" } sort keys %inverse), "\n";
my %big = pairgrep { $b > 1 } %h;
print join(',', %big), "\n";

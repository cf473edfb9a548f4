# Functions as lvalues: substr, local, my lists, ternary, lvalue subs, chop and chomp on lists.
use strict;
use warnings;

my $text = 'Hello World';
substr($text, 0, 5) = 'HELLO';
print "$text\n";
substr($text, -5) =~ tr/a-z/A-Z/;
print "$text\n";

# A sub with the attribute lvalue.
my $hidden = 5;
sub hidden : lvalue { $hidden }
hidden() = 9;
hidden()++;
print "hidden $hidden\n";

my %store = (a => 1);
sub slot : lvalue { $store{ $_[0] } }
slot('a') += 10;
slot('new') = 'made';
print join(',', map { "$_=$store{$_}" } sort keys %store), "\n";

# keys and $# as lvalues.
my @array = (1 .. 5);
$#array = 2;
print "@array\n";
keys(%store) = 64;
print scalar(keys %store), "\n";

# vec sets bits.
my $bits = '';
vec($bits, 0, 8) = ord 'P';
vec($bits, 1, 8) = ord 'l';
print "$bits\n";

# pos sets the place of the next match.
my $data = 'aXbXc';
pos($data) = 2;
$data =~ /\GbX/gc and print 'matched up to ', pos($data), "\n";

# The value of an assignment is the variable.
(my $trimmed = '  x  ') =~ s/^\s+|\s+$//g;
print "[$trimmed]\n";
my $sum;
($sum = 5) += 3;
print "$sum\n";

chomp(my @lines = ("a\n", "b\n"));
print join('|', @lines), "\n";

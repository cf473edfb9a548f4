# Hashes: making, reading, writing, existence, deleting, counting.
use strict;
use warnings;

my %h = (one => 1, two => 2, three => 3);
print join(',', map { "$_=$h{$_}" } sort keys %h), "\n";
print scalar(keys %h), ' ', exists $h{one} ? 'yes' : 'no', ' ', exists $h{four} ? 'yes' : 'no', "\n";

# delete returns the value.
my $gone = delete $h{two};
print "$gone ", join(',', sort keys %h), ' ', defined delete $h{nothing} ? 'defined' : 'undefined', "\n";

# A key may exist with an undefined value.
$h{maybe} = undef;
print exists $h{maybe} ? 'exists' : 'missing', ' ', defined $h{maybe} ? 'defined' : 'undefined', "\n";

# Keys are strings: numbers are made text first.
my %n = (1 => 'a', 1.0 => 'b', '1.0' => 'c', 01 => 'd', 1e1 => 'e');
print join(',', map { "$_=$n{$_}" } sort keys %n), "\n";

# Words as keys need no quotes, nor do they after a minus sign.
my %options = (-width => 5, if => 1, q => 2, y => 3, s => 4, print => 5);
print $options{-width}, $options{if}, $options{q}, $options{y}, $options{s}, $options{print}, "\n";

# Everything else is an expression.
my $key = 'three';
print $h{$key}, $h{'th' . 'ree'}, $h{"$key"}, $h{lc 'THREE'}, "\n";

# An empty hash is false.
my %none;
print 'empty' if !%none;
print ', not empty' if %h;
print "\n";

# Later pairs win; merging with defaults.
my %defaults = (colour => 'red', size => 'big');
my %given    = (size => 'small', shape => 'round');
my %all      = (%defaults, %given);
print join(',', map { "$_=$all{$_}" } sort keys %all), "\n";

# The whole hash cleared, copied.
my %copy = %all;
%all = ();
print scalar(keys %all), ' ', scalar(keys %copy), "\n";
undef %copy;
print scalar(%copy) ? 'has' : 'none', "\n";

# An odd list leaves the last value undefined, with a warning.
my %odd = (a => 1, 'b');
print exists $odd{b} ? 'exists' : 'missing', "\n";
my %wrong = ('only');
print join(',', keys %wrong), "\n";

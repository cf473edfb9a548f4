# Version strings: literals with dots, comparison, printing, and use VERSION.
use strict;
use warnings;
use v5.10;

my $v = v1.22.333;
print length $v, ' ', join('.', map { ord } split //, $v), ' ', sprintf('%vd', $v), "\n";

# Two or more dots need no v; one dot is a number.
my $three = 1.2.3;
my $two   = 1.2;
print sprintf('%vd', $three), ' ', $two + 1, ' ', length(v65), ' ', v65.66.67, "\n";

# They compare as strings of characters, which orders versions rightly.
print v1.10 gt v1.9 ? 'later' : 'earlier', ' ', '1.10' gt '1.9' ? 'later' : 'earlier', ' ', v1.2 lt v1.2.1 ? 'before' : 'after', ' ', v5.36.0 eq 5.36.0 ? 'same' : 'different', "\n";

# Characters above 255 are allowed.
my $wide = v9786.300;
print length $wide, ' ', ord $wide, ' ', sprintf('%vd', $wide), "\n";

# As a hash key a word is a word.
my %h = (v65 => 'word');
print join(',', keys %h), "\n";

# Requirements.
print eval { require v5.10; 1 } ? "new enough\n" : "too old: $@";
print eval 'use v5.14; 1' ? "new enough\n" : "too old: $@";
print $] >= 5.010 ? 'yes ' : 'no ', $^V ge v5.10.0 ? 'yes ' : 'no ', sprintf('%vd', $^V) =~ /^5\./ ? 'five' : 'other', "\n";

# Sorting versions given as text.
my @sorted = sort { pack('C*', split /\./, $a) cmp pack('C*', split /\./, $b) } qw(1.10.0 1.9.9 1.2.30 1.10);
print "@sorted\n";
my @versions = (v1.10, v1.9, v1.2.3);
say join ' ', map { sprintf '%vd', $_ } sort @versions;

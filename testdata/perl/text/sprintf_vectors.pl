# Sprintf with vectors: the numbers of the characters of a string, joined by dots or another text.
use strict;
use warnings;

printf "%vd\n", '1.22.333';
printf "%vd\n", 'ABC';
printf "%vd\n", "1.2.3";
printf "%vd %s\n", '', 'empty';

# The format applies to every number.
printf "%v02x\n", '1.10.200';
printf "%v03d\n", '1.2.30';
printf "%03vd\n", '1.2';
printf "%vX %vo %vb\n", 'az', 'az', 'az';
printf "%v#x\n", 'ab' if 0;

# Another separator from the arguments.
printf "%*vX\n", ':', 'abc';
printf "%*vd\n", ' ', 'xyz';
printf "%*v02x\n", '', 'abc';
printf "%*v3d\n", '-', 'abc';

# A version string holds characters, so it prints as its numbers.
my $version = v1.22.333;
printf "%vd %d\n", $version, length $version;
print join(' ', map { ord } split //, $version), "\n";
print sprintf('%vd', 1.2.3) eq '1.2.3' ? "same\n" : "different\n";
printf "%vd\n", "\x{263a}\x{100}";

# The version of the language.
my $text = sprintf '%vd', $^V;
print $text =~ /^5\.\d+\.\d+$/ ? "looks like a version\n" : "odd: $text\n";

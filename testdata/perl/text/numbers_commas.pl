# Numbers with thousands separators: three ways to write them.
use strict;
use warnings;

# Reverse, put a comma after every three digits, and turn back.
sub commas_by_reversing {
    my $number = reverse shift;
    $number =~ s/(\d{3})(?=\d)/$1,/g;
    return scalar reverse $number;
}

# Repeat a substitution from the left until it no longer matches.
sub commas_by_repeating {
    my $number = shift;
    1 while $number =~ s/^(-?\d+)(\d{3})/$1,$2/;
    return $number;
}

# Look ahead for groups of three digits that end before a non-digit.
sub commas_by_looking {
    my $number = shift;
    my ($whole, $rest) = $number =~ /^(-?\d+)(.*)$/;
    $whole =~ s/(?<=\d)(?=(?:\d{3})+$)/,/g;
    return $whole . $rest;
}

print join(' ', map { commas_by_reversing($_) } 1, 1234, 1234567, 999999, 1000), "\n";
print join(' ', map { commas_by_repeating($_) } 1, -1234, 1234567.891, 1000000000), "\n";
print join(' ', map { commas_by_looking($_) } 1, -1234, 1234567.8912, 100), "\n";

for my $n (0, 12, 123, 1234, 12345, 123456, 1234567) {
    my @ways = (commas_by_reversing($n), commas_by_repeating($n), commas_by_looking($n));
    my $agree = $ways[0] eq $ways[1] && $ways[1] eq $ways[2];
    printf "%10s %s\n", $ways[0], $agree ? 'agreed' : "differ: @ways";
}

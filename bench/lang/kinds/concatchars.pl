# Strings built a piece at a time: .= of numbers and characters, $s = $s . "x", join.
use strict;
use warnings;
my ($one, $two, @parts) = ('', '');
for my $i (1 .. 600_000) {
    $one .= $i % 10;
    $one .= chr(65 + $i % 26);
    $two = $two . 'x' if $i % 2;
    push @parts, $i if $i % 3 == 0;
}
my $three = join ',', @parts;
print length($one), ' ', length($two), ' ', length($three), "\n";

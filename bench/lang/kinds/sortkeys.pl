# Sorting: by a hash's values, by several fields, reversed, by a named sub, Schwartzian transform.
use strict;
use warnings;
my ($seed, %size) = (5);
for my $i (1 .. 40_000) {
    $seed = ($seed * 16807) % 2147483647;
    $size{"file$i"} = $seed % 5000;
}
sub by_size { $size{$a} <=> $size{$b} or $a cmp $b }
my @one   = sort { $size{$a} <=> $size{$b} } sort keys %size;
my @two   = sort { $size{$b} <=> $size{$a} || $a cmp $b } keys %size;
my @three = sort by_size keys %size;
my @four  = map { $_->[1] } sort { $a->[0] <=> $b->[0] || $a->[1] cmp $b->[1] } map { [length, $_] } keys %size;
my @five  = sort { lc $a cmp lc $b } keys %size;
print "$one[0] $two[0] $three[-1] $four[-1] $five[7] @{[ scalar reverse $five[9] ]}\n";

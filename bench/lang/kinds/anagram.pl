# split //, sort, join as a hash key; lists in a hash of arrays.
use strict;
use warnings;
my (%class, $seed);
$seed = 11;
for my $i (1 .. 80_000) {
    $seed = ($seed * 69069 + 1) % 4294967296;
    my $word = join '', map { chr(97 + ($seed >> $_) % 5) } 4, 8, 12, 16, 20, 24;
    my $key = join '', sort split //, $word;
    push @{ $class{$key} }, $word;
}
my $largest = (sort { @$b <=> @$a } values %class)[0];
print scalar(keys %class), ' ', scalar(@$largest), "\n";

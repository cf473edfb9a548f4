# Numeric sort of half a million numbers.
use strict;
use warnings;

my ($seed, @numbers) = (42);
for (1 .. 500_000) {
    $seed = ($seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    push @numbers, $seed;
}
my @up   = sort { $a <=> $b } @numbers;
my @down = sort { $b <=> $a } @numbers;
my $check = 0;
for (my $i = 0; $i < @up; $i += 1000) {
    $check = ($check * 31 + $up[$i] + $down[$i]) % 1_000_000_007;
}
print "sortnum $up[0] $down[0] $check\n";

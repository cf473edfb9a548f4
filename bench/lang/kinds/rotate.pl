# Numbers in arrays: prefix sums, reversal in place, rotation, slices, nested loops.
use strict;
use warnings;
my @v = map { ($_ * 7919) % 1000 } 1 .. 3000;
my $t = 0;
for my $round (1 .. 200) {
    my @sum = (0);
    $sum[$_ + 1] = $sum[$_] + $v[$_] for 0 .. $#v;
    $t = ($t + $sum[-1] + $sum[$round]) % 1_000_003;
    my ($i, $j) = (0, $#v);
    while ($i < $j) { ($v[$i], $v[$j]) = ($v[$j], $v[$i]); $i++; $j--; }
    push @v, shift @v;
    $v[$round] += $_ for 1 .. 3;
}
print "$t $v[0]\n";

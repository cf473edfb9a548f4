# Edit distance: rows of an array, split into characters, min of three.
use strict;
use warnings;
sub min3 { my ($x, $y, $z) = @_; $x = $y if $y < $x; return $z < $x ? $z : $x; }
sub distance {
    my ($s, $t) = @_;
    my @s = split //, $s;
    my @t = split //, $t;
    my @prev = (0 .. @t);
    for my $i (1 .. @s) {
        my @row = ($i);
        for my $j (1 .. @t) {
            my $cost = $s[$i - 1] eq $t[$j - 1] ? 0 : 1;
            push @row, min3($prev[$j] + 1, $row[$j - 1] + 1, $prev[$j - 1] + $cost);
        }
        @prev = @row;
    }
    return $prev[-1];
}
my $sum = 0;
$sum += distance("replication controller $_", "duplication collector " . $_ * 3) for 1 .. 700;
print "$sum\n";

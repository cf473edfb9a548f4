# Roman numerals there and back.
use strict;
use warnings;

my @pairs = (
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I']
);

sub to_roman {
    my $n = shift;
    my $r = '';
    for (@pairs) {
        my ($v, $s) = @$_;
        while ($n >= $v) { $r .= $s; $n -= $v }
    }
    $r;
}

my %value = map { $_->[1] => $_->[0] } grep { length $_->[1] == 1 } @pairs;

sub from_roman {
    my ($t, $last) = (0, 0);
    for my $v (reverse map { $value{$_} } split //, uc shift) {
        $t += $v < $last ? -$v : $v;
        $last = $v;
    }
    return $t;
}

for my $n (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999) {
    my $r = to_roman($n);
    printf "%4d %-10s %s\n", $n, $r, from_roman($r) == $n ? 'ok' : 'WRONG';
}

# Dynamic programming: longest common subsequence, a line diff, edit distance.
use strict;
use warnings;

sub lcs {
    my ($x, $y) = @_;
    my @length = map { [(0) x (@$y + 1)] } 0 .. @$x;
    for my $i (reverse 0 .. $#$x) {
        for my $j (reverse 0 .. $#$y) {
            $length[$i][$j] = $x->[$i] eq $y->[$j] ? 1 + $length[ $i + 1 ][ $j + 1 ]
                            : $length[ $i + 1 ][$j] >= $length[$i][ $j + 1 ] ? $length[ $i + 1 ][$j]
                            :                                                  $length[$i][ $j + 1 ];
        }
    }
    my @diff;
    my ($i, $j) = (0, 0);
    while ($i < @$x || $j < @$y) {
        if ($i < @$x && $j < @$y && $x->[$i] eq $y->[$j]) {
            push @diff, [' ', $x->[$i]];
            $i++;
            $j++;
        } elsif ($j >= @$y || ($i < @$x && $length[ $i + 1 ][$j] >= $length[$i][ $j + 1 ])) {
            push @diff, ['-', $x->[ $i++ ]];
        } else {
            push @diff, ['+', $y->[ $j++ ]];
        }
    }
    return @diff;
}

sub common { my ($s, $t) = @_; return join '', map { $_->[1] } grep { $_->[0] eq ' ' } lcs([split //, $s], [split //, $t]) }

print "$_->[0], $_->[1]: ", common(@$_), "\n" for ['nematode', 'empty'], ['AGGTAB', 'GXTXAYB'], ['abc', 'xyz'], ['same', 'same'];

my @old = ('one', 'two', 'three', 'four', 'five');
my @new = ('zero', 'one', 'three', '3.5', 'four', 'five!');
print "$_->[0] $_->[1]\n" for lcs(\@old, \@new);

sub distance {
    my ($s, $t) = @_;
    my @row = (0 .. length $t);
    for my $i (1 .. length $s) {
        my @next = ($i);
        for my $j (1 .. length $t) {
            my $cost = substr($s, $i - 1, 1) eq substr($t, $j - 1, 1) ? 0 : 1;
            my $best = $row[ $j - 1 ] + $cost;
            $best = $row[$j] + 1 if $row[$j] + 1 < $best;
            $best = $next[-1] + 1 if $next[-1] + 1 < $best;
            push @next, $best;
        }
        @row = @next;
    }
    return $row[-1];
}
print "$_->[0] to $_->[1]: ", distance(@$_), "\n" for ['kitten', 'sitting'], ['flaw', 'lawn'], ['', 'abc'], ['same', 'same'];

my @words = qw(apple maple ample people staple simple);
my ($closest) = sort { distance($a, 'appel') <=> distance($b, 'appel') || $a cmp $b } @words;
print "did you mean $closest?\n";

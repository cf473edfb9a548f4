# Matrices: products, transposition, determinants by elimination, inverses, powers.
use strict;
use warnings;

sub multiply {
    my ($x, $y) = @_;
    my @product;
    for my $i (0 .. $#$x) {
        for my $j (0 .. $#{ $y->[0] }) {
            my $sum = 0;
            $sum += $x->[$i][$_] * $y->[$_][$j] for 0 .. $#$y;
            $product[$i][$j] = $sum;
        }
    }
    return \@product;
}

sub transpose {
    my $m = shift;
    return [map { my $j = $_; [map { $_->[$j] } @$m] } 0 .. $#{ $m->[0] }];
}

sub identity {
    my $n = shift;
    return [map { my $i = $_; [map { $_ == $i ? 1 : 0 } 0 .. $n - 1] } 0 .. $n - 1];
}

sub determinant {
    my @m = map { [@$_] } @{ $_[0] };
    my $result = 1;
    for my $i (0 .. $#m) {
        my ($pivot) = grep { $m[$_][$i] != 0 } $i .. $#m;
        return 0 unless defined $pivot;
        if ($pivot != $i) {
            @m[$i, $pivot] = @m[$pivot, $i];
            $result = -$result;
        }
        $result *= $m[$i][$i];
        for my $row ($i + 1 .. $#m) {
            my $factor = $m[$row][$i] / $m[$i][$i];
            $m[$row][$_] -= $factor * $m[$i][$_] for $i .. $#m;
        }
    }
    return $result;
}

sub inverse {
    my @m = map { [@$_] } @{ $_[0] };
    my $n = @m;
    my $unit = identity($n);
    push @{ $m[$_] }, @{ $unit->[$_] } for 0 .. $n - 1;
    for my $i (0 .. $n - 1) {
        my ($pivot) = grep { $m[$_][$i] != 0 } $i .. $n - 1;
        die "the matrix is singular\n" unless defined $pivot;
        @m[$i, $pivot] = @m[$pivot, $i];
        my $divisor = $m[$i][$i];
        $_ /= $divisor for @{ $m[$i] };
        for my $row (grep { $_ != $i } 0 .. $n - 1) {
            my $factor = $m[$row][$i];
            $m[$row][$_] -= $factor * $m[$i][$_] for 0 .. 2 * $n - 1;
        }
    }
    return [map { [@$_[$n .. 2 * $n - 1]] } @m];
}

sub power {
    my ($m, $n) = @_;
    return identity(scalar @$m) if $n == 0;
    my $half = power($m, int $n / 2);
    my $square = multiply($half, $half);
    return $n % 2 ? multiply($square, $m) : $square;
}

sub show {
    my ($title, $m) = @_;
    print "$title\n", map { '  ' . join(' ', map { sprintf '%7.2f', $_ + 0 } @$_) . "\n" } @$m;
}

my $a1 = [[1, 2, 3], [4, 5, 6], [7, 8, 10]];
my $b1 = [[2, 0], [1, 3], [4, -1]];
show('product', multiply($a1, $b1));
show('transposed', transpose($b1));
printf "determinant %.2f\n", determinant($a1);
show('inverse', inverse([[4, 7], [2, 6]]));
show('check', multiply([[4, 7], [2, 6]], inverse([[4, 7], [2, 6]])));
eval { inverse([[1, 2], [2, 4]]) };
print "error: $@";
print 'fibonacci 90: ', power([[1, 1], [1, 0]], 90)->[0][1], "\n";

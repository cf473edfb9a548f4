# Matrices as arrays of arrays: sums, products, determinants, spirals, printing.
use strict;
use warnings;

my @m = ([2, 1], [5, 3]);
my @n = ([1, 0], [2, 4]);

sub add { my ($x, $y) = @_; return [map { my $r = $_; [map { $x->[$r][$_] + $y->[$r][$_] } 0 .. $#{ $x->[$r] }] } 0 .. $#$x] }

sub multiply {
    my ($x, $y) = @_;
    my @result;
    for my $r (0 .. $#$x) {
        for my $c (0 .. $#{ $y->[0] }) {
            $result[$r][$c] += $x->[$r][$_] * $y->[$_][$c] for 0 .. $#$y;
        }
    }
    return \@result;
}

sub determinant {
    my @rows = @{ $_[0] };
    return $rows[0][0] if @rows == 1;
    my $sum = 0;
    for my $c (0 .. $#rows) {
        my @minor = map { my $row = $_; [@$row[grep { $_ != $c } 0 .. $#rows]] } @rows[1 .. $#rows];
        $sum += (-1) ** $c * $rows[0][$c] * determinant(\@minor);
    }
    return $sum;
}

sub show { return join ' / ', map { join ' ', @$_ } @{ $_[0] } }

print show(add(\@m, \@n)), "\n", show(multiply(\@m, \@n)), "\n", show(multiply(\@m, [[1], [1]])), "\n";
print determinant(\@m), ' ', determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), ' ', determinant([[7]]), "\n";

# Powers by repeated squaring: Fibonacci numbers.
sub power {
    my ($x, $e) = @_;
    return [[1, 0], [0, 1]] if $e == 0;
    my $half = power($x, int $e / 2);
    my $square = multiply($half, $half);
    return $e % 2 ? multiply($square, $x) : $square;
}
print join(' ', map { power([[1, 1], [1, 0]], $_)->[0][1] } 1, 2, 10, 50, 90), "\n";

# A spiral through a grid.
my @grid = map { my $r = $_; [map { $r * 4 + $_ } 1 .. 4] } 0 .. 2;
my @spiral;
my @work = map { [@$_] } @grid;
while (@work) {
    push @spiral, @{ shift @work };
    @work = reverse map { my $c = $_; [map { $_->[$c] } @work] } 0 .. $#{ $work[0] || [] } if @work;
}
print "@spiral\n";

# Identity, diagonal, symmetry.
my $size = 3;
my @identity = map { my $r = $_; [map { $_ == $r ? 1 : 0 } 0 .. $size - 1] } 0 .. $size - 1;
my $symmetric = !grep { my $r = $_; grep { $identity[$r][$_] != $identity[$_][$r] } 0 .. $r } 0 .. $#identity;
print show(\@identity), ' ', $symmetric ? 'symmetric' : 'not', "\n";
printf "%3d%4d%4d%4d\n", @$_ for @grid;

# Matrices as lists of lists: product, transposition, determinant by minors.
use strict;
use warnings;

sub mul {
    my ($a, $b) = @_;
    my @c;
    for my $i (0 .. $#$a) {
        for my $j (0 .. $#{ $b->[0] }) {
            $c[$i][$j] += $a->[$i][$_] * $b->[$_][$j] for 0 .. $#$b;
        }
    }
    \@c;
}

sub transpose {
    my $m = shift;
    [
        map {
            my $j = $_;
            [map { $_->[$j] } @$m]
        } 0 .. $#{ $m->[0] }
    ];
}

sub det {
    my $m = shift;
    return $m->[0][0] if @$m == 1;
    my $d = 0;
    for my $j (0 .. $#$m) {
        my @minor = map {
            my $r = $_;
            [@$r[grep { $_ != $j } 0 .. $#$r]]
        } @$m[1 .. $#$m];
        $d += (-1)**$j * $m->[0][$j] * det(\@minor);
    }
    $d;
}

sub show {
    print join(
        "\n",
        map {
            join(' ', map { sprintf '%6.2f', $_ } @$_)
        } @{ +shift }
        ),
        "\n\n";
}

my $a = [[1, 2, 3], [4, 5, 6], [7, 8, 10]];
my $b = [[1, 0, 2], [0, 1, 0.5], [-1, 1, 1]];
show(mul($a, $b));
show(transpose($a));
print det($a), " ", det($b), "\n";

my @id = map {
    my $i = $_;
    [map { $_ == $i ? 1 : 0 } 0 .. 2]
} 0 .. 2;
show(mul(\@id, $a));

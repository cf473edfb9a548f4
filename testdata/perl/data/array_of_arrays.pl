# Two-dimensional arrays: making, reading, rows and columns, growing, copying.
use strict;
use warnings;

my @grid = ([1, 2, 3], [4, 5, 6]);
print "$grid[0][1] $grid[1]->[2] ${ $grid[0] }[0] ", scalar @grid, 'x', scalar @{ $grid[0] }, "\n";

# Rows, columns, the diagonal.
print "@{ $grid[1] } | @{[ map { $_->[0] } @grid ]} | @{[ map { $grid[$_][$_] } 0 .. 1 ]}\n";

# Elements come into being.
my @sparse;
$sparse[2][1] = 'x';
print scalar @sparse, ' ', defined $sparse[0] ? 'defined' : 'undefined', ' ', scalar @{ $sparse[2] }, "\n";

# Adding rows and columns.
push @grid, [7, 8, 9];
push @$_, 0 for @grid;
unshift @{ $grid[0] }, 'first';
print join(' / ', map { "@$_" } @grid), "\n";

# A grid from map; the trap of sharing one row.
my @good = map { [(0) x 3] } 1 .. 2;
my @bad  = ([(0) x 3]) x 2;
$good[0][0] = 1;
$bad[0][0]  = 1;
print join('/', map { join '', @$_ } @good), ' ', join('/', map { join '', @$_ } @bad), "\n";

# Transposing, turning, products.
my @m = ([1, 2], [3, 4], [5, 6]);
my @t = map { my $c = $_; [map { $_->[$c] } @m] } 0 .. $#{ $m[0] };
my @turned = map { [reverse @$_] } @t;
print join('/', map { join ',', @$_ } @t), ' ', join('/', map { join ',', @$_ } @turned), "\n";
my @product;
for my $i (0 .. $#m) {
    for my $j (0 .. $#m) {
        $product[$i][$j] += $m[$i][$_] * $t[$_][$j] for 0 .. $#t;
    }
}
print join('/', map { join ',', @$_ } @product), "\n";

# Going through with indexes, looking for an element.
SEARCH: for my $i (0 .. $#m) {
    for my $j (0 .. $#{ $m[$i] }) {
        if ($m[$i][$j] == 4) {
            print "4 is at $i,$j\n";
            last SEARCH;
        }
    }
}

# A row is a reference: copying copies the reference.
my @copy = @m;
$copy[0][0] = 'shared';
my @deep = map { [@$_] } @m;
$deep[0][1] = 'own';
print "$m[0][0] $m[0][1]\n";

# Sorting rows, flattening, neighbours in a grid.
print join(' ', map { $_->[0] } sort { $b->[1] <=> $a->[1] } [1, 5], [2, 9], [3, 7]), ' ', join(',', map { @$_ } @t[0, 1]), "\n";
my @life = ('.#.', '.#.', '.#.');
my @cells = map { [split //] } @life;
my $neighbours = grep { $_ eq '#' } map { my $y = $_; map { $cells[$y][$_] } 0 .. 2 } 0 .. 2;
print "$neighbours\n";

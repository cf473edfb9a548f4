# Classic recursion: towers of Hanoi, Ackermann, Gray codes, flood fill, Sierpinski triangle.
use strict;
use warnings;

my %peg = (A => [4, 3, 2, 1], B => [], C => []);
my $moves = 0;

sub move {
    my ($from, $to) = @_;
    my $disk = pop @{ $peg{$from} };
    die "disk $disk on a smaller one\n" if @{ $peg{$to} } && $peg{$to}[-1] < $disk;
    push @{ $peg{$to} }, $disk;
    $moves++;
    print "$from->$to: ", join(' ', map { "$_\[@{ $peg{$_} }]" } sort keys %peg), "\n" if $moves <= 5;
}

sub hanoi {
    my ($n, $from, $to, $via) = @_;
    return if $n == 0;
    hanoi($n - 1, $from, $via, $to);
    move($from, $to);
    hanoi($n - 1, $via, $to, $from);
}
hanoi(4, qw(A C B));
print "$moves moves, C has @{ $peg{C} }\n";

sub ackermann {
    my ($m, $n) = @_;
    return $n + 1 if $m == 0;
    return ackermann($m - 1, 1) if $n == 0;
    return ackermann($m - 1, ackermann($m, $n - 1));
}
print join(' ', map { ackermann(2, $_) } 0 .. 5), "\n";

sub gray {
    my $bits = shift;
    return '' if $bits == 0;
    my @codes = gray($bits - 1);
    return (map({ "0$_" } @codes), map { "1$_" } reverse @codes);
}
print join(' ', gray(3)), "\n";

my @picture = map { [split //] } (
    '....#....',
    '.##.#.##.',
    '.#..#..#.',
    '.####..#.',
    '.......#.',
);
my $area = 0;
sub fill {
    my ($x, $y) = @_;
    return if $x < 0 || $y < 0 || $y > $#picture || $x > $#{ $picture[0] };
    return if $picture[$y][$x] ne '.';
    $picture[$y][$x] = '~';
    $area++;
    fill($x + 1, $y);
    fill($x - 1, $y);
    fill($x, $y + 1);
    fill($x, $y - 1);
}
fill(8, 0);
print @$_, "\n" for @picture;
print "area $area\n";

my @triangle = ('*');
for my $level (1 .. 3) {
    my $pad = ' ' x (2 ** ($level - 1));
    @triangle = (map({ "$pad$_$pad" } @triangle), map { "$_ $_" } @triangle);
}
print s/\s+$//r, "\n" for @triangle;

sub digits_sum { my $n = shift; return $n < 10 ? $n : digits_sum(eval join '+', split //, $n) }
print join(' ', map { digits_sum($_) } 9, 38, 987_654), "\n";

# The game of life on an endless board: living cells are the keys of a hash.
use strict;
use warnings;

sub parse {
    my ($text) = @_;
    my (%alive, $y);
    for my $line (split /\n/, $text) {
        my $x = 0;
        for my $c (split //, $line) {
            $alive{ "$x," . ($y // 0) } = 1 if $c eq '#';
            $x++;
        }
        $y++;
    }
    return \%alive;
}

sub step {
    my $alive = shift;
    my %neighbors;
    for my $cell (keys %$alive) {
        my ($x, $y) = split /,/, $cell;
        for my $dx (-1 .. 1) {
            for my $dy (-1 .. 1) {
                next unless $dx or $dy;
                $neighbors{ join ',', $x + $dx, $y + $dy }++;
            }
        }
    }
    return { map { $_ => 1 } grep { $neighbors{$_} == 3 || $neighbors{$_} == 2 && $alive->{$_} } keys %neighbors };
}

sub show {
    my ($alive, $width, $height) = @_;
    for my $y (0 .. $height - 1) {
        print join('', map { $alive->{"$_,$y"} ? '#' : '.' } 0 .. $width - 1), "\n";
    }
}

my $glider = parse(".#.\n..#\n###");
for my $generation (0 .. 4) {
    print "generation $generation, ", scalar keys %$glider, " cells\n";
    show($glider, 5, 5);
    $glider = step($glider);
}

# The R-pentomino grows for a long time.
my $r = parse(".##\n##.\n.#.");
my @sizes;
for (1 .. 40) {
    push @sizes, scalar keys %$r;
    $r = step($r);
}
print "sizes: @sizes[0 .. 9] ... $sizes[-1]\n";

# A still life and a blinker repeat themselves.
my $block = parse("##\n##");
my $blinker = parse("###");
sub text_of { my $cells = shift; return join ' ', sort keys %$cells }
print text_of(step($block)) eq text_of($block) ? "still\n" : "changed\n";
print text_of(step(step($blinker))) eq text_of($blinker) ? "period two\n" : "other\n";

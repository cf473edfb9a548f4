# Numbers in other bases: hex, oct, sprintf, and any base by hand.
use strict;
use warnings;

my @digits = (0 .. 9, 'a' .. 'z');

sub to_base {
    my ($number, $base) = @_;
    return '0' unless $number;
    my $text = '';
    while ($number > 0) {
        $text = $digits[$number % $base] . $text;
        $number = int($number / $base);
    }
    return $text;
}

sub from_base {
    my ($text, $base) = @_;
    my %value;
    @value{@digits} = 0 .. $#digits;
    my $number = 0;
    $number = $number * $base + $value{$_} for split //, lc $text;
    return $number;
}

for my $n (0, 5, 255, 1000, 65535, 123456789) {
    print join(' ', $n, map { to_base($n, $_) } 2, 3, 8, 16, 36), "\n";
}
print join(' ', from_base('ff', 16), from_base('ZZ', 36), from_base('1010', 2), from_base('777', 8)), "\n";

# The functions of the language agree.
my $agree = 0;
for my $n (0 .. 300) {
    $agree++ if to_base($n, 16) eq sprintf('%x', $n) && to_base($n, 2) eq sprintf('%b', $n) && from_base(sprintf('%o', $n), 8) == $n && hex(to_base($n, 16)) == $n && oct('0b' . to_base($n, 2)) == $n;
}
print "$agree\n";

# Colours.
for my $colour ('#ff8000', '#0a0b0c') {
    my ($r, $g, $b) = map { hex } $colour =~ /^#(..)(..)(..)$/;
    printf "%s %d %d %d #%02X%02X%02X\n", $colour, $r, $g, $b, 255 - $r, 255 - $g, 255 - $b;
}

# Permissions.
my $mode = 0754;
my $text = join '', map { my $p = $mode >> 3 * (2 - $_) & 7; ($p & 4 ? 'r' : '-') . ($p & 2 ? 'w' : '-') . ($p & 1 ? 'x' : '-') } 0 .. 2;
printf "%o %s\n", $mode, $text;

# Small puzzles: bowling scores, Luhn check, ISBN, balanced brackets, number words, look-and-say.
use strict;
use warnings;

sub bowling {
    my @rolls = @_;
    my ($score, $i) = (0, 0);
    for my $frame (1 .. 10) {
        if ($rolls[$i] == 10) {
            $score += 10 + $rolls[ $i + 1 ] + $rolls[ $i + 2 ];
            $i++;
        } else {
            my $frame_score = $rolls[$i] + $rolls[ $i + 1 ];
            $score += $frame_score == 10 ? 10 + $rolls[ $i + 2 ] : $frame_score;
            $i += 2;
        }
    }
    return $score;
}
print join(' ', bowling((10) x 12), bowling((5) x 21), bowling((9, 0) x 10), bowling(10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1)), "\n";

sub luhn {
    my @digits = reverse split //, shift =~ s/\D//gr;
    my $sum = 0;
    for my $i (0 .. $#digits) {
        my $d = $digits[$i] * ($i % 2 ? 2 : 1);
        $sum += $d > 9 ? $d - 9 : $d;
    }
    return $sum % 10 == 0 ? 'valid' : 'invalid';
}
print "$_: ", luhn($_), "\n" for '4539 1488 0343 6467', '8273 1232 7352 0569', '0000';

sub balanced {
    my $text = shift;
    my %close = (')' => '(', ']' => '[', '}' => '{');
    my @open;
    for my $c ($text =~ /[][(){}]/g) {
        if (my $want = $close{$c}) {
            return 0 unless @open && pop(@open) eq $want;
        } else {
            push @open, $c;
        }
    }
    return @open ? 0 : 1;
}
print join(' ', map { "$_:" . balanced($_) } '([]{})', '([)]', '((', 'x[1](y)', ''), "\n";

my @small = qw(zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen);
my @tens = qw(x x twenty thirty forty fifty sixty seventy eighty ninety);

sub words {
    my $n = shift;
    return 'minus ' . words(-$n) if $n < 0;
    return $small[$n] if $n < 20;
    return $tens[$n / 10] . ($n % 10 ? '-' . $small[$n % 10] : '') if $n < 100;
    for my $unit ([1_000_000, 'million'], [1000, 'thousand'], [100, 'hundred']) {
        my ($size, $name) = @$unit;
        next if $n < $size;
        my $rest = $n % $size;
        return words(int $n / $size) . " $name" . ($rest ? ($rest < 100 ? ' and ' : ' ') . words($rest) : '');
    }
}
print words($_), "\n" for 0, 13, 42, 100, 115, 999, 1001, 12_345, 7_000_000, -80;

my $look = '1';
for (1 .. 8) {
    print "$look ";
    $look =~ s/((\d)\2*)/length($1) . $2/ge;
}
print "\n";

sub collatz { my $n = shift; my $steps = 0; while ($n != 1) { $n = $n % 2 ? 3 * $n + 1 : $n / 2; $steps++ } return $steps }
my ($longest) = sort { collatz($b) <=> collatz($a) } 1 .. 300;
print "collatz: $longest takes ", collatz($longest), " steps\n";

print join(' ', map { $_ % 15 ? $_ % 5 ? $_ % 3 ? $_ : 'Fizz' : 'Buzz' : 'FizzBuzz' } 1 .. 15), "\n";

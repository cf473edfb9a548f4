# Big integers as text: adding, multiplying, powers, factorials and digit sums by hand.
use strict;
use warnings;

sub add {
    my @x = reverse split //, shift;
    my @y = reverse split //, shift;
    my ($carry, $result) = (0, '');
    while (@x or @y or $carry) {
        my $sum = (shift @x // 0) + (shift @y // 0) + $carry;
        $result = $sum % 10 . $result;
        $carry = int $sum / 10;
    }
    return length $result ? $result : '0';
}

sub multiply {
    my @x = reverse split //, shift;
    my @y = reverse split //, shift;
    my @digit = (0) x (@x + @y);
    for my $i (0 .. $#x) {
        my $carry = 0;
        for my $j (0 .. $#y) {
            my $value = $digit[ $i + $j ] + $x[$i] * $y[$j] + $carry;
            $digit[ $i + $j ] = $value % 10;
            $carry = int $value / 10;
        }
        $digit[ $i + @y ] += $carry;
    }
    my $text = join '', reverse @digit;
    $text =~ s/^0+(?=\d)//;
    return $text;
}

sub power {
    my ($base, $n) = @_;
    my $result = '1';
    while ($n > 0) {
        $result = multiply($result, $base) if $n % 2;
        $base = multiply($base, $base);
        $n = int $n / 2;
    }
    return $result;
}

sub divide_small {
    my ($text, $divisor) = @_;
    my ($rest, $result) = (0, '');
    for my $digit (split //, $text) {
        my $value = $rest * 10 + $digit;
        $result .= int $value / $divisor;
        $rest = $value % $divisor;
    }
    $result =~ s/^0+(?=\d)//;
    return ($result, $rest);
}

sub compare {
    my ($x, $y) = @_;
    return length $x <=> length $y || $x cmp $y;
}

print add('999999999999999999999', '1'), "\n";
print multiply('123456789123456789', '987654321987654321'), "\n";
print power(2, 128), "\n";

my $factorial = '1';
$factorial = multiply($factorial, $_) for 2 .. 30;
print "30! = $factorial\n";

my ($x, $y) = ('0', '1');
($x, $y) = ($y, add($x, $y)) for 1 .. 150;
print "fibonacci(150) = $x\n";

my $sum = 0;
$sum += $_ for split //, power(2, 200);
print "digit sum of 2**200: $sum\n";

my ($quotient, $rest) = divide_small(power(10, 25), 7);
print "10**25 / 7 = $quotient rest $rest\n";

# Base conversion.
sub to_base {
    my ($text, $base) = @_;
    my $result = '';
    do {
        ($text, my $digit) = divide_small($text, $base);
        $result = (0 .. 9, 'a' .. 'z')[$digit] . $result;
    } while ($text ne '0');
    return $result;
}
print to_base('123456789012345678901234567890', 16), ' ', to_base('255', 2), "\n";
print join(' ', sort { compare($a, $b) } '1000', '999', '12345678901234567890', '12345678901234567891'), "\n";
(my $grouped = $factorial) =~ s/(?<=\d)(?=(?:\d{3})+$)/,/g;
print "$grouped\n";

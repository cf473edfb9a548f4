# Roman numerals in both directions, with checks, and a little arithmetic.
use strict;
use warnings;

my @pairs = (
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
);
my %value = map { $_->[1] => $_->[0] } grep { length $_->[1] == 1 } @pairs;

sub to_roman {
    my $n = shift;
    die "cannot write $n\n" if $n !~ /^\d+$/ or $n < 1 or $n > 3999;
    my $roman = '';
    for my $pair (@pairs) {
        my ($number, $letters) = @$pair;
        while ($n >= $number) {
            $roman .= $letters;
            $n -= $number;
        }
    }
    return $roman;
}

sub from_roman {
    my $roman = uc shift;
    die "$roman is no numeral\n" unless $roman =~ /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/ and length $roman;
    my ($total, $before) = (0, 0);
    for my $letter (reverse split //, $roman) {
        my $v = $value{$letter};
        $total += $v < $before ? -$v : $v;
        $before = $v;
    }
    return $total;
}

for my $n (1, 4, 9, 14, 40, 90, 400, 1066, 1994, 2024, 3888, 3999) {
    my $roman = to_roman($n);
    printf "%4d %-12s %s\n", $n, $roman, from_roman($roman) == $n ? 'ok' : 'wrong';
}

for my $bad ('IIII', 'VX', 'ABC', '', 'IC') {
    eval { from_roman($bad) };
    print "error: $@";
}
for my $bad (0, 4000, 'x') {
    eval { to_roman($bad) };
    print "error: $@";
}

my $wrong = grep { from_roman(to_roman($_)) != $_ } 1 .. 3999;
print "$wrong wrong of 3999\n";
print 'XIV + XXVIII = ', to_roman(from_roman('XIV') + from_roman('XXVIII')), "\n";
my ($longest) = sort { length to_roman($b) <=> length to_roman($a) || $a <=> $b } 1 .. 3999;
print "longest: $longest ", to_roman($longest), "\n";

# Numbers in words and in Roman letters, there and back.
use strict;
use warnings;

my @table = ([M => 1000], [CM => 900], [D => 500], [CD => 400], [C => 100], [XC => 90], [L => 50], [XL => 40], [X => 10], [IX => 9], [V => 5], [IV => 4], [I => 1]);

sub roman {
    my ($n) = @_;
    my $text = '';
    for my $entry (@table) {
        my ($letters, $value) = @$entry;
        while ($n >= $value) {
            $text .= $letters;
            $n -= $value;
        }
    }
    return $text;
}

sub arabic {
    my ($text) = @_;
    my %value = map { $_->[0] => $_->[1] } @table;
    my $sum = 0;
    $sum += $value{$1} while $text =~ /(CM|CD|XC|XL|IX|IV|[MDCLXVI])/g;
    return $sum;
}

for my $n (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999) {
    my $letters = roman($n);
    printf "%4d %-12s %d\n", $n, $letters, arabic($letters);
}

# In English words.
my @ones = qw(zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen);
my @tens = ('', '', qw(twenty thirty forty fifty sixty seventy eighty ninety));

sub words {
    my ($n) = @_;
    return $ones[$n] if $n < 20;
    return $tens[$n / 10] . ($n % 10 ? "-$ones[$n % 10]" : '') if $n < 100;
    return "$ones[$n / 100] hundred" . ($n % 100 ? ' and ' . words($n % 100) : '') if $n < 1000;
    return words(int $n / 1000) . ' thousand' . ($n % 1000 ? ' ' . words($n % 1000) : '');
}
print "$_ ", words($_), "\n" for 0, 13, 21, 80, 100, 115, 999, 1001, 42_000, 123_456;

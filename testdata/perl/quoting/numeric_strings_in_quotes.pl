# Numbers in strings and strings as numbers in quoting contexts: keys, indexes, repetition, versions.
use strict;
use warnings;

my %h = (1 => 'int', '01' => 'octal text', 1.5 => 'float', '1.50' => 'float text', 1e3 => 'exponent', '1e3' => 'exponent text', 0x1f => 'hex', -1 => 'negative', +2 => 'plus');
for my $key (sort keys %h) {
    print "$key=$h{$key}\n";
}

# What a subscript makes of numbers.
print join(' | ', $h{1}, $h{01}, $h{'01'}, $h{1.50}, $h{'1.50'}, $h{1000}, $h{1e3}, $h{31}, $h{-1}), "\n";

# Strings as indexes and counts.
my @a = ('zero' .. 'zerq');
my @list = qw(a b c d);
print $list['2'], $list[' 1'], $list['3.7'], ' ', 'ab' x '2', ' ', join(',', (0) x '3'), "\n";
print scalar @a, "\n";

# Quoted numbers keep their form until they are used as numbers.
my $text = '1.50';
my $sum  = $text + 0;
print "$text $sum ", $text * 2, ' ', $text . 0, ' ', "$text" eq "$sum" ? 'same' : 'different', ' ', $text == $sum ? 'equal' : 'not', "\n";

# Ranges and increments of quoted numbers.
print join(',', '08' .. '11'), ' ', join(',', '8' .. '11'), ' ', join(',', 'a8' .. 'b1'), "\n";
my $version = '1.9';
my $release = 'r09';
$version++;
$release++;
print "$version $release\n";

# In conditions.
for my $v ('0', '0.0', '', '00', '0 but true') {
    print $v ? "'$v' is true" : "'$v' is false", "\n";
}

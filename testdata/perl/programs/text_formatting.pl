# Reports in columns: tables with borders, wrapped and justified text, centred titles, bars, money, numbers in words, plurals, CSV and fixed width.
use strict;
use warnings;

my @people = map { chomp; my %r; @r{qw(name born city salary)} = split /\s*\|\s*/; \%r } <DATA>;
my @columns = (['name', 'l'], ['born', 'c'], ['city', 'l'], ['salary', 'r']);
my %width;
for my $row ({ map { $_->[0] => $_->[0] } @columns }, @people) { for (@columns) { my $w = length($row->{ $_->[0] } // ''); $width{ $_->[0] } = $w if $w > ($width{ $_->[0] } // 0) } }
my $rule = '+' . join('+', map { '-' x ($width{ $_->[0] } + 2) } @columns) . "+\n";
sub cell { my ($text, $how, $w) = @_; my $gap = $w - length $text; my $left = $how eq 'l' ? 0 : $how eq 'r' ? $gap : int $gap / 2; return ' ' x $left . $text . ' ' x ($gap - $left) }
sub row { return '|' . join('|', map { ' ' . cell($_[0]{ $_->[0] } // '', $_->[1], $width{ $_->[0] }) . ' ' } @columns) . "|\n" }
print $rule, row({ map { $_->[0] => ucfirst $_->[0] } @columns }), $rule =~ tr/-/=/r, (map { row($_) } sort { $a->{name} cmp $b->{name} } @people), $rule;
printf "%-*s %*s\n", $width{name}, 'average', 10, commas(sprintf '%.2f', eval { my $t = 0; $t += $_->{salary} for @people; $t / @people });

sub commas { my $n = shift; my ($sign, $int, $frac) = $n =~ /^([-+]?)(\d+)(\.\d+)?$/ or return $n; 1 while $int =~ s/^(\d+)(\d{3})/$1,$2/; return $sign . $int . ($frac // '') }
print join(' ', map { commas($_) } 0, 999, 1000, -1234567.891, '12345678901234567890', 'x'), "\n";

my $text = "The quick brown fox jumps over the lazy dog, and then it sits down to consider what a supercalifragilistic day it has been; all in all, not bad.";
sub wrap { my ($t, $w) = @_; my @lines = (''); for (split ' ', $t) { if (length($lines[-1]) + length() + 1 > $w && length $lines[-1]) { push @lines, $_ } else { $lines[-1] .= (length $lines[-1] ? ' ' : '') . $_ } } return @lines }
sub justify { my ($line, $w) = @_; my @gaps = $line =~ / /g; my $need = $w - length $line; return $line if !@gaps || $need <= 0; my $i = 0; $line =~ s/ /' ' x (1 + int(($need + $i++) \/ @gaps))/ge; return $line }
my @wrapped = wrap($text, 30);
print '>', $_, "<\n" for (map { justify($_, 30) } @wrapped[0 .. $#wrapped - 1]), $wrapped[-1];
print ' ' x int((40 - length) / 2), $_, "\n" for 'A Title', '=' x 7;
my %sales = (jan => 12, feb => 7.5, mar => 20, apr => 0);
my ($most) = sort { $b <=> $a } values %sales;
printf "%-4s|%-20s|%5.1f%%\n", $_, '#' x (20 * $sales{$_} / $most + .5), 100 * $sales{$_} / $most for qw(jan feb mar apr);

my @ones = qw(zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen);
my @tens = ('', '', qw(twenty thirty forty fifty sixty seventy eighty ninety));
sub words {
    my $n = shift;
    return 'minus ' . words(-$n) if $n < 0;
    return $ones[$n] if $n < 20;
    return $tens[$n / 10] . ($n % 10 ? "-$ones[$n % 10]" : '') if $n < 100;
    return "$ones[$n / 100] hundred" . ($n % 100 ? ' and ' . words($n % 100) : '') if $n < 1000;
    for (['million', 1e6], ['thousand', 1e3]) { my ($name, $size) = @$_; next if $n < $size; return words(int $n / $size) . " $name" . ($n % $size ? ($n % $size < 100 ? ' and ' : ', ') . words($n % $size) : '') }
}
print "$_: ", words($_), "\n" for 0, 13, 42, 100, 999, 1001, -12_345, 1_000_000;
sub plural { my ($n, $w) = @_; my %odd = (child => 'children', mouse => 'mice', sheep => 'sheep'); return "$n " . ($n == 1 ? $w : $odd{$w} || ($w =~ /(?:s|x|ch|sh)$/ ? "${w}es" : $w =~ /[^aeiou]y$/ ? substr($w, 0, -1) . 'ies' : $w =~ /fe?$/ ? $w =~ s/fe?$/ves/r : $w . 's')) }
print join(', ', plural(1, 'box'), plural(2, 'box'), plural(3, 'city'), plural(2, 'day'), plural(0, 'child'), plural(2, 'knife'), plural(5, 'sheep')), "\n";
my @rec = ('a,b', 'say "hi"', "two\nlines", '', 'plain', 3.5);
my $csv = join ',', map { /[",\n]/ ? do { (my $q = $_) =~ s/"/""/g; qq("$q") } : $_ } @rec;
my @back; push @back, defined $1 ? $1 =~ s/""/"/gr : $2 while $csv =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g && @back < @rec;
print $csv, ' ', "@back" eq "@rec" ? 'round' : 'not round', "\n";
print join('|', unpack('A6 A4 A*', 'Smith 1970London UK')), ' ', pack('A6 A4 A3', 'Jo', 12, 'abcdef'), "|\n";
print sprintf('%s', join ' ', map { sprintf '%3s|%-3s|%03d|%+d|%x|%o|%e|%g|%5.1f|%%|%c|%5s', $_, $_, $_, $_, $_, $_, $_, $_, $_, 65 + $_, "<$_>" } 5), "\n";
write_boxed('note', 'boxed text');
sub write_boxed { my ($title, @lines) = @_; my ($w) = sort { $b <=> $a } map { length } $title, @lines; print '.', '-' x ($w + 2), ".\n", (map { sprintf "| %-${w}s |\n", $_ } $title, @lines), '`', '-' x ($w + 2), "'\n" }
__DATA__
Ann | 1970 | London | 51000
Bob Builder | 85 | Rome | 42000.50
Cy | 2001 | | 7

# Calendars: months side by side, Easter, ISO weeks, Julian days, ages and business days, without modules.
use strict;
use warnings;
use integer;

my @names = qw(January February March April May June July August September October November December);
my @days  = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
sub leap($)  { my $y = shift; !($y % 4) && ($y % 100 || !($y % 400)) }
sub days($$) { my ($y, $m) = @_; return $m == 2 && leap $y ? 29 : $days[$m - 1] }
sub weekday  { my ($y, $m, $d) = @_; my @t = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4); $y-- if $m < 3; return ($y + $y / 4 - $y / 100 + $y / 400 + $t[$m - 1] + $d) % 7 }
sub julian   { my ($y, $m, $d) = @_; my $a = (14 - $m) / 12; $y += 4800 - $a; $m += 12 * $a - 3; return $d + (153 * $m + 2) / 5 + 365 * $y + $y / 4 - $y / 100 + $y / 400 - 32045 }
sub gregorian { my $j = shift; my $f = $j + 1401 + (((4 * $j + 274277) / 146097) * 3) / 4 - 38; my $e = 4 * $f + 3; my $g = $e % 1461 / 4; my $h = 5 * $g + 2; my $d = $h % 153 / 5 + 1; my $m = ($h / 153 + 2) % 12 + 1; return ($e / 1461 - 4716 + (14 - $m) / 12, $m, $d) }

sub month_lines {
    my ($y, $m, $monday) = @_;
    my $first = (weekday($y, $m, 1) - ($monday ? 1 : 0)) % 7;
    $first += 7 if $first < 0;
    my @cells = (('  ') x $first, map { sprintf '%2d', $_ } 1 .. days($y, $m));
    my @lines = (center("$names[$m - 1] $y", 20), $monday ? 'Mo Tu We Th Fr Sa Su' : 'Su Mo Tu We Th Fr Sa');
    push @lines, sprintf '%-20s', join ' ', splice @cells, 0, 7 while @cells;
    return @lines;
}
sub center { my ($t, $w) = @_; my $left = ($w - length $t) / 2; return ' ' x $left . $t . ' ' x ($w - $left - length $t) }
my @blocks = map { [month_lines(2024, $_, 0)] } 1 .. 3;
for my $row (0 .. 7) {
    my $line = join '   ', map { $_->[$row] // ' ' x 20 } @blocks;
    $line =~ s/\s+$//;
    print "$line\n" if length $line;
}
print "$_\n" for map { s/ +$//r } month_lines(2023, 10, 1);

sub easter {
    my $y = shift;
    my ($a, $b, $c) = ($y % 19, $y / 100, $y % 100);
    my ($d, $e) = ($b / 4, $b % 4);
    my $f = ($b + 8) / 25;
    my $g = ($b - $f + 1) / 3;
    my $h = (19 * $a + $b - $d - $g + 15) % 30;
    my ($i, $k) = ($c / 4, $c % 4);
    my $l = (32 + 2 * $e + 2 * $i - $h - $k) % 7;
    my $m = ($a + 11 * $h + 22 * $l) / 451;
    return (($h + $l - 7 * $m + 114) / 31, ($h + $l - 7 * $m + 114) % 31 + 1);
}
printf "Easter %d: %s %d\n", $_, $names[(easter($_))[0] - 1], (easter $_)[1] for 1999, 2024, 2025, 2038;
sub iso_week {
    my ($y, $m, $d) = @_;
    my $j = julian($y, $m, $d);
    my $thursday = $j - ($j % 7) + 3;
    my ($ty) = gregorian($thursday);
    return sprintf '%d-W%02d-%d', $ty, ($thursday - julian($ty, 1, 1)) / 7 + 1, $j % 7 + 1;
}
print join(' ', map { iso_week(@$_) } [2024, 12, 30], [2021, 1, 3], [2020, 12, 31], [2023, 6, 15]), "\n";
print join(' ', julian(2000, 1, 1), julian(1970, 1, 1), julian(2000, 1, 1) - julian(1970, 1, 1)), ' ', join('-', gregorian(2451545)), "\n";
sub add_days { my ($date, $n) = @_; return sprintf '%04d-%02d-%02d', gregorian(julian(split /-/, $date) + $n) }
print join(' ', add_days('2024-02-28', 2), add_days('2023-12-31', 1), add_days('2024-03-01', -1), add_days('2000-01-01', 10_000)), "\n";
sub age { my ($b, $t) = map { [split /-/] } @_; my $n = $t->[0] - $b->[0]; $n-- if $t->[1] < $b->[1] || $t->[1] == $b->[1] && $t->[2] < $b->[2]; return $n }
print join(' ', age('1990-05-20', '2024-05-19'), age('1990-05-20', '2024-05-20'), age('2000-02-29', '2023-02-28')), "\n";
my %holiday = map { $_ => 1 } '2024-12-25', '2024-12-26', '2025-01-01';
sub business { my ($d, $n) = @_; while ($n > 0) { $d = add_days($d, 1); my $w = weekday(split /-/, $d); next if $w == 0 || $w == 6 || $holiday{$d}; $n-- } return $d }
print business('2024-12-20', $_), $_ < 5 ? ',' : "\n" for 1 .. 5;
my @f13 = grep { weekday(2026, $_, 13) == 5 } 1 .. 12;
print "Friday 13th in 2026: @names[map { $_ - 1 } @f13]\n";
print -7 / 2, ' ', -7 % 3, ' ', 7 % -3, ' ', 2**3, ' ', 10 / 3 * 3, "\n";

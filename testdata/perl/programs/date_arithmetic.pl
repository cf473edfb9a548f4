# Dates without modules: day numbers, weekdays, leap years, Easter, calendars, differences.
use strict;
use warnings;

my @month = qw(January February March April May June July August September October November December);
my @day = qw(Monday Tuesday Wednesday Thursday Friday Saturday Sunday);

sub is_leap { my $y = shift; return $y % 4 == 0 && ($y % 100 != 0 || $y % 400 == 0) }
sub days_in { my ($y, $m) = @_; return $m == 2 ? 28 + (is_leap($y) ? 1 : 0) : (31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[$m - 1] }

# Days since the first of March of year 0.
sub day_number {
    my ($y, $m, $d) = @_;
    ($y, $m) = $m < 3 ? ($y - 1, $m + 9) : ($y, $m - 3);
    return 365 * $y + int($y / 4) - int($y / 100) + int($y / 400) + int((153 * $m + 2) / 5) + $d - 1;
}

sub from_number {
    my $n = shift;
    my $y = int(($n * 10_000 + 14_780) / 3_652_425);
    my $rest = $n - (365 * $y + int($y / 4) - int($y / 100) + int($y / 400));
    if ($rest < 0) {
        $y--;
        $rest = $n - (365 * $y + int($y / 4) - int($y / 100) + int($y / 400));
    }
    my $m = int((100 * $rest + 52) / 3060);
    my $d = $rest - int(($m * 306 + 5) / 10) + 1;
    return ($y + ($m >= 10 ? 1 : 0), $m < 10 ? $m + 3 : $m - 9, $d);
}

sub weekday { return $day[(day_number(@_) + 2) % 7] }
sub text { return sprintf '%04d-%02d-%02d', @_ }

sub parse {
    my $text = shift;
    my ($y, $m, $d) = $text =~ /^(\d{4})-(\d\d)-(\d\d)$/ or die "bad date $text\n";
    die "no month $m in $text\n" if $m < 1 || $m > 12;
    die "no day $d in $text\n" if $d < 1 || $d > days_in($y, $m);
    return ($y, $m, $d);
}

sub easter {
    my $y = shift;
    my $g = $y % 19;
    my $c = int $y / 100;
    my $h = ($c - int($c / 4) - int((8 * $c + 13) / 25) + 19 * $g + 15) % 30;
    my $i = $h - int($h / 28) * (1 - int(29 / ($h + 1)) * int((21 - $g) / 11));
    my $j = ($y + int($y / 4) + $i + 2 - $c + int($c / 4)) % 7;
    my $l = $i - $j;
    my $m = 3 + int(($l + 40) / 44);
    return ($y, $m, $l + 28 - 31 * int($m / 4));
}

print text(parse($_)), ' is a ', weekday(parse($_)), "\n" for '2000-01-01', '1969-07-20', '2024-02-29', '1582-10-15';
print 'leap: ', join(' ', grep { is_leap($_) } 1896 .. 1912, 2000, 2100), "\n";
print 'days from 2024-01-01 to 2024-12-25: ', day_number(2024, 12, 25) - day_number(2024, 1, 1), "\n";
print '100 days after 2024-02-29: ', text(from_number(day_number(2024, 2, 29) + 100)), "\n";
print 'easter: ', join(' ', map { text(easter($_)) } 2023 .. 2026), "\n";

my $wrong = grep { day_number(from_number($_)) != $_ } 700_000 .. 702_000;
print "$wrong wrong in the round trip\n";
for my $bad ('2023-02-29', '2023-13-01', 'today') {
    eval { parse($bad) };
    print "error: $@";
}

sub calendar {
    my ($y, $m) = @_;
    my $title = "$month[$m - 1] $y";
    print ' ' x ((20 - length $title) / 2), "$title\nMo Tu We Th Fr Sa Su\n";
    my ($first) = grep { $day[$_] eq weekday($y, $m, 1) } 0 .. 6;
    my @cells = (('  ') x $first, map { sprintf '%2d', $_ } 1 .. days_in($y, $m));
    while (my @week = splice @cells, 0, 7) {
        print "@week\n";
    }
}
calendar(2024, 2);

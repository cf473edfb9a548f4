# Time::Piece and Time::Local: parts, formats, parsing, sums, comparisons, months, and bad input.
use strict;
use warnings;
use Time::Piece;
use Time::Seconds;
use Time::Local qw(timegm timelocal timegm_nocheck timegm_modern timegm_posix);

my $t = gmtime(1_700_000_000);
print "$t | ", $t->ymd, ' ', $t->mdy('/'), ' ', $t->dmy('.'), ' ', $t->hms, ' ', $t->hms('-'), ' ', $t->datetime, ' ', $t->datetime(T => ' '), ' ', $t->cdate, "\n";
print join(' ', map { $t->$_ } qw(sec min hour mday mon _mon monname month fullmonth year _year yy wday _wday day_of_week wdayname day fullday yday isdst epoch julian_day mjd week tzoffset is_leap_year month_last_day)), "\n";
print $t->strftime, ' ', $t->strftime('%Y/%m/%d %H.%M'), ' ', $t->date, ' ', $t->time, "\n";
my $p = Time::Piece->strptime('2024-02-29 13:14:15', '%Y-%m-%d %H:%M:%S');
print $p->epoch, ' ', ($p + ONE_DAY)->ymd, ' ', ($p - ONE_HOUR)->hms, ' ', $p->add_months(12)->ymd, ' ', $p->add_months(-1)->ymd, ' ', $p->add_years(4)->ymd, ' ', $p->truncate(to => 'month')->datetime, ' ', $p->truncate(to => 'hour')->hms, "\n";
my $d = $p - $t;
print ref $d, ' ', $d->seconds, ' ', sprintf('%.2f', $d->days), ' ', sprintf('%.1f', $d->hours), ' ', $d->pretty, ' ', int $d->weeks, ' ', $d > 0 ? 'later' : 'earlier', "\n";
print $p > $t ? 'after' : 'before', ' ', $p <=> $t, ' ', $p == $p + 0 ? 'same' : 'other', ' ', $p eq "$p" ? 'text' : '', ' ', join(',', map { $_->ymd } sort { $a <=> $b } $p, $t), "\n";
for (['03 Mar 2021', '%d %b %Y'], ['Tuesday, 5 January 99', '%A, %d %B %y'], ['12:30 PM', '%I:%M %p'], ['2021-060', '%Y-%j'], ['1234567890', '%s'], ['Thu Jan  1 00:00:00 1970', '%a %b %e %H:%M:%S %Y'], ['2020/1/2', '%Y/%m/%d'], ['10/31/22', '%D'], ['23:59:58', '%T'], ['2022-10-05T01:02:03+0200', '%Y-%m-%dT%H:%M:%S%z']) {
    my $q = eval { Time::Piece->strptime(@$_) };
    print "$_->[0]: ", $q ? $q->datetime : "error: $@", "\n";
}
for (['nonsense', '%Y-%m-%d'], ['2021-13-45', '%Y-%m-%d'], ['2021-01-01 extra', '%Y-%m-%d']) {
    local $SIG{__WARN__} = sub { print 'warning: ', $_[0] =~ s/ at \S+ line \d+.*//sr, "\n" };
    my $q = eval { Time::Piece->strptime(@$_) };
    print "$_->[0]: ", $q ? $q->ymd : 'error: ' . $@ =~ s/ at \S+ line \d+.*//sr, "\n";
}
print join(' ', ONE_MINUTE, ONE_WEEK, LEAP_YEAR, ONE_YEAR, ONE_MONTH), ' ', Time::Seconds->new(3661)->pretty, ' ', Time::Seconds->new(90)->minutes, ' ', (Time::Seconds->new(60) + 30)->seconds, ' ', Time::Seconds->new(-100)->pretty, "\n";
print timegm(0, 0, 0, 1, 0, 2000), ' ', timegm(59, 59, 23, 31, 11, 99), ' ', timelocal(0, 0, 0, 1, 0, 100), ' ', timegm_modern(0, 0, 0, 1, 0, 1950), ' ', timegm_posix(0, 0, 0, 1, 0, 70), ' ', timegm_nocheck(0, 0, 0, 31, 1, 2021), "\n";
for my $bad ([0, 0, 0, 31, 1, 2021], [0, 0, 24, 1, 0, 2021], [0, 60, 0, 1, 0, 2021], [60, 0, 0, 1, 0, 2021], [0, 0, 0, 1, 12, 2021], [0, 0, 0, 0, 0, 2021]) {
    print eval { timegm(@$bad) } // $@ =~ s/ at \S+ line.*//sr, "\n";
}
my @parts = gmtime(0); print scalar(@parts), ' ', ref scalar(gmtime(0)), ' ', gmtime(0)->year, ' ', localtime(86400)->ymd, ' ', Time::Piece->new(0)->epoch, ' ', gmtime(5)->sec, "\n";
Time::Piece::day_list(qw(So Mo Di Mi Do Fr Sa)); print gmtime(0)->day, ' ', gmtime(0)->wdayname(qw(a b c d e f g)), "\n";

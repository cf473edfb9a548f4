package module_test

// This file compares Time::Piece and Time::Seconds with perl's.

import "testing"

const pieceSetup = `use strict; use warnings; use Time::Piece; use Time::Seconds;
my $t = gmtime(1700000000); my $p = Time::Piece->strptime("2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S"); my $d = $p - $t; my $l = localtime(1700000000);
my $s = Time::Seconds->new(3661);
sub parse { my $r = Time::Piece->strptime(@_); $r->datetime . " " . $r->epoch }`

func TestTimePiece(t *testing.T) {
	sameAsPerl(t, pieceSetup, lines(`
"$t"
ref $t
$t->sec, $t->second, $t->min, $t->minute, $t->hour, $t->mday, $t->day_of_month, $t->mon, $t->_mon
$t->monname, $t->month, $t->fullmonth, $t->year, $t->_year, $t->yy, $t->wday, $t->_wday, $t->day_of_week
$t->wdayname, $t->day, $t->fullday, $t->yday, $t->day_of_year, $t->isdst, $t->daylight_savings, $t->epoch
$t->hms, $t->time, $t->ymd, $t->date, $t->mdy, $t->dmy, $t->datetime, $t->cdate
$t->hms("."), $t->ymd("/"), $t->mdy(""), $t->dmy(" ")
$t->datetime(T => " "), $t->datetime(date => "/", T => "", time => "-")
$t->julian_day, $t->mjd, $t->week, $t->is_leap_year, $t->month_last_day
$p->julian_day, $p->mjd, $p->week, $p->is_leap_year, $p->month_last_day
$t->tzoffset, ref $t->tzoffset, $l->tzoffset
$t->month(1 .. 12), $t->day(qw(a b c d e f g)), $t->month("x")
join ",", gmtime(86400)
join ",", localtime(86400)
(gmtime(0))[5]
scalar(gmtime(0))->year
Time::Piece->new(5)->epoch
Time::Piece->new($t)->epoch
$t->new->epoch
Time::Piece::localtime(99)->epoch
Time::Piece->localtime(99)->epoch
Time::Piece->gmtime(99)->hms
Time::Piece->gmtime([1, 2, 3, 4, 5, 99])->datetime
gmtime($t)->epoch
my @l = Time::Piece::mon_list; "@l"
my @l = Time::Piece::day_list; "@l"
Time::Piece::date_separator, Time::Piece::time_separator
Time::Piece::date_separator("/"), $t->ymd, $t->datetime, $t->date_separator("-"), $t->ymd
# arithmetic
my $x = $t + 86400; "$x"
my $x = $t - 86400; "$x"
my $x = $t + ONE_WEEK; "$x"
my $x = $t - ONE_HOUR * 3; "$x"
my $x = $t + Time::Seconds->new(60); "$x"
ref($p - $t), $p - $t
ref($p - 5), ref($p + 5)
my $x = $t; $x += 3600; "$x $t"
my $x = $t; $x -= 3600; "$x"
$t < $p, $t > $p, $t <= $p, $t >= $p, $t == $p, $t != $p, $t <=> $p, $p <=> $t
$t eq $p, $t ne $p, $t cmp $p, $t eq "Tue Nov 14 22:13:20 2023", "a" cmp $t
$t == gmtime(1700000000)
my @x = sort { $a <=> $b } $p, $t; "@x"
my $x = $p->add_months(12); "$x"
my $x = $p->add_months(1); "$x"
my $x = $p->add_months(-1); "$x"
my $x = $p->add_months(-2); "$x"
my $x = $p->add_months(-14); "$x"
my $x = $p->add_months(-26); "$x"
my $x = $p->add_years(1); "$x"
my $x = $p->add_years(-4); "$x"
my $x = Time::Piece->strptime("2021-01-31", "%Y-%m-%d")->add_months(1); "$x"
$p->add_months
map { my $x = $p->truncate(to => $_); "$x" } qw(second minute hour day month quarter year)
my $x = $p->truncate; "$x"
my $x = $p->truncate(to => "century")
my $x = $p->truncate(to => "month"); $x += ONE_DAY; $x->ymd
# texts
$t->strftime
$t->strftime("%Y-%m-%d %H:%M:%S")
$t->strftime("%A %a %B %b %d %e %j %U %V %W %u %w %y %C %g %G %h %I %M %p %S")
$t->strftime("%c|%x|%X|%D|%F|%T|%R|%r|%s|%z|%Z|%n|%t|%%")
$l->strftime("%z %Z %s")
$p->strftime("no conversions")
$p->strftime("")
parse("2021-03-04", "%Y-%m-%d")
parse("2021-03-04 05:06:07", "%Y-%m-%d %H:%M:%S")
parse("2021-03-04T05:06:07", "%Y-%m-%dT%H:%M:%S")
parse("2021-03-04T05:06:07", "%FT%T")
parse("20210304", "%Y%m%d")
parse("3 Mar 2021", "%d %b %Y")
parse("March 3, 2021", "%B %d, %Y")
parse("12/25/21", "%D")
parse("12/25/68", "%D"), parse("12/25/69", "%D")
parse("10:20 PM", "%I:%M %p"), parse("10:20 AM", "%I:%M %p"), parse("12:20 AM", "%I:%M %p"), parse("12:20 pm", "%I:%M %p")
parse("10:20:30 PM", "%r")
parse("1234567890", "%s")
parse("Tue, 02 Jan 2018 10:00:00 GMT", "%a, %d %b %Y %H:%M:%S %Z")
parse("Tue, 02 Jan 2018 10:00:00 GMT")
parse("2020-01-01T00:00:00+0200", "%Y-%m-%dT%H:%M:%S%z")
parse("2020-01-01T00:00:00-0530", "%Y-%m-%dT%H:%M:%S%z")
parse("99", "%y"), parse("19", "%y")
parse("2021-060", "%Y-%j")
parse(" 5", " %e"), parse(" 5/2020", "%e/%Y")
parse("Thursday 1 January 1970", "%A %d %B %Y")
parse("2021-12", "%Y-%m")
parse("12:30", "%H:%M"), parse("12:30", "%R")
parse("2021-03-04 10", "%Y-%m-%d %k")
parse("100%", "%j%%")
parse("2021-13-01", "%Y-%m-%d")
parse("2021-02-31", "%Y-%m-%d")
parse("abc", "%Y")
parse("25:00", "%H:%M")
parse("Foo 3", "%b %d")
parse("", "%Y")
ref(gmtime()->strptime("2000-01-01", "%Y-%m-%d"))
localtime()->strptime("2000-01-01", "%Y-%m-%d")->epoch
`)...)
}

func TestTimeSeconds(t *testing.T) {
	sameAsPerl(t, pieceSetup, lines(`
"$s", $s->seconds, $s->minutes, $s->hours, $s->days, $s->weeks, $s->months, $s->financial_months, $s->years
$d->pretty, $s->pretty
map Time::Seconds->new($_)->pretty, 0, 1, 2, 59, 60, 61, 119, 3599, 3600, 3601, 7200, 86399, 86400, 90061, 172800, -1, -60, -90061, 1000000
Time::Seconds->new->seconds
$s + 1, ref($s + 1), 1 + $s, $s - 1, 10000 - $s, $s * 2, $s / 2, ref($s * 2), -$s
my $x = Time::Seconds->new(10); $x += 5; my $y = $x; $x -= 3; "$x $y"
my $x = Time::Seconds->new(10); $x += Time::Seconds->new(5); ref $x, "$x"
$s == 3661, $s > 5, $s < 5, $s <=> 3661, $s == Time::Seconds->new(3661), 5 <=> $s
my $c = $s->copy; ref $c, "$c"
$s eq "3661", "$s" . "x", sprintf("%d %s", $s, $s)
$s + [1]
ONE_MINUTE, ONE_HOUR, ONE_DAY, ONE_WEEK, ONE_MONTH, ONE_YEAR, ONE_FINANCIAL_MONTH, LEAP_YEAR, NON_LEAP_YEAR
$d->days > 100, int $d->days, sprintf("%.3f", $d->weeks), sprintf("%.6f", $d->months)
abs(Time::Seconds->new(-5)), sqrt(Time::Seconds->new(16))
`)...)
}

# localtime and gmtime: fields, the text form, weekdays, the time zone of the environment.
use strict;
use warnings;

my ($sec, $min, $hour, $mday, $mon, $year, $wday, $yday, $isdst) = gmtime 86_400 * 365;
printf "%04d-%02d-%02d %02d:%02d:%02d weekday %d, day %d, %s\n", $year + 1900, $mon + 1, $mday, $hour, $min, $sec, $wday, $yday, $isdst ? 'summer' : 'standard';

print scalar gmtime 0, "\n";
print scalar(gmtime 1_000_000_000), "\n";
print scalar(localtime 1_000_000_000), "\n";

# Before 1970 and far ahead.
print scalar(gmtime -1), "\n";
print scalar(gmtime 4_102_444_800), "\n";

# Names by index.
my @day = qw(Sunday Monday Tuesday Wednesday Thursday Friday Saturday);
my @month = qw(January February March April May June July August September October November December);
for my $time (0, 500_000_000, 1_600_000_000) {
    my @t = gmtime $time;
    print "$day[$t[6]], $t[3] $month[$t[4]] ", $t[5] + 1900, "\n";
}

# A calendar page for one month.
my $first = (gmtime 1_706_745_600)[6];
my @cells = (('  ') x $first, map { sprintf '%2d', $_ } 1 .. 29);
print "Su Mo Tu We Th Fr Sa\n";
while (my @week = splice @cells, 0, 7) {
    print "@week\n";
}

# Another zone.
{
    local $ENV{TZ} = 'America/New_York';
    require POSIX;
    POSIX::tzset();
    my @winter = localtime 1_700_000_000;
    my @summer = localtime 1_690_000_000;
    print "$winter[2]:$winter[1] dst $winter[8], $summer[2]:$summer[1] dst $summer[8]\n";
}

# POSIX: strftime with its letters, mktime, normal forms of dates.
use strict;
use warnings;
use POSIX qw(strftime mktime);

my @time = gmtime 1_700_000_000;
for my $format ('%Y-%m-%d', '%H:%M:%S', '%d.%m.%y', '%a %A', '%b %B', '%j', '%I:%M %p', '%e', '%u %w', '%U %V %W', '%D %T %R', '%F', '%C', '%G-%g', '%%', '%c', '%x %X', '%h', '%s' eq 'x' ? '' : '%n%t|') {
    print "$format: ", strftime($format, @time), "\n";
}

# Fields out of range are brought into order.
print strftime('%Y-%m-%d', 0, 0, 0, 32, 0, 123), "\n";
print strftime('%Y-%m-%d %H:%M', 0, 90, 25, 28, 1, 124), "\n";
print strftime('%A', 0, 0, 0, 1, 0, 100), "\n";

# mktime is the way back; the time zone of the tests is UTC.
my $seconds = mktime(@time);
print "$seconds\n";
print mktime(0, 0, 0, 1, 0, 70), ' ', mktime(0, 0, 0, 1, 0, 100), ' ', mktime(59, 59, 23, 31, 11, 99), "\n";

# Days between two dates.
my $days = (mktime(0, 0, 0, 1, 2, 124) - mktime(0, 0, 0, 1, 1, 124)) / 86400;
print "February 2024 has $days days\n";

# The first Mondays of a year.
for my $month (0 .. 2) {
    for my $day (1 .. 7) {
        my @d = (0, 0, 0, $day, $month, 124);
        if (strftime('%u', @d) == 1) {
            print strftime('%d %B %Y', @d), "\n";
        }
    }
}
print POSIX::asctime(@time), POSIX::ctime(0), POSIX::difftime(10, 4), "\n";

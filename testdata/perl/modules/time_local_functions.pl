# Time::Local: seconds from dates and back, limits, errors, days between dates.
use strict;
use warnings;
use Time::Local qw(timegm timelocal timegm_nocheck timegm_modern);

print timegm(0, 0, 0, 1, 0, 1970), ' ', timegm(1, 2, 3, 4, 5, 2006), ' ', timegm(59, 59, 23, 31, 11, 1999), "\n";
print timelocal(0, 0, 12, 15, 6, 2020), ' ', timegm_modern(0, 0, 0, 1, 0, 2000), ' ', timegm_nocheck(0, 0, 0, 1, 0, 1980), "\n";

# There and back.
for my $seconds (0, 951_782_400, 1_234_567_890, 2_000_000_000) {
    my @date = gmtime $seconds;
    my $back = timegm(@date[0 .. 4], $date[5] + 1900);
    printf "%04d-%02d-%02d %s\n", $date[5] + 1900, $date[4] + 1, $date[3], $back == $seconds ? 'same' : 'different';
}

# Checks.
my @bad = (
    [0, 0, 0, 30, 1, 2023],
    [0, 0, 25, 1, 0, 2023],
    [0, 60, 0, 1, 0, 2023],
    [60, 0, 0, 1, 0, 2023],
    [0, 0, 0, 1, 12, 2023],
    [0, 0, 0, 0, 0, 2023],
);
for my $date (@bad) {
    eval { timegm(@$date) };
    print $@ =~ s/ at \S+ line \d+.*//sr, "\n";
}

# Leap years by February.
for my $year (1900, 2000, 2023, 2024) {
    my $leap = eval { timegm(0, 0, 0, 29, 1, $year); 1 };
    print "$year ", ($leap ? 'leap' : 'common'), "\n";
}

# Days between.
my $days = (timegm(0, 0, 0, 25, 11, 2024) - timegm(0, 0, 0, 1, 0, 2024)) / 86_400;
print "$days days\n";

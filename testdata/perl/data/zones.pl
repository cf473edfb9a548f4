# Zones by name, with a colon, in the form of POSIX, and ones that are unknown.
use strict;
use warnings;
use POSIX ();
for my $zone ('UTC', ':UTC', 'Europe/Berlin', ':Europe/Berlin', 'America/New_York', 'EST5', 'UTC-2', 'IST-5:30', 'ABC+3:15', 'Nowhere/City', '') {
    local $ENV{TZ} = $zone;
    POSIX::tzset();
    for my $t (0, 1_700_000_000, 1_720_000_000) {
        my @t = localtime $t;
        print "$zone $t: $t[5]-$t[4]-$t[3] $t[2]:$t[1]:$t[0] wday $t[6] yday $t[7]\n";
    }
}

# Time::Local, Time::HiRes, localtime and gmtime.
use strict;
use warnings;
use Time::Local;
use Time::HiRes qw(time sleep gettimeofday tv_interval usleep);

print timegm(0, 0, 0, 1, 0, 70), " ", timegm(0, 0, 0, 1, 0, 1970), " ", timegm(59, 59, 23, 31, 11, 1999), " ",
    timelocal(0, 0, 12, 15, 6, 2020), " ", timegm(0, 0, 0, 29, 1, 2024), "\n";

eval { timegm(0, 0, 0, 30, 1, 2023) };
print $@;

eval { timegm(0, 0, 25, 1, 0, 2023) };
print $@;

eval { timegm(0, 0, 0, 1, 12, 2023) };
print $@;

eval { timegm(61, 0, 0, 1, 0, 2023) };
print $@;

eval { timegm(0, 60, 0, 1, 0, 2023) };
print $@;

my @t = gmtime(1e9);
print "@t\n";
print scalar(gmtime(1e9)), "\n";

my @l = localtime(86400 * 365);
print "@l\n";
print scalar(localtime(0)), "\n";

my ($d, $m, $y) = (gmtime(1234567890))[3, 4, 5];
printf "%04d-%02d-%02d\n", $y + 1900, $m + 1, $d;

my $t0 = [gettimeofday];
usleep(2000);
my $e = tv_interval($t0);
print $e > 0.001 && $e < 5 ? "elapsed\n" : "bad $e\n";
print tv_interval([1, 500000], [3, 0]), "\n";

my $s = sleep(0.01);
print $s >= 0.009 ? "slept\n" : "bad\n";
print time =~ /\./ ? "frac\n" : "int\n";
print CORE::time() =~ /^\d+$/ ? "int\n" : "frac\n";

{
    local $ENV{TZ} = 'America/New_York';
    print scalar(localtime(1700000000)), " ", (localtime(1690000000))[8], "\n";
}

print join(",", gmtime(-1)), "\n";
print timegm(gmtime(1600000000)), "\n";
print scalar(gmtime(2**33)), "\n";
print Time::Local::timegm_modern(0, 0, 0, 1, 0, 2000), "\n";

my $lt = localtime;
print length($lt), "\n";

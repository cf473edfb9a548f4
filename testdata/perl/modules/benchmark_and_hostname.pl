# Benchmark and Sys::Hostname: that they run and give what they promise; no times are printed.
use strict;
use warnings;
use Benchmark qw(timeit timestr timediff);
use Sys::Hostname;

my $calls = 0;
my $t = timeit(5, sub { $calls++ });
print ref $t, " $calls calls, ", $t->iters, " counted\n";
print timestr($t) =~ /wallclock secs/ ? "text form\n" : timestr($t), "\n";

my $start = Benchmark->new;
my $sum = 0;
$sum += $_ for 1 .. 1000;
my $difference = timediff(Benchmark->new, $start);
print ref $difference, ' ', $difference->real >= 0 ? 'not negative' : 'negative', " $sum\n";

# As a string.
our $count = 0;
timeit(3, '$main::count++');
print "$count times\n";

my $name = hostname();
print length $name ? "a name\n" : "no name\n";
print hostname() eq $name ? "the same\n" : "different\n";

# Infinity and not-a-number in sprintf and as text, and hexadecimal floats with %a.
use strict;
use warnings;

my $inf = 9**9**9;
my $nan = $inf - $inf;

print "$inf ", -$inf, "\n";
print $nan =~ /nan/i ? "not a number\n" : "a number\n";

printf "%s %f %g %e %5.1f\n", ($inf) x 5;
printf "[%10s] [%-10s] [%+f] [%010f] [% g]\n", $inf, -$inf, $inf, $inf, $inf;
printf "%s %g\n", -$inf, -$inf;
printf "%.2f %5s|\n", -$inf, -$inf;

# An integer conversion of an infinity: -1 for the unsigned view is what perl prints with %d.
printf "%d %d\n", $inf, -$inf;

# A character cannot be made of it.
my $done = eval { my $c = sprintf '%c', $inf; 1 };
print $done ? "made\n" : "error: $@";
$done = eval { my $c = chr $inf; 1 };
print $done ? "made\n" : "error: $@";

# Hexadecimal floating point.
printf "%a %a %a %a\n", 1, 0.5, -2, 0;
printf "%.2a %.0a %A\n", 3.14159, 1.5, 255;
printf "[%12a] [%-12a] [%+a] [%#a]\n", 1, 1, 1, 1;
printf "%a\n", 0.1;

# Comparison with the extremes.
print $inf == $inf + 1 ? "inf is inf\n" : "no\n";
print $nan == $nan ? "equal\n" : "nan is not itself\n";
print defined($nan <=> 1) ? "ordered\n" : "unordered\n";
print 1e308 * 10, ' ', -1e308 * 10, "\n";

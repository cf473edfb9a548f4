# Rounding: int, sprintf, floor and ceil, and the sums of decimal fractions.
use strict;
use warnings;
use POSIX qw(floor ceil fmod);

print join(' ', map { int } 3.7, -3.7, 0.99, -0.5, 1e20, 42), "\n";
print join(' ', map { floor($_) } -1.5, 1.5, 2, -2), "\n";
print join(' ', map { ceil($_) } -1.5, 1.2, 2, -2), "\n";
print fmod(7, 3), ' ', fmod(-7, 3), ' ', fmod(5.5, 2), "\n";

# Rounding half away from zero by hand.
sub round_half {
    my ($number, $places) = @_;
    my $factor = 10**($places // 0);
    return int($number * $factor + ($number < 0 ? -0.5 : 0.5)) / $factor;
}
print join(' ', map { round_half($_) } 0.5, 1.5, 2.5, -2.5, 2.4), "\n";
print round_half(3.14159, 2), ' ', round_half(2.5555, 3), ' ', round_half(-1.005, 1), "\n";

# Decimal fractions are not exact.
my $sum = 0;
$sum += 0.1 for 1 .. 10;
print "$sum ", $sum == 1 ? 'exactly one' : 'not exactly one', "\n";
printf "%.20f\n", $sum;
print 1.1 + 2.2 == 3.3 ? "equal\n" : "not equal\n";
print abs(1.1 + 2.2 - 3.3) < 1e-9 ? "near enough\n" : "far\n";
print 1.15 * 100, ' ', 1.15 * 100 == 115 ? 'eq' : 'ne', ' ', int(1.15 * 100), "\n";
print 1 / 3 + 1 / 3 + 1 / 3 == 1 ? "one\n" : "not one\n";
print int(19.99 * 100), ' ', sprintf('%d', 19.99 * 100), ' ', sprintf('%.0f', 19.99 * 100), "\n";

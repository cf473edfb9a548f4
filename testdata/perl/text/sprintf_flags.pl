# Sprintf: every flag, widths, precisions, stars, vectors, indexes, rounding.
use strict;
use warnings;
no warnings;
for my $f ('%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%+5d', '%-+5d|', '%.3d', '%5.3d', '%05.3d', '%x', '%X', '%#x', '%#X', '%o', '%#o', '%b', '%#b', '%#B', '%08b', '%e', '%.2e', '%E', '%g', '%G', '%f', '%.0f', '%.1f', '%10.2f', '%-10.2f|', '%+.1f', '%010.3f', '%s', '%5s', '%-5s|', '%.1s', '%05s', '%c', '%u', '%i') {
    print "$f: [", join('] [', map { sprintf $f, $_ } 42, 0, 65.5), "]\n";
}
print "neg: ", join(' ', map { sprintf $_, -42 } '%d', '%5d', '%-5d|', '%05d', '%+d', '%.3d', '%x', '%e', '%g', '%.1f', '%06.1f'), "\n";
print sprintf('%*d|%-*d|%.*f|%*s', 5, 42, 5, 42, 2, 3.14159, -6, 'ab'), "\n";
print sprintf('%2$s %1$s', 'a', 'b'), ' ', sprintf('%1$s%1$s', 'x'), ' ', sprintf('%2$*1$d', 6, 42), "\n";
print sprintf('%vd', '1.22.333'), ' ', sprintf('%vd', 'ABC'), ' ', sprintf('%*vX', ':', 'abc'), ' ', sprintf('%vd', sprintf('%vd', '1.2')), ' ', sprintf('%03vd', '1.2'), "\n";
print sprintf('%%'), sprintf('%5%'), sprintf('100%%'), ' ', sprintf('%s'), '|', sprintf('%d', 'abc'), '|', sprintf('%s %s', 'one'), "\n";
print join(' ', map { sprintf '%.0f', $_ } 0.5, 1.5, 2.5, 3.5, -0.5, 0.49999), "\n";
print join(' ', map { sprintf '%.2f', $_ } 1.005, 2.675, 1.115, 0.125, 0.375, 1e10 / 3), "\n";
print join(' ', map { sprintf '%g', $_ } 100000, 1000000, 1e15, 0.0001, 0.00001, 1.5, 1e-10, 123456789), "\n";
print join(' ', map { sprintf '%.3g', $_ } 1234, 0.00012345, 12.3456, 100), ' ', sprintf('%#g', 1), ' ', sprintf('%.10g', 1 / 3), "\n";
print join(' ', map { sprintf '%d', $_ } 3.99, -3.99, '12abc', 1e15, '1e3', 2**53), "\n";
print join(' ', map { sprintf '%s', $_ } 1e15, 1e16, 1.10, 1e5, 0x1f, 1_000, .5, -.5), "\n";
print sprintf('%s', 9**9**9), ' ', sprintf('%d', -9**9**9 ? 1 : 0), ' ', sprintf('%f', 9**9**9), ' ', sprintf('%5s|', -9**9**9), ' ', sprintf('%g', (9**9**9) / (9**9**9)) =~ /nan/i ? 'nan' : 'num', "\n";
print sprintf('%x %o %b %X', 255, 8, 5, 48879), ' ', sprintf('%#x', 0), ' ', sprintf('%#o', 0), ' ', sprintf('%x', -1), ' ', sprintf('%b', 2**40), "\n";
print sprintf('%c%c%c', 72, 105, 33), ' ', sprintf('%5c|%-5c|', 65, 66), ' ', sprintf("%s\t%s", 'tab', "n\n");
print sprintf('%hd %ld %lld %hhd %qd %Lf', 5, 6, 7, 8, 9, 1.5), ' ', sprintf('%v02x', '1.10.200'), "\n";
my @a = ('%s-%s', 'x', 'y'); print sprintf($a[0], @a[1, 2]), ' ', sprintf("%s items", scalar @a), ' ', sprintf('%-10s|%10s|', 'left', 'right'), ' ', sprintf('%.2s|%5.1s|', 'abc', 'xyz'), "\n";
printf "%s %s\n", 'printf', 'list'; printf STDOUT "%03d\n", 7; printf {*STDOUT} "%s\n", 'block'; printf("%-5s|%5s|\n", 'a', 'b'); my $fmt = "%d%s\n"; printf $fmt, 1, 'st';
print sprintf('%a', 1), ' ', sprintf('%a', 0.5), ' ', sprintf('%.2a', 3.14159), ' ', sprintf('%A', 255), "\n";

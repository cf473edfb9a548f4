# Sums of any length on strings and arrays of digits: add, subtract, multiply, divide, factorials, Fibonacci, square roots, digits of pi and e.
use strict; use warnings;
sub norm { my $s = shift; $s =~ s/^0+(?=\d)//; $s }
sub compare { my ($x, $y) = @_; length $x <=> length $y || $x cmp $y }
sub add { my ($x, $y) = map { scalar reverse } @_; my ($carry, $out) = (0, ''); for (my $i = 0; $i < length $x || $i < length $y || $carry; $i++) { my $d = $carry; $d += substr $x, $i, 1 if $i < length $x; $d += substr $y, $i, 1 if $i < length $y; $out .= $d % 10; $carry = int $d / 10 } scalar reverse $out }
sub subtract { my ($x, $y) = @_; return '-' . subtract($y, $x) if compare($x, $y) < 0; my @x = reverse split //, $x; my @y = reverse split //, $y; my $borrow = 0; for my $i (0 .. $#x) { $x[$i] -= ($y[$i] // 0) + $borrow; $borrow = $x[$i] < 0 ? 1 : 0; $x[$i] += 10 * $borrow } norm(join '', reverse @x) }
sub multiply { my @x = reverse split //, $_[0]; my @y = reverse split //, $_[1]; my @r = (0) x (@x + @y); for my $i (0 .. $#x) { for my $j (0 .. $#y) { $r[$i + $j] += $x[$i] * $y[$j]; } } for (0 .. $#r - 1) { $r[$_ + 1] += int($r[$_] / 10); $r[$_] %= 10 } norm(join '', reverse @r) }
sub divide { my ($x, $y) = @_; die "division by zero\n" if $y eq '0'; my ($q, $r) = ('', ''); for my $d ($x =~ /\d/g) { $r = norm("$r$d"); my $n = 0; while (compare($r, $y) >= 0) { $r = subtract($r, $y); $n++ } $q .= $n } (norm($q), $r) }
sub power { my ($b, $e) = @_; my $r = '1'; while ($e) { $r = multiply($r, $b) if $e & 1; $b = multiply($b, $b); $e >>= 1 } $r }
print add('99999999999999999999', '1'), ' ', subtract('100000000000000000000', '1'), ' ', subtract('5', '17'), "\n";
print multiply('123456789012345678901234567890', '987654321098765432109876543210'), "\n";
print join(' r ', divide('1000000000000000000000000', '7777777777')), ' ', power(2, 200), ' ', power('3', 100) % 10 == 0 ? 'x' : 'y', "\n";
eval { divide(1, '0') }; print $@;
my $f = '1'; $f = multiply($f, $_) for 2 .. 40; print "40! = $f\n";
my ($p, $q) = (0, 1); ($p, $q) = ($q, add($p, $q)) for 1 .. 300; print "F300 = $p\n";
my $sum = 0; $sum += $_ for split //, power(2, 1000); print "digits of 2**1000: $sum\n";
# The square root digit by digit.
sub root { my ($n, $digits) = @_; $n = "0$n" if length($n) % 2; my @pairs = ($n =~ /(..)/g, ('00') x $digits); my ($rem, $root) = ('0', '0'); for (@pairs) { $rem = norm($rem . $_); my $x = 0; my $base = multiply($root, '20'); for my $try (reverse 0 .. 9) { my $prod = multiply(add($base, $try), $try); if (compare($prod, $rem) <= 0) { $x = $try; $rem = subtract($rem, $prod); last } } $root = norm($root . $x) } substr $root, -$digits, 0, '.'; $root }
print root('2', 30), ' ', root('152399025', 2), "\n";
# A spigot for pi, and e by the same idea.
my $digits = 50; my $len = int(10 * $digits / 3) + 1; my @a = (2) x $len; my ($nines, $pre, $pi) = (0, 0, '');
for my $j (1 .. $digits) { my $c = 0; for my $i (reverse 1 .. $len) { my $x = 10 * $a[$i - 1] + $c * $i; $a[$i - 1] = $x % (2 * $i - 1); $c = int($x / (2 * $i - 1)) } $a[0] = $c % 10; $c = int $c / 10; if ($c == 9) { $nines++ } elsif ($c == 10) { $pi .= ($pre + 1) . '0' x $nines; $pre = $nines = 0 } else { $pi .= $pre . '9' x $nines; $pre = $c; $nines = 0 } }
print substr($pi, 1, 1), '.', substr($pi, 2), "\n";
my @e = (1) x 60; my $e = '2.'; for (1 .. 40) { my $c = 0; for my $i (reverse 0 .. $#e) { my $x = $e[$i] * 10 + $c; $e[$i] = $x % ($i + 2); $c = int($x / ($i + 2)) } $e .= $c } print "$e\n";
printf "%s %s %s\n", 2**53 + 1, 9007199254740993, 18446744073709551615 + 1;
printf "%d %s %.0f %g %s\n", 1e15, 1e15 + 0.3, 2**70, 2**70, 9223372036854775807 - 1;
print 0xFFFFFFFFFFFFFFFF, ' ', ~0, ' ', -9223372036854775808, ' ', 9223372036854775807 + 1, ' ', 4611686018427387904 * 2, ' ', int(1e20), ' ', 7 / 2, ' ', -7 / 2, ' ', int(-3.7), ' ', 10 ** 15, ' ', 10 ** 16 , "\n";

# Assignments to assignments, each done once and in order.
use strict;
use warnings;
my $x = 5;
($x *= 2) -= 3;
print "$x\n";
(($x += 1) *= 2) /= 4;
print "$x\n";
my @a = (1, 2);
($a[0] += 5) *= 2;
my %h = (k => 3);
($h{k} **= 2) += 1;
my @m = ([1, 2], [3, 4]);
(($m[0][1] *= 3) -= 1) /= 5;
print "@a $h{k} $m[0][1]\n";
($x ||= 4) *= 2;
my $y;
($y //= 4) *= 2;
($x += 1)++;
print "$x $y\n";
my $r = \($x += 1);
$$r = 50;
sub inc { $_[0]++ }
inc($x += 1);
($h{n}{m} += 2) *= 3;
print "$x $h{n}{m}\n";

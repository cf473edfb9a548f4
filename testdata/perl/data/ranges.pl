# Ranges, flip-flop, string ranges.
use strict; use warnings;
print join(",", 1 .. 5), " ", join(",", 'a' .. 'e'), " ", join(",", 'aa' .. 'ad'), " ", join(",", '01' .. '05'), "\n";
print join(",", 5 .. 1), "|", join(",", -2 .. 2), "|", join(",", 2.5 .. 5.5), "\n";
print join(",", 'x' .. 'ab'), "|", join(",", 'a9' .. 'b2'), "\n";
my @l = map { $_ * 2 } 1 .. 3; print "@l\n"; for my $i (1 .. 3) { print $i } print "\n";
for (1 .. 10) { print "$_ " if ($_ == 3) .. ($_ == 5) } print "\n";
for (1 .. 10) { print "$_ " if ($_ == 3) ... ($_ == 3) } print "\n";
my @lines = ("a", "BEGIN", "b", "c", "END", "d"); for (@lines) { if (my $n = /BEGIN/ .. /END/) { print "$n:$_ " } } print "\n";
my ($lo, $hi) = (3, 6); print "@{[$lo .. $hi]}\n"; my @a = (10 .. 20); print "@a[2..4]\n";
print scalar(@{[1 .. 100]}), "\n"; my $sum = 0; $sum += $_ for 1 .. 100; print "$sum\n";
print join(",", ('a' .. 'c', 1 .. 2)), "\n"; print "ok\n" if grep { $_ eq 'z' } 'a' .. 'z';
print join(" ", reverse 1 .. 5), "\n"; my @e = (1 .. 0); print scalar(@e), "\n";
print join(",", map { chr } 65 .. 70), "\n"; print join(",", 'A' .. 'C', 'x' .. 'z'), "\n";
for my $i (reverse 'a' .. 'c') { print $i } print "\n"; my @c = ('a' .. 'zz'); print scalar(@c), "\n";
print join(",", "2" .. "4"), " ", join(",", "abc" .. "abe"), " ", join(",", 'zz' .. 'b'), "\n";

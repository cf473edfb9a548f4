use strict;
use warnings; no warnings 'experimental';
OUTER: for my $i (1 .. 5) {
    INNER: for (my $j = 1; $j <= 5; $j++) {
        next OUTER if $j > $i;
        last OUTER if $i * $j == 12;
        redo INNER if 0;
        print $i * $j, ' ';
    }
}
continue { print '' if 0 }
print "\n" and print '';
my ($x, $y) = (0, 10);
while ($x < 3) { $x++ } continue { $y-- }
until ($x == 0) { $x-- }
unless ($x) { print "zero\n" } else { print "more\n" }
unless ($x == 0) { print 1 } elsif ($y == 7) { print "y is 7\n" }
do { $x++ } while $x < 5;
do { $x-- } until $x <= 2;
print "x=$x y=$y\n" if $x == 2 && $y == 7;
{
    local $_ = 'bare';
    last unless /b/;
    print "$_\n";
}
BLOCK: { print "in block\n"; last BLOCK if $x; print "never\n" }
for my ($k, $v) (a => 1, b => 2) { print "$k$v " } print "\n" if $] >= 5.036;
foreach (reverse 1 .. 3) { print; print ' ' } print "\n";
for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) { print "$i$j " }
print "\n";
for (;;) { last }
my @stack = 1 .. 3;
print pop @stack while @stack;
print "\n";
print "$_ " foreach sort { $b <=> $a } 1, 3, 2;
print "\n" x 1;
my $grade = $x > 5 ? 'high' : $x > 1 ? 'middle' : 'low';
print "$grade\n";
($x > 1 ? $x : $y) = 99;
print "$x\n";
if ((my $tmp = $x * 2) > 100) { print "tmp $tmp\n" }
my %seen; my @uniq = grep { !$seen{$_}++ } qw(a b a c b);
print "@uniq\n"; my $z = 5; $z ||= 6; $z &&= 7; $z //= 8; $z **= 2; $z %= 10; $z <<= 2; $z |= 1; $z ^= 3; $z x= 2; $z .= 'x';
print "$z\n", 1 <=> 2, ' ', !!1, ' ', !1 || 'empty', "\n";
print "chained\n" if 1 < 2 <= 3 and 5 > 4;
my ($first, undef, @rest) = (1, 2, 3, 4); print "$first @rest\n";
eval { die { code => 5 } }; print "code $@->{code}\n" if ref $@;
eval { die "plain\n"; 1 } or print "caught $@"; my $ok = eval { 1 } || 0;
sub early { return unless @_; return wantarray ? 'list' : 'scalar' if $_[0]; 'none' }
my @l = early(1); my $s = early(1); print "@l $s ", early(0), "\n"; { ; } ;

# Assignments to unusual places.
use strict; use warnings;
my $s = "Hello, world"; substr($s, 0, 5) = "HELLO"; print "$s\n"; substr($s, -5) = "perl!"; print "$s\n";
substr($s, 5, 1, ";"); print "$s\n"; my $r = \substr($s, 0, 2); $$r = "YY"; print "$s\n";
(substr $s, 0, 1) =~ s/Y/Z/; print "$s\n"; { my $t = "abc"; substr($t, 1, 1) x= 3; print "$t\n"; substr($t, 0, 1) .= "__"; print "$t\n"; }
my ($a, $b, $c) = (1, 2, 3); ($a, $b, $c) = ($c, $a, $b); print "$a$b$c\n";
my @a = (1, 2, 3); ($a[0], $a[2]) = ($a[2], $a[0]); print "@a\n"; @a[0, 1] = (7, 8); print "@a\n";
my %h; @h{qw(a b)} = (1, 2); ($h{a}, $h{b}) = ($h{b}, $h{a}); print "$h{a}$h{b}\n";
my $cond = 1; my ($x, $y) = (0, 0); ($cond ? $x : $y) = 5; print "$x$y\n";
my ($p, @q) = (1, 2, 3); (($p), @q) = (9, 8, 7); print "$p @q\n"; local $_ = "x"; ($_ .= "y") .= "z"; print "$_\n";
my $n = (my ($m) = (5, 6)); print "$n $m\n"; my $cnt = (my @e = ()); print "$cnt\n"; ++($x = 10); print "$x\n"; ($x += 5) *= 2; print "$x\n";
my @arr; $arr[3] = 1; print scalar(@arr), "\n"; $#arr = -1; print scalar(@arr), "\n"; my ($first) = my @l = (3, 4); print "$first @l\n";
my $v = "abc"; vec($v, 0, 8) = 65; print "$v\n"; my $str = "aaa"; pos($str) = 1; $str =~ /a/g; print pos($str), "\n";
my ($u, $w, $z); $u = $w = $z = 4; print $u + $w + $z, "\n"; my @z = (my $k = 3) x 2; print "@z\n"; for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) { print "$i$j " } print "\n";
{ local @ENV{qw(A1 B1)} = (1, 2); print "$ENV{A1}$ENV{B1}\n"; } print exists $ENV{A1} ? 1 : 0, "\n";
my @aa = (1, 2, 3); $_++ for @aa; print "@aa\n"; s/^/x/ for @aa; print "@aa\n"; my ($sw1, $sw2) = @aa[1, 0]; print "$sw1 $sw2\n"; my @copy = map { s/x//r } @aa; print "@copy @aa\n";
my %hh = (a => 1); $_ *= 5 for values %hh; print $hh{a}, "\n"; (my $t = "x y") =~ tr/a-z/A-Z/; print "$t\n"; chomp(my $line = "text\n"); print "$line|\n";
keys(%hh) = 100; print scalar(keys %hh), "\n"; my $aref = [1]; push @$aref, 2; @$aref[0, 1] = (5, 6); print "@$aref\n"; ($aref->[0], my $new) = (1, 2); print "$aref->[0] $new\n";

# A variable as an operand is read when the operator is at work: what the other operand does to it counts.
use strict;
use warnings;
my $x = 1;
print $x . ($x = 5), "\n";
$x = 1; print $x + ($x = 5), "\n";
$x = 7; print $x - --$x, " ", $x * $x++, "\n";
$x = 1; print $x + $x++, " ", $x++ + $x, "\n";
$x = 1; print $x . $x++ . $x, "\n";
my $s = "abc"; print $s . " has " . ($s =~ s/b/X/) . " of them\n";
$s = "abc"; print $s . ($s =~ tr/a-c/x-z/) . "\n";
$s = "line\n"; print $s . chomp($s), "\n";
$s = "a"; my $y = $s . ($s .= "b") . $s; print "$y\n";
$s = "a"; $s = $s . ($s .= "b"); print "$s\n";
$s = "a"; $s = $s . "-" . ($s = "q") . $s; print "$s\n";
$x = 3; print $x ** ($x = 2), " ", $x == ($x = 4) ? "same" : "other", " ", $x <=> ($x = 9), "\n";
$x = "a"; print $x eq ($x = "b") ? "same" : "other", "\n";
print "less\n" if $x lt ($x = "z");
$x = 6; if ($x > ($x = 2)) { print "more\n" } else { print "not more\n" }
$x = 5; $x = $x + ($x = 2); print "$x\n";
$x = 5; my $z = $x + (($x, my $w) = (1, 2)); print "$z\n";
my $n = 2; $n += $n++; print "$n\n";

# what a sub does to a variable of the file or of the package
my $total = 0;
sub visit { my $d = shift; $total += $d; return 10 }
my $r = $total + visit(3); print "$r $total\n";
$r = $total . visit(4); print "$r $total\n";
$r = $total - visit(1) * 2; print "$r\n";
print $total < visit(20) ? "less\n" : "not less\n";
our $g = 1;
sub bump { $g *= 7; 2 }
$r = $g . bump() . $g; print "$r\n";
$r = $g & bump(); print "$r\n";
$g = 1; $r = $g x bump(); print "$r\n" if length $r;
sub walk { my $n = shift; return 0 if !$n; $total++; $total = $total + walk($n - 1); return 1 }
$total = 0; walk(5); print "$total\n";
my $count = do { my $c = 0; my $inc = sub { ++$c }; $c + $inc->() + $c };
print "$count\n";
my $o = bless { n => 1 }; sub step { $total = 100; 1 }
$total = 5; print $total + $o->step, "\n";
$total = 5; print $total + eval { $total = 8; 1 }, "\n";
$total = 5; print $total + eval '$total = 9; 1', "\n";
# a variable of the sub itself is its own
sub own { my $n = shift; return $n <= 1 ? 1 : $n * own($n - 1) + $n }
print own(6), "\n";
# values stay values
my @list = map { my $k = $_; $k + do { my $k = 100; 0 } } 1 .. 3; print "@list\n";
{ my $v = 1; my $get = sub { $v }; my $a1 = $get->() + ($v = 5); print "$a1\n" }

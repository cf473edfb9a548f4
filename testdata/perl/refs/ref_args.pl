use strict; use warnings;
sub rr { \$_[0] }
sub mk { my $x = shift; return rr($x) }
my $a1 = mk(5); my $b1 = mk(6); $$a1++; print "$$a1 $$b1\n";
my $v = 1; my $r = rr($v); $$r = 9; print "$v\n";

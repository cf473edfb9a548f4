# List and scalar context.
use strict; use warnings;
my @a = (4, 5, 6);
my $n = @a; my ($f) = @a; print "$n $f\n";
my $count = () = (1, 2, 3, 4); print "$count\n";
my $last = (7, 8, 9)[-1]; print "$last\n";
print "n=" . @a . "\n"; print "last index $#a\n";
sub ctx { wantarray ? "list" : defined(wantarray) ? "scalar" : "void" }
my $s = ctx(); my ($l) = ctx(); print "$s $l\n"; print scalar(ctx()), " ", ctx(), "\n";
my @l = (ctx(), scalar ctx()); print "@l\n";
my %h = (k => ctx()); print $h{k}, "\n";
if (ctx() eq 'scalar') { print "cond scalar\n" }
return_test(); sub return_test { my @r = inner(); my $r = inner(); print "@r $r\n" } sub inner { return (1, 2, 3) }
sub arr { my @x = (1, 2, 3); return @x } my $c = arr(); my ($o) = arr(); print "$c $o\n";
sub hsh { my %h = (a => 1); return %h } my %r = hsh(); print $r{a}, "\n";
my $x = my @e = (1, 2); print "$x\n";
my ($p, $q) = my @list = (8, 9); print "$p$q\n";
if ((my @m = (1, 2, 3)) > 2) { print "more\n" }
my $v; print "assign in cond: ", (($v) = "abc" =~ /(b)/) ? "$v" : "none", "\n";
my $str = "@{[ map { $_ * 2 } @a ]}"; print "$str\n";
print "rev: ", scalar reverse("abc"), " ", reverse("a", "b"), "\n";
my ($d) = localtime(0) ; print defined $d ? "d\n" : "u\n";
my @sorted = sort { $a <=> $b } grep { $_ > 4 } @a; print "@sorted\n";
print "unary minus: ", -@a, "\n";
my $h = { list => [ctx()], sc => scalar(ctx()) }; print "$h->{list}[0] $h->{sc}\n";
my @arr = (ctx()) x 2; print "@arr\n";
print "tern: ", (1 ? ctx() : 0), "\n";
my $t = 1 ? ctx() : 0; print "$t\n";
my ($aa, $bb, @cc) = (1); print defined $bb ? 1 : 0, scalar(@cc), "\n";
print "idx: $a[@a - 1] $a[$#a]\n";
for my $i (reverse 0 .. $#a) { print $a[$i] } print "\n";
my @copy = (@a) [0, 1]; print "@copy\n";
my $aref = [@a, @a]; print scalar(@$aref), "\n";
my $lastel = do { my @z = (3, 4); $z[-1] }; print "$lastel\n";
my $comma = (sub { 5, 6 })->(); print "$comma\n";

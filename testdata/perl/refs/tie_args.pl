use strict; use warnings;
package Up { sub TIESCALAR { my ($c, $v) = @_; bless \$v, $c } sub FETCH { my $s = shift; uc $$s } sub STORE { my ($s, $v) = @_; $$s = "<$v>" } sub UNTIE { print "untie\n" } sub DESTROY {} }
package Cnt { sub TIEARRAY { bless { a => [] }, shift } sub FETCH { $_[0]{a}[$_[1]] } sub STORE { print "STORE $_[1]\n"; $_[0]{a}[$_[1]] = $_[2] }
  sub FETCHSIZE { scalar @{$_[0]{a}} } sub STORESIZE { print "SIZE $_[1]\n"; $#{$_[0]{a}} = $_[1] - 1 } sub EXISTS { print "EXISTS $_[1]\n"; exists $_[0]{a}[$_[1]] }
  sub DELETE { print "DELETE $_[1]\n"; delete $_[0]{a}[$_[1]] } sub CLEAR { print "CLEAR\n"; $_[0]{a} = [] } sub EXTEND { print "EXTEND $_[1]\n" } sub DESTROY {} }
package main;
sub tieit { tie $_[0], 'Up', $_[1] }
my $v; tieit($v, "abc");
print "$v\n"; $v = "q"; print "$v\n";
print ref(tied $v), "\n";
untie $v;
print defined(tied $v) ? "tied" : "plain", "\n";
sub tiearr { tie @{$_[0]}, 'Cnt' }
my @a; tiearr(\@a);
@a = (1, 2, 3);
print "@a\n";
print exists $a[1] ? "yes" : "no", "\n";
print exists $a[7] ? "yes" : "no", "\n";
print delete $a[1], "\n";
$#a = 0;
print scalar(@a), "\n";
$a[-1] = 5;
print "$a[0]\n";
untie @a;
print scalar(@a), "\n";
my %h = (x => 1);
tieit($h{x}, "hash");
print $h{x}, "\n";
my @l = (1);
tieit($l[0], "arr");
print "$l[0]\n";
our $g; tieit($g, "glob"); print "$g\n"; untie $g;

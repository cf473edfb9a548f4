# The value of a sub or block whose last statement is a loop: that of the condition that ended it.
sub a { my @p=(1,2); while (@p) { pop @p } } my $x=a(); print defined $x ? "<$x>":"undef","\n"; my @l=a(); print scalar(@l),"<@l>\n";
sub b { for (my $i=0;$i<3;$i++) { } } $x=b(); print defined $x ? "<$x>":"undef","\n"; @l=b(); print scalar(@l),"<@l>\n";
sub c { for my $i (1..3) { $i } } $x=c(); print defined $x ? "<$x>":"undef","\n"; @l=c(); print scalar(@l),"<@l>\n";
sub d { my $n=3; until ($n==0) { $n-- } } $x=d(); print defined $x ? "<$x>":"undef","\n"; @l=d(); print scalar(@l),"<@l>\n";
sub e { my $n=3; $n-- while $n; } $x=e(); print defined $x ? "<$x>":"undef","\n"; @l=e(); print scalar(@l),"<@l>\n";
sub f { my $n=3; $n-- for 1..2; } $x=f(); print defined $x ? "<$x>":"undef","\n"; @l=f(); print scalar(@l),"<@l>\n";
sub g { my $n=3; while ($n) { return 5 if $n==9; $n--; last if $n==1; } } $x=g(); print defined $x ? "<$x>":"undef","\n"; @l=g(); print scalar(@l),"<@l>\n";
sub h { my $n=shift; if ($n) { 5 } } $x=h(0); print defined $x ? "<$x>":"undef","\n"; @l=h(0); print scalar(@l),"<@l>\n";
sub i { my $n=shift; unless ($n) { 5 } } $x=i(7); print defined $x ? "<$x>":"undef","\n"; @l=i(7); print scalar(@l),"<@l>\n";
sub j { my $n=shift; if ($n) { for (1..2) {$_} } else { while ($n) {} } } $x=j(0); print defined $x ? "<$x>":"undef","\n"; @l=j(0); print scalar(@l),"<@l>\n";
sub k { my @p=(1); while (my $q = shift @p) { 1 } } $x=k(); print defined $x ? "<$x>":"undef","\n"; @l=k(); print scalar(@l),"<@l>\n";
sub l { my $n=3; do { $n-- } while $n; } $x=l(); print defined $x ? "<$x>":"undef","\n"; @l=l(); print scalar(@l),"<@l>\n";
sub m1 { my %h=(a=>1); while (my ($k,$v) = each %h) { } } $x=m1(); print defined $x ? "<$x>":"undef","\n"; @l=m1(); print scalar(@l),"<@l>\n";
sub n { my $n=3; { $n; } } $x=n(); print defined $x ? "<$x>":"undef","\n"; @l=n(); print scalar(@l),"<@l>\n";
sub o { my $n=0; while ($n<2) { $n++ } } $x=o(); print defined $x ? "<$x>":"undef","\n"; @l=o(); print scalar(@l),"<@l>\n";
sub p { my $n=3; $n-- until $n<=0; } $x=p(); print defined $x ? "<$x>":"undef","\n"; @l=p(); print scalar(@l),"<@l>\n";
sub q1 { my $n=3; for my $r (1..3) { if ($r==2) { last } } } $x=q1(); print defined $x ? "<$x>":"undef","\n"; @l=q1(); print scalar(@l),"<@l>\n";
sub r { foreach my $r (@_) { $r++ } } my $z=1; $x=r($z); print defined $x ? "<$x>":"undef","\n"; @l=r($z,$z); print scalar(@l),"<@l>\n";
my $dv = do { my $n=2; while ($n) {$n--} }; print defined $dv ? "<$dv>":"undef","\n";
my $ev = eval { my $n=2; while ($n) {$n--} }; print defined $ev ? "<$ev>":"undef","\n";
my $fv = do { for (1..2) {} }; print defined $fv ? "<$fv>":"undef","\n";
my $gv = do { 1 if 0 }; print defined $gv ? "<$gv>":"undef","\n";
my @gl = do { 1 if 0 }; print scalar(@gl),"\n";
print scalar(my @q = map { for (1..2) { } } 1..3), "\n";
print join(",", map { my $n=2; while ($n) { $n-- } } 1..3), "\n";
print join(",", grep { for (1..2) { } } 1..3), "\n";
sub z1 { while (my $l = <DATA>) { } } $x=z1(); print defined $x ? "<$x>":"undef","\n";
sub z2 { while (<DATA>) { } } $x=z2(); print defined $x ? "<$x>":"undef","\n";
sub z3 { my $n=5; OUTER: while (1) { for (1..3) { last OUTER if $n } } } $x=z3(); print defined $x ? "<$x>":"undef","\n";
sub z4 { my $n=5; OUTER: while ($n) { $n--; for (1..3) { next OUTER if $n } } } $x=z4(); print defined $x ? "<$x>":"undef","\n";
sub z5 { my $n=5; for my $i (1..3) { for my $j (1..3) { last if $j==2 } } } $x=z5(); print defined $x ? "<$x>":"undef","\n";
sub z6 { my $n=5; for my $i (1..3) { return $i if $i==2 } } $x=z6(); print defined $x ? "<$x>":"undef","\n"; @l=z6(); print "@l\n";
sub z7 { my ($n)=@_; if ($n) { for my $i (1..3) { } } } $x=z7(1); print defined $x ? "<$x>":"undef","\n"; @l=z7(0); print scalar(@l),"@l\n";
__DATA__
a
b

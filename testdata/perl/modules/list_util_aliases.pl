use strict; use warnings;
use List::Util qw(first any all none notall sum max reduce pairmap);
my @a = qw(x1 x2 x3);
any { s/x//; 0 } @a; print "@a\n";
first { $_ .= "f"; 0 } @a; print "@a\n";
all { $_ .= "a"; 1 } @a; print "@a\n";
none { $_ .= "n"; 0 } @a; print "@a\n";
notall { $_ .= "t"; 1 } @a; print "@a\n";
my %h = (a => 1, b => 2);
any { $_++; 0 } values %h; print join(",", map { "$_$h{$_}" } sort keys %h), "\n";
my ($p, $q) = (1, 2);
any { $_ *= 10; 0 } $p, $q; print "$p $q\n";
print prototype(\&List::Util::sum), prototype(\&List::Util::first), prototype("List::Util::max"), "\n";
print prototype(\&sum), " ", prototype(\&any), " ", prototype("reduce"), " ", prototype(\&pairmap), "\n";
my $r = \&first; print $r->(sub { $_ > 1 }, 1, 2, 3), "\n";
sub bump { $_ .= "b" }
any { bump(); 0 } @a; print "@a\n";
my $x = first { $_ eq 'q' } 'p', 'q'; print "$x\n";

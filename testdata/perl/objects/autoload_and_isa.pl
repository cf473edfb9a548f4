use strict; use warnings;
our $AUTOLOAD;
sub AUTOLOAD { my $n = $AUTOLOAD; $n =~ s/.*:://; return if $n eq 'DESTROY'; return "$n(@_)" }
print outer(inner(1), inner2(2)), "\n";
print main->meth(main->deep(3)), "\n" =~ s/main//r;
print exists &{"main::AUTOLOAD"} ? "y" : "n", exists &{"main::nosuch"} ? "y" : "n", "\n";
sub fwd; print exists &fwd ? "y" : "n", defined &fwd ? "y" : "n", "\n";
print UNIVERSAL::isa('X', 'X') ? "y" : "n", UNIVERSAL::isa([], 'ARRAY') ? 'y':'n', UNIVERSAL::isa({}, 'ARRAY')?'y':'n', "\n";
package A1 { our @ISA; sub hi { "A1" } } package B1 { sub hi { "B1" } } package C1 { our @ISA = ('A1'); sub new { bless {}, shift } }
package main;
my $c = C1->new; print $c->hi; { local @C1::ISA = ('B1'); print $c->hi } print $c->hi, "\n";
my (@a, @b); my $t = 1;
($t ? @a : @b) = (1, 2, 3); print "@a|@b\n"; $t = 0; ($t ? @a : @b) = (4, 5); print "@a|@b\n";
(0 ? @a : @b) = (8); print "@b\n";
my $f = sub { no warnings; next }; for my $i (1 .. 3) { $f->() if $i == 2; print $i } print "\n";
{ no warnings; for my $i (1 .. 3) { my @g = grep { next if $i == 2; 1 } 1; print $i } print "\n"; 
for my $i (1..3) { my @m = map { last if $i == 3; $_ } 1; print $i } print "\n"; }

# A sub that changes $_ changes the element of the loop it was called from.
use strict; use warnings;
sub trim { s/^\s+//; s/\s+$//; return }
sub deeper { trim(); $_ .= "!" }
sub counted { local $_ = "own"; s/own/mine/; return length }
my @a = (" a ", "b ", " c");
for (@a) { trim() }
print join("|", @a), "\n";
deeper() for @a;
print join("|", @a), "\n";
my @lengths = map { counted() } @a;
print "@lengths @a\n";
my @kept = grep { trim(); length } @a, my $x = "  x";
print join("|", @kept), "\n";
my ($p, $q) = (" p", " q");
for ($p, $q) { trim() }
print "$p$q\n";
my %h = (k => " v ");
trim() for values %h;
print "$h{k}|\n";
my $code = sub { $_ = uc };
$code->() for @a;
print "@a\n";
package Obj; sub new { bless {}, shift } sub up { $_ = "<$_>" }
package main;
my $o = Obj->new;
$o->up for @a;
print "@a\n";
for (@a) { for my $i (1, 2) { $_ .= $i } }
print "@a\n";
for (@a) { for my $i (1, 2) { trim2() } }
sub trim2 { s/.$// }
print "@a\n";
eval { for (1, 2) { trim3() } }; sub trim3 { $_ = 7 }
print $@;
my @mapped = map { trim3(); $_ } @a;
print "@mapped @a\n";
for (@a) { eval '$_ = 9' }
print "@a\n";

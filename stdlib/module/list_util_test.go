package module_test

// This file compares List::Util, Scalar::Util, Sub::Util and Hash::Util with perl's.

import "testing"

const listSetup = `use strict; use warnings; no warnings "once";
use List::Util qw(all any first min max minstr maxstr none notall product reduce reductions sum sum0 shuffle sample uniq uniqint uniqnum uniqstr head tail zip mesh
	pairs unpairs pairkeys pairvalues pairmap pairgrep pairfirst zip_longest zip_shortest mesh_longest mesh_shortest);
my @n = (3, 1, 4, 1, 5, 9, 2, 6); my @w = qw(pear Apple fig apple Fig); my @e; my %h = (a => 1);
sub args { first { $_ == $_[0] } @n } sub outer { my $x = shift; sum map { $_ * $x } @_ } package Other { our ($a, $b); sub red { List::Util::reduce { $a . $b } @_ } }
package Num { use overload "+" => sub { Num->new($_[0]{v} + (ref $_[1] ? $_[1]{v} : $_[1])) }, '""' => sub { "<$_[0]{v}>" }, "0+" => sub { $_[0]{v} }, "<=>" => sub { my ($x, $y, $s) = @_; $x = $x->{v}; $y = $y->{v} if ref $y; $s ? $y <=> $x : $x <=> $y }, "*" => sub { Num->new($_[0]{v} * (ref $_[1] ? $_[1]{v} : $_[1])) };
	sub new { bless { v => $_[1] }, $_[0] } } my @o = map Num->new($_), 3, 1, 2;`

func TestListUtil(t *testing.T) {
	sameAsPerl(t, listSetup, lines(`
sum(@n), sum(1), sum(), sum0(), sum0(@n), sum("3x", 4), sum(1.5, 2.5), sum("1e3", 1), sum(undef, 1)
scalar(sum @e), sum(-1, 1), sum(9223372036854775807, 1), sum(18446744073709551615, 0), sum(0.1, 0.2, 0.3), sum(1e308, 1e308), sum("inf"), sum("abc")
sum(@o), ref sum(@o), product(@o), max(@o), min(@o), sum(1, $o[0])
product(@n), product(), product(2), product("3", "4"), product(1.5, 2), product(-1, 3), product(4294967296, 4294967296), product(0, 5), product(9223372036854775807, 2)
min(@n), max(@n), min(), max(), min("10", "9"), max("10", "9"), max("abc", 1), min(1.5, 1), max(undef, -1), min(5)
minstr(@w), maxstr(@w), minstr(), maxstr(), minstr("b"), maxstr(10, 9)
first { $_ > 3 } @n
first { $_ > 30 } @n
first { !defined } 1, undef, 2
first { /i/ } @w
scalar(first { $_ eq "fig" } @w)
first { return $_ > 4 } @n
args(5), args(77)
outer(2, 1, 2, 3)
any { $_ == 4 } @n
any { $_ == 44 } @n
any { 1 } ()
all { $_ > 0 } @n
all { $_ > 1 } @n
all { 0 } ()
none { $_ == 4 } @n
none { $_ == 44 } @n
none { 1 } ()
notall { $_ > 0 } @n
notall { $_ > 1 } @n
notall { 1 } ()
my $r = any { $_ } 0, ""; defined $r, $r eq ""
reduce { $a + $b } @n
reduce { $a . $b } @w
reduce { $a > $b ? $a : $b } @n
reduce { $a + $b } 5
reduce { $a + $b } ()
scalar(reduce { $a * $b } 1 .. 10)
reduce { [@$a, $b] } [], 1, 2
reduce { return $a + $b } 1, 2, 3
Other::red(1, 2, 3)
reductions { $a + $b } @n
reductions { $a . $b } @w
reductions { $a + $b } ()
reductions { $a + $b } 7
scalar(my @x = reductions { $a + $b } 1 .. 4)
uniq(1, 1, 2, "2", "2.0", undef, undef, "", "a", "A", "a")
uniq(), scalar(uniq(1, 1, 2)), scalar(uniq())
uniqnum(1, "1.0", 1.5, "1.50", 0, -0.0, "0", "1e0", 2), scalar(uniqnum(3, 3, 4))
uniqnum("a", 0), uniqnum(undef, 0)
uniqnum(9007199254740993, 9007199254740992, "9007199254740993"), uniqnum("inf", "Inf", "nan", "NaN")
uniqint(1, 1.9, "1.2", 2, -1.5, -1), scalar(uniqint(1, 2, 2)), uniqint("3abc", 3)
uniqstr("a", "b", "a", 1, "1"), uniqstr(undef, ""), scalar(uniqstr("a", "a"))
head(2, @n), head(-2, @n), head(0, @n), head(99, @n), head(-99, @n), scalar(head(2, @n))
tail(2, @n), tail(-2, @n), tail(0, @n), tail(99, @n), tail(-99, @n), scalar(tail(2, @n))
pairs(1, 2, 3, 4)
map { ref } pairs(a => 1)
map { $_->key . "=" . $_->value } pairs(a => 1, b => 2)
pairs(1, 2, 3)
pairs()
unpairs([1, 2], [3, 4, 5], [6], [])
pairkeys(a => 1, b => 2), scalar(pairkeys(a => 1, b => 2, "c"))
pairvalues(a => 1, b => 2), scalar(pairvalues(a => 1, b => 2))
pairmap { "$a-$b" } (a => 1, b => 2)
pairmap { ($a, $b, 0) } (a => 1, b => 2)
scalar(pairmap { ($a, $b) } (a => 1, b => 2))
pairgrep { $b > 1 } (a => 1, b => 2, c => 3)
scalar(pairgrep { $b > 1 } (a => 1, b => 2, c => 3))
pairfirst { $b > 1 } (a => 1, b => 2, c => 3)
scalar(pairfirst { $b > 1 } (a => 1, b => 2))
scalar(pairfirst { $b > 5 } (a => 1, b => 2))
pairmap { "$a-" . ($b // "undef") } (a => 1, "b")
zip([1, 2, 3], ["a", "b", "c"])
zip([1, 2, 3], ["a"])
zip_shortest([1, 2, 3], ["a"])
zip_longest([1], ["a", "b"], ["x"])
zip(), zip([1, 2])
mesh([1, 2, 3], ["a", "b", "c"])
mesh([1, 2, 3], ["a"])
mesh_shortest([1, 2, 3], ["a"])
mesh_longest([1], ["a", "b"])
mesh()
zip(1, 2)
mesh("x")
scalar(my @s = shuffle(@n)), sum(shuffle(@n)), shuffle(), shuffle(7)
scalar(my @s = sample(3, @n)), scalar(my @t = sample(99, @n)), sample(0, @n), sample(2)
{ my @c = @n; $_ *= 2 for grep { $_ > 3 } @c; "@c" }
{ my @c = (1, 2); my @d = map { $_ } pairmap { $a } @c; "@d" }
first { die "inside\n" } 1
eval { first { die "inside\n" } 1 }; $@
List::Util::sum(1, 2), List::Util::max(3, 4), &List::Util::sum(5, 6), &sum(7, 8)
my $f = \&List::Util::first; ref $f, $f->(sub { $_ > 3 }, @n)
first(sub { $_ == 4 }, @n), any(sub { $_ == 4 }, @n), reduce(sub { $a + $b }, 1, 2)
my $s = sub { $_ > 4 }; first(\&$s, @n), first { $s->() } @n
sum(map { $_ ** 2 } @n), max(map { length } @w), join(",", uniq(sort @w))
sum grep { $_ % 2 } @n
(sum @n) / @n
first { exists $h{$_} } qw(b a)
List::Util->can("sum") ? 1 : 0, $List::Util::VERSION
eval "sum(1, 2, 3)"
eval "first { \$_ > 3 } \@n"
`)...)
}

func TestListUtilImports(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings;`, lines(`
eval "use List::Util qw(nosuch); 1" or $@ =~ s/\(eval \d+\)/EVAL/gr
eval "use Scalar::Util qw(nosuch other); 1" or $@ =~ s/\(eval \d+\)/EVAL/gr
eval "use List::Util; sum(1)" // $@ =~ s/\(eval \d+\)/EVAL/gr
eval "use List::Util 1.50 qw(sum); sum(1, 2)"
eval "use List::Util 99; 1" // $@ =~ s/\(eval \d+\)/EVAL/gr
eval "use List::Util::Nope; 1" // ($@ =~ /^(Can't locate List\/Util\/Nope.pm in \@INC \(you may need to install the List::Util::Nope module\))/)[0]
eval { require No::Such } // ($@ =~ /^(Can't locate No\/Such.pm in \@INC)/)[0]
`)...)
}

func TestScalarUtil(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Scalar::Util qw(blessed dualvar isdual isvstring isweak looks_like_number openhandle readonly refaddr reftype set_prototype tainted unweaken weaken);
my $o = bless {}, "Foo"; my $ao = bless [], "Bar"; my $so = bless \(my $x = 1), "Baz"; my $co = bless sub { 1 }, "Qux"; my $ro = bless qr/x/, "Rx"; my $zero = bless [], "0"; my @a = (1); my $str = "x"; my $re = qr/a/; open my $fh, "<", $0;
use constant C => 5; sub ro { readonly($_[0]) ? 1 : 0 } our $g = 1;`, lines(`
blessed($o), blessed($ao), blessed($so), blessed($co), blessed($ro), blessed($zero), blessed([]), blessed("Foo"), blessed(undef), blessed($re), blessed(\*STDOUT), blessed($fh)
reftype($o), reftype($ao), reftype($so), reftype($co), reftype($ro), reftype([]), reftype({}), reftype(\1), reftype(\\1), reftype(sub { }), reftype($re), reftype(\*STDOUT), reftype("x"), reftype(undef), reftype($fh)
refaddr($o) == 0 + $o, refaddr("x"), refaddr(undef), refaddr([]) > 0
map { looks_like_number($_) ? 1 : 0 } 1, "1", "1.5", "1e5", "abc", "", undef, " 1", "1 ", "1x", "0x10", "inf", "Infinity", "nan", "-1", "+1", "--1", ".5", "5.", ".", "1_000", "1e", "1e+", "1E-5", "\n1", "1\n", [], "-inf", "0 but true", "١"
my $d = dualvar(5, "five"); $d + 1, "$d", isdual($d) ? 1 : 0, isdual("x") ? 1 : 0, isdual(5) ? 1 : 0, $d == 5, $d eq "five"
my $d = dualvar(0, "zero"); $d ? "true" : "false", $d + 0
my $d = dualvar(5, ""); $d ? "true" : "false"
tainted($str) ? 1 : 0
defined openhandle(\*STDOUT) ? 1 : 0, defined openhandle(*STDERR) ? 1 : 0, defined openhandle("STDOUT") ? 1 : 0, defined openhandle("NOSUCH") ? 1 : 0, defined openhandle($fh) ? 1 : 0, defined openhandle(undef) ? 1 : 0, defined openhandle([]) ? 1 : 0
my $c = $fh; close $c; defined openhandle($fh) ? 1 : 0
my $r = {}; my $w = $r; weaken($w); unweaken($w); isweak($w) ? 1 : 0
blessed(bless {}, "A::B"), blessed(bless([], "main"))
weaken(my $x = 1)
dualvar("3abc", "x") + 0
Scalar::Util::blessed($o), &Scalar::Util::reftype($ao), $Scalar::Util::VERSION
eval "use Scalar::Util; blessed(\$o)" // $@ =~ /Undefined subroutine/ ? 1 : 0
`)...)
}

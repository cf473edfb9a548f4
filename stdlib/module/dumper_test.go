package module_test

// This file compares Data::Dumper with perl's.

import "testing"

func TestDumper(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Data::Dumper; $Data::Dumper::Sortkeys = 1;
my $o = bless { a => 1, b => [1, 2] }, "Foo"; my $deep = { x => { y => { z => [1, { w => 2 }] } } }; my $cyc = { n => 1 }; $cyc->{self} = $cyc; my $sh = [1]; my $two = { a => $sh, b => $sh }; my @list = (1, "two", 3.5); my %h = (k => "v", 10 => 1, "a b" => 2, "-x" => 3, 007 => 4);
my $circ = []; push @$circ, $circ; my $sref = \"str"; my $rref = \\"str"; my $code = sub { 1 }; my $re = qr/a\/b/i; my $bre = bless qr/x/, "Re"; my $bl = bless [1], "A::B"; my $bs = bless \(my $s = 5), "Sc"; our @garr = (1); our $gs = 1; my $undef;
sub d { local $Data::Dumper::Indent = 1; Dumper(@_) } sub t { local $Data::Dumper::Terse = 1; local $Data::Dumper::Indent = 0; Dumper(@_) } sub with { my ($k, $v, @d) = @_; no strict "refs"; local ${"Data::Dumper::$k"} = $v; Dumper(@d) }`, lines(`
Dumper(1), Dumper("a"), Dumper(1.5), Dumper("1.5"), Dumper(-3), Dumper("-3"), Dumper("007"), Dumper(undef), Dumper(""), Dumper("it's"), Dumper("a\\b")
Dumper(12345678901), Dumper(123456789), Dumper(1234567890), Dumper("1234567890"), Dumper(1e20), Dumper("1e5"), Dumper(1e5), Dumper(0.1), Dumper("+1"), Dumper(" 1"), Dumper("1\n"), Dumper("-0"), Dumper(0), Dumper("0 but true")
Dumper("x" x 5, "line\nbreak", "tab\t", "nul\0", "\x{263a}", "\xe9", "\$x \@y")
Dumper(@list), Dumper(\@list), Dumper([]), Dumper({}), Dumper([[]], [{}], {a => []})
Dumper(\%h)
Dumper($o), Dumper($bl), Dumper($bs), Dumper($re), Dumper($bre), Dumper($code), Dumper($sref), Dumper($rref), Dumper(\\[]), Dumper(\undef)
Dumper($deep)
Dumper($cyc), Dumper($circ), Dumper($two), Dumper($sh, $sh), Dumper([$sh, $sh])
Dumper(\*STDOUT), Dumper(*STDOUT), Dumper(\*Foo::bar)
Dumper(qr/x/, qr/\//, qr/a b/xms, qr/\x{263a}/, qr/\n/)
d($o), d($deep), d(\@list), d($cyc), d([[1, 2], [3]])
t($o), t($deep), t(@list), t($cyc), t($re), t("a", 1), t({}), t([])
map { with(Indent => $_, $deep) } 0 .. 3
map { with(Indent => $_, [1, { a => [2, 3] }, "x"], "y") } 0 .. 3
with(Terse => 1, $o), with(Terse => 1, "x", [1])
with(Useqq => 1, "a\nb\t\0\x01\x7f\xe9\x{263a}\$\@\"\\", 1, "1", { "a\n" => "b\e\a\b\r\f" }, "\0001", "it's")
with(Deepcopy => 1, $two), with(Deepcopy => 1, [$sh, $sh]), with(Deepcopy => 1, $cyc)
with(Pad => "# ", $o), with(Pad => "  ", 1, 2)
with(Varname => "foo", 1, [2])
map { with(Maxdepth => $_, $deep) } 1 .. 3
map { with(Quotekeys => $_, \%h) } 0, 1
with(Quotekeys => 0, { a => 1, "a-b" => 2, "A::B" => 3, 12 => 4, "1.5" => 5, "012" => 6, "-1" => 7, "" => 8, "a b" => 9, "\x{263a}" => 10, 12345678901 => 11 })
with(Pair => ": ", { a => 1, b => 2 }), with(Pair => "=", { a => 1 })
with(Purity => 1, $cyc), with(Purity => 1, $two), with(Purity => 1, $circ), with(Purity => 1, [$sh, \$sh])
with(Sortkeys => sub { [reverse sort keys %{$_[0]}] }, { a => 1, b => 2, c => 3 }), with(Sortkeys => sub { ["b"] }, { a => 1, b => 2 })
with(Sparseseen => 1, $two), with(Freezer => "fr", $o), with(Toaster => "thaw", $o)
with(Trailingcomma => 1, [1, 2]), with(Trailingcomma => 1, { a => 1 }), with(Trailingcomma => 1, [])
with(Bless => "mybless", $o)
Data::Dumper->Dump([1, [2]], ["x", "y"]), Data::Dumper->Dump([[1], { a => 1 }], ["*list", "*hash"]), Data::Dumper->Dump([$o, 5], ["*obj", "\$n"])
Data::Dumper->Dump([$cyc], ["c"]), Data::Dumper->Dump([$sh, $sh], ["a", "b"]), Data::Dumper->Dump([$sh, [$sh]], ["*a", "b"])
Data::Dumper->new([1, 2])->Dump, Data::Dumper->new([[1]], ["name"])->Indent(1)->Terse(1)->Dump, Data::Dumper->new([{ b => 1, a => 2 }])->Sortkeys(1)->Indent(0)->Dump
my $d = Data::Dumper->new([$o], ["o"]); $d->Indent(0)->Quotekeys(0)->Pair("=>"); $d->Dump, $d->Indent, $d->Terse
my $d = Data::Dumper->new([1]); $d->Values([2, 3]); $d->Names(["a", "b"]); $d->Dump, $d->Reset->Dump
my $d = Data::Dumper->new([1], ["a"]); $d->Useqq(1)->Maxdepth(1)->Deepcopy(1)->Purity(1)->Pad("x")->Varname("y")->Freezer("")->Toaster("")->Deparse(0)->Dump
Dumper(1, undef, "x"), scalar(my @l = Dumper(1, 2))
Dumper(), Data::Dumper->Dump([])
my $x = Dumper([1, { a => undef }]); my $VAR1; eval $x; ref $VAR1, $VAR1->[1] && exists $VAR1->[1]{a}
Dumper({ 1 => 2, 10 => 3, 9 => 4, "01" => 5, "a" => 6, "1e3" => 7, "99999999999" => 8 })
Dumper([map { $_ * 1.5 } 1 .. 3]), Dumper([1 + 1, "1" + 1, "2" . "", 10 / 4])
my $n = 5; my $s = "$n"; Dumper($n, $s), Dumper(1 == 1, 1 == 2, !1, !0)
Dumper("abc\x{e9}"), Dumper("\x{e9}\x{263a}"), Dumper({ "\x{e9}" => 1 }), Dumper("\x{7f}")
Dumper(bless([], "a'b")), Dumper(bless({}, "Foo::Bar_1")), Dumper(bless(\\my $z, "R"))
local $Data::Dumper::Indent = 1; local $Data::Dumper::Terse = 1; Dumper([{ name => "a", list => [1, 2, 3] }, { name => "b", list => [] }])
$Data::Dumper::Indent, $Data::Dumper::Terse, $Data::Dumper::Useqq, $Data::Dumper::Pad, $Data::Dumper::Varname, $Data::Dumper::Quotekeys, $Data::Dumper::Pair, $Data::Dumper::Maxdepth, $Data::Dumper::Deepcopy, $Data::Dumper::Purity, $Data::Dumper::VERSION
`)...)
}

package module_test

// This file compares Memoize with perl's.

import "testing"

func TestMemoize(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Memoize qw(memoize unmemoize flush_cache);
my %n; sub fib { my $n = shift; $n{fib}++; $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
sub ctx { $n{ctx}++; wantarray ? ("list", @_) : "scalar @_" } sub norm { $n{norm}++; join ",", sort @_ } sub opt { $n{opt}++; my %a = @_; $a{a} }
sub fault { 1 } sub merge { $n{merge}++; "m@_" } sub hashed { "h$_[0]" } sub proto($$) { $n{proto}++; $_[0] . $_[1] } my %store;
sub un { $n{un}++; 7 } sub inst { $n{inst}++; 3 }`, lines(`
fib(10), $n{fib}; 
ref memoize("fib")
%n = (); scalar(fib(25)), $n{fib}
%n = (); scalar(fib(60)), $n{fib}
%n = (); (fib(10)), $n{fib}
memoize("ctx"); scalar(ctx(1)), scalar(ctx(1)), ctx(1), ctx(1), $n{ctx}
scalar(ctx()), ctx(), ctx(undef), ctx("", ""), $n{ctx}
memoize("norm", NORMALIZER => sub { join ",", sort @_ }); scalar(norm(1, 2)), scalar(norm(2, 1)), $n{norm}
sub key { my %h = @_; join "|", map { "$_=$h{$_}" } sort keys %h } memoize("opt", NORMALIZER => "key"); scalar(opt(a => 1, b => 2)), scalar(opt(b => 2, a => 1)), $n{opt}
memoize("fault", LIST_CACHE => "FAULT"); my @x = fault(1)
my $x = fault(1); $x
my $f = memoize(sub { 1 }, SCALAR_CACHE => "FAULT"); my $x = $f->()
memoize("merge", LIST_CACHE => "MERGE"); scalar(merge(1)), merge(1), $n{merge}
memoize("hashed", SCALAR_CACHE => [HASH => \%store]); scalar(hashed("x")), join(",", %store)
$store{y} = "given"; scalar(hashed("y"))
memoize("proto"); prototype("proto"), scalar(proto(1, 2)), scalar(proto(1, 2)), $n{proto}
memoize("un"); scalar(un()), scalar(un()), $n{un}
flush_cache("un"); scalar(un()), $n{un}
unmemoize("un"); scalar(un()), scalar(un()), $n{un}
unmemoize("un")
memoize("inst", INSTALL => "fast"); scalar(main::fast()), scalar(main::fast()), scalar(inst()), $n{inst}
my $f = memoize("inst", INSTALL => undef); scalar($f->()), scalar($f->()), $n{inst}
memoize("nonexistent")
memoize([])
memoize("un", SCALAR_CACHE => "WRONG")
my $f = memoize(sub { my ($x) = @_; $n{anon}++; $x * 2 }); scalar($f->(4)), scalar($f->(4)), scalar($f->(5)), $n{anon}
`)...)
}

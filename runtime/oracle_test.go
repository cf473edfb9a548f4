package runtime

// This file defines tables of small programs that must print under this interpreter what they print under perl. The
// expectation is perl's, asked in the same test; a row that deviates on purpose says why.

import (
	"os/exec"
	"strings"
	"testing"
)

// underPerl runs a program under perl and returns its standard output and exit code.
func underPerl(t testing.TB, text string) (out string, exit int) {
	t.Helper()
	cmd := exec.Command("perl", "-e", "use feature qw(say state current_sub fc postderef_qq isa); no warnings; \n#line 1 \"t.pl\"\n"+text)
	var b strings.Builder
	cmd.Stdout = &b
	err := cmd.Run()
	if _, isExit := err.(*exec.ExitError); err != nil && !isExit {
		t.Fatalf("perl, the referee, cannot be run: %v", err)
	}
	return b.String(), cmd.ProcessState.ExitCode()
}

// agree checks that each program does the same under both.
func agree(t *testing.T, programs []string) {
	t.Helper()
	for _, text := range programs {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			want, wantExit := underPerl(t, text)
			got, errs, exit := run(t, text)
			if got != want || exit != wantExit {
				t.Errorf("%s\n got %q exit %d\nwant %q exit %d\nstderr %s", text, got, exit, want, wantExit, errs)
			}
		})
	}
}

func TestContexts(t *testing.T) {
	agree(t, []string{
		`my @a = (1,2,3); my $n = @a; my ($f) = @a; print "$n $f ", scalar(@a), " $#a";`,
		`my $c = () = (4,5,6); print $c;`,
		`my $x = (4,5,6)[1]; print $x; my ($y) = (4,5,6)[2]; print $y;`,
		`sub ctx { wantarray ? "l" : defined(wantarray) ? "s" : "v" } my @l = ctx(); my $s = ctx(); print "$l[0]$s"; print ctx(), scalar(ctx()); print "x" . ctx();`,
		`sub ctx { print wantarray ? "l" : defined(wantarray) ? "s" : "v" } ctx(); my $x = ctx(); my @x = ctx(); if (ctx()) {} for (ctx()) {} sub return_it { return ctx() } my @y = return_it();`,
		`my @a = (3,4); my $last = do { @a }; print $last; my $l2 = do { (7,8,9) }; print $l2;`,
		`my ($a, $b, @c) = (1); print defined $b ? "d" : "u", scalar(@c);`,
		`my $count = my ($p, $q) = (5,6,7); print "$count $p $q";`,
		`my %h = (a=>1,b=>2,a=>3); print scalar(keys %h), $h{a}; my @l = %h; print scalar(@l);`,
		`my @e = (); print "empty" unless @e; print "n" if !@e; my $x = @e || 5; print $x;`,
		`print "a" . (1,2,3)[-1]; my @x = (1..5)[1..3]; print "@x";`,
		`my @a = (1,2,3); print "last: $a[-1] $a[$#a] @a[0,1]"; my ($x, $y) = @a[1,2]; print $x+$y;`,
		`my @r = reverse 1..4; print "@r"; print scalar reverse "abc"; print reverse("x","y");`,
		`print((1) x 3, "-", "ab" x 2.7, "-", "z" x -1, "|"); my @x = (0) x 4; print scalar @x; my @y = (1,2) x 2; print "@y";`,
		`my ($first, undef, $third) = (1,2,3); print $first, $third; my (undef, $z) = (8,9); print $z;`,
		`my $s = sub { return (1,2,3) }->(); print $s; my ($t) = sub { return (4,5,6) }->(); print $t; my @n = sub { return }->(); print scalar @n;`,
		`my $x = my $y = 5; $x++; print "$x$y"; my ($i, $j) = (my @k = (1,2,3)); print $i, scalar @k;`,
		`my @a = (1) ; my $r = \@a; print "n: ${\ scalar(@$r)} @{[ map { $_*2 } 1..3 ]}";`,
	})
}

func TestControlFlow(t *testing.T) {
	agree(t, []string{
		`OUTER: for my $i (1..3) { for my $j (1..3) { next OUTER if $j == 2; print "$i$j " } }`,
		`OUTER: for my $i (1..3) { for my $j (1..3) { last OUTER if $i == 2; print "$i$j " } } print "end";`,
		`my $i = 0; { $i++; redo if $i < 3; } print $i;`,
		`my $i = 0; while ($i < 5) { next if $i == 2; print $i } continue { $i++ }`,
		`my $i = 5; until ($i <= 0) { print $i--; }`,
		`my $n = 5; my @l; do { my $d = $n % 2; push @l, $d; $n = int($n / 2) } while $n; print "@l"; push my @o, $_ for 1..3; print "@o"; my $j = 0; push my @p, $j while $j++ < 3; print "@p";`,
		`my $i = 0; do { print $i++ } while ($i < 3); do { print $i } until 1;`,
		`for (my $i = 0, my $j = 9; $i < $j; $i += 3, $j--) { print "$i,$j " }`,
		`my @a = (1,2,3); for my $x (@a) { $x *= 2 } print "@a"; $_ += 1 for @a; print "@a";`,
		`for my $x (1, "a", 2.5) { print "[$x]" } for (my @c = (1,2)) { $_++; print }`,
		`my $x = 5; for $x (1..2) { print $x } print $x; our $g = 7; for $g (1..2) { show() } sub show { print "g$g" } print $g;`,
		`unless (0) { print "u" } else { print "e" } unless (1) { print "u" } elsif (1) { print "ei" }`,
		`print "a" if 1; print "b" unless 1; print for 1..3; print "w" while $n++ < 2;`,
		`my @l = (5,6); while (my ($i, $v) = each @l) { print "$i=$v " }`,
		`my %h = (one => 1); while (my ($k, $v) = each %h) { print "$k$v" }`,
		`for my ($k, $v) (a=>1, b=>2) { print "$k-$v;" }`,
		`my $r = eval { for (1..3) { die "x\n" if $_ == 2 } 1 }; print defined $r ? "r" : "u:$@";`,
		`sub f { for my $i (1..5) { return $i if $i > 2 } } print f(); sub g { for (1..3) { for my $j (1..3) { return "$_$j" if $j == 2 } } } print g();`,
		`sub f { my @r; for my $x (@_) { push @r, $x; return @r if @r > 1 } } my @x = f(1,2,3); print "@x";`,
		`my $x = do { 1; 2; 3 }; print $x; my @l = do { (1,2) }; print "@l"; my $y = do { if (1) { "t" } else { "f" } }; print $y;`,
		`sub t { if ($_[0]) { "yes" } else { "no" } } print t(1), t(0); sub u { unless ($_[0]) { "un" } } print u(0);`,
		`my $n = 3; print $n == 1 ? "one" : $n == 2 ? "two" : "many"; my ($a,$b)=(1,2); (1 ? $a : $b) = 9; print $a;`,
		`print "x" and print "y"; print 0 || "or", 0 // "dor", undef // "def", "" || 0 || "last";`,
		`my $x; $x ||= 4; $x &&= 5; my $y; $y //= 6; print "$x$y"; my %h; $h{a} ||= 1; $h{a} ||= 2; $h{b}{c} //= 3; print $h{a}, $h{b}{c};`,
		`my @s; push @s, $_ % 2 ? "odd" : "even" for 1..3; print "@s"; print "$_ " foreach reverse 1..3;`,
		`sub inner { for my $x (3, @_) { return $x if $x > 4 } 0 } sub two { return join "|", @_ } print two(inner(1, 5, 0), 3, "n"), two(scalar inner(1, 6), "m"); my @l = (inner(9, 2), "z"); print "@l"; sub lst { for my $x (@_, 1) { return ($x, "r") } } print two(lst(7), "e");`,
		`sub early { my $x = shift or return "none"; return "got $x" } print early(), early(5);`,
		`my @found = grep { $_ > 2 } 1..5; my ($first) = grep { $_ > 2 } 1..5; my $cnt = grep { $_ > 2 } 1..5; print "@found $first $cnt";`,
		`my $i = 0; LOOP: { last LOOP if $i > 2; $i++; redo LOOP } print $i;`,
		`sub find { for my $x (1..10) { my $r = do { next if $x < 4; $x }; return $r } } print find();`,
		`my @m = map { my $x = $_; map { "$x$_" } 1..2 } "a".."b"; print "@m";`,
		`my %sq = map { $_ => $_**2 } 1..3; print join ",", map { "$_=$sq{$_}" } sort keys %sq; my @h = map { { n => $_ } } 1..2; print $h[1]{n}; my @p = map +($_, 1), 1..2; print "@p";`,
		`my $s = ""; for (my $i = 10; $i--;) { $s .= $i; next if $i % 2; last if $i < 3 } print $s;`,
		`my ($x, $y) = (10, 3); { local $, = "-"; print $x, $y; } print $x, $y;`,
		`my $str = "abc"; for my $c (split //, $str) { print "<$c>" }`,
		`my $k = 0; while (1) { if ($k++ > 3) { last } else { next } } print $k;`,
		`for my $i (reverse 0..2) { print $i } for my $i (-2..2) { print $i } for ("a".."e") { print } for ("08".."11") { print "$_," }`,
	})
}

func TestReferences(t *testing.T) {
	agree(t, []string{
		`my %d = (list => [1,2,[3,4]], h => { k => 'v' }); print $d{list}[2][1], $d{h}{k}, scalar @{$d{list}}, "$#{$d{list}}";`,
		`my $r; $r->{a}[2]{b} = 5; print join ",", map { defined $_ ? ref $_ : 'u' } @{$r->{a}};`,
		`my @a = ([1,2],[3,4]); print $a[1][0], $a[1]->[1]; push @{$a[2]}, 9; print $a[2][0]; print "@{$a[0]}";`,
		`my $x = 1; my $r = \$x; $$r++; print $x, ref $r; my $rr = \$r; print $$$rr, ref $rr; ${$r} = 7; print $x;`,
		`my @a = (1,2); my ($p, $q) = \(@a); $$p = 9; print "@a"; my @refs = \(my $m, my $n); print scalar @refs;`,
		`my $f = sub { return "f@_" }; print $f->(1,2), &$f(3), &{$f}(4); my %disp = (x => sub { "x$_[0]" }); print $disp{x}->(5);`,
		`my @subs; for my $i (1..3) { push @subs, sub { $i++ } } print $_->() for @subs; print $subs[0]->();`,
		`sub counter { my $n = shift; return { inc => sub { ++$n }, get => sub { $n } } } my $c = counter(5); $c->{inc}->() for 1..3; print $c->{get}->(); my $d = counter(0); print $d->{get}();`,
		`my $r = [1..5]; my @s = @{$r}[1,2]; my @t = @$r[0..1]; print "@s @t $$r[4] ${$r}[3]"; my ($x) = $r->@[2]; print $x; print scalar $r->@*;`,
		`my $h = { a=>1, b=>2, c=>3 }; my @v = @{$h}{qw(a c)}; my @w = @$h{qw(b)}; print "@v @w"; print join ",", sort keys %$h; print $h->%{a};`,
		`my %h = (a=>1,b=>2,c=>3); my %s = %h{qw(a b)}; print join ",", map {"$_$s{$_}"} sort keys %s; my @a = (10..15); my %i = %a[1,2]; print $i{2}; delete @h{qw(a b)}; print keys %h;`,
		`my $fact; $fact = sub { my $n = shift; $n < 2 ? 1 : $n * $fact->($n-1) }; print $fact->(10);`,
		`use feature 'current_sub'; my $fib = sub { my $n = shift; $n < 2 ? $n : __SUB__->($n-1) + __SUB__->($n-2) }; print $fib->(12);`,
		`my @copy = map { [@$_] } ([1,2],[3]); $copy[0][0] = 9; print $copy[0][0], scalar @copy; my $deep = { %{ { a => 1 } }, b => 2 }; print join ",", sort keys %$deep;`,
		`print ref([]), ref({}), ref(\1), ref(sub {}), ref(\\1), ref(qr/x/), ref(\my @a);`,
		`my $s = "str"; my $r = \$s; print "same" if $r == \$s; print "ok" if "$r" =~ /^SCALAR\(0x[0-9a-f]+\)$/; my $a = []; print "arr" if "$a" =~ /^ARRAY/;`,
		`our @glob = (1,2); my $name = "glob"; { no strict 'refs'; print "@$name"; @{"dyn"} = (5); print $dyn[0]; ${"main::v"} = 3; print $main::v; *{"f"} = sub { "dynf" }; print f(); print &{"f"}(); print "main"->can('f')->(); }`,
		`*alias = \my @arr; push @alias, 4; our @alias; print "@arr"; sub orig { "o" } *new = \&orig; print new();`,
		`my @q = (1,2,3); my $last = $#{[1,2,3]}; print $last; my $cnt = @{[1,2,3,4]}; print $cnt; $#q = 0; print "@q"; $#q = -1; print scalar @q;`,
		`my ($a, @b) = @{[1,2,3]}; print $a, "@b"; my ($x, $y) = @{ { x => [7,8] } }{x}->@*; print $x;`,
		`my @sorted = sort { $a->[1] <=> $b->[1] || $a->[0] cmp $b->[0] } (["b",2],["a",2],["c",1]); print join " ", map { $_->[0] } @sorted;`,
		`my $r = \my %h; $r->{x} = 1; print $h{x}; my $ar = \@{[1,2]}; print "@$ar"; my $cr = \&CORE::length; print ref $cr;`,
		`my $v = [[1,2],[3,4]]; for my $row (@$v) { $_ *= 10 for @$row } print join ",", map { @$_ } @$v; print "$v->[0][1] $$v[1][0] @{$v->[1]}";`,
		`my %h; $h{$_}++ for qw(a b a); push @{$h{list}}, 1; print $h{a}, exists $h{zz} ? 1 : 0, exists $h{list}[0] ? 1 : 0, exists $h{list}[5] ? 1 : 0, defined $h{b};`,
		`my @a = (1,2,3); my @b = @a; $b[0] = 9; print "@a"; my $r1 = \@a; my $r2 = [@a]; $r1->[0] = 5; print "$a[0] $r2->[0]";`,
	})
}

func TestArguments(t *testing.T) {
	agree(t, []string{
		`sub inc { $_[0]++ } my $x = 1; inc($x); print $x; my @a = (1,2); inc($a[1]); inc(@a); print "@a"; my %h = (k=>1); inc($h{k}); print $h{k};`,
		`sub swap { @_[0,1] = @_[1,0] } my ($p, $q) = (1,2); swap($p, $q); print "$p$q";`,
		`sub t { my ($x, $y, %o) = @_; return "$x$y" . join ",", map {"$_$o{$_}"} sort keys %o } print t(1,2,b=>3,a=>4);`,
		`sub t { my $self = shift; my ($n) = @_; my %opt = (d => 1, @_[1..$#_]); return "$self$n$opt{d}$opt{e}" } print t("s", 2, e => 5);`,
		`sub t { return scalar @_ } print t(), t(1), t(1,2,3), t(()), t((1,2),(3)); my @l = (1,2); print t(@l, 3), t(\@l);`,
		`sub t { &u } sub u { return "u@_" } print t(1,2); sub v { &u(9) } print v(1); sub w { goto &u } print w(7);`,
		`sub t { shift; return "@_" } print t(1,2,3); sub u { my $last = pop; return $last } print u(4,5);`,
		`sub d { my $x = shift // 'def'; my $y = shift || 'or'; "$x$y" } print d(), d(0, 0), d(1, 2);`,
		`sub mod { for (@_) { s/a/b/ } } my @l = qw(aa ca); mod(@l); print "@l"; my $s = "xa"; mod($s); print $s;`,
		`sub trim { my $s = shift; $s =~ s/^\s+|\s+$//g; $s } print "[", trim("  x y "), "]"; sub lst { return (1,2,3)[@_] } print lst(1);`,
		`sub proto(&@) { my ($c, @l) = @_; join ",", map { $c->($_) } @l } print proto { $_[0] * 2 } 1,2,3; sub two($$) { "$_[0]-$_[1]" } my @x = (1,2,3); print two(@x, 5);`,
		`use feature 'signatures'; sub s1($x, $y = 10, @r) { "$x$y@r" } print s1(1), s1(1,2), s1(1,2,3,4); sub s2($x, %h) { $x . join ",", map {"$_$h{$_}"} sort keys %h } print s2(1, a => 2); my $f = sub ($n) { $n + 1 }; print $f->(4); print eval { s1(); 1 } ? "ok" : "few";`,
		`sub rec { my ($n) = @_; return 0 if $n == 0; return $n + rec($n - 1) } print rec(500); sub ack { my ($m, $n) = @_; $m == 0 ? $n + 1 : $n == 0 ? ack($m-1, 1) : ack($m-1, ack($m, $n-1)) } print ack(2,3);`,
		`my @stack; sub walk { my ($n, $d) = @_; push @stack, "$d$n->{v}"; walk($_, $d+1) for @{$n->{c} || []} } walk({v=>1,c=>[{v=>2,c=>[{v=>3}]},{v=>4}]}, 0); print "@stack";`,
		`sub many { return @_[1..3] } my ($a, $b, $c) = many(0..9); print "$a$b$c"; print "@{[many(5..9)]}"; print scalar(many(1..5));`,
		`sub outer { my $x = 1; my $in = sub { $x += shift; $x }; $in->(2); $in->(3); return $x } print outer(), outer();`,
		`{ my $private = 0; sub next_id { return ++$private } sub reset_id { $private = 0 } } print next_id(), next_id(); reset_id(); print next_id();`,
		`use feature 'state'; sub st { state $n = 10; state @l; push @l, $n++; return "$n" . @l } print st(), st(), st(); for (1..2) { my $f = sub { state $z = 5; $z++ }; print $f->() }`,
		`sub ctx { my @r = (1,2,3); return @r } my $n = ctx(); my ($f) = ctx(); print "$n$f"; sub lst { return (7,8,9) } my $l = lst(); print $l; sub h { my %h = (a=>1); return %h } my %g = h(); print $g{a};`,
		`sub opt { my %o = (size => 1, @_); return join ",", map { "$_=$o{$_}" } sort keys %o } print opt(color => "red"), opt();`,
		`sub noargs { return "n" } print noargs, noargs(); print &noargs; sub add { $_[0] + $_[1] } print add 2, 3; my @r = (add(1,2), add(3,4)); print "@r";`,
		`my $str = join ",", map { sprintf "%02d", $_ } sort { $a <=> $b } (10, 9, 2); print $str; print "${\ join('-', 1..3)}";`,
		`sub lv :lvalue { my $dummy; $main::store } lv() = 5; print $main::store;`,
		`sub f { local $_ = shift; s/x/y/; $_ } $_ = "keep"; print f("axa"), $_; sub g { my @l = @_; $l[0] = 9; "@l" } my @o = (1,2); print g(@o), "@o";`,
		`sub chain { return $_[0] } print chain([1,2])->[1], chain({a=>5})->{a}; print((chain("x"))[0]); sub cc { return sub { "in@_" } } print cc()->(3);`,
	})
}

func TestDynamicScope(t *testing.T) {
	agree(t, []string{
		`our $x = 1; sub show { $x } sub f { local $x = 2; show() } print f(), show(); { local $x; print defined $x ? 1 : 0 } print $x;`,
		`our @a = (1,2); sub f { local @a = (9); "@a" } print f(), "@a"; our %h = (a=>1,b=>2); { local $h{a} = 5; local $h{n} = 1; print join ",", map {"$_$h{$_}"} sort keys %h } print join ",", map {"$_$h{$_}"} sort keys %h;`,
		`my @l = (1,2,3); { local $l[1] = 7; print "@l" } print "@l"; my %m = (k=>1); { local @m{qw(k j)} = (5,6); print $m{k} } print $m{k}, exists $m{j} ? 1 : 0;`,
		`$_ = "outer"; for (1..2) { print } print; { local $_ = "in"; print } print; my @m = map { my $x = $_; $x } 1; print;`,
		`our $v = 1; eval { local $v = 2; die "x\n" }; print $v; sub early { local $v = 3; return $v } print early(), $v;`,
		`{ local $/ = undef; print defined $/ ? 1 : 0 } print length $/; { local $" = ":"; my @x = (1,2); print "@x" } { local $, = "+"; local $\ = "!"; print 1,2 } print 3;`,
		`our $level = 0; sub nest { local $level = $level + 1; return $level >= 3 ? $level : nest() } print nest(), $level;`,
		`sub m1 { "abc" =~ /(b)/; return $1 } "xyz" =~ /(y)/; my $r = m1(); print "$r$1"; if ("foo" =~ /(o)/) { m1(); print $1 }`,
		`our ($p, $q) = (1,2); sub both { "$p$q" } { local ($p, $q) = (8,9); print both() } print both(); my $f = do { local $p = 4; sub { $p } }; print $f->();`,
		`package Foo; our $pk = "foo"; sub get { $pk } package main; our $pk = "main"; print $pk, $Foo::pk, Foo::get(), $main::pk, $::pk;`,
		`no strict; $undeclared = 5; print $undeclared, $main::undeclared; @arr = (1,2); print "@arr$#arr"; $h{x} = 1; print %h;`,
		`our $n = 0; sub count { local $n = $n + 1; $n < 5 ? count() : $n } print count(); print $n; { local $SIG{__WARN__} = sub { print "W:$_[0]" }; warn "hey\n"; }`,
		`local $SIG{__DIE__} = sub { print "D:$_[0]" }; eval { die "bye\n" }; print "after:$@";`,
	})
}

func TestExceptions(t *testing.T) {
	agree(t, []string{
		`eval { die "msg" }; print $@; eval { die "nl\n" }; print $@; eval { my $x = 1 / 0 }; print $@; eval { my $x = 1 % 0 }; print $@;`,
		`eval { undef->method }; print $@; eval { "Nope"->method }; print $@; eval { my $x = {}; $x->m }; print $@; eval { nosuch(1) }; print $@;`,
		`use strict; eval { my $x = "str"; my @y = @$x }; print $@; eval { my $x; my @y = @$x; print "auto" }; print $@; eval { my $h = []; $h->{a} }; print $@; eval { my $c = 5; $c->() }; print $@;`,
		`eval { die { code => 42 } }; print $@->{code}; eval { die [1,2] }; print "@{$@}"; package E; sub new { bless {m=>$_[1]}, $_[0] } sub throw { die $_[0]->new($_[1]) } sub msg { $_[0]{m} } package main; eval { E->throw("boo") }; print ref $@, $@->msg if ref $@ && $@->isa('E');`,
		`my $r = eval { 5 }; print $r, "[$@]"; my @l = eval { (1,2) }; print "@l"; my $u = eval { die "x\n"; 1 }; print defined $u ? 1 : 0; print "caught" unless eval { die "y\n"; 1 };`,
		`eval { eval { die "in\n" }; print "1:$@"; die "out\n" }; print "2:$@"; eval { eval { die "a\n" }; die }; print $@; eval { die "foo\n" }; eval { 1 }; print "[$@]";`,
		`sub risky { die "risk\n" if $_[0]; "safe" } for my $v (0, 1) { my $res = eval { risky($v) } // "failed: $@"; print $res }`,
		`my @l = ("ab", "cd"); foreach my $x (@l) { eval '$x =~ tr/a-d/A-D/'; } print "@l"; sub cl { my ($v, @w) = @_; my $r = eval 'push @w, $v; my $f = sub { $v++ . "@w" }; $f->() . $v . "@_"'; $r . $v . $@ } print cl(1, 2); for my $i (1..2) { print eval { eval '$i * 10' } }`,
		`my $ok = eval "1 +"; print defined $ok ? 1 : "syntax" ; print $@ ? "err" : "none"; print eval "2*3"; eval "die 'strdie'"; print $@; my $v = 3; print eval '$v * 2'; eval 'sub dyn { "dyn$_[0]" }'; print dyn(1); eval '$v = 10'; print $v;`,
		`use feature 'try'; no warnings; sub t { try { die "oops\n" if $_[0]; return "fine" } catch ($e) { return "c:$e" } } print t(0), t(1); try { print "body" } catch ($e) { print "no" } finally { print "fin" }`,
		`local $@ = "keep"; eval { 1 }; print "[$@]"; my $x = eval { local $@; eval { die "inner\n" }; "v" }; print $x; eval { die "line" . "\n" } or print "or:$@";`,
		`sub f { eval { return "from eval" }; return "after" } print f(); sub g { my $r = eval { return (1,2,3) }; $r } print g(); my @r = eval { return (4,5) }; print "@r"; for (1..3) { eval { next if $_ == 2; print $_ }; }`,
		`warn "to stderr\n"; print "done"; exit 3;`,
		`die "final\n";`, `die { a => 1 };`, `exit;`, `$! = 5; die "errno\n";`, `eval { exit 4 }; print "not";`,
		`print "before"; END { print "end" } print "after"; END { print "end2" }`, `BEGIN { print "b" } print "m"; sub x { "x" } BEGIN { print x() }`,
		`eval { my @a = (1) x 3; splice(@a, 5, 1); print scalar @a }; my $obj = eval { Foo->new } || "none"; print $obj; print $@ =~ /^Can't locate object method "new" via package "Foo" \(perhaps/ ? "ok" : $@;`,
		`my $depth = 0; sub deep { $depth++; deep() if $depth < 5000; } deep(); print $depth; eval { die bless({}, 'Err') }; print ref $@; print "x" if $@ isa Err;`,
		`sub thrower { die "at line\n" } sub wrap { eval { thrower(); 1 } or do { my $e = $@; chomp $e; return "wrapped($e)" } } print wrap(); my $res = eval { 0 }; print defined $res ? "zero" : "undef";`,
	})
}

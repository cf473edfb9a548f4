package runtime

// This file defines the tests of the warnings of compile time.

import (
	"slices"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
)

// compileTimeWarnings returns what is noted while a text is resolved, the last statement left out.
func compileTimeWarnings(t *testing.T, text string) []string {
	t.Helper()
	p, diags := Compile(source.NewFile("t.pl", text), testRegistry(), false)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", text, diags)
	}
	var out []string
	for _, n := range p.notices {
		out = append(out, n.text)
	}
	return out
}

func TestCompileTimeWarnings(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`use warnings; my $x = 1; my $x = 2; 1;`, []string{`"my" variable $x masks earlier declaration in same scope`}},
		{`use warnings; my ($x, $x); 1;`, []string{`"my" variable $x masks earlier declaration in same statement`}},
		{`use warnings; { my $x; { my $x; } } 1;`, nil},
		{`use warnings; our $x; our $x; 1;`, []string{`"our" variable $x redeclared`}},
		{`my $x; my $x; use warnings; 1;`, nil},
		{`use warnings; 5; 1;`, []string{`Useless use of a constant (5) in void context`}},
		{`use warnings; 0; 1; "text"; 1;`, []string{`Useless use of a constant ("text") in void context`}},
		{`use warnings; no warnings "void"; 5; 1;`, nil},
		{`use warnings; my ($x, @y); $x + 1; @y; -$x; 1;`, []string{`Useless use of addition (+) in void context`, `Useless use of private array in void context`,
			`Useless use of negation (-) in void context`}},
		{`use warnings; sub f { 5 } sub g { 6; 7 } 1;`, []string{`Useless use of a constant (6) in void context`}},
		{`use warnings; for (1, 2) { 5 } 1;`, []string{`Useless use of a constant (5) in void context`}},
		{`use warnings; my $x; if ($x = 1) { f() } sub f {} 1;`, []string{`Found = in conditional, should be ==`}},
		{`use warnings; my $x; if (($x = 1) == 2) { f() } sub f {} 1;`, nil},
		{`use warnings; my @w = qw(a, b); 1;`, []string{`Possible attempt to separate words with commas`}},
		{`use warnings; my @w = qw(a #b); 1;`, []string{`Possible attempt to put comments in qw() list`}},
		{`use warnings; my $x; $x =- 1; 1;`, []string{`Reversed -= operator`}},
		{`use warnings; my $x; $x = -1; 1;`, nil},
		{`use warnings; my $x, my $y = 1; 1;`, nil},
		{`use warnings; our $y; my $x, $y = 1; 1;`, []string{`Parentheses missing around "my" list`}},
		{`use warnings; my @a; my $v = @a[0]; 1;`, []string{`Scalar value @a[0] better written as $a[0]`}},
		{`use warnings; my %h; my $v = @h{"k"}; 1;`, []string{`Scalar value @h{"k"} better written as $h{"k"}`}},
		{`use warnings; my (@a, @b); my @v = (@a[0, 1], @a[@b]); 1;`, nil},
		{`use warnings; my @a; my $n = length(@a); 1;`, []string{`length() used on @a (did you mean "scalar(@a)"?)`}},
		{`use warnings; my $x = 1; my $y = $x & $x == 1; 1;`, []string{`Possible precedence problem on bitwise & operator`}},
		{`use warnings; my $y = 1__0; 1;`, []string{`Misplaced _ in number`}},
		{`use warnings; my $y = 0xFFFFFFFFF; 1;`, []string{`Hexadecimal number > 0xffffffff non-portable`}},
		{`use warnings; my $y = "a\qb"; 1;`, []string{`Unrecognized escape \q passed through`}},
		{`use warnings; my $y = 'a\qb'; 1;`, nil},
		{`use warnings; sub f { 1 } sub f { 2 } 1;`, []string{`Subroutine f redefined`}},
		{`use warnings; sub f { my $x; sub g { $x } } 1;`, []string{`Variable "$x" will not stay shared`}},
		{`use warnings; f(1); sub f($) {} 1;`, []string{`main::f() called too early to check prototype`}},
		{`use warnings; my @a; print "x" if @a =~ /x/; 1;`, []string{`Applying pattern match (m//) to @a will act on scalar(@a)`}},
		{`use warnings; my $x = "" =~ /\y/; 1;`, []string{`Unrecognized escape \y passed through in regex; marked by <-- HERE in m/\y <-- HERE /`}},
	} {
		if got := compileTimeWarnings(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestOnlyOnceIsFine(t *testing.T) {
	for name, want := range map[string]bool{"main::x": false, "Foo::bar": false, "main::ENV": true, "Foo::ENV": false, "Foo::ISA": true, "main::a": true,
		"main::_": true, "main::1": true, "main::": true, "main::STDIN": true, "main::^W": true, "Foo::_private": true} {
		if got := onlyOnceIsFine(name); got != want {
			t.Errorf("onlyOnceIsFine(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestCategories(t *testing.T) {
	var all category
	for i, name := range categoryNames() {
		if name == "" {
			continue
		}
		set := categoryOf(name)
		if set != 1<<i {
			t.Errorf("categoryOf(%q) = %b, want bit %d", name, set, i)
		}
		all |= set
	}
	for name, part := range map[string]string{"io": "closed", "utf8": "surrogate", "syntax": "printf", "all": "void"} {
		if categoryOf(name)&categoryOf(part) == 0 {
			t.Errorf("%s does not hold %s", name, part)
		}
	}
	if categoryOf("no such name") != warnOther || all&warnOther != 0 {
		t.Error("an unknown name must have a bit of its own")
	}
}

func TestApplyWarnings(t *testing.T) {
	var p pragmas
	p.applyWarnings(true, []string{"void"})
	if !p.warns(warnVoid) || p.warns(warnUninit) {
		t.Errorf("one category: %+v", p)
	}
	p.applyWarnings(true, nil)
	p.applyWarnings(false, []string{"once"})
	if p.warns(warnOnce) || !p.warns(warnUninit) || p.fatal != 0 {
		t.Errorf("all but one: %+v", p)
	}
	p.applyWarnings(true, []string{"FATAL", "uninitialized"})
	if p.fatal != warnUninit {
		t.Errorf("one fatal category: %b", p.fatal)
	}
	p.applyWarnings(true, []string{"NONFATAL", "all"})
	if p.fatal != 0 {
		t.Errorf("none fatal: %b", p.fatal)
	}
}

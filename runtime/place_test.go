package runtime

// This file tests what debuggers and traces see of a script that has stopped before a statement.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

// halted runs a script and calls f before each statement that begins on a line with a comment "# here".
func halted(t *testing.T, text string, debug bool, f func(vm *VM)) (out string, exit int, err error) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	var vm *VM
	busy := false
	vm = New(Config{Registry: testRegistry(), Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Debug: debug, Trace: func(file *source.File, at source.Span) {
		if !busy && strings.Contains(file.LineText(file.Line(at.Start)), "# here") {
			busy = true
			f(vm)
			busy = false
		}
	}})
	p, diags := vm.Compile(source.NewFile("t.pl", text))
	if diags.HasErrors() {
		t.Fatalf("%s: %v", text, diags)
	}
	exit, err = vm.Run(context.Background(), p)
	return stdout.String() + stderr.String(), exit, err
}

// joined is the text of values.
func joined(values []value.Value) string {
	var parts []string
	for _, v := range values {
		parts = append(parts, v.Load().String())
	}
	return strings.Join(parts, ",")
}

func TestEvaluateSeesThePlace(t *testing.T) {
	for _, c := range []struct{ name, script, expression, want string }{
		{"a variable of the file", "my $x = 3;\n1; # here", "$x", "3"},
		{"arrays and hashes", "my @a = (1, 2); my %h = (k => 'v');\n1; # here", "@a, $a[1], $h{k}, scalar(@a)", "1,2,2,v,2"},
		{"of a sub", "sub f { my ($p, $q) = @_;\n1; # here\n} f(4, 5);", "$p + $q", "9"},
		{"its arguments", "sub f { my $p = shift;\n1; # here\n} f(4, 5, 6);", "@_", "5,6"},
		{"of each turn of a loop", "for my $i (1 .. 3) { my $sq = $i * $i;\n1; # here\n}", "$i, $sq", "1,1|2,4|3,9"},
		{"of a closure", "sub make { my $n = shift; return sub { my $k = 1; $n++;\n1; # here\n} } my $c = make(7); $c->(); $c->();", "$n", "8|9"},
		{"the innermost of the name", "my $x = 1; { my $x = 2;\n1; # here\n}\n1; # here", "$x", "2|1"},
		{"none that comes later", "our $x = 'package';\n1; # here\nmy $x = 5;", "$x", "package"},
		{"recursion", "sub f { my $d = shift; f($d - 1) if $d > 0;\n1; # here\n} f(2);", "$d", "0|1|2"},
		{"in a block of map", "my @r = map { my $y = $_ * 2;\n$y # here\n} (1, 2);", "$y, $_", "2,1|4,2"},
		{"in a string eval", "my $x = 2; eval 'my $y = $x + 1;\n1; # here\n';", "$x, $y", "2,3"},
		{"state variables", "use feature 'state'; sub f { state $n = 5; $n++;\n1; # here\n} f(); f();", "$n", "6|7"},
		{"the package", "package P; our $v = 'mine';\n1; # here", "$v . __PACKAGE__", "mineP"},
		{"without strictness", "use strict; my $x = 1;\n1; # here", "$nowhere, $x", ",1"},
		{"in list context", "1; # here", "wantarray ? 'list' : 'scalar'", "list"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			out, exit, err := halted(t, c.script, true, func(vm *VM) {
				values, err := vm.Evaluate(c.expression)
				if err != nil {
					t.Errorf("%s: %v", c.expression, err)
				}
				got = append(got, joined(values))
			})
			if text := strings.Join(got, "|"); text != c.want || exit != 0 || err != nil {
				t.Errorf("got %q, want %q; exit %d, %v: %s", text, c.want, exit, err, out)
			}
		})
	}
}

func TestEvaluateChangesThePlace(t *testing.T) {
	for _, c := range []struct{ script, change, want string }{
		{"my $x = 1;\n1; # here\nprint $x;", "$x = 9", "9"},
		{"my @a = (1);\n1; # here\nprint \"@a\";", "push @a, 2, 3", "1 2 3"},
		{"sub f { my ($p) = @_;\n1; # here\nreturn $p } print f(1);", "$p *= 50", "50"},
		{"my @l = (1, 2); for my $i (@l) {\nprint $i; # here\n}", "$i = $i . 'x'", "1x2x"},
		{"my $n = 1; my $c = sub {\n$n++; # here\n}; $c->(); print $n;", "$n = 10", "11"},
		{"$@ = 'kept'; 'abc' =~ /(b)/;\nprint \"$@ $1\"; # here", "eval { die 'x' }; 'z' =~ /(z)/; 1", "kept b"},
	} {
		out, exit, err := halted(t, c.script, true, func(vm *VM) {
			if _, err := vm.Evaluate(c.change); err != nil {
				t.Errorf("%s: %v", c.change, err)
			}
		})
		if out != c.want || exit != 0 || err != nil {
			t.Errorf("%s with %s: %q, want %q; exit %d, %v", c.script, c.change, out, c.want, exit, err)
		}
	}
}

func TestEvaluateFails(t *testing.T) {
	var list diag.List
	var die *Die
	var jumped *Jumped
	for _, c := range []struct {
		text string
		as   any
	}{
		{"1 +", &list}, {"if (", &list}, {"die 'x'", &die}, {"undef()->method", &die}, {"next", &jumped}, {"last", &jumped},
	} {
		out, exit, err := halted(t, "my $i = 0; for (1 .. 2) {\n$i++; # here\n} print $i;", true, func(vm *VM) {
			if _, err := vm.Evaluate(c.text); err == nil || !errors.As(err, c.as) || err.Error() == "" {
				t.Errorf("%s: %T %v", c.text, err, err)
			}
		})
		if out != "2" || exit != 0 || err != nil {
			t.Errorf("%s disturbs the script: %q, exit %d, %v", c.text, out, exit, err)
		}
	}
	if _, exit, _ := halted(t, "1; # here\nprint 'on';", true, func(vm *VM) { _, _ = vm.Evaluate("exit 4") }); exit != 4 {
		t.Errorf("exit %d", exit)
	}
}

// Without Debug package variables alone are seen, and nothing breaks.
func TestEvaluateWithoutDebug(t *testing.T) {
	out, _, err := halted(t, "our $x = 1; my $y = 2;\nprint $y; # here", false, func(vm *VM) {
		if values, err := vm.Evaluate("$x, defined $y ? 1 : 0"); err != nil || joined(values) != "1,0" {
			t.Errorf("%q, %v", joined(values), err)
		}
		if names := vm.Lexicals(); names != nil || vm.Binding("$y") != nil {
			t.Errorf("sees %q", names)
		}
	})
	if out != "2" || err != nil {
		t.Errorf("%q, %v", out, err)
	}
	idle := New(Config{Registry: testRegistry(), Stdin: strings.NewReader("")})
	if idle.Mentions() != nil || idle.Lexicals() != nil || idle.Binding("$x") != nil {
		t.Error("a VM that runs nothing has stopped somewhere")
	}
}

func TestNamesInSight(t *testing.T) {
	var seen []string
	bound := map[any]bool{}
	_, _, err := halted(t, "my ($x, @y);\nsub f { my %z;\n1; # here\n{ my $x; 1; # here\n} } f(); our $g;\n1; # here", true, func(vm *VM) {
		seen = append(seen, strings.Join(vm.Lexicals(), " "))
		bound[vm.Binding("$x")] = true
		if vm.Binding("$g") != nil || vm.Binding("$none") != nil {
			t.Error("a package variable is bound")
		}
	})
	if got := strings.Join(seen, "|"); got != "$x %z @y|$x %z @y|$x %z @y|$g $x @y" && got != "$x %z @y|$x %z @y|$g $x @y" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if len(bound) != 2 || bound[nil] {
		t.Errorf("%d variables $x", len(bound))
	}
}

func TestSubPlace(t *testing.T) {
	vm, p, _ := start(t, testRegistry(), Config{}, "sub f {\n\n  # first\n  return 1;\n}\nsub empty {}\npackage Q; sub g { 2 }")
	if _, err := vm.Run(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"f": 4, "main::f": 4, "empty": 6, "Q::g": 7} {
		at, ok := vm.SubPlace(name)
		if !ok || at.File.Line(at.First) != want {
			t.Errorf("%s: %v %+v", name, ok, at)
		}
	}
	if _, ok := vm.SubPlace("none"); ok {
		t.Error("a sub that is not there has a place")
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"my $x = 3; my @a = (1, 2);\nmy $y = $x + @a; # here", "$x=3 @a=1,2"},
		{"my %h = (k => 1); my $k = 'k';\nprint $h{$k}; # here", "%h=k,1 $k=k"},
		{"our $g = 5;\n$g++ for 1 .. 1; # here", "$g=5"},
		{"my $x = 1;\nprint $x if $x; # here", "$x=1"},
		{"for (7) {\nprint $_; # here\n}", "$_=7"},
		{"my $f = sub { my $in = 1; $in };\nmy $z = 2; # here", ""},
	} {
		var got []string
		_, _, err := halted(t, c.script, false, func(vm *VM) {
			for _, m := range vm.Mentions() {
				got = append(got, fmt.Sprintf("%s=%s", m.Name, joined(m.Values)))
			}
		})
		if text := strings.Join(got, " "); text != c.want || err != nil {
			t.Errorf("%q: %q, want %q; %v", c.script, text, c.want, err)
		}
	}
}

// A statement with a modifier is one statement; the last one of a sub is told of whatever it is.
func TestStatementsAreToldOfOnce(t *testing.T) {
	for _, c := range []struct {
		script string
		lines  string
	}{
		{"my $x = 1;\nprint '' if $x;\nprint '' for 1 .. 2;\n$x++ while $x < 3;", "1 2 3 4"},
		{"sub f {\nif (1) {\nreturn 1;\n}\n}\nf();", "6 2 3"},
		{"sub f {\nfor (1 .. 2) {\n1;\n}\n}\nf();", "6 2 3 3"},
		{"{\n1;\n{\n2;\n}\n}", "2 4"},
		{"my @a = map {\nmy $q = 1;\n$_;\n} 1 .. 2;", "1 2 3 2 3"},
	} {
		var lines []string
		vm, p, _ := start(t, testRegistry(), Config{Trace: func(f *source.File, at source.Span) { lines = append(lines, fmt.Sprint(f.Line(at.Start))) }}, c.script)
		if _, err := vm.Run(context.Background(), p); err != nil {
			t.Errorf("%q: %v", c.script, err)
		}
		if got := strings.Join(lines, " "); got != c.lines {
			t.Errorf("%q: %s, want %s", c.script, got, c.lines)
		}
	}
}

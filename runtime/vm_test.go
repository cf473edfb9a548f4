package runtime

// This file defines the tests of what only Go code sees: limits, cancellation, commands, native functions, sharing.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

// start compiles a script and returns a VM for it, with its standard output.
func start(t *testing.T, r *Registry, cfg Config, text string) (*VM, *Program, *bytes.Buffer) {
	t.Helper()
	p, diags := Compile(source.NewFile("t.pl", text), r, false)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", text, diags)
	}
	out := &bytes.Buffer{}
	cfg.Registry, cfg.Stdout, cfg.Stdin = r, out, strings.NewReader("")
	if cfg.Stderr == nil {
		cfg.Stderr = &bytes.Buffer{}
	}
	return New(cfg), p, out
}

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		name, script, limit string
		limits              Limits
	}{
		{"steps", `while (1) { $x++ }`, "steps", Limits{Steps: 5000}},
		{"steps in a call", `sub f { f() } f();`, "steps", Limits{Steps: 5000}},
		{"eval does not stop it", `eval { 1 while 1 }; print "still here";`, "steps", Limits{Steps: 5000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			vm, p, out := start(t, testRegistry(), Config{Limits: c.limits}, c.script)
			exit, err := vm.Run(context.Background(), p)
			var limit *LimitError
			if !errors.As(err, &limit) || limit.Limit != c.limit || exit != 6 {
				t.Errorf("got exit %d, %v; want exit 6 and the limit %s", exit, err, c.limit)
			}
			if out.Len() > 0 {
				t.Errorf("the script went on: %q", out)
			}
		})
	}
}

func TestDepthLimitIsAnException(t *testing.T) {
	vm, p, out := start(t, testRegistry(), Config{Limits: Limits{Depth: 1000}}, `my $n = 0; sub f { $n++; f() } eval { f() }; print "$n $@";`)
	if _, err := vm.Run(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.HasPrefix(got, "1000 Deep recursion limit exceeded (1000 nested calls) at t.pl line 1") {
		t.Errorf("got %q", got)
	}
}

func TestDeepRecursion(t *testing.T) {
	vm, p, out := start(t, testRegistry(), Config{}, `sub down { my $n = shift; return $n == 0 ? 0 : 1 + down($n - 1) } print down(100_000);`)
	if _, err := vm.Run(context.Background(), p); err != nil || out.String() != "100000" {
		t.Errorf("got %q, %v", out, err)
	}
}

func TestCancellation(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	r := testRegistry()
	r.Add(&Entry{Usage: "stopnow", Fn0: func(*VM) value.Value { cancel(); return value.Undef }})
	vm, p, _ := start(t, r, Config{}, `stopnow(); eval { 1 while 1 }; 1 while 1;`)
	exit, err := vm.Run(ctx, p)
	if exit != 130 || !errors.Is(err, context.Canceled) {
		t.Errorf("got exit %d, %v; want 130 and the cancellation", exit, err)
	}
}

// commandRegistry has a command that succeeds with a number, one that fails, and one that finds several things.
func commandRegistry() *Registry {
	r := testRegistry()
	r.Add(
		&Entry{Usage: "GIVE <int>", Command: func(c *CommandCall) (value.Value, error) {
			n, _ := c.Slot("int")
			return Succeeded(n.ToInt()), nil
		}},
		&Entry{Usage: "REFUSE <machine> [LOUDLY]", Command: func(c *CommandCall) (value.Value, error) {
			return value.Undef, &engine.Error{Code: engine.CodeNoMachine, Subject: c.Text("machine")}
		}},
		&Entry{Usage: "LOCATE <word> {, <word>}", Command: func(c *CommandCall) (value.Value, error) {
			for _, a := range c.Args {
				c.Found = append(c.Found, a.Value)
			}
			return value.Int(int64(len(c.Found))), nil
		}},
		&Entry{Usage: "TELL (ALOUD | ABOUT <path>)", Command: func(c *CommandCall) (value.Value, error) {
			c.Print("%s %v", c.Text("path"), c.Has("ALOUD"))
			return value.Undef, nil
		}},
	)
	return r
}

func TestCommands(t *testing.T) {
	for _, c := range []struct {
		name, script, want string
		failures           int
		exit               int
		onError            string
	}{
		{name: "value", script: `my $n = give 7; print $n + 1;`, want: "8"},
		{name: "zero is success", script: `print give(0) ? "t" : "f" if 0; if ((give 0) == 0) { print "zero" } my $z = give 0; print $z ? "true" : "false";`, want: "zerotrue"},
		{name: "letter case and keywords as names", script: `my %h = (give => 1); GIVE 3; print $h{give}; sub locate { "sub" } print locate("x");`, want: "1sub"},
		{name: "handled by test", script: `my $r = refuse beta; print $r < 0 ? "no " : "yes ", $r + 0; print $r ? "T" : "F";`, want: "no -109F"},
		{name: "handled by or", script: `refuse beta or print "code ", $! + 0, " text $!";`, want: "code -109 text beta: there is no such machine"},
		{name: "unhandled goes on", script: `refuse beta; print "on";`, want: "on", failures: 1},
		{name: "unlooked at value", script: `my $r = refuse beta; print "on";`, want: "on", failures: 1},
		{name: "on error stop", script: `refuse beta; print "on";`, onError: "stop", exit: 1},
		{name: "on error stop, handled", script: `if ((refuse beta) < 0) { print "handled" }`, onError: "stop", want: "handled"},
		{name: "autodie", script: `use autodie; eval { refuse beta; print "on" }; print "died: $@";`, want: "died: beta: there is no such machine at t.pl line 1.\n"},
		{name: "list", script: `my @l = locate one, two, three; print "@l"; my $n = locate one, two; print $n;`, want: "one two three2"},
		{name: "backslash and variables", script: `my $d = "data"; my %h = (k => "v"); tell about "d:\$d\new"; tell about "/x/$h{k}"; tell ABOUT "/y/${d}"; tell aloud;`,
			want: "d:$d\\new false\n/x/v false\n/y/data false\n true\n"},
		{name: "in conditions", script: `print "a" if give 1; print "b" unless refuse beta; my @x = ((give 1), 2); push @x, give 5; print "@x";`, want: "ab1 2 5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var reported []*diag.Diagnostic
			vm, p, out := start(t, commandRegistry(), Config{OnError: c.onError, Report: func(d *diag.Diagnostic) { reported = append(reported, d) }}, c.script)
			exit, err := vm.Run(context.Background(), p)
			if out.String() != c.want || exit != c.exit {
				t.Errorf("got %q exit %d (%v), want %q exit %d", out, exit, err, c.want, c.exit)
			}
			if n := len(vm.Unhandled()); n != c.failures {
				t.Errorf("%d unhandled failures, want %d", n, c.failures)
			}
			for _, d := range reported {
				if d.Help == "" || d.File == nil || !strings.Contains(d.Message, "-109") {
					t.Errorf("the diagnostic lacks help, place or code: %+v", d)
				}
			}
		})
	}
}

func TestCommandDiagnosticPointsAtTheArgument(t *testing.T) {
	var got *diag.Diagnostic
	vm, p, _ := start(t, commandRegistry(), Config{Report: func(d *diag.Diagnostic) { got = d }}, "give 1;\nrefuse beta loudly;")
	if _, err := vm.Run(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if text := got.File.Of(got.Span); text != "beta" {
		t.Errorf("the caret is under %q, want beta", text)
	}
}

func TestNativeArguments(t *testing.T) {
	r := testRegistry()
	show := func(c *Call) value.Value {
		var kinds []string
		for _, a := range c.Args {
			kinds = append(kinds, fmt.Sprintf("%d", a.Kind()))
		}
		return value.Str(strings.Join(kinds, ","))
	}
	r.Add(
		&Entry{Usage: "takelist LIST", Call: show},
		&Entry{Usage: "takearray ARRAY,EXPR", Call: show},
		&Entry{Usage: "takeplace VARIABLE", Call: func(c *Call) value.Value {
			c.Arg(0).Cell().Set(value.Str("written"))
			return value.Int(1)
		}},
		&Entry{Usage: "takeblock BLOCK LIST", Call: func(c *Call) value.Value {
			var out []value.Value
			for _, a := range c.Args[1:] {
				out = append(out, c.VM.Call(c.Arg(0).Code(), []value.Value{a}, nil))
			}
			return c.Return(out...)
		}},
		&Entry{Usage: "double EXPR\ndouble", Fn1: func(_ *VM, a value.Value) value.Value { return value.Add(a, a) }},
		&Entry{Usage: "fail EXPR", Call: func(c *Call) value.Value { c.Die("no %s", c.Arg(0)); return value.Undef }},
		&Entry{Module: "My::Mod", Usage: "exported LIST", Default: true, Call: func(c *Call) value.Value { return value.Int(int64(len(c.Args))) }},
	)
	for _, c := range []struct{ script, want string }{
		{`my @a = (1, "x"); print takelist @a, 2.5;`, "1,4,2"},
		{`my @a = (1, 2); print takearray @a, "k";`, "7,4"},
		{`my $x; takeplace $x; my %h; takeplace $h{k}; my @a; takeplace $a[2]; print "$x $h{k} $a[2]";`, "written written written"},
		{`print takeblock { $_[0] * 2 } 1, 2; my $last = takeblock { $_[0] } 5, 6; print $last;`, "246"},
		{`$_ = 4; print double, double 3; print join ",", map double, 1, 2;`, "862,4"},
		{"eval { fail 'luck' };\nprint $@;", "no luck at t.pl line 1.\n"},
		{`use My::Mod; print exported(1,2,3), My::Mod::exported(1), main->can('exported') ? "can" : "cannot";`, "31can"},
		{`eval { require No::Such::Module }; print $@ =~ /^Can't locate No\/Such\/Module.pm in \@INC/ ? "ok" : $@;`, "ok"},
	} {
		vm, p, out := start(t, r, Config{}, c.script)
		if _, err := vm.Run(context.Background(), p); err != nil || out.String() != c.want {
			t.Errorf("%s\n got %q, %v\nwant %q", c.script, out, err, c.want)
		}
	}
}

func TestProgramsAreShared(t *testing.T) {
	r := testRegistry()
	p, diags := Compile(source.NewFile("t.pl", `use strict; my $n = 0; my @l; sub add { my ($x) = @_; $n += $x; push @l, $x; } add($_) for 1..100; my $f = sub { $n }; print $f->(), " ", scalar @l;`), r, true)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var out bytes.Buffer
			vm := New(Config{Registry: r, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &bytes.Buffer{}})
			if _, err := vm.Run(context.Background(), p); err != nil || out.String() != "5050 100" {
				t.Errorf("got %q, %v", &out, err)
			}
		}()
	}
	wg.Wait()
}

func TestStrictNames(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"use strict;\n$x = 1;", `Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?)`},
		{"use strict; my $x = 1; { my $y = 2 } print $y;", `Global symbol "$y"`},
		{"use strict; print @list;", `Global symbol "@list"`},
		{"use strict; my %h; print $g{x};", `Global symbol "%g"`},
		{"use v5.12; $x = 1;", `Global symbol "$x"`},
		{"my $x; local $x = 1;", "Can't localize lexical variable $x"},
	} {
		_, diags := Compile(source.NewFile("t.pl", c.script), testRegistry(), false)
		if !diags.HasErrors() || !strings.Contains(diags.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.script, diags, c.want)
		}
	}
	for _, script := range []string{
		"use strict; our $x = 1; print $x; print $main::y; @ARGV = (); $_ = 1; print $a, $b, $0, $1, %ENV;",
		"use strict; use vars qw($v @w); $v = 1; push @w, 2;",
		"use strict; { no strict 'vars'; $z = 1 } my $f = sub { my ($q) = @_; $q };",
		"use strict; for my $i (1..2) { $i } while (my $l = shift @ARGV) { $l } if ((my $k = 1) > 0) { $k }",
	} {
		if _, diags := Compile(source.NewFile("t.pl", script), testRegistry(), false); diags.HasErrors() {
			t.Errorf("%s: %v", script, diags)
		}
	}
}

func TestSignalHandlers(t *testing.T) {
	r := testRegistry()
	r.Add(&Entry{Usage: "ring", Fn0: func(vm *VM) value.Value { vm.Alarm(time.Millisecond); return value.Undef }})
	vm, p, out := start(t, r, Config{}, `local $SIG{ALRM} = sub { die "rang\n" }; ring(); eval { 1 while 1 }; print $@;`)
	if _, err := vm.Run(context.Background(), p); err != nil || out.String() != "rang\n" {
		t.Errorf("got %q, %v", out, err)
	}
}

func TestInternalFaultsBecomeExceptions(t *testing.T) {
	r := testRegistry()
	r.Add(&Entry{Usage: "broken", Fn0: func(*VM) value.Value { var a []int; return value.Int(int64(a[3])) }})
	vm, p, out := start(t, r, Config{}, `eval { broken() }; print $@ =~ /^internal error: .*index out of range/ ? "told" : $@;`)
	if _, err := vm.Run(context.Background(), p); err != nil || out.String() != "told" {
		t.Errorf("got %q, %v", out, err)
	}
}

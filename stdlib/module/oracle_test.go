package module_test

// This file defines the comparison with perl that the tests of the modules share: a list of expressions is evaluated by perl and by us.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/module"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// separator stands in front of the result of each expression.
const separator = "\x01"

// words returns the language with all modules.
func words() *runtime.Registry {
	r := runtime.NewRegistry()
	r.Add(perl.Entries()...)
	module.Register(r)
	return r
}

// expressionScript prints the values of expressions in list context, what they died of and what they warned of.
func expressionScript(setup string, exprs []string) string {
	var b strings.Builder
	b.WriteString(setup)
	b.WriteString(`
; my @warned__; local $SIG{__WARN__} = sub { push @warned__, @_ };
sub show__ { my ($v) = @_; !defined $v ? "undef" : ref $v eq "ARRAY" ? "[" . join(", ", map show__($_), @$v) . "]" : ref $v eq "HASH" ? "{" . join(", ", map "$_ => " . show__($v->{$_}), sort keys %$v) . "}"
	: ref $v eq "SCALAR" || ref $v eq "REF" ? "\\" . show__($$v) : ref $v eq "CODE" ? "CODE" : "$v" }
sub result__ { my $n = shift; print "\x01$n: ", join("|", map show__($_), @_), $@ ? " DIED $@" : "", @warned__ ? " WARNED @warned__" : ""; @warned__ = () }
$| = 1; binmode STDOUT, ":utf8";
`)
	for i, e := range exprs {
		fmt.Fprintf(&b, "{ my @r__ = eval <<'EXPRESSION__'; result__(%d, @r__) }\n%s\nEXPRESSION__\n", i, e)
	}
	return b.String()
}

// environment is the same for both sides.
func environment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=/", "TZ=UTC", "LC_ALL=C", "LANG=C"}
}

// underPerl runs a script file with perl in a directory.
func underPerl(t *testing.T, path, dir string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "perl", path)
	var out bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, environment(), &out, &out
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatalf("perl is the referee of these tests: %v", err)
	}
	return out.String()
}

// underUs runs the text of a script in a directory.
func underUs(t *testing.T, path, text, dir string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	r := words()
	program, diags := runtime.Compile(source.NewFile(path, text), r, false)
	if diags.HasErrors() {
		t.Fatal(diags.Error())
	}
	var out bytes.Buffer
	vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Env: environment(), Uncaught: func(err error) { out.WriteString(runtime.ErrorText(err)) }})
	if err := vm.Handles().Chdir(dir); err != nil {
		t.Fatal(err)
	}
	_, _ = vm.Run(ctx, program) // what it died of is in the output
	return out.String()
}

// sameAsPerl evaluates expressions behind a setup text under perl and under us; values, messages and warnings must be the same. Where a
// message names a place only that it names one is compared: perl's modules are files of their own.
func sameAsPerl(t *testing.T, setup string, exprs ...string) {
	t.Helper()
	text := expressionScript(setup, exprs)
	path := filepath.Join(t.TempDir(), "expressions.pl")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(` at (\S+|\(eval \d+\)) line \d+\.?`)
	address := regexp.MustCompile(`\(0x[0-9a-f]+\)`)
	results := func(out string) map[string]string {
		found := map[string]string{}
		for _, part := range strings.Split(address.ReplaceAllString(place.ReplaceAllString(out, " at PLACE"), "(ADDRESS)"), separator) {
			n, result, _ := strings.Cut(part, ": ")
			found[n] = result
		}
		return found
	}
	want, got := results(underPerl(t, path, t.TempDir())), results(underUs(t, path, text, t.TempDir()))
	for i, e := range exprs {
		n := fmt.Sprint(i)
		w, ok := want[n]
		if !ok {
			t.Fatalf("%s\nperl did not get that far: %.300s", e, underPerl(t, path, t.TempDir()))
		}
		g, ok := got[n]
		if !ok {
			t.Errorf("%s\nwe did not get that far: %q", e, got[fmt.Sprint(i-1)])
			return
		}
		if g != w {
			t.Errorf("%s\n  got  %q\n  perl %q", e, g, w)
		}
	}
}

// lines splits a list of expressions, one a line; empty lines and lines that begin with # are left out.
func lines(text string) (out []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

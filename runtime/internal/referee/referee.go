// Package referee lets tests ask perl: a table of expressions becomes one program, which writes one line for each, and each line is
// compared with what the package under test made of the same expression.
//
// A test brings a prelude, perl source that defines at least the sub t: it is given each expression as a sub and prints its line.
// In sight of the prelude and of the expressions are show (a text with everything but printable ASCII escaped, as Show does), wide (the
// text with its characters kept as such) and nv (the float of the bits of an integer). Warnings are as the prelude sets them.
//
// It knows nothing of the packages that it serves, so that their own tests can import it: a Value is seen through an interface.
package referee

// This file defines the questions, and the two forms in which values take part in them.

import (
	"context"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// common begins every program.
const common = `
use strict; use feature qw(fc bitwise); no feature 'bitwise';
sub show { my $s = shift; return 'undef' unless defined $s; $s = "$s";
	join '', map { my $c = ord; $c >= 32 && $c < 127 && $c != 92 ? chr $c : sprintf '\\x{%x}', $c } split //, $s }
sub wide { my $s = shift; utf8::upgrade($s); $s }
sub nv { unpack 'd', pack 'Q', shift }
`

// enough is the number of differences after which Check gives up.
const enough = 40

// Rows returns the line that perl writes for each expression. The test ends if perl is missing, fails, or writes another number of lines.
func Rows(t testing.TB, prelude string, exprs []string) []string {
	t.Helper()
	path, err := exec.LookPath("perl")
	if err != nil {
		t.Fatal("perl, the referee of this table, is not installed")
	}
	var b strings.Builder
	b.WriteString(common + prelude + "\n")
	for _, e := range exprs {
		fmt.Fprintf(&b, "t(sub { %s });\n", e)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-")
	cmd.Stdin = strings.NewReader(b.String())
	var faults strings.Builder
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("perl: %v\n%s", err, faults.String())
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(exprs) {
		t.Fatalf("perl gave %d lines for %d rows", len(lines), len(exprs))
	}
	return lines
}

// Check compares got, the line of each expression as the package under test makes it, with perl's.
func Check(t testing.TB, prelude string, exprs, got []string) {
	t.Helper()
	bad := 0
	for i, want := range Rows(t, prelude, exprs) {
		if got[i] == want {
			continue
		}
		t.Errorf("%s\n  perl %s\n  here %s", exprs[i], want, got[i])
		if bad++; bad == enough {
			t.Fatalf("too many differences; giving up at row %d of %d", i, len(exprs))
		}
	}
}

// A Value is an undef, number or string of the language.
type Value interface {
	Defined() bool
	IsInt() bool
	I() int64 // of an int
	IsFloat() bool
	F() float64 // of a float
	IsNumber() bool
	IsWide() bool
	String() string
	UTF8() string
}

// Literal returns v as perl source.
func Literal(v Value) string {
	switch {
	case !v.Defined():
		return "undef"
	case v.IsInt() && v.I() == math.MinInt64:
		return "(-9223372036854775807-1)"
	case v.IsInt():
		return "(" + v.String() + ")"
	case v.IsFloat():
		return fmt.Sprintf("nv(%d)", math.Float64bits(v.F()))
	case v.IsNumber():
		return v.String()
	}
	var b strings.Builder
	for _, r := range v.UTF8() {
		fmt.Fprintf(&b, `\x{%x}`, r)
	}
	if v.IsWide() {
		return `wide("` + b.String() + `")`
	}
	return `"` + b.String() + `"`
}

// Show returns the characters of v as the sub show does.
func Show(v Value) string {
	if !v.Defined() {
		return "undef"
	}
	var b strings.Builder
	for _, r := range v.UTF8() {
		if r >= 32 && r < 127 && r != '\\' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\x{%x}`, r)
		}
	}
	return b.String()
}

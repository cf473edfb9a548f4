package format

// This file defines how tests ask perl: a table of expressions becomes one program, one line of output each.

import (
	"context"
	"fmt"
	"math"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

const perlHeader = `
use strict; use warnings; no warnings qw(once void portable overflow); use feature qw(fc bitwise); no feature 'bitwise';
sub show { my $s = shift; return 'undef' unless defined $s; $s = "$s";
	join '', map { my $c = ord; $c >= 32 && $c < 127 && $c != 92 ? chr $c : sprintf '\\x{%x}', $c } split //, $s }
sub wide { my $s = shift; utf8::upgrade($s); $s }
sub nv { unpack 'd', pack 'Q', shift }
sub t { use warnings; my @w; local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/ at - line.*//s; $w =~ s/value \$[\w\[\]\$]+ in/value in/; push @w, $w };
	my @r = eval { $_[0]->() }; my $e = $@; $e =~ s/ at - line.*//s;
	print $e ne '' ? "die: $e" : join('|', map show($_), @r), map(" W:" . show($_), @w), "\n" }
`

// perlRows evaluates perl expressions and returns a line of output for each.
func perlRows(t *testing.T, exprs []string) []string {
	t.Helper()
	path, err := exec.LookPath("perl")
	if err != nil || runtime.GOOS == "windows" {
		t.Fatal("perl, the referee of this table, is not installed")
	}
	var b strings.Builder
	b.WriteString(perlHeader)
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

// A row is an expression of perl and what this package makes of it.
type row struct{ expr, got string }

func checkRows(t *testing.T, rows []row) {
	t.Helper()
	exprs := make([]string, len(rows))
	for i, r := range rows {
		exprs[i] = r.expr
	}
	bad := 0
	for i, want := range perlRows(t, exprs) {
		if rows[i].got != want {
			t.Errorf("%s\n  perl %s\n  here %s", rows[i].expr, want, rows[i].got)
			if bad++; bad == 400 {
				t.Fatalf("too many differences; giving up at row %d of %d", i, len(rows))
			}
		}
	}
}

// literal returns v as perl source.
func literal(v value.Value) string {
	switch v.Kind() {
	case value.KUndef:
		return "undef"
	case value.KInt:
		if v.I() == math.MinInt64 {
			return "(-9223372036854775807-1)"
		}
		return "(" + v.String() + ")"
	case value.KUint:
		return v.String()
	case value.KFloat:
		return fmt.Sprintf("nv(%d)", math.Float64bits(v.F()))
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

// show returns the characters of v as the sub of that name above does.
func show(v value.Value) string {
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

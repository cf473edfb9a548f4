package value

// This file defines how the tests of this package ask perl: single values, numbers in both of their forms.

import (
	"math"
	"strconv"
	"testing"

	"github.com/smrscript/smrscript/runtime/internal/referee"
)

const prelude = `
no warnings;
sub num { my $s = shift; show($s) . ' ' . sprintf('%.17g', $s) }
sub zero { my $s = num(shift); $s =~ s/ -0$/ 0/; $s }
sub t { my $r = eval { $_[0]->() }; my $e = $@; $e =~ s/ at .*//s; print $e ne '' ? "die: $e" : $r, "\n" }
`

// A row is an expression of perl and what this package makes of it.
type row struct{ expr, got string }

func checkRows(t *testing.T, rows []row) {
	t.Helper()
	exprs, got := make([]string, len(rows)), make([]string, len(rows))
	for i, r := range rows {
		exprs[i], got[i] = r.expr, r.got
	}
	referee.Check(t, prelude, exprs, got)
}

func literal(v Value) string { return referee.Literal(v) }

func show(v Value) string { return referee.Show(v) }

// num shows a number in both of its forms.
func num(v Value) string {
	f := v.ToFloat()
	switch {
	case math.IsNaN(f):
		return show(v) + " NaN"
	case math.IsInf(f, 1):
		return show(v) + " Inf"
	case math.IsInf(f, -1):
		return show(v) + " -Inf"
	}
	return show(v) + " " + strconv.FormatFloat(f, 'g', 17, 64)
}

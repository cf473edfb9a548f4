package format

// This file defines how the tests of this package ask perl: lists of values with the warnings and exceptions on the way.

import (
	"testing"

	"github.com/smrscript/smrscript/runtime/internal/referee"
	"github.com/smrscript/smrscript/runtime/value"
)

const prelude = `
use warnings; no warnings qw(once void portable overflow);
sub t { use warnings; my @w; local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/ at - line.*//s; $w =~ s/value \$[\w\[\]\$]+ in/value in/; push @w, $w };
	my @r = eval { $_[0]->() }; my $e = $@; $e =~ s/ at - line.*//s;
	print $e ne '' ? "die: $e" : join('|', map show($_), @r), map(" W:" . show($_), @w), "\n" }
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

func literal(v value.Value) string { return referee.Literal(v) }

func show(v value.Value) string { return referee.Show(v) }

package referee

// This file tests the referee itself: that values arrive in perl as they are, and that a difference is noticed.

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

const prelude = `
no warnings;
sub t { my $r = eval { $_[0]->() }; print $@ ne '' ? 'die: ' . $@ =~ s/ at .*//sr : $r, "\n" }
`

// value is a Value of a kind of its own: nil, int64, uint64, float64, string for bytes, []rune for characters.
type value struct{ of any }

func (v value) Defined() bool { return v.of != nil }
func (v value) I() int64      { return v.of.(int64) }
func (v value) F() float64    { return v.of.(float64) }
func (v value) IsInt() bool   { _, ok := v.of.(int64); return ok }
func (v value) IsFloat() bool { _, ok := v.of.(float64); return ok }
func (v value) IsWide() bool  { _, ok := v.of.([]rune); return ok }
func (v value) IsNumber() bool {
	_, ok := v.of.(uint64)
	return ok || v.IsInt() || v.IsFloat()
}
func (v value) String() string { return v.UTF8() }
func (v value) UTF8() string {
	if r, ok := v.of.([]rune); ok {
		return string(r)
	}
	return fmt.Sprint(v.of)
}

func TestLiteralAndShow(t *testing.T) {
	tests := []struct {
		v       value
		literal string
		show    string
	}{
		{value{nil}, "undef", "undef"},
		{value{int64(-5)}, "(-5)", "-5"},
		{value{int64(math.MinInt64)}, "(-9223372036854775807-1)", "-9223372036854775808"},
		{value{uint64(math.MaxUint64)}, "18446744073709551615", "18446744073709551615"},
		{value{0.5}, "nv(4602678819172646912)", "0.5"},
		{value{"a\\\n$"}, `"\x{61}\x{5c}\x{a}\x{24}"`, `a\x{5c}\x{a}$`},
		{value{[]rune("é→")}, `wide("\x{e9}\x{2192}")`, `\x{e9}\x{2192}`},
	}
	var exprs, got []string
	for _, tt := range tests {
		if literal, show := Literal(tt.v), Show(tt.v); literal != tt.literal || show != tt.show {
			t.Errorf("%v is written %s and shown as %s, want %s and %s", tt.v.of, literal, show, tt.literal, tt.show)
		}
		exprs = append(exprs, "show("+Literal(tt.v)+")", "utf8::is_utf8("+Literal(tt.v)+") ? 'wide' : 'bytes'")
		kind := "bytes"
		if tt.v.IsWide() {
			kind = "wide"
		}
		got = append(got, tt.show, kind)
	}
	Check(t, prelude, exprs, got)
}

// recorder notes what a test says instead of failing; it ends the goroutine where a test would end.
type recorder struct {
	testing.TB
	errors, fatal []string
}

type ended struct{}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) {
	r.fatal = append(r.fatal, fmt.Sprintf(format, args...))
	panic(ended{})
}
func (r *recorder) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

// record runs f with a recorder.
func record(t *testing.T, f func(r *recorder)) (r *recorder) {
	r = &recorder{TB: t}
	defer func() {
		if e := recover(); e != nil && e != any(ended{}) {
			panic(e)
		}
	}()
	f(r)
	return r
}

func TestDifferences(t *testing.T) {
	r := record(t, func(r *recorder) { Check(r, prelude, []string{"1 + 1", "2 + 2", "die 'no'"}, []string{"2", "5", "x"}) })
	if len(r.errors) != 2 || len(r.fatal) != 0 || !strings.Contains(r.errors[0], "2 + 2\n  perl 4\n  here 5") || !strings.Contains(r.errors[1], "perl die: no\n") {
		t.Errorf("%q, %q", r.errors, r.fatal)
	}
	same := strings.Split(strings.Repeat("0 ", 2*enough-1)+"0", " ")
	wrong := make([]string, len(same))
	if r = record(t, func(r *recorder) { Check(r, prelude, same, wrong) }); len(r.errors) != enough || len(r.fatal) != 1 {
		t.Errorf("%d errors, %q", len(r.errors), r.fatal)
	}
}

func TestPerlFails(t *testing.T) {
	for _, tt := range []struct{ expr, want string }{{"1 +", "syntax error"}, {`"a\nb"`, "perl gave 2 lines for 1 rows"}, {"exit 3", "exit status 3"}} {
		r := record(t, func(r *recorder) { Rows(r, prelude, []string{tt.expr}) })
		if len(r.fatal) != 1 || !strings.Contains(r.fatal[0], tt.want) {
			t.Errorf("%s: %q, want %q", tt.expr, r.fatal, tt.want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	r := record(t, func(r *recorder) { Rows(r, prelude, []string{"1"}) })
	if len(r.fatal) != 1 || !strings.Contains(r.fatal[0], "not installed") {
		t.Errorf("without perl: %q", r.fatal)
	}
}

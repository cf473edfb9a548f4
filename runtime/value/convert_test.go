package value

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// shout is a class whose objects read as text, number and truth of their own.
type shout struct{ text, num, truth bool }

func (s shout) Stringify(v Value) (Value, bool) { return Wide("shöut→"), s.text }
func (s shout) Numify(v Value) (Value, bool)    { return Str("42"), s.num }
func (s shout) Truth(v Value) (bool, bool)      { return false, s.truth }

func TestReferences(t *testing.T) {
	class := &Class{Name: "My::Class"}
	array, hash := NewArray(nil), NewHash()
	for _, c := range []struct {
		v          Value
		typ, start string
	}{
		{RefArray(array), "ARRAY", "ARRAY(0x"},
		{RefHash(hash), "HASH", "HASH(0x"},
		{RefCode(&Code{}), "CODE", "CODE(0x"},
		{RefScalar(NewScalar(Int(1))), "SCALAR", "SCALAR(0x"},
		{RefScalar(NewScalar(RefArray(array))), "REF", "REF(0x"},
		{RefGlob(&Glob{}), "GLOB", "GLOB(0x"},
		{RefScalar(NewScalar(GlobValue(&Glob{}))), "GLOB", "GLOB(0x"},
		{RefRegex(&Regex{Source: Str("(?^:a)")}), "Regexp", "(?^:a)"},
		{GlobValue(&Glob{Package: "main", Name: "x"}), "", "*main::x"},
		{Int(1), "", "1"},
		{Undef, "", ""},
	} {
		if got := c.v.RefType(); got != c.typ {
			t.Errorf("RefType of %s is %q, want %q", c.v, got, c.typ)
		}
		if !strings.HasPrefix(c.v.String(), c.start) || string(c.v.AppendTo([]byte("x"))) != "x"+c.v.String() {
			t.Errorf("%q does not begin with %q, or AppendTo gives something else", c.v, c.start)
		}
		if c.v.IsRef() != (c.typ != "") {
			t.Errorf("IsRef of %s", c.v)
		}
		if c.v.IsRef() && (!c.v.Truth() || !c.v.Defined() || c.v.ToUint() != uint64(c.v.Addr())) {
			t.Errorf("%s: truth, definedness or number", c.v)
		}
	}
	v := RefHash(hash)
	if v.Blessed() != nil || Int(1).Blessed() != nil {
		t.Error("blessed before bless")
	}
	v.Bless(class)
	if v.Blessed() != class || !strings.HasPrefix(v.String(), "My::Class=HASH(0x") {
		t.Errorf("after bless: %s", v)
	}
	if !NumEqual(v, RefHash(hash)) || NumEqual(v, RefArray(array)) {
		t.Error("references compare wrongly as numbers")
	}
}

func TestOverloads(t *testing.T) {
	v := RefHash(NewHash())
	v.Bless(&Class{Name: "C", Overload: shout{true, true, true}})
	if v.String() != "shöut→" || !v.ToStr().IsWide() || v.ToInt() != 42 || v.Truth() || Add(v, Int(1)) != Int(43) || Length(v) != 6 {
		t.Errorf("overloaded: %s %d %v", v, v.ToInt(), v.Truth())
	}
	v.Bless(&Class{Name: "C", Overload: shout{}})
	if !strings.HasPrefix(v.String(), "C=HASH(0x") || v.ToUint() != uint64(v.Addr()) || !v.Truth() {
		t.Errorf("left to the default: %s %d %v", v, v.ToUint(), v.Truth())
	}
	r := RefRegex(&Regex{Source: Str("(?^:a)")})
	r.Bless(&Class{Name: "C", Overload: shout{text: true}})
	if r.String() != "shöut→" {
		t.Errorf("an overloaded pattern: %s", r)
	}
}

func TestBoxes(t *testing.T) {
	d := NewBox(&Dual{Num: Int(2), Str: Str("No such file")})
	if d.String() != "No such file" || d.ToInt() != 2 || !d.Truth() || !d.Defined() || d.Kind() != KBox || Add(d, d) != Int(4) || d.Box().TypeName() != "dualvar" {
		t.Errorf("dual: %s %d %v", d, d.ToInt(), d.Truth())
	}
	if f := NewBox(&Dual{Num: Int(1), Str: Str("x"), Fail: true}); f.Truth() {
		t.Error("a failure is true")
	}
	if NewBox(&Dual{Num: Int(0), Str: Str("")}).Truth() {
		t.Error("an empty dual is true")
	}
	if BitOr(d, Int(1)) != Int(3) || BitOr(d, Str("5")) != Int(7) {
		t.Error("a dual counts as text in bitwise operators")
	}
	if d.LooksLikeNumber() || !NewBox(&Dual{Num: Int(1), Str: Str("1")}).LooksLikeNumber() {
		t.Error("LooksLikeNumber goes by the text")
	}
}

type echo struct{ v Value }

func (e *echo) Fetch() Value  { return e.v }
func (e *echo) Store(v Value) { e.v = Concat(v, Str("!")) }

func TestCells(t *testing.T) {
	s := NewTied(&echo{})
	s.Set(Int(5))
	c := CellValue(s)
	if s.Get().String() != "5!" || c.String() != "5!" || c.ToInt() != 5 || !c.Truth() || !c.Defined() || c.Load().String() != "5!" || string(c.AppendTo(nil)) != "5!" {
		t.Errorf("tied: %s", s.Get())
	}
	plain := CellValue(NewScalar(Str("12")))
	if Add(plain, plain) != Int(24) || Neg(plain) != Int(-12) || Inc(plain) != Int(13) || !plain.LooksLikeNumber() || BitAnd(plain, Int(8)) != Int(8) || Length(plain) != 2 ||
		plain.ToFloat() != 12 || plain.ToUint() != 12 || CellValue(NewScalar(Undef)).Defined() || Upper(CellValue(NewScalar(Str("a")))).S() != "A" {
		t.Error("operators do not look through cells")
	}
}

func TestTruth(t *testing.T) {
	for _, c := range []struct {
		v    Value
		want bool
	}{
		{Undef, false},
		{Int(0), false},
		{Int(-1), true},
		{Float(0), false},
		{Float(math.Copysign(0, -1)), false},
		{Float(0.1), true},
		{Float(math.NaN()), true},
		{Uint(1 << 63), true},
		{Str(""), false},
		{Str("0"), false},
		{Str("00"), true},
		{Str("0.0"), true},
		{Str(" "), true},
		{Str("a"), true},
		{Wide("→"), true},
		{No, false},
		{Bool(true), true},
		{Bool(false), false},
		{GlobValue(&Glob{}), true}, {CellValue(NewScalar(Str("0"))), false},
	} {
		if c.v.Truth() != c.want {
			t.Errorf("truth of %q is %v", c.v, c.v.Truth())
		}
	}
}

func TestIntegerConversions(t *testing.T) {
	for _, c := range []struct {
		v    Value
		i    int64
		u    uint64
		wrap int64
	}{
		{Int(-1), -1, math.MaxUint64, -1},
		{Uint(math.MaxUint64), math.MaxInt64, math.MaxUint64, -1},
		{Float(2.9), 2, 2, 2},
		{Float(-2.9), -2, math.MaxUint64 - 1, -2},
		{Float(1e30), math.MaxInt64, math.MaxUint64, -1},
		{Float(-1e30), math.MinInt64, 1 << 63, math.MinInt64},
		{Float(math.NaN()), 0, 0, 0},
		{Float(math.Inf(1)), math.MaxInt64, math.MaxUint64, -1},
		{Float(1 << 63), math.MaxInt64, 1 << 63, math.MinInt64},
		{Str("7.9x"), 7, 7, 7},
		{Undef, 0, 0, 0},
		{Str("18446744073709551615"), math.MaxInt64, math.MaxUint64, -1},
	} {
		if c.v.ToInt() != c.i || c.v.ToUint() != c.u || c.v.WrapInt() != c.wrap {
			t.Errorf("%s: %d %d %d, want %d %d %d", c.v, c.v.ToInt(), c.v.ToUint(), c.v.WrapInt(), c.i, c.u, c.wrap)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		v    Value
		kind Kind
	}{
		{Value{}, KUndef},
		{Int(0), KInt},
		{Float(0), KFloat},
		{Uint(1 << 63), KUint},
		{Uint(5), KInt},
		{Str("a"), KStr},
		{Str(""), KStr},
		{Wide("é"), KWide},
		{Wide("a"), KStr},
		{Bytes(nil), KStr},
		{Text("é", true), KWide},
		{Text("é", false), KStr},
		{No, KStr},
		{missing, KUndef},
		{RefArray(NewArray(nil)), KArrayRef},
		{Str("x").Mark(), KStr},
	} {
		if c.v.Kind() != c.kind {
			t.Errorf("%q is of kind %d, want %d", c.v, c.v.Kind(), c.kind)
		}
		if n := c.kind == KInt || c.kind == KFloat || c.kind == KUint; c.v.IsNumber() != n {
			t.Errorf("IsNumber of %q is %v", c.v, !n)
		}
	}
	v := Str("text")
	v.SetInt(5)
	if v != Int(5) {
		t.Errorf("SetInt: %v", v)
	}
	v.SetFloat(1.5)
	if v != Float(1.5) || !v.Same(Float(1.5)) {
		t.Errorf("SetFloat: %v", v)
	}
	if Str("").Same(No) || fmt.Sprint(No) != "" {
		t.Error("the empty string is false itself")
	}
}

// TestNumbersAllocateNothing checks that arithmetic leaves the heap alone.
func TestNumbersAllocateNothing(t *testing.T) {
	list := []Value{Int(5), Int(math.MaxInt64), Float(2.5), Uint(math.MaxUint64), Str("12"), Str("1.5"), Undef}
	n := testing.AllocsPerRun(10, func() {
		for _, a := range list {
			for _, b := range list {
				Add(a, b)
				Sub(a, b)
				Mul(a, b)
				Div(a, b)
				Mod(a, b)
				NumCompare(a, b)
				NumEqual(a, b)
				ShiftLeft(a, b)
				IntegerOp('+', a, b)
				Truncate(a)
				Abs(a)
				NumBitAnd(a, b)
				a.Truth()
			}
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkAddInt(b *testing.B) {
	x, y := Int(5), Int(7)
	for b.Loop() {
		x = Add(x, y)
	}
}

func BenchmarkMulFloat(b *testing.B) {
	x, y := Float(5), Float(1.0000001)
	for b.Loop() {
		x = Mul(x, y)
	}
}

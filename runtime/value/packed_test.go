package value

// This file tests that packed arrays cannot be told from others: random operations are done to an array and to a plain list of
// what it must hold.

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomValue is mostly an integer, as packed arrays hold.
func randomValue(r *rand.Rand) Value {
	switch r.IntN(40) {
	case 0:
		return Str("text")
	case 1:
		return Float(1.5)
	case 2:
		return Undef
	}
	return Int(int64(r.IntN(1000)) - 500)
}

func TestPackedArrayIsAnArray(t *testing.T) {
	packedRuns := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		a, model := NewArray(nil), []Value(nil)
		packed := false
		for step := range 400 {
			v := randomValue(r)
			if seed%3 == 0 {
				v = Int(int64(step)) // nothing unpacks these
			}
			switch op := r.IntN(20); {
			case op < 9:
				a.Push(v)
				model = append(model, v)
			case op < 12 && len(model) > 0:
				i := r.IntN(len(model))
				if !a.Set(int64(i)-int64(len(model))*int64(r.IntN(2)), v) {
					t.Fatalf("seed %d, step %d: element %d of %d not set", seed, step, i, len(model))
				}
				model[i] = v
			case op == 12 && len(model) > 0:
				if got := a.Shift(); !got.Same(model[0]) {
					t.Fatalf("seed %d, step %d: shift gives %v, want %v", seed, step, got, model[0])
				}
				model = model[1:]
			case op == 13 && len(model) > 0:
				last := len(model) - 1
				if got := a.Pop(); !got.Same(model[last]) {
					t.Fatalf("seed %d, step %d: pop gives %v, want %v", seed, step, got, model[last])
				}
				model = model[:last]
			case op == 14:
				list := []Value{v, Int(3), v}
				a.PushAll(list)
				model = append(model, list...)
			case op == 15 && step%7 == 0:
				a.Unshift([]Value{v, v})
				model = slices.Concat([]Value{v, v}, model)
			case op == 16 && len(model) > 4:
				got := a.Splice(1, 2, []Value{v})
				if !got[0].Same(model[1]) || !got[1].Same(model[2]) {
					t.Fatalf("seed %d, step %d: splice gives %v", seed, step, got)
				}
				model = slices.Concat(model[:1:1], []Value{v}, model[3:])
			case op == 17 && len(model) > 40:
				a.Resize(40)
				model = model[:40]
			case op == 18 && step%50 == 0:
				list := slices.Repeat([]Value{v}, 50)
				a.SetAll(list)
				model = list
			case op == 19 && step%11 == 0 && len(model) > 0:
				i := r.IntN(len(model))
				a.Cell(int64(i)).Set(v)
				model[i] = v
			}
			packed = packed || a.kind != KUndef
			if got := a.Values(nil); !slices.Equal(got, model) || a.Len() != len(model) {
				t.Fatalf("seed %d, step %d: the array holds %v, want %v", seed, step, got, model)
			}
			if n := len(model); n > 0 && !a.Get(-1).Same(model[n-1]) {
				t.Fatalf("seed %d, step %d: the last element is %v, want %v", seed, step, a.Get(-1), model[n-1])
			}
		}
		if packed {
			packedRuns++
		}
	}
	if packedRuns < 50 {
		t.Errorf("only %d of 300 arrays were ever packed", packedRuns)
	}
}

func TestFill(t *testing.T) {
	for _, v := range []Value{Int(0), Int(7), Float(0.5), Str("x"), Undef} {
		for _, n := range []int{0, 1, 31, 32, 1000} {
			a := NewArray([]Value{Str("old")})
			a.Fill(v, n)
			if !slices.Equal(a.Values(nil), slices.Repeat([]Value{v}, n)) {
				t.Errorf("%d times %v: got %v", n, v, a.Values(nil))
			}
		}
	}
}

func TestPackedMissingElements(t *testing.T) {
	a := NewArray(nil)
	a.Fill(Int(1), 50)
	a.Set(60, Int(2))
	if a.Len() != 61 || a.Exists(55) || !a.Exists(49) || a.Get(55).Defined() || a.Get(60).I() != 2 {
		t.Errorf("after storing far behind the end: length %d, exists(55) %v, element 60 %v", a.Len(), a.Exists(55), a.Get(60))
	}
	if a.Set(-62, Int(1)) {
		t.Error("an element before the start was set")
	}
	b := NewArray(nil)
	b.Fill(Int(1), 50)
	if v := b.Delete(49); v.I() != 1 || b.Len() != 49 {
		t.Errorf("delete of the last gives %v and leaves %d", v, b.Len())
	}
}

func TestDecimalInt(t *testing.T) {
	for s, want := range map[string]Value{"0": Int(0), "12": Int(12), "-12": Int(-12), "007": Int(7), "999999999999999": Int(999999999999999)} {
		if got := Str(s).DecimalInt(); !got.Same(want) {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
	for _, s := range []string{"", "-", "-0", "1.5", "1e3", " 1", "1 ", "0x10", "1000000000000000", "+1", "--1"} {
		if v := Str(s); !v.DecimalInt().Same(v) {
			t.Errorf("%q was taken for an integer", s)
		}
	}
}

func TestAppendValue(t *testing.T) {
	values := []Value{Str("x"), Int(0), Int(-1), Int(12345678), Int(99_999_999), Int(100_000_000), Int(-9223372036854775808), Float(1.5), Undef, Wide("é☃"), Str("\xe9"), Str("")}
	for _, start := range []Value{Undef, Str(""), Str("ab"), Wide("☃"), Str("\xff"), Int(5)} {
		got, want := start, start.ToStr()
		for range 5 {
			for _, v := range values {
				before := got
				kept := before.String()
				got, want = AppendValue(got, v), Concat(want, v)
				if !StrEqual(got, want) {
					t.Fatalf("%v: got %q, want %q", v, got.String(), want.String())
				}
				if before.String() != kept {
					t.Fatalf("%v: appending changed the old value to %q", v, before.String())
				}
			}
		}
	}
}

func TestTextFrom(t *testing.T) {
	for _, c := range []struct{ old, tail, want Value }{
		{Str("ab"), Str("cd"), Str("cd")}, {Str("\xe9"), Wide("☃"), Wide("☃")}, {Wide("☃"), Str("\xe9"), Wide("é")}, {Str(""), Int(12), Str("12")},
	} {
		v := AppendValue(c.old, c.tail)
		if got := TextFrom(v, c.old); got != c.want.S() {
			t.Errorf("%q and %q: got %q, want %q", c.old.String(), c.tail.String(), got, c.want.S())
		}
	}
}

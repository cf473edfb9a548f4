package value

import (
	"math/rand"
	"strings"
	"testing"
)

// TestAppendModel appends random texts to random earlier values and checks that no value ever changes.
func TestAppendModel(t *testing.T) {
	pieces := []Value{Str("a"), Str("hello"), Str("\xe9\xff"), Wide("é"), Wide("→x"), Str(""), Str(strings.Repeat("z", 100)), Int(42), Float(1.5), Undef}
	for seed := range int64(100) {
		r := rand.New(rand.NewSource(seed))
		vals := []Value{Undef, Str("start"), Wide("→")}
		want := []string{"", "start", "→"} // as UTF-8
		for range 200 {
			i := r.Intn(len(vals))
			p := pieces[r.Intn(len(pieces))]
			s := p.ToStr()
			vals = append(vals, Append(vals[i], s.S(), s.IsWide()))
			want = append(want, want[i]+p.UTF8())
		}
		for i, v := range vals {
			if v.UTF8() != want[i] {
				t.Fatalf("seed %d: value %d is %q, want %q", seed, i, v.UTF8(), want[i])
			}
			if v.IsWide() == isASCII(v.S()) && !v.IsUndef() && v.IsWide() {
				t.Fatalf("seed %d: value %d is wide but ASCII", seed, i)
			}
		}
	}
}

func TestAppendForms(t *testing.T) {
	for _, c := range []struct {
		v    Value
		s    string
		wide bool
		want Value
	}{
		{Undef, "", false, Str("")},
		{Undef, "a", false, Str("a")},
		{Int(5), "x", false, Str("5x")},
		{Float(0.5), "", false, Str("0.5")},
		{Str("\xe9"), "→", true, Wide("é→")},
		{Wide("→"), "\xe9", false, Wide("→é")},
		{Str("a"), "→", true, Wide("a→")},
		{Str(""), "é", true, Wide("é")},
		{Wide("é"), "a", false, Wide("éa")},
		{Str("a"), "b", true, Str("ab")},
		{No, "", false, Str("")},
	} {
		got := Append(c.v, c.s, c.wide)
		if got.Kind() != c.want.Kind() || got.S() != c.want.S() {
			t.Errorf("Append(%q, %q, %v) is %q of kind %d, want %q of kind %d", c.v, c.s, c.wide, got, got.Kind(), c.want, c.want.Kind())
		}
		if both := Concat(c.v, Text(c.s, c.wide)); both.UTF8() != c.want.UTF8() || both.IsWide() != c.want.IsWide() {
			t.Errorf("Concat(%q, %q) is %q", c.v, c.s, both)
		}
	}
	v := Append(Str("abc"), "def", false).Mark()
	w := Append(v, "x", false)
	if w.Marked() || !v.Marked() || w.String() != "abcdefx" || v.String() != "abcdef" {
		t.Errorf("marks: %q %v, %q %v", v, v.Marked(), w, w.Marked())
	}
}

// TestAppendCost checks that a loop of appends copies each byte a few times at most, and that reading copies nothing.
func TestAppendCost(t *testing.T) {
	allocs := testing.AllocsPerRun(5, func() {
		v := Undef
		for range 100000 {
			v = Append(v, "x", false)
			_ = v.String()
		}
		if len(v.S()) != 100000 {
			t.Fatal("length")
		}
	})
	if allocs > 20 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestDowngrade(t *testing.T) {
	if s, ok := Wide("é\u00ff").Downgrade(); !ok || s != "\xe9\xff" {
		t.Errorf("%q %v", s, ok)
	}
	if _, ok := Wide("é→").Downgrade(); ok {
		t.Error("an arrow fits a byte")
	}
	if s, ok := Int(7).Downgrade(); !ok || s != "7" {
		t.Errorf("%q %v", s, ok)
	}
	if HasWide(Wide("é")) || !HasWide(Wide("é→")) || !HasWide(Wide("\u0100")) || HasWide(Int(1)) {
		t.Error("HasWide")
	}
}

func BenchmarkAppend(b *testing.B) {
	v := Undef
	for b.Loop() {
		if v = Append(v, "hello", false); len(v.S()) > 1<<20 {
			v = Undef
		}
	}
}

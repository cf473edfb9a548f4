package value

import (
	"math"
	"math/rand"
	"strconv"
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

// TestSpare checks that what is written behind a string counts, that nobody else sees it, and that it happens once only.
func TestSpare(t *testing.T) {
	v := Append(Str("abc"), "def", false)
	if n := len(v.Spare()); n < 6 {
		t.Fatalf("there is room for %d bytes behind a string that was appended to", n)
	}
	n := PutBytes(v.Spare(), Int(-120))
	n += PutBytes(v.Spare()[n:], Str("x"))
	w := v.Grown(n)
	if w.S() != "abcdef-120x" || v.S() != "abcdef" {
		t.Errorf("grown %q from %q", w.S(), v.S())
	}
	for _, v := range []Value{v, Str("abc"), Int(1), Undef, Append(Wide("ä"), "b", true)} {
		if v.Spare() != nil {
			t.Errorf("%v has room that another value may have taken", v)
		}
	}
	for _, q := range []Value{Undef, Float(1.5), Wide("ä"), Str("four"), Int(7)} {
		if n := PutBytes(make([]byte, 3), q); n != -1 {
			t.Errorf("%v took %d of 3 bytes", q, n)
		}
	}
}

// TestPutInt compares the digits of integers of every length with those of package strconv.
func TestPutInt(t *testing.T) {
	try := func(i int64) {
		var b [maxDigits]byte
		want := strconv.FormatInt(i, 10)
		if got := string(b[:putInt(b[:], i)]); got != want {
			t.Errorf("%d is written %q", i, got)
		}
		if got := string(appendInt([]byte("n"), i)); got != "n"+want {
			t.Errorf("%d is appended as %q", i, got)
		}
	}
	for i := int64(-20); i < 11_111; i++ {
		try(i)
	}
	for p := int64(10); p > 0 && p <= 1e18; p *= 10 {
		for _, d := range []int64{-2, -1, 0, 1, 5, p/2 - 1} {
			try(p + d)
			try(-p - d)
		}
	}
	try(math.MaxInt64)
	try(math.MinInt64)
}

// A text that grows is copied seldom, and its room stays in proportion to it.
func TestAppendGrowth(t *testing.T) {
	v, piece := Str("x"), strings.Repeat("y", 1000)
	grown := 0
	for buffer := (*growBuffer)(nil); v.n&lenMask < 40<<20; {
		v = Append(v, piece, false)
		g := v.growable()
		if g == buffer {
			continue
		}
		grown++
		buffer = g
		times, length := 4, int(v.n&lenMask)
		if length > hugeText {
			times = 2
		}
		if g.room > times*length+8 {
			t.Fatalf("%d bytes have room for %d", length, g.room)
		}
	}
	if grown > 18 {
		t.Errorf("40 MB by pieces of 1,000 bytes were copied %d times", grown)
	}
}

func BenchmarkConcat(b *testing.B) {
	for name, pair := range map[string][2]Value{"number": {Str("site"), Int(1234)}, "text": {Str("site"), Str("1234")}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Concat(pair[0], pair[1])
			}
		})
	}
}

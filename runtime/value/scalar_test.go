package value

import (
	"runtime"
	"testing"
	"unsafe"
)

// Millions of scalars are ordinary; a word more in each is what a user would notice.
func TestScalarIsSmall(t *testing.T) {
	if n := unsafe.Sizeof(Scalar{}); n != 24 {
		t.Errorf("a scalar takes %d bytes, not 24", n)
	}
}

func TestTieAndUntie(t *testing.T) {
	s := NewScalar(Str("before"))
	if s.IsTied() || s.Tie() != nil || s.Storage() != &s.V || s.Kept() != &s.V {
		t.Fatalf("a new scalar: %+v", s)
	}
	s.Untie()
	if s.Get().String() != "before" {
		t.Errorf("untied without a tie: %s", s.Get())
	}
	first, second := &echo{}, &echo{}
	s.SetTie(first)
	if s.Tie() != first || !s.IsTied() || s.Storage() != nil || s.Kept().String() != "before" {
		t.Errorf("tied: %v, kept %s", s.Tie(), s.Kept())
	}
	s.SetTie(second)
	s.Set(Str("x"))
	if s.Get().String() != "x!" || first.v != Undef || s.Kept().String() != "before" {
		t.Errorf("tied again: %s, the first has %s, kept %s", s.Get(), first.v, s.Kept())
	}
	*s.Kept() = Str("aside")
	s.Untie()
	if s.IsTied() || s.Get().String() != "aside" {
		t.Errorf("untied: %s", s.Get())
	}
}

// The tie hangs on one pointer inside the object that NewTied makes.
func TestTieOutlivesACollection(t *testing.T) {
	list := make([]*Scalar, 1000)
	for i := range list {
		list[i] = NewTied(&echo{Int(int64(i))})
	}
	runtime.GC()
	for i, s := range list {
		if s.Get().ToInt() != int64(i) || s.Kept().Defined() {
			t.Fatalf("scalar %d reads %s, keeps %s", i, s.Get(), s.Kept())
		}
	}
}

// Numbers whose bits begin like the mark of a tie are numbers.
func TestNumbersAreNoTies(t *testing.T) {
	n := int64(KTied)<<kindShift | 5
	for _, v := range []Value{Int(n), Float(1.25e-231), Uint(1<<63 | 7), Undef, Str("text")} {
		s := NewScalar(v)
		if s.IsTied() || s.Get() != v {
			t.Errorf("%s is read as %s", v, s.Get())
		}
		s.Set(Int(n))
		if s.Get() != Int(n) || s.V != Int(n) {
			t.Errorf("written: %s", s.Get())
		}
	}
}

func TestMeterSeesWhatATieKeeps(t *testing.T) {
	s := NewScalar(Str(string(make([]byte, 5000))))
	s.SetTie(&echo{})
	var m Meter
	m.Scalar(s)
	if m.Bytes < 5000 {
		t.Errorf("%d bytes", m.Bytes)
	}
}

func BenchmarkScalarGet(b *testing.B) {
	s := NewScalar(Int(7))
	var sum int64
	for b.Loop() {
		sum += s.Get().ToInt()
	}
	if sum == 0 {
		b.Fatal("nothing was read")
	}
}

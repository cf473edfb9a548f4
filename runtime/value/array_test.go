package value

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
)

// model is an array as a plain slice, with nil for missing elements.
type model []*int64

func (m model) get(i int) Value {
	if i < 0 || i >= len(m) || m[i] == nil {
		return Undef
	}
	return Int(*m[i])
}

func numbers(from, n int) (list []Value, ptrs []*int64) {
	for i := range n {
		x := int64(from + i)
		list = append(list, Int(x))
		ptrs = append(ptrs, &x)
	}
	return list, ptrs
}

// TestArrayModel runs random operations on an array and on a slice and compares them after each.
func TestArrayModel(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		a := NewArray(nil)
		if seed%2 == 0 {
			list, _ := numbers(1, 1)
			a = NewArray(list)
			a.Pop()
		}
		var m model
		for step := range 300 {
			list, ptrs := numbers(step*10, r.Intn(5))
			op := ""
			switch r.Intn(10) {
			case 0, 1:
				op = "push"
				a.PushAll(list)
				m = append(m, ptrs...)
			case 2:
				op = "unshift"
				a.Unshift(list)
				m = append(slices.Clone(ptrs), m...)
			case 3, 4:
				op = "shift"
				got := a.Shift()
				if want := m.get(0); got != want {
					t.Fatalf("seed %d step %d: shift gave %v, want %v", seed, step, got, want)
				}
				m = m[min(1, len(m)):]
			case 5:
				op = "pop"
				got := a.Pop()
				if want := m.get(len(m) - 1); got != want {
					t.Fatalf("seed %d step %d: pop gave %v, want %v", seed, step, got, want)
				}
				m = m[:max(0, len(m)-1)]
			case 6:
				off := r.Intn(len(m) + 1)
				n := r.Intn(len(m) - off + 1)
				op = fmt.Sprintf("splice %d, %d, %d", off, n, len(list))
				got := a.Splice(off, n, list)
				for i := range n {
					if want := m.get(off + i); got[i] != want {
						t.Fatalf("seed %d step %d: %s gave %v at %d, want %v", seed, step, op, got[i], i, want)
					}
				}
				m = append(append(slices.Clone(m[:off]), ptrs...), m[off+n:]...)
			case 7:
				op = "resize"
				n := r.Intn(len(m) + 4)
				a.Resize(n)
				for len(m) < n {
					m = append(m, nil)
				}
				m = m[:n]
			case 8:
				op = "set"
				i := r.Intn(len(m) + 3)
				a.Set(int64(i), Int(int64(step)))
				for len(m) <= i {
					m = append(m, nil)
				}
				x := int64(step)
				m[i] = &x
			case 9:
				op = "cell"
				if len(m) > 0 {
					i := r.Intn(len(m))
					a.Cell(int64(i)).Set(Int(int64(-step)))
					x := int64(-step)
					m[i] = &x
				}
			}
			check(t, fmt.Sprintf("seed %d step %d: %s", seed, step, op), a, m)
		}
	}
}

func check(t *testing.T, what string, a *Array, m model) {
	t.Helper()
	if a.Len() != len(m) {
		t.Fatalf("%s: length %d, want %d", what, a.Len(), len(m))
	}
	all := a.Values(nil)
	for i := range m {
		if got, want := a.Get(int64(i)), m.get(i); got != want || all[i] != want || a.Get(int64(i-len(m))) != want {
			t.Fatalf("%s: element %d is %v, want %v", what, i, got, want)
		}
		if a.Exists(int64(i)) != (m[i] != nil) {
			t.Fatalf("%s: element %d exists %v", what, i, a.Exists(int64(i)))
		}
	}
	if a.Get(int64(len(m))) != Undef || a.Get(int64(-len(m)-1)) != Undef {
		t.Fatalf("%s: elements beyond the ends", what)
	}
}

// TestArrayCells checks that references to elements follow them through every move.
func TestArrayCells(t *testing.T) {
	list, _ := numbers(0, 5)
	a := NewArray(list)
	c := a.Cell(3)
	a.Splice(1, 0, []Value{Int(10), Int(11)})
	a.Splice(0, 1, nil)
	a.Unshift([]Value{Int(20)})
	for range 100 {
		a.Push(Int(1))
	}
	c.Set(Str("here"))
	if got := a.Get(5); got.String() != "here" {
		t.Errorf("element 5 is %q", got)
	}
	if a.Cell(5) != c {
		t.Error("the element has another cell")
	}
	out := a.Splice(5, 1, nil)
	if out[0].String() != "here" || a.Get(5).String() != "4" {
		t.Errorf("splice gave %v and left %v", out[0], a.Get(5))
	}
	a.SetCell(9, c)
	c.Set(Int(7))
	if a.Get(9) != Int(7) {
		t.Errorf("element 9 is %v", a.Get(9))
	}
}

func TestArrayDelete(t *testing.T) {
	list, _ := numbers(0, 4)
	a := NewArray(list)
	if v := a.Delete(1); v != Int(1) || a.Len() != 4 || a.Exists(1) || !a.Get(1).IsUndef() {
		t.Errorf("delete 1: %v, length %d", v, a.Len())
	}
	a.Delete(2)
	if v := a.Delete(-1); v != Int(3) || a.Len() != 1 {
		t.Errorf("delete -1: %v, length %d", v, a.Len())
	}
	if v := a.Delete(9); v != Undef {
		t.Errorf("delete 9: %v", v)
	}
	if v := a.Delete(-9); v != Undef {
		t.Errorf("delete -9: %v", v)
	}
	if a.Set(-5, Int(1)) || a.Slot(-5) != nil || a.Cell(-5) != nil {
		t.Error("a place before the start was accepted")
	}
	b := NewArray(nil)
	b.Resize(2)
	b.PushAll([]Value{b.Get(0)})
	if !b.Exists(2) || b.Exists(0) {
		t.Error("a missing element was copied as missing")
	}
	if b.Cell(1).Get() != Undef || !b.Exists(1) {
		t.Error("a cell for a missing element")
	}
}

func TestArraySetAll(t *testing.T) {
	list, _ := numbers(0, 6)
	a := NewArray(slices.Clone(list))
	for _, c := range []struct{ from, to int }{{1, 6}, {0, 3}, {2, 3}, {0, 0}} {
		a.SetAll(list)
		a.SetAll(a.Raw()[c.from:c.to])
		if got := a.Values(nil); !slices.Equal(got, list[c.from:c.to]) {
			t.Errorf("elements %d to %d: %v", c.from, c.to, got)
		}
		if rest := a.Raw()[:6]; rest[5] != Undef {
			t.Errorf("elements %d to %d: old storage keeps %v", c.from, c.to, rest[5])
		}
	}
	longer, _ := numbers(0, 50)
	a.SetAll(longer)
	if got := a.Values([]Value{Int(-1)}); len(got) != 51 || got[50] != Int(49) || got[0] != Int(-1) {
		t.Errorf("after growth: %v", got)
	}
}

// TestArrayQueue checks that queues at either end do not copy everything at every step.
func TestArrayQueue(t *testing.T) {
	a := NewArray(nil)
	for range 1000 {
		a.Push(Int(1))
	}
	allocs := testing.AllocsPerRun(10, func() {
		for range 10000 {
			a.Push(a.Shift())
		}
	})
	if allocs > 2 {
		t.Errorf("a queue of 1000: %v allocations for 10000 steps", allocs)
	}
	one := []Value{Int(2)}
	allocs = testing.AllocsPerRun(1, func() {
		for range 100000 {
			a.Unshift(one)
		}
	})
	if allocs > 40 {
		t.Errorf("unshift: %v allocations for 100000 calls", allocs)
	}
	if a.Len() < 101000 || a.Get(-1) != Int(1) || a.Get(0) != Int(2) {
		t.Errorf("length %d", a.Len())
	}
}

// tiedSlice is the least tied array.
type tiedSlice struct{ e []Value }

func (s *tiedSlice) Len() int             { return len(s.e) }
func (s *tiedSlice) Fetch(i int) Value    { return s.e[i] }
func (s *tiedSlice) Store(i int, v Value) { s.Resize(max(len(s.e), i+1)); s.e[i] = v }
func (s *tiedSlice) Resize(n int) {
	for len(s.e) < n {
		s.e = append(s.e, Undef)
	}
	s.e = s.e[:n]
}

func TestArrayTied(t *testing.T) {
	a := &Array{Tie: &tiedSlice{}}
	list, _ := numbers(0, 5)
	a.PushAll(list)
	a.Unshift([]Value{Int(9)})
	if v := a.Shift(); v != Int(9) {
		t.Errorf("shift: %v", v)
	}
	if v := a.Pop(); v != Int(4) {
		t.Errorf("pop: %v", v)
	}
	if out := a.Splice(1, 2, []Value{Int(7), Int(8), Int(6)}); len(out) != 2 || out[0] != Int(1) || out[1] != Int(2) {
		t.Errorf("splice: %v", out)
	}
	a.Set(-1, Int(5))
	a.Cell(0).Set(Int(-1))
	want := []Value{Int(-1), Int(7), Int(8), Int(6), Int(5)}
	if got := a.Values(nil); !slices.Equal(got, want) {
		t.Errorf("contents: %v", got)
	}
	a.SetAll(want[:2])
	if a.Len() != 2 || a.Raw() != nil {
		t.Errorf("length %d", a.Len())
	}
	if v := (&Array{Tie: &tiedSlice{}}).Shift(); v != Undef {
		t.Errorf("shift of nothing: %v", v)
	}
}

func BenchmarkArrayQueue(b *testing.B) {
	a := NewArray(nil)
	for range 100 {
		a.Push(Int(1))
	}
	for b.Loop() {
		a.Push(a.Shift())
	}
}

// TestRecycle checks that an emptied array keeps its storage and nothing else.
func TestRecycle(t *testing.T) {
	a := NewArray([]Value{Int(1), Str("x"), Str("y")})
	a.Shift()
	a.Pop()
	if !a.Recycle(16) || a.Len() != 0 {
		t.Fatalf("%d elements are left", a.Len())
	}
	a.Refill([]Value{Int(5)})
	a.Unshift([]Value{Int(4)})
	a.Set(4, Int(9))
	if got := a.Values(nil); len(got) != 5 || got[0].I() != 4 || got[1].I() != 5 || got[2].Defined() || got[3].Defined() || got[4].I() != 9 {
		t.Errorf("a refilled array holds %v", got)
	}
	var many []Value
	for i := range 40 {
		many = append(many, Int(int64(i)))
	}
	for name, a := range map[string]*Array{"large": NewArray(many), "blessed": {Header: Header{Class: &Class{}}}} {
		if a.Recycle(16) {
			t.Errorf("a %s array is used again", name)
		}
	}
}

// TestArrayNumber checks that the place of a number is given out, and of nothing that stands for something else.
func TestArrayNumber(t *testing.T) {
	a := NewArray([]Value{Int(1), Float(2.5), Str("3"), Undef})
	a.Resize(6)
	shared := a.Cell(0)
	for i, want := range []bool{false, true, false, false, false, false, false} {
		if got := a.Number(int64(i)); (got != nil) != want {
			t.Errorf("element %d: %v", i, got)
		}
	}
	a.Number(1).SetFloat(7)
	if a.Get(1) != Float(7) || shared.Get() != Int(1) || a.Number(-5) != nil {
		t.Errorf("%v, shared %v", a.Values(nil), shared.Get())
	}
	packed := NewArray(nil)
	for i := range 100 {
		packed.Push(Int(int64(i)))
	}
	if packed.Number(5) != nil {
		t.Error("a packed number has a place of its own")
	}
}

// TestSimpleContainers checks that references are followed unless operators of their class might want to.
func TestSimpleContainers(t *testing.T) {
	a, h, f := NewArray(nil), NewHash(), &Code{}
	blessed, loaded := NewArray(nil), NewHash()
	blessed.Class, loaded.Class = &Class{Name: "C"}, &Class{Name: "C", Overload: shout{}}
	object := &Code{}
	object.Class = &Class{Name: "C"}
	for _, c := range []struct {
		v     Value
		array *Array
		hash  *Hash
		code  bool
	}{
		{RefArray(a), a, nil, false}, {RefHash(h), nil, h, false}, {RefCode(f), nil, nil, true}, {RefArray(blessed), blessed, nil, false},
		{RefHash(loaded), nil, nil, false}, {RefCode(object), nil, nil, false}, {Undef, nil, nil, false}, {Str("x"), nil, nil, false},
		{Int(int64(uint64(KHashRef) << kindShift)), nil, nil, false}, {Int(int64(uint64(KCodeRef) << kindShift)), nil, nil, false},
	} {
		if c.v.SimpleArray() != c.array || c.v.SimpleHash() != c.hash || c.v.IsCode() != c.code {
			t.Errorf("%v: %v %v %v", c.v.Kind(), c.v.SimpleArray(), c.v.SimpleHash(), c.v.IsCode())
		}
	}
}

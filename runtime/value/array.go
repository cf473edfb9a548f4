package value

// This file defines Array.

// An Array is a perl array. Elements that were never set read as undef; an element that something refers to holds the
// internal KCell value, which every reading method looks through.
type Array struct {
	Header
	e      []Value
	packed []uint64 // instead of e: the bits of elements that are all of one kind; see packed.go
	front  uint32   // unused storage in front of e, which Shift leaves and Unshift takes
	kind   Kind     // of the packed elements: KInt or KFloat; KUndef when they are in e
	// Tie is set for tied arrays; nil otherwise.
	Tie TiedArray
}

// TiedArray is the behaviour behind a tied array.
type TiedArray interface {
	Len() int
	Fetch(i int) Value
	Store(i int, v Value)
	Resize(n int)
}

// A tiedElements is a tied array that is asked about single elements, and told how many are to come.
type tiedElements interface {
	Exists(i int) bool
	Delete(i int) Value
	Extend(n int)
}

// NewArray returns an array over e, which it owns from now on.
func NewArray(e []Value) *Array { return &Array{e: e} }

// Recycle empties an array that nobody refers to any more, so that Refill may use its storage. It reports whether that is worth it:
// not for arrays that are tied, packed or have storage for more elements than most.
func (a *Array) Recycle(most int) bool {
	if a.Tie != nil || a.packed != nil || a.kind != KUndef || a.Class != nil || cap(a.e)+int(a.front) > most {
		return false
	}
	if a.front > 0 {
		a.e = extendFront(a.e, int(a.front))
		a.front = 0
	}
	clear(a.e[:cap(a.e)])
	a.e = a.e[:0]
	return true
}

// Refill gives an empty array elements.
func (a *Array) Refill(e []Value) { a.e = append(a.e[:0], e...) }

// Len returns the number of elements.
func (a *Array) Len() int {
	if a.Tie != nil {
		return a.Tie.Len()
	}
	return len(a.e) + len(a.packed)
}

// Get returns element i; negative i counts from the end. Missing elements are undef.
func (a *Array) Get(i int64) Value {
	if uint64(i) < uint64(len(a.e)) {
		v := a.e[i]
		if v.p == nil { // undef or missing
			return Undef
		}
		if v.IsCell() {
			return v.Cell().Get()
		}
		return v
	}
	return a.getSlow(i)
}

func (a *Array) getSlow(i int64) Value {
	if uint64(i) < uint64(len(a.packed)) {
		return a.unpacked(i)
	}
	if i < 0 {
		i += int64(a.Len())
	}
	if i < 0 || i >= int64(a.Len()) {
		return Undef
	}
	if a.Tie != nil {
		return a.Tie.Fetch(int(i))
	}
	return a.Get(i)
}

// Index returns the place of element i counted from 0, resolving negative i; ok is false if that is before the start.
func (a *Array) Index(i int64) (int, bool) {
	if i < 0 {
		i += int64(a.Len())
	}
	return int(i), i >= 0
}

// Set stores element i, growing the array; ok is false if a negative i lies before its start.
func (a *Array) Set(i int64, v Value) (ok bool) {
	if uint64(i) < uint64(len(a.e)) {
		if p := &a.e[i]; p.IsCell() {
			p.Cell().Set(v)
		} else {
			*p = v
		}
		return true
	}
	if a.SetPacked(i, v) {
		return true
	}
	n, ok := a.Index(i)
	if !ok {
		return false
	}
	if a.Tie != nil {
		a.Tie.Store(n, v)
		return true
	}
	if n == a.Len() {
		a.Push(v)
		return true
	}
	if a.SetPacked(int64(n), v) {
		return true
	}
	a.general()
	a.Resize(max(n+1, len(a.e)))
	return a.Set(int64(n), v)
}

// Slot returns the storage of element i, created if missing, for immediate use only: any growth moves it. It is nil if a
// negative i lies before the start. What it points to may be a KCell value. The array must not be tied.
func (a *Array) Slot(i int64) *Value {
	if uint64(i) < uint64(len(a.e)) {
		return &a.e[i]
	}
	n, ok := a.Index(i)
	if !ok {
		return nil
	}
	a.general()
	a.Resize(max(n+1, len(a.e)))
	return &a.e[n]
}

// Cell returns the scalar of element i, creating element and scalar as needed; nil if a negative i lies before the start.
func (a *Array) Cell(i int64) *Scalar {
	if a.Tie != nil {
		n, ok := a.Index(i)
		if !ok {
			return nil
		}
		return NewTied(arrayElement{a.Tie, n})
	}
	p := a.Slot(i)
	if p == nil {
		return nil
	}
	return Promote(p)
}

// Promote gives the storage p a scalar of its own, if it has none, and returns it.
func Promote(p *Value) *Scalar {
	if p.IsCell() {
		return p.Cell()
	}
	c := &Scalar{V: *p}
	if p.p == nil { // a missing element comes to exist
		c.V = Undef
	}
	*p = CellValue(c)
	return c
}

type arrayElement struct {
	t TiedArray
	i int
}

func (e arrayElement) Fetch() Value  { return e.t.Fetch(e.i) }
func (e arrayElement) Store(v Value) { e.t.Store(e.i, v) }

// SetCell makes element i share the scalar c.
func (a *Array) SetCell(i int, c *Scalar) {
	a.general()
	a.Resize(max(i+1, len(a.e)))
	a.e[i] = CellValue(c)
}

// Exists tells whether element i lies within the array and was set.
func (a *Array) Exists(i int64) bool {
	n, ok := a.Index(i)
	if t, tied := a.Tie.(tiedElements); tied && ok {
		return t.Exists(n)
	}
	return ok && n < a.Len() && (a.Tie != nil || a.kind != KUndef || a.e[n] != missing)
}

// missing marks elements that were deleted or skipped by growth; it reads as undef.
var missing = Value{n: 1}

// Delete removes element i: the last one shortens the array, another becomes missing. It returns the old value.
func (a *Array) Delete(i int64) Value {
	n, ok := a.Index(i)
	if t, tied := a.Tie.(tiedElements); tied && ok {
		return t.Delete(n)
	}
	if !ok || n >= a.Len() {
		return Undef
	}
	v := a.Get(int64(n))
	if a.Tie != nil {
		a.Tie.Store(n, Undef)
		return v
	}
	a.general()
	a.e[n] = missing
	if n == len(a.e)-1 {
		for n > 0 && a.e[n-1] == missing {
			n--
		}
		a.Resize(n)
	}
	return v
}

// Resize sets the length, cutting elements off or adding missing ones.
func (a *Array) Resize(n int) {
	if a.Tie != nil {
		a.Tie.Resize(n)
		return
	}
	if n < len(a.packed) {
		a.packed = a.packed[:n]
		return
	}
	if n == a.Len() {
		return
	}
	a.general()
	old := len(a.e)
	switch {
	case n < old:
		clear(a.e[n:])
		a.e = a.e[:n]
	case n > cap(a.e):
		a.grow(n)
		a.e = a.e[:n]
	default:
		a.e = a.e[:n]
	}
	for i := old; i < n; i++ {
		a.e[i] = missing
	}
}

// Push appends one value.
func (a *Array) Push(v Value) {
	if a.Tie != nil {
		if _, done := a.change("PUSH", []Value{v}); !done {
			a.Tie.Store(a.Tie.Len(), v)
		}
		return
	}
	if len(a.e) == cap(a.e) {
		if a.pushPacked(v) {
			return
		}
		a.grow(len(a.e) + 1)
	}
	a.e = append(a.e, v)
}

// change lets a tied array do an operation its own way; it reports false if that has none.
func (a *Array) change(method string, list []Value) (Value, bool) {
	if t, ok := a.Tie.(interface {
		Change(method string, list []Value) (Value, bool)
	}); ok {
		return t.Change(method, list)
	}
	return Undef, false
}

// grow makes room for n elements: in front, if Shift left at least as much room there as is in use, or in new storage.
func (a *Array) grow(n int) {
	if front := int(a.front); front >= len(a.e) && front+cap(a.e) >= n {
		all := extendFront(a.e, front)
		copy(all, a.e)
		clear(all[max(len(a.e), front):])
		a.e, a.front = all[:len(a.e)], 0
		return
	}
	grown := make([]Value, len(a.e), max(n, 2*len(a.e), 4))
	copy(grown, a.e)
	a.e, a.front = grown, 0
}

// PushAll appends values; list may be overwritten afterwards.
func (a *Array) PushAll(list []Value) {
	if a.Tie != nil {
		if _, done := a.change("PUSH", list); done {
			return
		}
		for _, v := range list {
			a.Tie.Store(a.Tie.Len(), v)
		}
		return
	}
	if a.kind != KUndef {
		if kindOfAll(list) == a.kind {
			a.appendPacked(list)
			return
		}
		a.general()
	}
	if n := len(a.e) + len(list); n > cap(a.e) {
		a.grow(n)
	}
	a.e = append(a.e, list...)
}

// Pop removes and returns the last element.
func (a *Array) Pop() Value {
	if a.Tie != nil {
		if v, done := a.change("POP", nil); done {
			return v
		}
	}
	n := a.Len()
	if n == 0 {
		return Undef
	}
	v := a.Get(int64(n - 1))
	a.Resize(n - 1)
	return v
}

// Shift removes and returns the first element. The room in front is reused by Unshift.
func (a *Array) Shift() Value {
	if a.Tie != nil {
		if v, done := a.change("SHIFT", nil); done {
			return v
		}
		if a.Len() == 0 {
			return Undef
		}
		return a.spliceTied(0, 1, nil)[0]
	}
	if len(a.packed) > 0 {
		return a.shiftPacked()
	}
	if len(a.e) == 0 {
		return Undef
	}
	v := a.Get(0)
	a.e[0] = Value{}
	if len(a.e) == 1 { // all the storage is free again
		a.e = extendFront(a.e[:0], int(a.front))[:0]
		a.front = 0
		return v
	}
	a.e = a.e[1:]
	a.front++
	return v
}

// Unshift puts list in front.
func (a *Array) Unshift(list []Value) {
	if a.Tie != nil {
		if _, done := a.change("UNSHIFT", list); !done {
			a.spliceTied(0, 0, list)
		}
		return
	}
	a.general()
	k := len(list)
	if int(a.front) < k {
		room := k + len(a.e) // as much again in front, so that many calls cost one copy
		grown := make([]Value, room+len(a.e), room+len(a.e)+4)
		copy(grown[room:], a.e)
		a.e, a.front = grown[room:], uint32(room)
	}
	a.e = extendFront(a.e, k)
	a.front -= uint32(k)
	copy(a.e, list)
}

// Splice removes n elements at offset and puts list in their place; the bounds must be valid. It returns the removed values.
func (a *Array) Splice(offset, n int, list []Value) []Value {
	if a.Tie != nil {
		return a.spliceTied(offset, n, list)
	}
	a.general()
	old, grow := len(a.e), len(list)-n
	out := loadAll(append([]Value(nil), a.e[offset:offset+n]...))
	switch {
	case offset == 0 && len(list) == 0 && n < old:
		clear(a.e[:n])
		a.e = a.e[n:]
		a.front += uint32(n)
		return out
	case offset == 0 && n == 0:
		a.Unshift(list)
		return out
	case grow > 0:
		a.Resize(old + grow)
	}
	copy(a.e[offset+len(list):], a.e[offset+n:old])
	copy(a.e[offset:], list)
	if grow < 0 {
		a.Resize(old + grow)
	}
	return out
}

func (a *Array) spliceTied(offset, n int, list []Value) []Value {
	all := a.Values(nil)
	a.Tie.Resize(offset)
	a.PushAll(list)
	a.PushAll(all[offset+n:])
	return all[offset : offset+n : offset+n]
}

// Values appends the elements to dst.
func (a *Array) Values(dst []Value) []Value {
	if a.Tie != nil {
		var list []Value // fetching may run code that uses what lies behind dst
		for i := range a.Tie.Len() {
			list = append(list, a.Tie.Fetch(i))
		}
		return append(dst, list...)
	}
	if a.kind != KUndef {
		return a.appendTo(dst)
	}
	n := len(dst)
	dst = append(dst, a.e...)
	loadAll(dst[n:])
	return dst
}

// loadAll replaces cells by what they hold and missing elements by undef, in place.
func loadAll(list []Value) []Value {
	for i, v := range list {
		if v.p == nil {
			list[i] = Undef
		} else if v.IsCell() {
			list[i] = v.Cell().Get()
		}
	}
	return list
}

// SetAll replaces the contents; list is copied and may be part of the array's own storage.
func (a *Array) SetAll(list []Value) {
	if a.Tie != nil {
		a.Tie.Resize(0)
		if t, ok := a.Tie.(tiedElements); ok && len(list) > 0 {
			t.Extend(len(list))
		}
		for i, v := range list {
			a.Tie.Store(i, v)
		}
		return
	}
	if a.setPacked(list) {
		return
	}
	if cap(a.e) < len(list) {
		a.e, a.front = make([]Value, len(list)), 0
	}
	old := a.e
	a.e = a.e[:len(list)]
	copy(a.e, list) // before the rest is cleared, which list may be part of
	if len(old) > len(list) {
		clear(old[len(list):])
	}
}

// Raw returns the elements in place, for loops that know the array: values may be KCell, and growth detaches the slice.
// It is nil for a tied array.
func (a *Array) Raw() []Value {
	a.general()
	return a.e
}

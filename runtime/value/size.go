package value

// This file defines Meter: how many bytes values hold, all that they refer to included.

import "unsafe"

// A Meter adds up the memory of values. What is reached twice counts once. The zero Meter is ready for use; Free, if not
// zero, is the number of bytes at which it stops adding.
type Meter struct {
	Bytes  int64
	Enough int64

	seen map[unsafe.Pointer]struct{}
	last unsafe.Pointer // the string counted last: many copies of one often stand together
	todo []Value
	// More is asked for what a sub or a file handle holds beside what this package knows of; nil for nothing.
	More func(m *Meter, v Value)
}

const (
	shortText  = 64 // shorter strings are counted at each place: remembering them would cost more than they do
	entrySize  = int64(unsafe.Sizeof(entry{}))
	valueSize  = int64(unsafe.Sizeof(Value{}))
	arraySize  = int64(unsafe.Sizeof(Array{}))
	hashSize   = int64(unsafe.Sizeof(Hash{}))
	scalarSize = int64(unsafe.Sizeof(Scalar{}))
)

// Add adds values and everything that they refer to.
func (m *Meter) Add(list ...Value) {
	for _, v := range list {
		m.one(v)
	}
	m.work()
}

// Scalar adds a scalar, Array an array, Hash a hash; each may be nil.
func (m *Meter) Scalar(s *Scalar) {
	if s != nil {
		m.one(CellValue(s))
		m.work()
	}
}

// Array adds an array.
func (m *Meter) Array(a *Array) {
	if a != nil {
		m.one(RefArray(a))
		m.work()
	}
}

// Hash adds a hash.
func (m *Meter) Hash(h *Hash) {
	if h != nil {
		m.one(RefHash(h))
		m.work()
	}
}

// Full tells whether enough has been counted.
func (m *Meter) Full() bool { return m.Enough > 0 && m.Bytes > m.Enough }

// Seen notes an object that the caller counts itself, and tells whether it was noted before.
func (m *Meter) Seen(p unsafe.Pointer) bool {
	if _, ok := m.seen[p]; ok {
		return true
	}
	if m.seen == nil {
		m.seen = map[unsafe.Pointer]struct{}{}
	}
	m.seen[p] = struct{}{}
	return false
}

// one counts a value itself and remembers what it refers to.
func (m *Meter) one(v Value) {
	switch k := v.Kind(); k {
	case KStr, KWide:
		m.text(v)
	case KCell, KScalarRef, KArrayRef, KHashRef, KCodeRef, KGlobRef, KGlob:
		if v.p != nil && !m.Seen(v.p) {
			m.todo = append(m.todo, v)
		}
	}
}

func (m *Meter) text(v Value) {
	n := int64(v.n & lenMask)
	if n < shortText {
		m.Bytes += n
		return
	}
	if v.p == m.last {
		return
	}
	m.last = v.p
	if !m.Seen(v.p) {
		if v.n&growFlag != 0 {
			n = max(n, int64(v.growable().room))
		}
		m.Bytes += n
	}
}

// work counts what is still to be looked into.
func (m *Meter) work() {
	for len(m.todo) > 0 && !m.Full() {
		v := m.todo[len(m.todo)-1]
		m.todo = m.todo[:len(m.todo)-1]
		switch v.Kind() {
		case KCell, KScalarRef:
			m.Bytes += scalarSize
			m.one(*v.Cell().Kept())
		case KArrayRef:
			m.elements(v.Array())
		case KHashRef:
			m.entries(v.Hash())
		case KCodeRef:
			for _, c := range v.Code().Caps {
				m.Bytes += valueSize
				m.one(c)
			}
		case KGlobRef, KGlob:
			g := v.Glob()
			m.parts(g)
		}
		if m.More != nil {
			m.More(m, v)
		}
	}
}

func (m *Meter) parts(g *Glob) {
	if g.Scalar != nil {
		m.one(CellValue(g.Scalar))
	}
	if g.Array != nil {
		m.one(RefArray(g.Array))
	}
	if g.Hash != nil {
		m.one(RefHash(g.Hash))
	}
	if g.Code != nil {
		m.one(RefCode(g.Code))
	}
}

func (m *Meter) elements(a *Array) {
	m.Bytes += arraySize + int64(cap(a.e))*valueSize + int64(cap(a.packed))*8
	for _, v := range a.e {
		m.one(v)
	}
}

func (m *Meter) entries(h *Hash) {
	m.Bytes += hashSize + int64(cap(h.entries))*entrySize + int64(cap(h.index))*8 + int64(cap(h.arena))
	for i := range h.entries {
		if k := h.entries[i].key; k.IsString() {
			m.text(k)
		}
		m.one(h.entries[i].val)
	}
}

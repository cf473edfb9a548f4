package runtime

// This file defines tr/// on strings of bytes by a table of what each byte becomes.

import "github.com/smrscript/smrscript/runtime/value"

const (
	byteKept    = -1
	byteDeleted = -2
	byteTooWide = -3 // what it becomes is no byte
)

// applyBytes is apply for a string of bytes; ok is false when some byte would become a wide character.
func (t *transTable) applyBytes(v value.Value) (out value.Value, n int, ok bool) {
	if t.bytes == nil {
		t.bytes = t.byteTable()
		t.single = singleBytes(t)
	}
	if t.single != nil {
		out, n = t.single.apply(v)
		return out, n, true
	}
	s, table := v.S(), t.bytes
	tooWide := false
	for i := 0; i < len(s); i++ {
		if to := table[s[i]]; to != byteKept {
			n++
			tooWide = tooWide || to == byteTooWide
		}
	}
	if tooWide {
		return v, 0, false
	}
	if n == 0 || t.changesNothing() {
		return v, n, true
	}
	b, last := make([]byte, 0, len(s)), int16(-1)
	for i := 0; i < len(s); i++ {
		to := table[s[i]]
		switch {
		case to == byteKept:
			b, last = append(b, s[i]), -1
		case to == byteDeleted || t.squeeze && to == last:
		default:
			b, last = append(b, byte(to)), to
		}
	}
	return value.Bytes(b), n, true
}

// A byteMap is a table by which each byte becomes one byte: nothing is deleted or squeezed. It needs no branches.
type byteMap struct {
	to   [256]byte
	hit  [256]uint8 // 1 for the bytes that count
	same bool       // each byte becomes itself; they are only counted
}

// singleBytes is the byteMap of a table, nil if it has none.
func singleBytes(t *transTable) *byteMap {
	if t.squeeze {
		return nil
	}
	m := &byteMap{same: true}
	for b, to := range t.bytes {
		switch {
		case to == byteKept:
			m.to[b] = byte(b)
			continue
		case to < 0:
			return nil
		}
		m.to[b], m.hit[b] = byte(to), 1
		m.same = m.same && int(to) == b
	}
	return m
}

// apply returns the changed string and the number of bytes that counted.
func (m *byteMap) apply(v value.Value) (value.Value, int) {
	s, n := v.S(), 0
	for i := 0; i < len(s); i++ {
		n += int(m.hit[s[i]])
	}
	if n == 0 || m.same {
		return v, n
	}
	b := make([]byte, len(s))
	for i := range b {
		b[i] = m.to[s[i]]
	}
	return value.Bytes(b), n
}

func (t *transTable) byteTable() *[256]int16 {
	table := new([256]int16)
	for b := range table {
		switch to, hit, deleted := t.lookup(rune(b)); {
		case !hit:
			table[b] = byteKept
		case deleted:
			table[b] = byteDeleted
		case to > 0xFF:
			table[b] = byteTooWide
		default:
			table[b] = int16(to)
		}
	}
	return table
}

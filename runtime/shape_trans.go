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

package regex

// This file defines the search for a sequence of byte sets: backward nondeterministic DAWG matching (Navarro and
// Raffinot, "A Bit-Parallel Approach to Suffix Automata"), which reads a window from its end and so skips most bytes.

// maxSequence is the longest sequence that is looked for.
const maxSequence = 16

// sequence is the search's table: bit k of masks[b] is set if byte b may stand k places before the end of the sequence.
type sequence struct {
	size  int
	masks [256]uint16
}

func newSequence(sets []bits) *sequence {
	q := &sequence{size: len(sets)}
	for k := range sets {
		bit := uint16(1) << uint(len(sets)-1-k)
		for b := range q.masks {
			if sets[k].has(byte(b)) {
				q.masks[b] |= bit
			}
		}
	}
	return q
}

// index gives the first place at or after at where the sequence stands, or -1.
func (q *sequence) index(s string, at int) int {
	size := q.size
	masks := &q.masks
	top := uint16(1) << uint(size-1)
	for last := at + size - 1; last < len(s); {
		alive := masks[s[last]]
		if alive == 0 {
			last += size
			continue
		}
		shift, k := size, last
		for {
			if alive&top != 0 {
				if shift = k - (last - size + 1); shift == 0 {
					return k
				}
			}
			if alive = alive << 1 & (top | (top - 1)); alive == 0 {
				break
			}
			k--
			if alive &= masks[s[k]]; alive == 0 {
				break
			}
		}
		last += shift
	}
	return -1
}

package regex

// This file defines the tight loops of runs, and other small tests on the subject.

import "strings"

// runEnd gives the end of the longest run of n's set from i on. Less than n.min characters may have been found.
func (n *node) runEnd(s string, i int) int {
	if n.max >= 0 && n.max < len(s)-i {
		s = s[:i+n.max]
	}
	return n.scanFrom(s, i)
}

// scanFrom gives the end of the longest run of bytes of n's set.
func (n *node) scanFrom(s string, i int) int {
	switch n.scan {
	case scanAll:
		return len(s)
	case scanToByte:
		if k := strings.IndexByte(s[i:], n.stop); k >= 0 {
			return i + k
		}
		return len(s)
	}
	set := n.set
	for i < len(s) && set[s[i]] {
		i++
	}
	return i
}

// bytewise tells whether membership in a run's set can be read off single bytes.
func (n *node) bytewise() bool { return n.wide == nil || n.wide.high == extentAll }

// skip gives the end of the run of n's set at i, whatever n's limits.
func (n *node) skip(s string, i int) int {
	if n.bytewise() {
		return n.scanFrom(s, i)
	}
	for {
		next := n.step(s, i)
		if next < 0 {
			return i
		}
		i = next
	}
}

// skipBack gives the start of the run of n's set that ends at i, but not below floor.
func (n *node) skipBack(s string, i, floor int) int {
	for i > floor {
		if c := s[i-1]; c < 0x80 || n.bytewise() {
			if !n.set[c] {
				break
			}
			i--
			continue
		}
		r, size := decodeBefore(s, i)
		if i-size < floor || !n.wide.has(r) {
			break
		}
		i -= size
	}
	return i
}

// runEndWide is runEnd for characters of several bytes. It also gives the lowest place to give back to; end is below low
// if there are too few characters.
func (n *node) runEndWide(s string, i int) (end, low int) {
	if n.max < 0 && n.min <= 1 && n.wide.high == extentAll {
		end = n.scanFrom(s, i)
		if n.min == 0 {
			return end, i
		}
		if end == i {
			return end, i + 1
		}
		return end, i + charLen(s, i)
	}
	low = len(s) + 1
	for count := 0; ; count++ {
		if count == n.min {
			low = i
		}
		if i >= len(s) || count == n.max {
			return i, low
		}
		if c := s[i]; c < 0x80 {
			if !n.set[c] {
				return i, low
			}
			i++
			continue
		}
		r, size := decode(s, i)
		if !n.wide.has(r) {
			return i, low
		}
		i += size
	}
}

// giveBack gives the highest place from at down to low where what follows a run can start, or -1.
func (n *node) giveBack(s string, at, low int) int {
	if at < low {
		return -1
	}
	if lit := n.followLit; lit != "" {
		if at > len(s)-len(lit) {
			at = len(s) - len(lit)
		}
		c := lit[0]
		for ; at >= low; at-- {
			if s[at] == c && (len(lit) == 1 || s[at:at+len(lit)] == lit) {
				return at
			}
		}
		return -1
	}
	if n.follow == nil {
		for n.wide != nil && at > low && at < len(s) && s[at]&0xC0 == 0x80 {
			at--
		}
		return at
	}
	if at == len(s) {
		if n.followEnd {
			return at
		}
		at--
	}
	for ; at >= low; at-- {
		if n.follow[s[at]] {
			return at
		}
	}
	return -1
}

// takeMore gives the lowest place from at up to high where what follows a lazy run can start, or -1. All bytes passed
// over are in the set.
func (n *node) takeMore(s string, at, high int) int {
	if n.followLit != "" {
		return n.takeToLiteral(s, at, high)
	}
	if n.follow == nil {
		return at
	}
	for ; ; at++ {
		if at == len(s) {
			if n.followEnd {
				return at
			}
			return -1
		}
		if n.follow[s[at]] {
			return at
		}
		if at >= high || !n.set[s[at]] {
			return -1
		}
	}
}

func (n *node) takeToLiteral(s string, at, high int) int {
	lit := n.followLit
	if n.scan == scanSet {
		for ; at+len(lit) <= len(s); at++ {
			if s[at] == lit[0] && s[at:at+len(lit)] == lit {
				return at
			}
			if at >= high || !n.set[s[at]] {
				return -1
			}
		}
		return -1
	}
	// The end of the run and the literal are looked for side by side, in windows that grow: neither may be far away when
	// the other is near.
	for size := 128; ; size *= 4 {
		end := high
		if size < high-at {
			end = at + size
		}
		run := n.scanFrom(s[:end], at)
		if k := strings.Index(s[at:min(run+len(lit), len(s))], lit); k >= 0 {
			return at + k
		}
		if run < end || end == high {
			return -1
		}
		at = end
	}
}

// takeMoreWide is takeMore for characters of several bytes; more is the number of characters it may pass over, -1 for
// any. It gives what is left of more too.
func (n *node) takeMoreWide(s string, at, more int) (int, int) {
	for n.follow != nil {
		if at == len(s) {
			if n.followEnd {
				break
			}
			return -1, 0
		}
		if n.follow[s[at]] {
			break
		}
		next := n.step(s, at)
		if more == 0 || next < 0 {
			return -1, 0
		}
		at, more = next, more-1
	}
	return at, max(more, -1)
}

// step passes over one character of the set, or gives -1.
func (n *node) step(s string, at int) int {
	if at >= len(s) {
		return -1
	}
	if c := s[at]; c < 0x80 || n.wide == nil {
		if n.set[c] {
			return at + 1
		}
		return -1
	}
	if r, size := decode(s, at); n.wide.has(r) {
		return at + size
	}
	return -1
}

// sameFolded tells whether s begins with n's literal; it must be long enough.
func (n *node) sameFolded(s string) bool {
	fold := n.fold
	for k := range len(n.lit) {
		if fold[s[k]] != n.lit[k] {
			return false
		}
	}
	return true
}

// atBoundary tells whether a word begins or ends at i.
func (n *node) atBoundary(s string, i int) bool {
	return n.before(s, i) != n.ahead(s, i)
}

// ahead tells whether the character at i is in the set; the end of the subject is not.
func (n *node) ahead(s string, i int) bool { return n.step(s, i) >= 0 }

// before tells whether the character that ends at i is in the set; the start of the subject is not.
func (n *node) before(s string, i int) bool {
	if i == 0 {
		return false
	}
	if c := s[i-1]; c < 0x80 || n.wide == nil {
		return n.set[c]
	}
	r, _ := decodeBefore(s, i)
	return n.wide.has(r)
}

// seqEnd matches n's folded characters at i and gives the end, or -1. A character of the subject may stand for several.
func (n *node) seqEnd(s string, i int, m mode) int {
	var room [4]rune
	for k := 0; k < len(n.seq); {
		if i >= len(s) {
			return -1
		}
		r, size := rune(s[i]), 1
		if m == modeUTF8 {
			r, size = decode(s, i)
		}
		if r < 0x80 {
			if r |= foldBit(r); r != n.seq[k] {
				return -1
			}
			k++
			i++
			continue
		}
		folded := n.how.full(room[:0], r)
		if len(folded) > len(n.seq)-k {
			return -1
		}
		for _, x := range folded {
			if n.seq[k] != x {
				return -1
			}
			k++
		}
		i += size
	}
	return i
}

// foldBit is the bit that makes an upper-case ASCII letter lower-case.
func foldBit(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return 0x20
	}
	return 0
}

package value

// This file defines appending in place. A string that was appended to lies in a buffer with spare room and a
// header that says how much of it is in use. Whoever holds a value that ends exactly where the used part ends may
// write behind it: nobody has seen those bytes. So `.=` costs a copy of the new bytes only, and reading never copies.

import (
	"strconv"
	"unicode/utf8"
)

// Append returns the concatenation of v and s; wide tells whether s is characters. It may extend the buffer behind v,
// which no other value can notice.
func Append(v Value, s string, wide bool) Value {
	if len(s) == 0 && v.IsString() {
		return v
	}
	k := v.Kind()
	if k != KStr && k != KWide {
		v = v.ToStr()
		k = v.Kind()
	}
	if wide != (k == KWide) && !(isASCII(s) || v.n&lenMask == 0) {
		if wide {
			if !isASCII(v.S()) {
				v = Str(upgrade(v.S()))
			}
		} else {
			s = upgrade(s)
		}
		k = KWide
	} else if wide && !isASCII(s) {
		k = KWide
	}
	old := int(v.n & lenMask)
	if v.n&growFlag != 0 {
		if g := v.growable(); g.used == old && g.room-old >= len(s) {
			copy(g.bytes()[old:], s)
			g.used = old + len(s)
			return g.value(g.used, k)
		}
	}
	need := old + len(s)
	room := max(2*need, 32)
	if v.n&growFlag != 0 && (need <= quickGrowth || need > largeText && need <= hugeText) {
		room = 4 * need
	}
	g, b := newGrowable(room)
	copy(b, v.S())
	copy(b[old:], s)
	g.used = need
	return g.value(need, k)
}

// AppendValue is Append of the text form of q. A byte string or an integer behind a byte string with room to spare, the most
// frequent case, is written where it belongs at once.
func AppendValue(v, q Value) Value {
	if v.n&growFlag != 0 && v.Kind() == KStr {
		old, g := int(v.n&lenMask), v.growable()
		switch {
		case g.used != old:
		case q.IsInt():
			if g.room-old >= maxDigits {
				g.used = old + putInt(g.bytes()[old:], q.I())
				return g.value(g.used, KStr)
			}
		case q.Kind() == KStr:
			s := q.S()
			if g.room-old >= len(s) {
				copy(g.bytes()[old:], s)
				g.used = old + len(s)
				return g.value(g.used, KStr)
			}
		}
	}
	if q.IsNumber() {
		var digits [maxNumber]byte
		return Append(v, Bytes(q.AppendTo(digits[:0])).S(), false)
	}
	q = q.ToStr()
	return Append(v, q.S(), q.Kind() == KWide)
}

// Spare returns the room behind a byte string that was appended to, nil if there is none or another value has taken it. What is
// written there counts when Grown says so.
func (v Value) Spare() []byte {
	if v.n&growFlag == 0 || v.Kind() != KStr {
		return nil
	}
	old, g := int(v.n&lenMask), v.growable()
	if g.used != old {
		return nil
	}
	return g.bytes()[old:g.room]
}

// Grown is v with the first n bytes of its Spare.
func (v Value) Grown(n int) Value {
	g := v.growable()
	g.used = int(v.n&lenMask) + n
	return g.value(g.used, KStr)
}

// PutBytes copies the text of a byte string or an integer to the start of b. It reports the number of bytes, or -1 if b is too
// short or q anything else.
func PutBytes(b []byte, q Value) int {
	switch {
	case q.IsInt():
		if len(b) >= maxDigits {
			return putInt(b, q.I())
		}
	case q.Kind() == KStr:
		if s := q.S(); len(b) >= len(s) {
			return copy(b, s)
		}
	}
	return -1
}

// putInt writes the digits of i to b, which has room for maxDigits, and returns their number.
func putInt(b []byte, i int64) int {
	if i < 0 || i > 99_999_999 {
		return len(strconv.AppendInt(b[:0], i, 10))
	}
	u := uint32(i)
	n := 1
	for p := uint32(10); n < 8 && u >= p; p *= 10 {
		n++
	}
	k := n
	for ; u >= 10; u /= 100 { // two digits a division
		two := digitPairs[u%100*2:]
		k -= 2
		b[k], b[k+1] = two[0], two[1]
	}
	if k > 0 {
		b[0] = byte('0' + u)
	}
	return n
}

// TextFrom returns what v, which began as old and was appended to, has gained.
func TextFrom(v, old Value) string {
	if v.IsWide() && !old.IsWide() { // the bytes became characters
		return v.S()[len(upgrade(old.S())):]
	}
	return v.S()[len(old.S()):]
}

// appendInt appends the digits of i to b.
func appendInt(b []byte, i int64) []byte {
	if n := len(b); cap(b)-n >= maxDigits {
		return b[:n+putInt(b[n:n+maxDigits], i)]
	}
	return strconv.AppendInt(b, i, 10)
}

// digitPairs are the numbers from 00 to 99.
const digitPairs = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849" +
	"5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"

const (
	maxDigits = 20 // of an integer, with its sign
	maxNumber = 40 // bytes of any number

	// A text that outgrew its room gets twice what it needs; up to quickGrowth bytes, and again from largeText to hugeText, four times:
	// the pages that are written anew with each growth cost more there than room that may stay unused, and has no pages until then.
	quickGrowth = 256
	largeText   = 1 << 20
	hugeText    = 5 << 20
)

// Concat returns a new string a . b.
func Concat(a, b Value) Value {
	var digits [maxDigits]byte // of a number, which needs no string of its own on the way
	switch {
	case a.IsBytes() && b.IsInt():
		return text(a.S()+string(digits[:putInt(digits[:], b.I())]), KStr)
	case a.IsInt() && b.IsBytes():
		return text(string(digits[:putInt(digits[:], a.I())])+b.S(), KStr)
	}
	a, b = a.ToStr(), b.ToStr()
	if a.Kind() == b.Kind() {
		return text(a.S()+b.S(), a.Kind())
	}
	return Wide(a.UTF8() + b.UTF8())
}

// upgrade rewrites bytes as the UTF-8 text of the same characters.
func upgrade(s string) string {
	if isASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)+len(s)/2)
	for i := 0; i < len(s); i++ {
		b = utf8.AppendRune(b, rune(s[i]))
	}
	return string(b)
}

// Downgrade returns the bytes of a string whose characters all fit one byte; ok is false if some do not.
func (v Value) Downgrade() (s string, ok bool) {
	if v.Kind() != KWide {
		return v.ToStr().S(), true
	}
	b := make([]byte, 0, len(v.S()))
	for _, r := range v.S() {
		if r > 0xFF {
			return "", false
		}
		b = append(b, byte(r))
	}
	return string(b), true
}

// UTF8 returns the characters of the text form of v as UTF-8.
func (v Value) UTF8() string {
	v = v.ToStr()
	if v.Kind() == KWide {
		return v.S()
	}
	return upgrade(v.S())
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

package value

// This file defines appending in place. A string that was appended to lies in a buffer with spare room and a
// header that says how much of it is in use. Whoever holds a value that ends exactly where the used part ends may
// write behind it: nobody has seen those bytes. So `.=` costs a copy of the new bytes only, and reading never copies.

import "unicode/utf8"

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
	g, b := newGrowable(max(2*need, 32))
	copy(b, v.S())
	copy(b[old:], s)
	g.used = need
	return g.value(need, k)
}

// Concat returns a new string a . b.
func Concat(a, b Value) Value {
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

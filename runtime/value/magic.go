package value

// This file defines the counting of text: "Az" before "Ba" (perlop, Auto-increment and Range Operators).

// IsMagic tells whether s is letters followed by digits, which ++ counts up as text.
func IsMagic(s string) bool {
	i := 0
	for i < len(s) && s[i]|0x20-'a' < 26 {
		i++
	}
	for i < len(s) && s[i]-'0' < 10 {
		i++
	}
	return i == len(s)
}

// incText returns the successor of magic text. Digits alone that start with no zero become a number.
func incText(s string) Value {
	if s[0]-'1' < 9 && len(s) < 19 {
		n, _ := ParseNumber(s)
		return Int(n.I() + 1)
	}
	b := make([]byte, len(s)+1)
	copy(b[1:], s)
	for i := len(s); i > 0; i-- {
		switch b[i] {
		case '9':
			b[i] = '0'
		case 'z':
			b[i] = 'a'
		case 'Z':
			b[i] = 'A'
		default:
			b[i]++
			return Bytes(b[1:])
		}
	}
	b[0] = b[1] // everything was carried over: one more of the first character
	if b[0] == '0' {
		b[0] = '1'
	}
	return Bytes(b)
}

// RangeIsNumeric tells whether from..to counts numbers; otherwise it counts text and StringRange lists it.
func RangeIsNumeric(from, to Value) bool {
	from, to = from.Load(), to.Load()
	if plainNumber(from) || plainNumber(to) {
		return true
	}
	if from.IsUndef() && to.IsUndef() {
		return false
	}
	first := from.IsUndef() || from.LooksLikeNumber() && from.IsString() &&
		(len(from.S()) < 2 || from.S()[0] != '0')
	return first && (to.IsUndef() || to.LooksLikeNumber())
}

// plainNumber tells whether v is defined and more than text.
func plainNumber(v Value) bool { return !v.IsUndef() && !v.IsString() || v == No }

// StringRange returns the list from..to of text: it counts from up until it equals to or becomes longer than it.
func StringRange(from, to Value) []Value {
	var list []Value
	EachInRange(from, to, func(v Value) { list = append(list, v) })
	return list
}

// EachInRange calls f for each item of StringRange, whose list can be long.
func EachInRange(from, to Value, f func(Value)) {
	from, to = from.ToStr(), to.ToStr()
	limit := Length(to)
	for Length(from) <= limit {
		f(from)
		if StrEqual(from, to) || !IsMagic(from.S()) || from.S() == "" {
			break
		}
		from = incText(from.S()).ToStr()
	}
}

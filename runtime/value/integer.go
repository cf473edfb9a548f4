package value

// This file defines the arithmetic of `use integer`: 64-bit two's complement that wraps around.

// IntegerOp returns a op b under `use integer`. op is one of + - * / % & | ^ < > where < and > stand for the shifts;
// ok is false for a division by zero.
func IntegerOp(op byte, a, b Value) (r Value, ok bool) {
	if (op == '&' || op == '|' || op == '^') && asText(a, b) {
		return bitText(op, a.ToStr(), b.ToStr()), true
	}
	x, y := a.WrapInt(), b.WrapInt()
	switch op {
	case '+':
		return Int(x + y), true
	case '-':
		return Int(x - y), true
	case '*':
		return Int(x * y), true
	case '/':
		if y == 0 {
			return Undef, false
		}
		if y == -1 {
			return Int(-x), true
		}
		return Int(x / y), true
	case '%':
		if y == 0 {
			return Undef, false
		}
		if y == -1 {
			return Int(0), true
		}
		return Int(x % y), true
	case '&':
		return Int(x & y), true
	case '|':
		return Int(x | y), true
	case '^':
		return Int(x ^ y), true
	case '<':
		return Int(shiftInt(x, b.ToInt())), true
	case '>':
		return Int(shiftInt(x, -max(b.ToInt(), -64))), true
	}
	return Undef, false
}

// IntegerNeg returns -a under `use integer`.
func IntegerNeg(a Value) Value {
	a = a.Load()
	if a.IsString() {
		if t, ok := negText(a); ok {
			return t
		}
	}
	return Int(-a.WrapInt())
}

// IntegerNot returns ~a under `use integer`.
func IntegerNot(a Value) Value {
	if a.numeric() {
		return Int(^a.WrapInt())
	}
	return BitNot(a)
}

// IntegerCompare compares a and b as `use integer` does: as 64-bit signed integers.
func IntegerCompare(a, b Value) int { return order(a.WrapInt(), b.WrapInt()) }

// WrapInt is ToInt, but integers above math.MaxInt64 wrap around, as %d and use integer see them.
func (v Value) WrapInt() int64 {
	if v.IsInt() {
		return v.I()
	}
	n := v.ToNum()
	if n.Kind() == KUint {
		return int64(n.U())
	}
	if n.IsFloat() && n.F() >= 1<<63 {
		return int64(n.ToUint())
	}
	return n.ToInt()
}

// shiftInt shifts x left by n, right for negative n, keeping the sign.
func shiftInt(x, n int64) int64 {
	switch {
	case n >= 64:
		return 0
	case n >= 0:
		return x << uint(n)
	case n <= -64:
		return x >> 63
	}
	return x >> uint(-n)
}

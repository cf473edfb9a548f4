package module

// This file defines the methods and operators of Math::BigInt.

import (
	"math/big"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// setupBigInt defines the class.
func setupBigInt(vm *runtime.VM) {
	bigConstructors(vm)
	bigArithmetic(vm)
	bigQuestions(vm)
	bigTexts(vm)
	bigOperators(vm)
	moreBig(vm)
}

// self returns the number that a method was called on; a class or plain value in its place is read as a number.
func self(c *runtime.Call) *bigNumber { return toBig(c.Arg(0)) }

// become changes the object that a method was called on and returns it; called on a plain value it makes a new object.
func become(c *runtime.Call, n *bigNumber) value.Value {
	if bigOf(c.Arg(0)) == nil {
		return newBig(c.VM, n, bigIntClass)
	}
	c.Args[0].Hash().Set(bigField(), value.NewBox(n))
	return c.Args[0]
}

func bigConstructors(vm *runtime.VM) {
	define := func(name string, f func(c *runtime.Call) *bigNumber) {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			class := classOf(c, bigIntClass)
			if bigOf(c.Arg(0)) != nil && strings.HasPrefix(name, "b") {
				return become(c, f(c))
			}
			return newBig(c.VM, f(c), class)
		})
	}
	define("new", func(c *runtime.Call) *bigNumber {
		if len(c.Args) < 2 {
			return &bigNumber{}
		}
		return copyBig(toBig(c.Args[1]))
	})
	for name, base := range map[string]int{"from_hex": 16, "from_bin": 2, "from_oct": 8} {
		define(name, func(c *runtime.Call) *bigNumber {
			s := strings.ToLower(strings.ReplaceAll(c.Arg(1).String(), "_", ""))
			for _, p := range []string{"0x", "0b", "0o", "x", "b", "o"} {
				s = strings.TrimPrefix(s, p)
			}
			out := &bigNumber{}
			if _, ok := out.n.SetString(s, base); !ok {
				return notANumber()
			}
			return out
		})
	}
	define("from_base", func(c *runtime.Call) *bigNumber {
		out := &bigNumber{}
		if base := int(c.Arg(2).ToInt()); base >= 2 && base <= 36 {
			if _, ok := out.n.SetString(strings.ToLower(c.Arg(1).String()), base); ok {
				return out
			}
		}
		return notANumber()
	})
	define("bnan", func(*runtime.Call) *bigNumber { return notANumber() })
	define("binf", func(c *runtime.Call) *bigNumber {
		if c.Arg(1).String() == "-" {
			return infinity(-1)
		}
		return infinity(1)
	})
	define("bzero", func(*runtime.Call) *bigNumber { return &bigNumber{} })
	define("bone", func(c *runtime.Call) *bigNumber {
		out := &bigNumber{}
		out.n.SetInt64(1)
		if c.Arg(1).String() == "-" {
			out.n.SetInt64(-1)
		}
		return out
	})
	defineBig(vm, "Math::BigInt::copy", func(c *runtime.Call) value.Value { return newBig(c.VM, copyBig(self(c)), classOf(c, bigIntClass)) })
	for _, name := range []string{"as_int", "as_number"} {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value { return newBig(c.VM, copyBig(self(c)), bigIntClass) })
	}
	for _, name := range []string{"accuracy", "precision", "config", "upgrade", "downgrade", "round_mode", "div_scale", "import"} {
		defineBig(vm, "Math::BigInt::"+name, func(*runtime.Call) value.Value { return value.Undef })
	}
}

// bigArithmetic defines the methods that change their object.
func bigArithmetic(vm *runtime.VM) {
	for name, op := range map[string]string{"badd": "+", "bsub": "-", "bmul": "*", "bmod": "%", "btmod": "t%", "bpow": "**", "blsft": "<<", "brsft": ">>", "band": "&", "bior": "|", "bxor": "^"} {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			a, b := self(c), toBig(c.Arg(1))
			if base := c.Arg(2); base.Defined() && (op == "<<" || op == ">>") && base.ToInt() != 2 {
				factor, _ := bigBinary("**", toBig(base), b)
				n, _ := bigBinary(map[string]string{"<<": "*", ">>": "/"}[op], a, factor)
				return become(c, n)
			}
			n, _ := bigBinary(op, a, b)
			return become(c, n)
		})
	}
	for name, op := range map[string]string{"bdiv": "/", "btdiv": "t/"} {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			q, r := bigBinary(op, self(c), toBig(c.Arg(1)))
			out := become(c, q)
			if c.Want == runtime.WantList {
				return c.Return(out, newBig(c.VM, r, bigIntClass))
			}
			return out
		})
	}
	unary := func(name string, f func(n *bigNumber) *bigNumber) {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value { return become(c, f(self(c))) })
	}
	one := &bigNumber{}
	one.n.SetInt64(1)
	unary("binc", func(n *bigNumber) *bigNumber { out, _ := bigBinary("+", n, one); return out })
	unary("bdec", func(n *bigNumber) *bigNumber { out, _ := bigBinary("-", n, one); return out })
	unary("bneg", negated)
	unary("babs", absolutely)
	unary("bnot", func(n *bigNumber) *bigNumber { out, _ := bigBinary("-", negated(n), one); return out })
	unary("bsqrt", bigSqrt)
	unary("bfac", bigFactorial)
	for _, name := range []string{"bint", "bfloor", "bceil", "bnorm"} {
		unary(name, func(n *bigNumber) *bigNumber { return n })
	}
	defineBig(vm, "Math::BigInt::broot", func(c *runtime.Call) value.Value { return become(c, bigRoot(self(c), toBig(c.Arg(1)))) })
	defineBig(vm, "Math::BigInt::bmodpow", func(c *runtime.Call) value.Value {
		a, e, m := self(c), toBig(c.Arg(1)), toBig(c.Arg(2))
		out := &bigNumber{}
		if a.kind != 0 || e.kind != 0 || m.kind != 0 || m.n.Sign() == 0 || out.n.Exp(&a.n, &e.n, new(big.Int).Abs(&m.n)) == nil {
			return become(c, notANumber())
		}
		if m.n.Sign() < 0 && out.n.Sign() != 0 {
			out.n.Add(&out.n, &m.n)
		}
		return become(c, out)
	})
	defineBig(vm, "Math::BigInt::bmodinv", func(c *runtime.Call) value.Value {
		a, m := self(c), toBig(c.Arg(1))
		out := &bigNumber{}
		if a.kind != 0 || m.kind != 0 || m.n.Sign() == 0 || out.n.ModInverse(&a.n, new(big.Int).Abs(&m.n)) == nil {
			return become(c, notANumber())
		}
		return become(c, out)
	})
	defineBig(vm, "Math::BigInt::bmuladd", func(c *runtime.Call) value.Value {
		n, _ := bigBinary("*", self(c), toBig(c.Arg(1)))
		n, _ = bigBinary("+", n, toBig(c.Arg(2)))
		return become(c, n)
	})
	defineBig(vm, "Math::BigInt::bnok", func(c *runtime.Call) value.Value {
		n, k := self(c), toBig(c.Arg(1))
		if n.kind != 0 || k.kind != 0 || !n.n.IsInt64() || !k.n.IsInt64() {
			return become(c, notANumber())
		}
		out := &bigNumber{}
		if k.n.Sign() >= 0 && k.n.Cmp(&n.n) <= 0 {
			out.n.Binomial(n.n.Int64(), k.n.Int64())
		}
		return become(c, out)
	})
	for name, f := range map[string]func(z, x, y *big.Int) *big.Int{"bgcd": greatest, "blcm": least} {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			args := c.Args
			if len(args) > 0 && args[0].IsString() && !args[0].LooksLikeNumber() {
				args = args[1:] // called as a method of the class
			}
			out := &bigNumber{}
			for i, v := range args {
				n := toBig(v)
				if n.kind != 0 {
					return newBig(c.VM, notANumber(), bigIntClass)
				}
				if i == 0 {
					out.n.Abs(&n.n)
				} else {
					f(&out.n, &out.n, new(big.Int).Abs(&n.n))
				}
			}
			return newBig(c.VM, out, bigIntClass)
		})
	}
}

func greatest(z, x, y *big.Int) *big.Int { return z.GCD(nil, nil, x, y) }

func least(z, x, y *big.Int) *big.Int {
	if x.Sign() == 0 || y.Sign() == 0 {
		return z.SetInt64(0)
	}
	g := new(big.Int).GCD(nil, nil, x, y)
	return z.Mul(z.Quo(x, g), y)
}

func absolutely(n *bigNumber) *bigNumber {
	if n.sign() < 0 {
		return negated(n)
	}
	return copyBig(n)
}

func bigSqrt(n *bigNumber) *bigNumber {
	if n.kind == '+' {
		return n
	}
	if n.kind != 0 || n.n.Sign() < 0 {
		return notANumber()
	}
	out := &bigNumber{}
	out.n.Sqrt(&n.n)
	return out
}

// bigRoot is the integer part of the k-th root.
func bigRoot(n, k *bigNumber) *bigNumber {
	if n.kind != 0 || k.kind != 0 || n.n.Sign() < 0 || k.n.Sign() <= 0 || !k.n.IsInt64() {
		return notANumber()
	}
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(n.n.BitLen()/int(k.n.Int64())+1))
	for low.Cmp(high) < 0 {
		mid := new(big.Int).Add(low, high)
		mid.Add(mid, big.NewInt(1)).Rsh(mid, 1)
		if new(big.Int).Exp(mid, &k.n, nil).Cmp(&n.n) <= 0 {
			low = mid
		} else {
			high = mid.Sub(mid, big.NewInt(1))
		}
	}
	out := &bigNumber{}
	out.n.Set(low)
	return out
}

func bigFactorial(n *bigNumber) *bigNumber {
	if n.kind != 0 || n.n.Sign() < 0 || !n.n.IsInt64() || n.n.Int64() > 1_000_000 {
		return notANumber()
	}
	out := &bigNumber{}
	out.n.MulRange(1, n.n.Int64())
	return out
}

// bigQuestions defines the methods that only look.
func bigQuestions(vm *runtime.VM) {
	ask := func(name string, f func(n *bigNumber) bool) {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			if f(self(c)) {
				return value.Int(1)
			}
			return value.Int(0)
		})
	}
	ask("is_zero", func(n *bigNumber) bool { return n.kind == 0 && n.n.Sign() == 0 })
	ask("is_odd", func(n *bigNumber) bool { return n.kind == 0 && n.n.Bit(0) == 1 })
	ask("is_even", func(n *bigNumber) bool { return n.kind == 0 && n.n.Bit(0) == 0 })
	for _, name := range []string{"is_neg", "is_negative"} {
		ask(name, func(n *bigNumber) bool { return n.sign() < 0 })
	}
	for _, name := range []string{"is_pos", "is_positive"} {
		ask(name, func(n *bigNumber) bool { return n.sign() > 0 })
	}
	ask("is_nan", func(n *bigNumber) bool { return n.kind == 'n' })
	ask("is_inf", func(n *bigNumber) bool { return n.kind == '+' || n.kind == '-' })
	ask("is_int", func(n *bigNumber) bool { return n.kind == 0 })
	ask("is_finite", func(n *bigNumber) bool { return n.kind == 0 })
	defineBig(vm, "Math::BigInt::is_one", func(c *runtime.Call) value.Value {
		want := int64(1)
		if c.Arg(1).String() == "-" {
			want = -1
		}
		n := self(c)
		return value.Bool(n.kind == 0 && n.n.IsInt64() && n.n.Int64() == want)
	})
	compare := func(name string, f func(cmp int) value.Value, magnitude bool) {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value {
			a, b := self(c), toBig(c.Arg(1))
			if magnitude {
				a, b = absolutely(a), absolutely(b)
			}
			cmp, ok := compareBig(a, b)
			if !ok {
				return value.Undef
			}
			return f(cmp)
		})
	}
	number := func(cmp int) value.Value { return value.Int(int64(cmp)) }
	compare("bcmp", number, false)
	compare("bacmp", number, true)
	for name, f := range map[string]func(cmp int) bool{"beq": func(n int) bool { return n == 0 }, "bne": func(n int) bool { return n != 0 }, "blt": func(n int) bool { return n < 0 }, "ble": func(n int) bool { return n <= 0 },
		"bgt": func(n int) bool { return n > 0 }, "bge": func(n int) bool { return n >= 0 }} {
		compare(name, func(cmp int) value.Value { return value.Bool(f(cmp)) }, false)
	}
	defineBig(vm, "Math::BigInt::sign", func(c *runtime.Call) value.Value {
		switch n := self(c); {
		case n.kind == 'n':
			return value.Str("NaN")
		case n.kind != 0:
			return value.Str(string(n.kind) + "inf")
		case n.n.Sign() < 0:
			return value.Str("-")
		}
		return value.Str("+")
	})
	defineBig(vm, "Math::BigInt::length", func(c *runtime.Call) value.Value {
		n := value.Int(int64(len(strings.TrimPrefix(self(c).String(), "-"))))
		if c.Want == runtime.WantList {
			return c.Return(n, value.Int(0)) // and the digits behind the point
		}
		return n
	})
	defineBig(vm, "Math::BigInt::digits", func(c *runtime.Call) value.Value {
		return value.Int(int64(len(strings.TrimPrefix(self(c).String(), "-"))))
	})
	defineBig(vm, "Math::BigInt::digit", func(c *runtime.Call) value.Value {
		s := strings.TrimPrefix(self(c).String(), "-")
		i := int(c.Arg(1).ToInt())
		if i < 0 {
			i = -i - 1
		} else {
			i = len(s) - 1 - i
		}
		if i < 0 || i >= len(s) {
			return value.Int(0)
		}
		return value.Int(int64(s[i] - '0'))
	})
}

// bigTexts defines the methods that give text.
func bigTexts(vm *runtime.VM) {
	text := func(name string, f func(n *bigNumber) string) {
		defineBig(vm, "Math::BigInt::"+name, func(c *runtime.Call) value.Value { return value.Str(f(self(c))) })
	}
	for _, name := range []string{"bstr", "bdstr"} {
		text(name, func(n *bigNumber) string { return n.String() })
	}
	for _, name := range []string{"bsstr"} {
		text(name, func(n *bigNumber) string { return fromInteger(n).scientific() })
	}
	base := func(n *bigNumber, base int, prefix string) string {
		if n.kind != 0 {
			return n.String()
		}
		s := new(big.Int).Abs(&n.n).Text(base)
		if n.n.Sign() < 0 {
			return "-" + prefix + s
		}
		return prefix + s
	}
	text("as_hex", func(n *bigNumber) string { return base(n, 16, "0x") })
	text("as_bin", func(n *bigNumber) string { return base(n, 2, "0b") })
	text("as_oct", func(n *bigNumber) string { return base(n, 8, "0") })
	text("to_hex", func(n *bigNumber) string { return base(n, 16, "") })
	text("to_bin", func(n *bigNumber) string { return base(n, 2, "") })
	text("to_oct", func(n *bigNumber) string { return base(n, 8, "") })
	defineBig(vm, "Math::BigInt::to_base", func(c *runtime.Call) value.Value {
		b := int(c.Arg(1).ToInt())
		if b < 2 || b > 36 {
			c.Die("to_base() needs a base from 2 to 36")
		}
		return value.Str(strings.ToUpper(base(self(c), b, "")))
	})
	defineBig(vm, "Math::BigInt::numify", func(c *runtime.Call) value.Value { return numify(self(c)) })
}

// numify is the nearest number of the language.
func numify(n *bigNumber) value.Value {
	switch {
	case n.kind == 0 && n.n.IsInt64():
		return value.Int(n.n.Int64())
	case n.kind == 0 && n.n.IsUint64():
		return value.Uint(n.n.Uint64())
	}
	return value.Float(n.float())
}

// bigOperators lets objects take part in expressions.
func bigOperators(vm *runtime.VM) {
	ops := map[string]runtime.Native{
		`""`:   func(c *runtime.Call) value.Value { return value.Str(self(c).String()) },
		"0+":   func(c *runtime.Call) value.Value { return numify(self(c)) },
		"bool": func(c *runtime.Call) value.Value { return value.Bool(self(c).Truth()) },
		"neg":  func(c *runtime.Call) value.Value { return newBig(c.VM, negated(self(c)), classOf(c, bigIntClass)) },
		"abs":  func(c *runtime.Call) value.Value { return newBig(c.VM, absolutely(self(c)), classOf(c, bigIntClass)) },
		"sqrt": func(c *runtime.Call) value.Value {
			if upgrading(c.VM) {
				return downgraded(c.VM, selfDecimal(c).root(scaleOf(c, 9)), bigFloatClass)
			}
			return newBig(c.VM, bigSqrt(self(c)), classOf(c, bigIntClass))
		},
		"exp": func(c *runtime.Call) value.Value { return bigSeries(c, exponential) },
		"log": func(c *runtime.Call) value.Value { return bigSeries(c, logarithmOf) },
		"int": func(c *runtime.Call) value.Value { return newBig(c.VM, self(c), classOf(c, bigIntClass)) },
		"~": func(c *runtime.Call) value.Value {
			one := &bigNumber{}
			one.n.SetInt64(1)
			n, _ := bigBinary("-", negated(self(c)), one)
			return newBig(c.VM, n, classOf(c, bigIntClass))
		},
		"=": func(c *runtime.Call) value.Value { return newBig(c.VM, copyBig(self(c)), classOf(c, bigIntClass)) },
		"<=>": func(c *runtime.Call) value.Value {
			if f := floatOf(c.Arg(1)); f != nil || isFraction(c.Arg(1)) {
				return compareDecimals(c)
			}
			cmp, ok := compareBig(self(c), toBig(c.Arg(1)))
			if !ok {
				return value.Undef
			}
			if c.Arg(2).Truth() {
				cmp = -cmp
			}
			return value.Int(int64(cmp))
		},
		"cmp": func(c *runtime.Call) value.Value {
			cmp := value.StrCompare(value.Str(self(c).String()), c.Arg(1).ToStr())
			if c.Arg(2).Truth() {
				cmp = -cmp
			}
			return value.Int(int64(cmp))
		},
		"++": func(c *runtime.Call) value.Value { return step(c, 1) },
		"--": func(c *runtime.Call) value.Value { return step(c, -1) },
	}
	for _, op := range []string{"+", "-", "*", "/", "%", "**", "<<", ">>", "&", "|", "^"} {
		ops[op] = func(c *runtime.Call) value.Value {
			if floatOf(c.Arg(1)) != nil || upgrading(c.VM) && upgrades(c.Arg(1)) {
				return decimalOperator(c, op)
			}
			a, b := self(c), toBig(c.Arg(1))
			if c.Arg(2).Truth() {
				a, b = b, a
			}
			if upgrading(c.VM) && leavesIntegers(op, a, b) {
				return decimalOperator(c, op)
			}
			n, _ := bigBinary(op, a, b)
			return newBig(c.VM, n, classOf(c, bigIntClass))
		}
	}
	comparisons(ops)
	overloadBig(vm, bigIntClass, ops)
}

// step is ++ and -- on an object, which is changed in place.
func step(c *runtime.Call, by int64) value.Value {
	one := &bigNumber{}
	one.n.SetInt64(by)
	n, _ := bigBinary("+", self(c), one)
	return become(c, n)
}

// isFraction tells a plain number with a fraction.
func isFraction(v value.Value) bool { return v.IsFloat() && v.F() != float64(int64(v.F())) }

package module

// This file defines the methods and operators of Math::BigFloat.

import (
	"math"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// logText is the natural logarithm of a float as text.
func logText(f float64) string { return strconv.FormatFloat(math.Log(f), 'g', -1, 64) }

func selfDecimal(c *runtime.Call) *decimal { return toDecimal(c.Arg(0)) }

func becomeDecimal(c *runtime.Call, d *decimal) value.Value {
	if floatOf(c.Arg(0)) == nil {
		return newFloat(c.VM, d, bigFloatClass)
	}
	c.Args[0].Hash().Set(bigField(), value.NewBox(d))
	return c.Args[0]
}

// scaleOf is how many digits a result without end gets: the operand of the method, else the class's accuracy, else 40.
func scaleOf(c *runtime.Call, i int) int {
	if i < len(c.Args) && c.Args[i].Defined() && c.Args[i].LooksLikeNumber() {
		return max(int(c.Args[i].ToInt()), 1)
	}
	if v := c.VM.Scalar("Math::BigFloat::accuracy").Get(); v.Defined() && v.ToInt() > 0 {
		return int(v.ToInt())
	}
	if v := c.VM.Scalar("Math::BigInt::_div_scale").Get(); v.ToInt() > 0 {
		return int(v.ToInt())
	}
	return divScale
}

// setupBigFloat defines the class, which inherits what it does not have from Math::BigInt.
func setupBigFloat(vm *runtime.VM) {
	if vm.Sub("Math::BigInt::new") == nil {
		setupBigInt(vm)
	}
	vm.Inherit(bigFloatClass, bigIntClass)
	define := func(name string, f runtime.Native) { defineBig(vm, "Math::BigFloat::"+name, f) }
	define("new", func(c *runtime.Call) value.Value {
		d := &decimal{}
		if len(c.Args) > 1 {
			d = copyDecimal(toDecimal(c.Args[1]))
		}
		return newFloat(c.VM, d, classOf(c, bigFloatClass))
	})
	for name, f := range map[string]func(c *runtime.Call) *decimal{
		"bzero": func(*runtime.Call) *decimal { return small(0) }, "bone": func(c *runtime.Call) *decimal {
			if c.Arg(1).String() == "-" {
				return small(-1)
			}
			return small(1)
		}, "bnan": func(*runtime.Call) *decimal { return fromInteger(notANumber()) },
		"binf": func(*runtime.Call) *decimal { return fromInteger(infinity(1)) },
	} {
		define(name, func(c *runtime.Call) value.Value { return becomeDecimal(c, f(c)) })
	}
	define("copy", func(c *runtime.Call) value.Value {
		return newFloat(c.VM, copyDecimal(selfDecimal(c)), classOf(c, bigFloatClass))
	})
	define("bpi", func(c *runtime.Call) value.Value {
		i := 1
		if c.Arg(0).LooksLikeNumber() && c.Arg(0).Blessed() == nil {
			i = 0
		}
		return newFloat(c.VM, pi(scaleOf(c, i)), bigFloatClass)
	})
	for name, op := range map[string]string{"badd": "+", "bsub": "-", "bmul": "*", "bdiv": "/", "bmod": "%", "bpow": "**"} {
		define(name, func(c *runtime.Call) value.Value {
			if op == "/" && c.Want == runtime.WantList {
				return wholeQuotient(c)
			}
			return becomeDecimal(c, decimalBinary(op, selfDecimal(c), toDecimal(c.Arg(1)), scaleOf(c, 2)))
		})
	}
	decimalUnary(define)
	decimalTexts(define)
	decimalQuestions(define)
	defineBig(vm, "Math::BigFloat::accuracy", func(c *runtime.Call) value.Value {
		if floatOf(c.Arg(0)) != nil {
			if len(c.Args) > 1 && c.Args[1].Defined() {
				return becomeDecimal(c, selfDecimal(c).round(int(c.Args[1].ToInt())))
			}
			return value.Undef
		}
		cell := c.VM.Scalar("Math::BigFloat::accuracy")
		if len(c.Args) > 1 {
			cell.Set(c.Args[1])
		}
		return cell.Get()
	})
	decimalOverloads(vm)
}

func decimalUnary(define func(name string, f runtime.Native)) {
	unary := func(name string, f func(c *runtime.Call, d *decimal) *decimal) {
		define(name, func(c *runtime.Call) value.Value { return becomeDecimal(c, f(c, selfDecimal(c))) })
	}
	unary("binc", func(_ *runtime.Call, d *decimal) *decimal { return decimalBinary("+", d, small(1), 0) })
	unary("bdec", func(_ *runtime.Call, d *decimal) *decimal { return decimalBinary("-", d, small(1), 0) })
	unary("bneg", func(_ *runtime.Call, d *decimal) *decimal { return negatedDecimal(d) })
	unary("babs", func(_ *runtime.Call, d *decimal) *decimal { return absoluteDecimal(d) })
	unary("bsqrt", func(c *runtime.Call, d *decimal) *decimal { return d.root(scaleOf(c, 1)) })
	unary("bexp", func(c *runtime.Call, d *decimal) *decimal { return exponential(d, scaleOf(c, 1)) })
	unary("blog", func(c *runtime.Call, d *decimal) *decimal {
		if base := c.Arg(1); base.Defined() {
			scale := scaleOf(c, 2)
			return quotient(logarithmOf(d, scale+5), logarithmOf(toDecimal(base), scale+5), scale)
		}
		return logarithmOf(d, scaleOf(c, 2))
	})
	unary("bfac", func(_ *runtime.Call, d *decimal) *decimal { return fromInteger(bigFactorial(d.integer())) })
	unary("bint", func(_ *runtime.Call, d *decimal) *decimal { return fromInteger(d.integer()) })
	unary("bfloor", func(_ *runtime.Call, d *decimal) *decimal { return toward(d, -1) })
	unary("bceil", func(_ *runtime.Call, d *decimal) *decimal { return toward(d, 1) })
	unary("bnorm", func(_ *runtime.Call, d *decimal) *decimal { return d })
	for _, name := range []string{"bround", "round"} {
		unary(name, func(c *runtime.Call, d *decimal) *decimal {
			return d.roundBy(int(c.Arg(1).ToInt()), roundingMode(c, 2))
		})
	}
	for _, name := range []string{"bfround", "ffround"} {
		unary(name, func(c *runtime.Call, d *decimal) *decimal { return d.roundAtBy(place10(c), roundingMode(c, 2)) })
	}
	define("precision", func(c *runtime.Call) value.Value {
		if floatOf(c.Arg(0)) != nil && len(c.Args) > 1 && c.Args[1].Defined() {
			return becomeDecimal(c, selfDecimal(c).roundAt(int(c.Args[1].ToInt())))
		}
		return value.Undef
	})
}

func negatedDecimal(d *decimal) *decimal {
	out := copyDecimal(d)
	out.m.Neg(&out.m)
	switch d.kind {
	case '+':
		out.kind = '-'
	case '-':
		out.kind = '+'
	}
	return out
}

// toward rounds to an integer in a direction.
func toward(d *decimal, direction int) *decimal {
	if d.kind != 0 || d.isInteger() {
		return d
	}
	out := fromInteger(d.integer())
	if d.m.Sign() == direction {
		return decimalBinary("+", out, small(int64(direction)), 0)
	}
	return out
}

func decimalTexts(define func(name string, f runtime.Native)) {
	for name, f := range map[string]func(d *decimal) string{"bstr": (*decimal).String, "bdstr": (*decimal).String, "bsstr": (*decimal).scientific, "bnstr": normalized} {
		define(name, func(c *runtime.Call) value.Value { return value.Str(f(selfDecimal(c))) })
	}
	define("numify", func(c *runtime.Call) value.Value { return value.Float(selfDecimal(c).float()) })
	define("broot", func(c *runtime.Call) value.Value {
		k := toDecimal(c.Arg(1))
		if k.kind != 0 || !k.isInteger() || k.m.Sign() <= 0 || selfDecimal(c).m.Sign() < 0 {
			return becomeDecimal(c, fromInteger(notANumber()))
		}
		scale := scaleOf(c, 2)
		if exact := fromInteger(bigRoot(selfDecimal(c).integer(), k.integer())); selfDecimal(c).isInteger() {
			if back, _ := compareDecimal(decimalPower(exact, k, scale), selfDecimal(c)); back == 0 {
				return becomeDecimal(c, exact)
			}
		}
		return becomeDecimal(c, raise(selfDecimal(c), quotient(small(1), k, scale+10), scale))
	})
	for _, name := range []string{"as_int", "as_number"} {
		define(name, func(c *runtime.Call) value.Value { return newBig(c.VM, selfDecimal(c).integer(), bigIntClass) })
	}
	define("mantissa", func(c *runtime.Call) value.Value {
		n := &bigNumber{}
		n.n.Set(&copyDecimal(selfDecimal(c)).normal().m)
		return newBig(c.VM, n, bigIntClass)
	})
	define("exponent", func(c *runtime.Call) value.Value {
		n := &bigNumber{}
		n.n.SetInt64(int64(copyDecimal(selfDecimal(c)).normal().e))
		return newBig(c.VM, n, bigIntClass)
	})
	define("length", func(c *runtime.Call) value.Value {
		d := copyDecimal(selfDecimal(c)).normal()
		n := value.Int(int64(len(strings.TrimPrefix(d.m.String(), "-"))))
		if c.Want == runtime.WantList {
			return c.Return(n, value.Int(int64(max(0, -d.e))))
		}
		return n
	})
}

// wholeQuotient is bdiv in list context: the quotient rounded down to a whole number, and the remainder.
func wholeQuotient(c *runtime.Call) value.Value {
	a, b := copyDecimal(selfDecimal(c)), toDecimal(c.Arg(1))
	scale := scaleOf(c, 2)
	if a.kind != 0 || b.kind != 0 || b.m.Sign() == 0 {
		return c.Return(becomeDecimal(c, decimalBinary("/", a, b, scale)), newFloat(c.VM, a, bigFloatClass))
	}
	rest := decimalBinary("%", a, b, scale)
	whole := decimalBinary("/", decimalBinary("-", a, rest, scale), b, scale)
	return c.Return(becomeDecimal(c, whole), newFloat(c.VM, rest, bigFloatClass))
}

func decimalQuestions(define func(name string, f runtime.Native)) {
	ask := func(names string, f func(d *decimal) bool) {
		for _, name := range strings.Fields(names) {
			define(name, func(c *runtime.Call) value.Value {
				if f(selfDecimal(c)) {
					return value.Int(1)
				}
				return value.Int(0)
			})
		}
	}
	ask("is_zero", func(d *decimal) bool { return d.kind == 0 && d.m.Sign() == 0 })
	ask("is_one", func(d *decimal) bool { c, ok := compareDecimal(d, small(1)); return ok && c == 0 })
	ask("is_int", (*decimal).isInteger)
	ask("is_odd", func(d *decimal) bool { return d.isInteger() && d.integer().n.Bit(0) == 1 })
	ask("is_even", func(d *decimal) bool { return d.isInteger() && d.integer().n.Bit(0) == 0 })
	ask("is_neg is_negative", func(d *decimal) bool { return d.kind == '-' || d.kind == 0 && d.m.Sign() < 0 })
	ask("is_pos is_positive", func(d *decimal) bool { return d.kind == '+' || d.kind == 0 && d.m.Sign() > 0 })
	ask("is_nan", func(d *decimal) bool { return d.kind == 'n' })
	ask("is_inf", func(d *decimal) bool { return d.kind == '+' || d.kind == '-' })
	compare := func(name string, f func(cmp int) value.Value) {
		define(name, func(c *runtime.Call) value.Value {
			cmp, ok := compareDecimal(selfDecimal(c), toDecimal(c.Arg(1)))
			if !ok {
				return value.Undef
			}
			return f(cmp)
		})
	}
	compare("bcmp", func(cmp int) value.Value { return value.Int(int64(cmp)) })
	for name, f := range map[string]func(cmp int) bool{"beq": func(n int) bool { return n == 0 }, "bne": func(n int) bool { return n != 0 }, "blt": func(n int) bool { return n < 0 }, "ble": func(n int) bool { return n <= 0 },
		"bgt": func(n int) bool { return n > 0 }, "bge": func(n int) bool { return n >= 0 }} {
		compare(name, func(cmp int) value.Value { return value.Bool(f(cmp)) })
	}
}

// compareDecimals is <=> with an operand that has a fraction.
func compareDecimals(c *runtime.Call) value.Value {
	cmp, ok := compareDecimal(selfDecimal(c), toDecimal(c.Arg(1)))
	if !ok {
		return value.Undef
	}
	if c.Arg(2).Truth() {
		cmp = -cmp
	}
	return value.Int(int64(cmp))
}

// decimalOperator is a binary operator whose result is a decimal.
func decimalOperator(c *runtime.Call, op string) value.Value {
	a, b := selfDecimal(c), toDecimal(c.Arg(1))
	if c.Arg(2).Truth() {
		a, b = b, a
	}
	return downgraded(c.VM, decimalBinary(op, a, b, scaleOf(c, 9)), bigFloatClass)
}

func decimalOverloads(vm *runtime.VM) {
	unary := func(f func(c *runtime.Call, d *decimal) *decimal) runtime.Native {
		return func(c *runtime.Call) value.Value {
			return downgraded(c.VM, f(c, selfDecimal(c)), classOf(c, bigFloatClass))
		}
	}
	ops := map[string]runtime.Native{
		`""`:   func(c *runtime.Call) value.Value { return value.Str(selfDecimal(c).String()) },
		"0+":   func(c *runtime.Call) value.Value { return value.Float(selfDecimal(c).float()) },
		"bool": func(c *runtime.Call) value.Value { return value.Bool(selfDecimal(c).Truth()) },
		"neg":  unary(func(_ *runtime.Call, d *decimal) *decimal { return negatedDecimal(d) }),
		"abs":  unary(func(_ *runtime.Call, d *decimal) *decimal { return absoluteDecimal(d) }),
		"sqrt": unary(func(c *runtime.Call, d *decimal) *decimal { return d.root(scaleOf(c, 9)) }),
		"exp":  unary(func(c *runtime.Call, d *decimal) *decimal { return exponential(d, scaleOf(c, 9)) }),
		"log":  unary(func(c *runtime.Call, d *decimal) *decimal { return logarithmOf(d, scaleOf(c, 9)) }),
		"int":  unary(func(_ *runtime.Call, d *decimal) *decimal { return fromInteger(d.integer()) }),
		"=":    unary(func(_ *runtime.Call, d *decimal) *decimal { return copyDecimal(d) }),
		"<=>":  compareDecimals,
		"cmp": func(c *runtime.Call) value.Value {
			cmp := value.StrCompare(value.Str(selfDecimal(c).String()), c.Arg(1).ToStr())
			if c.Arg(2).Truth() {
				cmp = -cmp
			}
			return value.Int(int64(cmp))
		},
		"++": func(c *runtime.Call) value.Value {
			return becomeDecimal(c, decimalBinary("+", selfDecimal(c), small(1), 0))
		},
		"--": func(c *runtime.Call) value.Value {
			return becomeDecimal(c, decimalBinary("-", selfDecimal(c), small(1), 0))
		},
	}
	for _, op := range []string{"+", "-", "*", "/", "%", "**"} {
		ops[op] = func(c *runtime.Call) value.Value { return decimalOperator(c, op) }
	}
	comparisons(ops)
	angles(func(name string, f runtime.Native) { defineBig(vm, "Math::BigFloat::"+name, f) }, ops)
	overloadBig(vm, bigFloatClass, ops)
}

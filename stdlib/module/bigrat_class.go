package module

// This file defines the methods and operators of Math::BigRat.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func selfRat(c *runtime.Call) *fraction { return toRat(c.Arg(0)) }

// becomeRat changes the object that a method was called on and returns it.
func becomeRat(c *runtime.Call, f *fraction) value.Value {
	if ratOf(c.Arg(0)) == nil {
		return newRat(c.VM, f, bigRatClass)
	}
	c.Args[0].Hash().Set(bigField(), value.NewBox(f))
	return c.Args[0]
}

func setupBigRat(vm *runtime.VM) {
	vm.Load(bigFloatClass)
	vm.Inherit(bigRatClass, bigFloatClass)
	define := func(name string, f runtime.Native) { defineBig(vm, "Math::BigRat::"+name, f) }
	define("new", func(c *runtime.Call) value.Value {
		f := &fraction{}
		if len(c.Args) > 1 {
			f = toRat(c.Args[1])
		}
		if len(c.Args) > 2 {
			f = ratBinary("/", f, toRat(c.Args[2]))
		}
		return newRat(c.VM, f, classOf(c, bigRatClass))
	})
	define("copy", func(c *runtime.Call) value.Value { return newRat(c.VM, selfRat(c), classOf(c, bigRatClass)) })
	one := &fraction{}
	one.r.SetInt64(1)
	minus := &fraction{}
	minus.r.SetInt64(-1)
	sign := func(c *runtime.Call, plus, minus *fraction) value.Value {
		if c.Arg(1).String() == "-" {
			plus = minus
		}
		return becomeRat(c, plus)
	}
	define("bzero", func(c *runtime.Call) value.Value { return becomeRat(c, &fraction{}) })
	define("bone", func(c *runtime.Call) value.Value { return sign(c, one, minus) })
	define("bnan", func(c *runtime.Call) value.Value { return becomeRat(c, &fraction{kind: 'n'}) })
	define("binf", func(c *runtime.Call) value.Value { return sign(c, &fraction{kind: '+'}, &fraction{kind: '-'}) })
	for name, op := range map[string]string{"badd": "+", "bsub": "-", "bmul": "*", "bmod": "%", "bpow": "**"} {
		define(name, func(c *runtime.Call) value.Value { return becomeRat(c, ratBinary(op, selfRat(c), toRat(c.Arg(1)))) })
	}
	define("bdiv", func(c *runtime.Call) value.Value {
		a, b := selfRat(c), toRat(c.Arg(1))
		q := ratBinary("/", a, b)
		if c.Want != runtime.WantList {
			return becomeRat(c, q)
		}
		return c.Return(becomeRat(c, integerRat(q.toward(-1))), newRat(c.VM, ratBinary("%", a, b), bigRatClass))
	})
	unary := func(name string, f func(f *fraction) *fraction) {
		define(name, func(c *runtime.Call) value.Value { return becomeRat(c, f(selfRat(c))) })
	}
	unary("binc", func(f *fraction) *fraction { return ratBinary("+", f, one) })
	unary("bdec", func(f *fraction) *fraction { return ratBinary("-", f, one) })
	unary("bneg", func(f *fraction) *fraction { return ratBinary("*", f, minus) })
	unary("babs", absoluteRat)
	unary("bsqrt", ratRoot)
	unary("bint", func(f *fraction) *fraction { return integerRat(f.toward(0)) })
	unary("bfloor", func(f *fraction) *fraction { return integerRat(f.toward(-1)) })
	unary("bceil", func(f *fraction) *fraction { return integerRat(f.toward(1)) })
	for _, name := range []string{"bnorm", "bround", "bfround", "round"} {
		unary(name, func(f *fraction) *fraction { return f })
	}
	unary("bfac", func(f *fraction) *fraction {
		if f.kind != 0 || !f.r.IsInt() {
			return &fraction{kind: 'n'}
		}
		return integerRat(bigFactorial(f.part(true)))
	})
	ratQuestions(define)
	ratOverloads(vm)
}

func absoluteRat(f *fraction) *fraction {
	if signRat(f).sign() >= 0 {
		return f
	}
	return ratBinary("-", &fraction{}, f)
}

// ratQuestions defines the methods that only look.
func ratQuestions(define func(name string, f runtime.Native)) {
	integer := func(name string, f func(f *fraction) *bigNumber) {
		define(name, func(c *runtime.Call) value.Value { return newBig(c.VM, f(selfRat(c)), bigIntClass) })
	}
	integer("numerator", func(f *fraction) *bigNumber { return f.part(true) })
	integer("denominator", func(f *fraction) *bigNumber { return f.part(false) })
	for _, name := range []string{"as_int", "as_number"} {
		integer(name, func(f *fraction) *bigNumber { return f.toward(0) })
	}
	define("parts", func(c *runtime.Call) value.Value {
		f := selfRat(c)
		return c.Return(newBig(c.VM, f.part(true), bigIntClass), newBig(c.VM, f.part(false), bigIntClass))
	})
	define("as_float", func(c *runtime.Call) value.Value {
		return newFloat(c.VM, selfRat(c).decimal(scaleOf(c, 1)), bigFloatClass)
	})
	define("numify", func(c *runtime.Call) value.Value { return whole(selfRat(c).float()) })
	for _, name := range []string{"bstr", "bsstr", "bfstr"} {
		define(name, func(c *runtime.Call) value.Value { return value.Str(selfRat(c).String()) })
	}
	ask := func(name string, f func(f *fraction) bool) {
		define(name, func(c *runtime.Call) value.Value { return value.Int(int64(truth(f(selfRat(c))))) })
	}
	ask("is_int", func(f *fraction) bool { return f.kind == 0 && f.r.IsInt() })
	ask("is_zero", func(f *fraction) bool { return f.kind == 0 && f.r.Sign() == 0 })
	ask("is_one", func(f *fraction) bool { return f.kind == 0 && f.r.RatString() == "1" })
	ask("is_nan", func(f *fraction) bool { return f.kind == 'n' })
	ask("is_inf", func(f *fraction) bool { return f.kind == '+' || f.kind == '-' })
	ask("is_odd", func(f *fraction) bool { return f.kind == 0 && f.r.IsInt() && f.r.Num().Bit(0) == 1 })
	ask("is_even", func(f *fraction) bool { return f.kind == 0 && f.r.IsInt() && f.r.Num().Bit(0) == 0 })
	for _, suffix := range []string{"", "itive"} {
		ask("is_pos"+suffix, func(f *fraction) bool { return signRat(f).sign() > 0 })
	}
	for _, suffix := range []string{"", "ative"} {
		ask("is_neg"+suffix, func(f *fraction) bool { return signRat(f).sign() < 0 })
	}
	define("sign", func(c *runtime.Call) value.Value {
		f := selfRat(c)
		switch {
		case f.kind == 'n':
			return value.Str("NaN")
		case f.kind != 0:
			return value.Str(string(f.kind) + "inf")
		case f.r.Sign() < 0:
			return value.Str("-")
		}
		return value.Str("+")
	})
	compare := func(name string, absolute bool) {
		define(name, func(c *runtime.Call) value.Value {
			a, b := selfRat(c), toRat(c.Arg(1))
			if absolute {
				a, b = absoluteRat(a), absoluteRat(b)
			}
			if cmp, ok := compareRat(a, b); ok {
				return value.Int(int64(cmp))
			}
			return value.Undef
		})
	}
	compare("bcmp", false)
	compare("bacmp", true)
	for name, holds := range map[string]func(cmp int) bool{"beq": func(n int) bool { return n == 0 }, "bne": func(n int) bool { return n != 0 }, "blt": func(n int) bool { return n < 0 }, "ble": func(n int) bool { return n <= 0 },
		"bgt": func(n int) bool { return n > 0 }, "bge": func(n int) bool { return n >= 0 }} {
		define(name, func(c *runtime.Call) value.Value {
			cmp, ok := compareRat(selfRat(c), toRat(c.Arg(1)))
			return value.Bool(ok && holds(cmp))
		})
	}
}

// ratOverloads defines the operators.
func ratOverloads(vm *runtime.VM) {
	result := func(c *runtime.Call, f *fraction) value.Value { return newRat(c.VM, f, classOf(c, bigRatClass)) }
	unary := func(f func(f *fraction) *fraction) runtime.Native {
		return func(c *runtime.Call) value.Value { return result(c, f(selfRat(c))) }
	}
	one := &fraction{}
	one.r.SetInt64(1)
	ops := map[string]runtime.Native{
		`""`:   func(c *runtime.Call) value.Value { return value.Str(selfRat(c).String()) },
		"0+":   func(c *runtime.Call) value.Value { return whole(selfRat(c).float()) },
		"bool": func(c *runtime.Call) value.Value { return value.Bool(selfRat(c).Truth()) },
		"neg":  unary(func(f *fraction) *fraction { return ratBinary("-", &fraction{}, f) }),
		"abs":  unary(absoluteRat),
		"sqrt": unary(ratRoot),
		"int":  unary(func(f *fraction) *fraction { return integerRat(f.toward(0)) }),
		"=":    unary(func(f *fraction) *fraction { return f }),
		"++":   func(c *runtime.Call) value.Value { return becomeRat(c, ratBinary("+", selfRat(c), one)) },
		"--":   func(c *runtime.Call) value.Value { return becomeRat(c, ratBinary("-", selfRat(c), one)) },
		"<=>": func(c *runtime.Call) value.Value {
			cmp, ok := compareRat(selfRat(c), toRat(c.Arg(1)))
			if !ok {
				return value.Undef
			}
			if c.Arg(2).Truth() {
				cmp = -cmp
			}
			return value.Int(int64(cmp))
		},
		"cmp": func(c *runtime.Call) value.Value {
			cmp := value.StrCompare(value.Str(selfRat(c).String()), c.Arg(1).ToStr())
			if c.Arg(2).Truth() {
				cmp = -cmp
			}
			return value.Int(int64(cmp))
		},
		"exp": func(c *runtime.Call) value.Value {
			return result(c, decimalRat(exponential(selfRat(c).decimal(divScale+5), divScale)))
		},
		"log": func(c *runtime.Call) value.Value {
			return result(c, decimalRat(logarithmOf(selfRat(c).decimal(divScale+5), divScale)))
		},
	}
	for _, op := range []string{"+", "-", "*", "/", "%", "**"} {
		ops[op] = func(c *runtime.Call) value.Value {
			a, b := selfRat(c), toRat(c.Arg(1))
			if c.Arg(2).Truth() {
				a, b = b, a
			}
			return result(c, ratBinary(op, a, b))
		}
	}
	comparisons(ops)
	overloadBig(vm, bigRatClass, ops)
}

package module

// This file defines Math::Complex: complex numbers with their operators.

import (
	"math"
	"math/cmplx"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const complexClass = "Math::Complex"

// A complexNumber is what an object of Math::Complex holds.
type complexNumber complex128

func (z complexNumber) Text() value.Value   { return value.Str(complexText(complex128(z))) }
func (z complexNumber) Number() value.Value { return value.Float(real(complex128(z))) }
func (z complexNumber) Truth() bool         { return z != 0 }
func (z complexNumber) Defined() bool       { return true }
func (z complexNumber) TypeName() string    { return "complex number" }

func newComplex(vm *runtime.VM, z complex128) value.Value {
	if vm.Sub(complexClass+"::Re") == nil {
		setupComplex(vm)
	}
	h := value.NewHash()
	h.Set(bigField(), value.NewBox(complexNumber(z)))
	return blessHash(vm, h, complexClass)
}

// toComplex reads any value as a complex number; text may be "a+bi".
func toComplex(v value.Value) complex128 {
	if v.Blessed() != nil && v.Kind() == value.KHashRef {
		if box := v.Hash().Get(bigField()); box.Kind() == value.KBox {
			if z, ok := box.Box().(complexNumber); ok {
				return complex128(z)
			}
		}
	}
	s := strings.ReplaceAll(v.String(), " ", "")
	if body, ok := strings.CutSuffix(s, "i"); ok && v.IsString() {
		cut := strings.LastIndexAny(body, "+-")
		if cut < 0 {
			cut = 0
		}
		im := body[cut:]
		if im == "" || im == "+" || im == "-" {
			im += "1"
		}
		return complex(value.Str(body[:cut]).ToFloat(), value.Str(im).ToFloat())
	}
	return complex(v.ToFloat(), 0)
}

// complexText writes a+bi, leaving out what is zero.
func complexText(z complex128) string {
	re, im := real(z), imag(z)
	text := func(f float64) string { return string(value.AppendFloat(nil, f)) }
	if im == 0 {
		return text(re)
	}
	s := text(im)
	switch im {
	case 1:
		s = ""
	case -1:
		s = "-"
	}
	if re == 0 {
		return s + "i"
	}
	if im > 0 {
		s = "+" + s
	}
	return text(re) + s + "i"
}

func complexEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("cplx RE,IM\ncplx RE", "complex number", "Of its real and imaginary part.\n\n    use Math::Complex;\n    say cplx(1, 2) * cplx(0, 1);   #> -2+i\n", func(c *runtime.Call) value.Value {
			return newComplex(c.VM, toComplex(c.Arg(0))+complex(0, c.Arg(1).ToFloat()))
		}),
		exported("cplxe RHO,THETA", "complex number", "Of its absolute value and angle.\n\n    use Math::Complex;\n    say cplxe(2, 0);   #> 2\n", func(c *runtime.Call) value.Value {
			return newComplex(c.VM, cmplx.Rect(c.Arg(0).ToFloat(), c.Arg(1).ToFloat()))
		}),
		exported("i", "the imaginary unit", "Its square is -1.\n\n    use Math::Complex;\n    say i * i;   #> -1\n", func(c *runtime.Call) value.Value { return newComplex(c.VM, 1i) }),
		exported("Re Z", "real part", "A number.\n\n    use Math::Complex;\n    say Re(cplx(1, 2));   #> 1\n", func(c *runtime.Call) value.Value { return value.Float(real(toComplex(c.Arg(0)))) }),
		exported("Im Z", "imaginary part", "A number.\n\n    use Math::Complex;\n    say Im(cplx(1, 2));   #> 2\n", func(c *runtime.Call) value.Value { return value.Float(imag(toComplex(c.Arg(0)))) }),
		exported("arg Z", "angle", "In radians.\n\n    use Math::Complex;\n    say arg(1);   #> 0\n", func(c *runtime.Call) value.Value { return value.Float(cmplx.Phase(toComplex(c.Arg(0)))) }),
		exported("sqrt Z", "square root", "Also of negative numbers.\n\n    use Math::Complex;\n    say sqrt(-4);   #> 2i\n", func(c *runtime.Call) value.Value {
			z := toComplex(c.Arg(0))
			if imag(z) == 0 && real(z) >= 0 {
				return value.Float(math.Sqrt(real(z)))
			}
			return newComplex(c.VM, cmplx.Sqrt(z))
		}),
		exported("root Z,N,K\nroot Z,N", "roots", "All N of them, or number K.\n\n    use Math::Complex;\n    say scalar(my @r = root(8, 3));   #> 3\n", func(c *runtime.Call) value.Value {
			r, theta := cmplx.Polar(toComplex(c.Arg(0)))
			n := int(c.Arg(1).ToInt())
			var out []value.Value
			for k := range max(n, 0) {
				out = append(out, newComplex(c.VM, cmplx.Rect(math.Pow(r, 1/float64(n)), (theta+2*math.Pi*float64(k))/float64(n))))
			}
			if len(c.Args) > 2 && n > 0 {
				return out[((int(c.Args[2].ToInt())%n)+n)%n]
			}
			return c.Return(out...)
		}),
		{Usage: "pi", Summary: "the number 3.14159", Doc: "A constant.\n\n    use Math::Complex;\n    printf \"%.2f\\n\", pi;   #> 3.14\n", Default: true, Fn0: func(*runtime.VM) value.Value { return value.Float(math.Pi) }},
	}
}

// setupComplex defines the class and its operators.
func setupComplex(vm *runtime.VM) {
	define := func(name string, f func(z complex128) value.Value) {
		vm.Define(complexClass+"::"+name, func(c *runtime.Call) value.Value { return f(toComplex(c.Arg(0))) })
	}
	define("Re", func(z complex128) value.Value { return value.Float(real(z)) })
	define("Im", func(z complex128) value.Value { return value.Float(imag(z)) })
	define("abs", func(z complex128) value.Value { return value.Float(cmplx.Abs(z)) })
	define("rho", func(z complex128) value.Value { return value.Float(cmplx.Abs(z)) })
	define("arg", func(z complex128) value.Value { return value.Float(cmplx.Phase(z)) })
	define("theta", func(z complex128) value.Value { return value.Float(cmplx.Phase(z)) })
	for _, name := range []string{"make", "new"} {
		vm.Define(complexClass+"::"+name, func(c *runtime.Call) value.Value {
			return newComplex(c.VM, toComplex(c.Arg(1))+complex(0, c.Arg(2).ToFloat()))
		})
	}
	vm.Define(complexClass+"::emake", func(c *runtime.Call) value.Value {
		return newComplex(c.VM, cmplx.Rect(c.Arg(1).ToFloat(), c.Arg(2).ToFloat()))
	})
	unary := func(f func(z complex128) complex128) runtime.Native {
		return func(c *runtime.Call) value.Value { return newComplex(c.VM, f(toComplex(c.Arg(0)))) }
	}
	binary := func(f func(a, b complex128) complex128) runtime.Native {
		return func(c *runtime.Call) value.Value {
			a, b := toComplex(c.Arg(0)), toComplex(c.Arg(1))
			if c.Arg(2).Truth() {
				a, b = b, a
			}
			return newComplex(c.VM, f(a, b))
		}
	}
	vm.Overload(complexClass, map[string]runtime.Native{
		`""`:   func(c *runtime.Call) value.Value { return value.Str(complexText(toComplex(c.Arg(0)))) },
		"0+":   func(c *runtime.Call) value.Value { return value.Float(real(toComplex(c.Arg(0)))) },
		"bool": func(c *runtime.Call) value.Value { return value.Bool(toComplex(c.Arg(0)) != 0) },
		"==":   func(c *runtime.Call) value.Value { return value.Bool(toComplex(c.Arg(0)) == toComplex(c.Arg(1))) },
		"!=":   func(c *runtime.Call) value.Value { return value.Bool(toComplex(c.Arg(0)) != toComplex(c.Arg(1))) },
		"abs":  func(c *runtime.Call) value.Value { return value.Float(cmplx.Abs(toComplex(c.Arg(0)))) },
		"neg":  unary(func(z complex128) complex128 { return -z }), "~": unary(cmplx.Conj), "sqrt": unary(cmplx.Sqrt), "exp": unary(cmplx.Exp), "log": unary(cmplx.Log), "sin": unary(cmplx.Sin), "cos": unary(cmplx.Cos),
		"+": binary(func(a, b complex128) complex128 { return a + b }), "-": binary(func(a, b complex128) complex128 { return a - b }), "*": binary(func(a, b complex128) complex128 { return a * b }),
		"/": binary(func(a, b complex128) complex128 { return a / b }), "**": binary(complexPower),
	})
}

// complexPower is exact for small whole exponents.
func complexPower(a, b complex128) complex128 {
	if n := real(b); imag(b) == 0 && n == math.Trunc(n) && n >= 0 && n <= 64 {
		out := complex(1, 0)
		for range int(n) {
			out *= a
		}
		return out
	}
	return cmplx.Pow(a, b)
}

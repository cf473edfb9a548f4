package module

// This file defines Math::Trig: the trigonometric and hyperbolic functions. They are computed by the same steps as in the module of that
// name, so that the last digits agree as well. Angles and spheres are in trig_angles.go.

import (
	"math"
	"math/cmplx"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/elementary"
	"github.com/smrscript/smrscript/runtime/value"
)

// A trigFunction is one of real numbers where real knows the result, of complex numbers else.
type trigFunction struct {
	names   string // with the other names that it has, separated by blanks
	summary string
	poles   []pole
	real    func(x float64) (y float64, ok bool)
	complex func(z complex128) complex128
}

// A pole is where a function has no value.
type pole struct {
	x       float64
	divisor string // what is 0 there, said after the error; "-" if nothing is said
	log     bool   // it is no divisor but a logarithm's operand
}

func always(f func(float64) float64) func(float64) (float64, bool) {
	return func(x float64) (float64, bool) { return f(x), true }
}

func realAsin(x float64) (float64, bool) {
	return elementary.Atan2(x, math.Sqrt(1-x*x)), math.Abs(x) <= 1
}

func realAcos(x float64) (float64, bool) {
	return elementary.Atan2(math.Sqrt(1-x*x), x), math.Abs(x) <= 1
}

func realCosh(x float64) float64 {
	switch ex := elementary.Exp(x); {
	case ex == 0 || math.IsInf(ex, 1):
		return math.Inf(1)
	default:
		return (ex + 1/ex) / 2
	}
}

func realSinh(x float64) float64 {
	switch ex := elementary.Exp(x); {
	case x == 0:
		return 0
	case ex == 0:
		return math.Inf(-1)
	case math.IsInf(ex, 1):
		return ex
	default:
		return (ex - 1/ex) / 2
	}
}

// ratio is a/b, and a sign alone where both are alike: they may be infinite.
func ratio(a, b float64) float64 {
	switch a {
	case b:
		return 1
	case -b:
		return -1
	}
	return a / b
}

func realAsinh(x float64) (float64, bool) {
	t := x + math.Sqrt(x*x+1)
	return elementary.Log(t), t != 0
}

func realAcosh(x float64) (float64, bool) { return elementary.Log(x + math.Sqrt(x*x-1)), x >= 1 }

func realAtanh(x float64) (float64, bool) {
	return elementary.Log((1+x)/(1-x)) / 2, math.Abs(x) < 1
}

// ofInverse is f of 1/x.
func ofInverse(f func(float64) (float64, bool)) func(float64) (float64, bool) {
	return func(x float64) (float64, bool) { return f(1 / x) }
}

// complexOver is f of 1/z, and overComplex 1/f of z.
func complexOver(f func(complex128) complex128) func(complex128) complex128 {
	return func(z complex128) complex128 {
		if imag(z) == 0 {
			return f(complex(1/real(z), 0)) // without a sign of the 0
		}
		return f(1 / z)
	}
}

func overComplex(f func(complex128) complex128) func(complex128) complex128 {
	return func(z complex128) complex128 { return 1 / f(z) }
}

// foci are half the sum of the distances of z from -1 and 1, and half their difference.
func foci(z complex128) (alpha, beta float64) {
	x, y := real(z), imag(z)
	left, right := math.Sqrt((x+1)*(x+1)+y*y), math.Sqrt((x-1)*(x-1)+y*y)
	return max((left+right)/2, 1), max(-1, min(1, (left-right)/2))
}

func complexAsin(z complex128) complex128 {
	alpha, beta := foci(z)
	v := -elementary.Log(alpha + math.Sqrt(alpha*alpha-1))
	if imag(z) > 0 || imag(z) == 0 && real(z) < -1 {
		v = -v
	}
	return complex(elementary.Atan2(beta, math.Sqrt(1-beta*beta)), v)
}

func complexAcos(z complex128) complex128 {
	_, beta := foci(z)
	return complex(elementary.Atan2(math.Sqrt(1-beta*beta), beta), -imag(complexAsin(z)))
}

func complexAcosh(z complex128) complex128 {
	if x := real(z); imag(z) == 0 && x < -1 {
		return complex(-elementary.Log(-(x + math.Sqrt(x*x-1))), math.Pi)
	}
	return cmplx.Acosh(z)
}

func complexAtanh(z complex128) complex128 {
	if x := real(z); imag(z) == 0 && math.Abs(x) > 1 {
		return complex(elementary.Log(-(1+x)/(1-x))/2, math.Pi/2)
	}
	return cmplx.Atanh(z)
}

func trigFunctions() []trigFunction {
	sin, cos := elementary.Sin, elementary.Cos
	ofSin, ofSinh, ofItself := []pole{{0, "sin(0) ", false}}, []pole{{0, "sinh(0) ", false}}, []pole{{0, "", false}}
	return []trigFunction{
		{"tan", "tangent", nil, always(func(x float64) float64 { return sin(x) / cos(x) }), cmplx.Tan},
		{"sec", "secant", nil, always(func(x float64) float64 { return 1 / cos(x) }), overComplex(cmplx.Cos)},
		{"csc cosec", "cosecant", ofSin, always(func(x float64) float64 { return 1 / sin(x) }), overComplex(cmplx.Sin)},
		{"cot cotan", "cotangent", ofSin, always(func(x float64) float64 { return cos(x) / sin(x) }), cmplx.Cot},
		{"asin", "arc sine", nil, realAsin, complexAsin},
		{"acos", "arc cosine", nil, realAcos, complexAcos},
		{"atan", "arc tangent", nil, always(func(x float64) float64 { return elementary.Atan2(x, 1) }), cmplx.Atan},
		{"asec", "arc secant", ofItself, ofInverse(realAcos), complexOver(complexAcos)},
		{"acsc acosec", "arc cosecant", ofItself, ofInverse(realAsin), complexOver(complexAsin)},
		{"acot acotan", "arc cotangent", []pole{{0, "-", false}}, always(func(x float64) float64 { return elementary.Atan2(math.Copysign(1, x), math.Abs(x)) }), complexOver(cmplx.Atan)},
		{"sinh", "hyperbolic sine", nil, always(realSinh), cmplx.Sinh},
		{"cosh", "hyperbolic cosine", nil, always(realCosh), cmplx.Cosh},
		{"tanh", "hyperbolic tangent", nil, always(func(x float64) float64 { return ratio(realSinh(x), realCosh(x)) }), cmplx.Tanh},
		{"sech", "hyperbolic secant", nil, always(func(x float64) float64 { return 1 / realCosh(x) }), overComplex(cmplx.Cosh)},
		{"csch cosech", "hyperbolic cosecant", ofSinh, always(func(x float64) float64 { return 1 / realSinh(x) }), overComplex(cmplx.Sinh)},
		{"coth cotanh", "hyperbolic cotangent", ofSinh, always(func(x float64) float64 { return ratio(realCosh(x), realSinh(x)) }), overComplex(cmplx.Tanh)},
		{"asinh", "inverse hyperbolic sine", nil, realAsinh, cmplx.Asinh},
		{"acosh", "inverse hyperbolic cosine", nil, realAcosh, complexAcosh},
		{"atanh", "inverse hyperbolic tangent", []pole{{1, "1 - 1 ", false}, {-1, "-", true}}, realAtanh, complexAtanh},
		{"asech", "inverse hyperbolic secant", ofItself, ofInverse(realAcosh), complexOver(complexAcosh)},
		{"acsch acosech", "inverse hyperbolic cosecant", ofItself, ofInverse(realAsinh), complexOver(cmplx.Asinh)},
		{"acoth acotanh", "inverse hyperbolic cotangent", []pole{{0, "-", false}, {1, "1 - 1 ", false}, {-1, "1 + -1 ", true}}, func(x float64) (float64, bool) { return elementary.Log((x+1)/(x-1)) / 2, math.Abs(x) > 1 }, complexOver(complexAtanh)},
	}
}

// entry is the function under one of its names.
func (f trigFunction) entry(name, first string) *runtime.Entry {
	return exported(name+" X", f.summary, "Angles are in radians. Where the result is no real number it is a complex one.\n\n    use Math::Trig;\n    say defined "+name+"(0.5) ? \"number\" : \"?\";   #> number\n", func(c *runtime.Call) value.Value {
		z := toComplex(c.Arg(0))
		x := real(z)
		if imag(z) != 0 {
			return newComplex(c.VM, f.complex(z))
		}
		f.mayDivide(c, first, x)
		if y, ok := f.real(x); ok {
			return value.Float(y)
		}
		return newComplex(c.VM, f.complex(z))
	})
}

// mayDivide dies where the function has no value.
func (f trigFunction) mayDivide(c *runtime.Call, name string, x float64) {
	for _, p := range f.poles {
		if x != p.x {
			continue
		}
		text := name + "(" + value.Float(x).String() + ")"
		fault, part := "Division by zero", "divisor"
		if p.log {
			fault, part = "Logarithm of zero", "argument"
		}
		because := ""
		if p.divisor != "-" {
			because = "(Because in the definition of " + text + ", the " + part + " " + p.divisor + "is 0)\n"
		}
		file, line := c.Site()
		c.Die("%s: %s.\n%sDied at %s line %d.\n", text, fault, because, file, line)
	}
}

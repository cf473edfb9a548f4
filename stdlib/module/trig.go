package module

// This file defines Math::Trig.

import (
	"math"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func trigEntries() []*runtime.Entry {
	constant := func(name, summary string, f float64) *runtime.Entry {
		e := &runtime.Entry{Usage: name, Summary: summary, Doc: "A constant.\n\n    use Math::Trig \":pi\";\n    printf \"%.2f\\n\", " + name + " / pi;\n", Fn0: func(*runtime.VM) value.Value { return value.Float(f) }}
		e.Default = name == "pi"
		e.Tags = []string{"pi"}
		return e
	}
	one := func(name, summary string, f func(float64) float64) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X", Summary: summary, Doc: "Angles are in radians.\n\n    use Math::Trig;\n    say defined " + name + "(0.5) ? \"number\" : \"?\";   #> number\n", Default: true,
			Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Float(f(v.ToFloat())) }}
	}
	convert := func(name, summary string, full, result float64) *runtime.Entry {
		return exported(name+" LIST", summary, "The angle is brought into one turn unless the second operand is true.\n\n    use Math::Trig;\n    say "+name+"(0);   #> 0\n", func(c *runtime.Call) value.Value {
			x := c.Arg(0).ToFloat()
			if !c.Arg(1).Truth() {
				x = math.Mod(x, full)
			}
			return value.Float(x / full * result)
		})
	}
	inverse := func(f func(float64) float64) func(float64) float64 {
		return func(x float64) float64 { return 1 / f(x) }
	}
	ofInverse := func(f func(float64) float64) func(float64) float64 {
		return func(x float64) float64 { return f(1 / x) }
	}
	out := []*runtime.Entry{
		constant("pi", "the number 3.14159", math.Pi), constant("pi2", "2 pi", 2*math.Pi), constant("pi4", "4 pi", 4*math.Pi), constant("pip2", "pi / 2", math.Pi/2), constant("pip4", "pi / 4", math.Pi/4),
		one("tan", "tangent", math.Tan), one("sec", "secant", inverse(math.Cos)), one("csc", "cosecant", inverse(math.Sin)), one("cosec", "cosecant", inverse(math.Sin)), one("cot", "cotangent", inverse(math.Tan)), one("cotan", "cotangent", inverse(math.Tan)),
		one("atan", "arc tangent", math.Atan), one("asec", "arc secant", ofInverse(math.Acos)), one("acsc", "arc cosecant", ofInverse(math.Asin)), one("acot", "arc cotangent", ofInverse(math.Atan)),
		one("sinh", "hyperbolic sine", math.Sinh), one("cosh", "hyperbolic cosine", math.Cosh), one("tanh", "hyperbolic tangent", math.Tanh), one("sech", "hyperbolic secant", inverse(math.Cosh)), one("csch", "hyperbolic cosecant", inverse(math.Sinh)),
		one("coth", "hyperbolic cotangent", inverse(math.Tanh)), one("asinh", "inverse hyperbolic sine", math.Asinh), one("acosh", "inverse hyperbolic cosine", math.Acosh), one("atanh", "inverse hyperbolic tangent", math.Atanh),
		convert("deg2rad", "degrees to radians", 360, 2*math.Pi), convert("rad2deg", "radians to degrees", 2*math.Pi, 360), convert("deg2grad", "degrees to gradians", 360, 400), convert("grad2deg", "gradians to degrees", 400, 360),
		convert("rad2grad", "radians to gradians", 2*math.Pi, 400), convert("grad2rad", "gradians to radians", 400, 2*math.Pi),
	}
	for name, f := range map[string]func(complex128) complex128{"asin": complexAsin, "acos": complexAcos} {
		out = append(out, exported(name+" X", "a"+name[1:2]+"c "+map[string]string{"asin": "sine", "acos": "cosine"}[name], "Outside of -1 to 1 the result is a complex number.\n\n    use Math::Trig;\n    printf \"%.3f\\n\", "+name+"(0.5);\n", func(c *runtime.Call) value.Value {
			x := c.Arg(0).ToFloat()
			z := f(complex(x, 0))
			if x >= -1 && x <= 1 {
				return value.Float(real(z))
			}
			return newComplex(c.VM, z)
		}))
	}
	return append(out, sphereEntries()...)
}

// sphereEntries are the functions on directions on a sphere.
func sphereEntries() []*runtime.Entry {
	list := []*runtime.Entry{
		function("great_circle_distance LIST", "distance on a sphere", "Takes theta and phi of two directions and the radius, 1 by default.\n\n    use Math::Trig \"great_circle_distance\";\n    printf \"%.3f\\n\", great_circle_distance(0, 0, 1, 0);\n", func(c *runtime.Call) value.Value {
			n := func(i int) float64 { return c.Arg(i).ToFloat() }
			rho := 1.0
			if len(c.Args) > 4 && n(4) != 0 {
				rho = n(4)
			}
			lat0, lat1 := math.Pi/2-n(1), math.Pi/2-n(3)
			return value.Float(rho * math.Acos(math.Max(-1, math.Min(1, math.Cos(lat0)*math.Cos(lat1)*math.Cos(n(0)-n(2))+math.Sin(lat0)*math.Sin(lat1)))))
		}),
		function("cartesian_to_spherical LIST", "x, y, z as distance and angles", "Returns rho, theta, phi.\n\n    use Math::Trig \"cartesian_to_spherical\";\n    say join \" \", cartesian_to_spherical(0, 0, 1);   #> 1 0 0\n", func(c *runtime.Call) value.Value {
			x, y, z := c.Arg(0).ToFloat(), c.Arg(1).ToFloat(), c.Arg(2).ToFloat()
			rho := math.Sqrt(x*x + y*y + z*z)
			phi := 0.0
			if rho != 0 {
				phi = math.Acos(z / rho)
			}
			return c.Return(value.Float(rho), value.Float(math.Atan2(y, x)), value.Float(phi))
		}),
		function("spherical_to_cartesian LIST", "distance and angles as x, y, z", "Takes rho, theta, phi.\n\n    use Math::Trig \"spherical_to_cartesian\";\n    say join \" \", map { sprintf \"%.0f\", abs } spherical_to_cartesian(1, 0, 0);   #> 0 0 1\n", func(c *runtime.Call) value.Value {
			rho, theta, phi := c.Arg(0).ToFloat(), c.Arg(1).ToFloat(), c.Arg(2).ToFloat()
			return c.Return(value.Float(rho*math.Cos(theta)*math.Sin(phi)), value.Float(rho*math.Sin(theta)*math.Sin(phi)), value.Float(rho*math.Cos(phi)))
		}),
	}
	for _, e := range list {
		e.Tags = []string{"great_circle", "radial"}
	}
	return list
}

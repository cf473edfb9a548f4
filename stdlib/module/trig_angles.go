package module

// This file defines the rest of Math::Trig: its constants, the units of angles, directions in space and ways on a sphere.

import (
	"math"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/elementary"
	"github.com/smrscript/smrscript/runtime/value"
)

func trigEntries() []*runtime.Entry {
	var out []*runtime.Entry
	for _, c := range []struct {
		name, summary string
		f             float64
	}{{"pi", "the number 3.14159", math.Pi}, {"pi2", "2 pi", 2 * math.Pi}, {"pi4", "4 pi", 4 * math.Pi}, {"pip2", "pi / 2", math.Pi / 2}, {"pip4", "pi / 4", math.Pi / 4}} {
		e := &runtime.Entry{Usage: c.name, Summary: c.summary, Doc: "A constant.\n\n    use Math::Trig \":pi\";\n    printf \"%.2f\\n\", " + c.name + " / pi;\n", Fn0: func(*runtime.VM) value.Value { return value.Float(c.f) }}
		e.Default = c.name == "pi"
		out = append(out, tagged("pi", e)...)
	}
	for _, f := range trigFunctions() {
		names := strings.Fields(f.names)
		for _, name := range names {
			out = append(out, f.entry(name, names[0]))
		}
	}
	out = append(out, unitEntries()...)
	out = append(out, tagged("radial", radialEntries()...)...)
	return append(out, tagged("great_circle", sphereEntries()...)...)
}

// Full turns in the units of angles.
const (
	turnDegrees  = 360.0
	turnGradians = 400.0
	turnRadians  = 2 * math.Pi
)

// withoutTurns takes whole turns out of an angle.
func withoutTurns(x, turn float64) float64 { return x - turn*math.Trunc(x/turn) }

// unitEntries convert angles between units. A result is less than a turn unless the second operand is true.
func unitEntries() []*runtime.Entry {
	turns := map[string]float64{"deg": turnDegrees, "grad": turnGradians, "rad": turnRadians}
	words := map[string]string{"deg": "degrees", "grad": "gradians", "rad": "radians"}
	var out []*runtime.Entry
	for _, from := range []string{"deg", "grad", "rad"} {
		for _, to := range []string{"deg", "grad", "rad"} {
			name := from + "2" + to
			doc := "The result is less than one turn unless the second operand is true.\n\n    use Math::Trig;\n    say " + name + "(0);   #> 0\n"
			make := exported
			if from == to {
				make = function // which the module keeps to itself
				doc = strings.ReplaceAll(doc, "say "+name, "say Math::Trig::"+name)
			}
			out = append(out, make(name+" LIST", words[from]+" as "+words[to], doc, func(c *runtime.Call) value.Value {
				x := c.Arg(0).ToFloat()
				if from != to {
					x *= turns[to] / turns[from]
				}
				if !c.Arg(1).Truth() {
					x = withoutTurns(x, turns[to])
				}
				return value.Float(x)
			}))
		}
	}
	for name, of := range map[string]func(float64) float64{"acos_real": acosReal, "asin_real": asinReal} {
		doc := "What lies beyond -1 or 1 counts as these.\n\n    use Math::Trig;\n    say " + name + "(2) == " + name + "(1) ? \"same\" : \"other\";   #> same\n"
		out = append(out, exported(name+" X", "real arc "+map[string]string{"acos_real": "cosine", "asin_real": "sine"}[name], doc, func(c *runtime.Call) value.Value {
			return value.Float(of(c.Arg(0).ToFloat()))
		}))
	}
	return out
}

func acosReal(x float64) float64 {
	y, _ := realAcos(max(-1, min(1, x)))
	return y
}

func asinReal(x float64) float64 {
	y, _ := realAsin(max(-1, min(1, x)))
	return y
}

// ofNumbers makes an entry of a function from numbers to numbers.
func ofNumbers(usage, summary, doc string, f func(x []float64) []float64) *runtime.Entry {
	return function(usage, summary, doc, func(c *runtime.Call) value.Value {
		x := make([]float64, max(len(c.Args), 5))
		for i, a := range c.Args {
			x[i] = a.ToFloat()
		}
		var out []value.Value
		for _, y := range f(x) {
			out = append(out, value.Float(y))
		}
		return c.Return(out...)
	})
}

func radialEntries() []*runtime.Entry {
	sin, cos, atan2 := elementary.Sin, elementary.Cos, elementary.Atan2
	spherical := func(x []float64) []float64 {
		rho, phi := math.Sqrt(x[0]*x[0]+x[1]*x[1]+x[2]*x[2]), 0.0
		if rho != 0 {
			phi = acosReal(x[2] / rho)
		}
		return []float64{rho, atan2(x[1], x[0]), phi}
	}
	cartesian := func(s []float64) []float64 {
		return []float64{s[0] * cos(s[1]) * sin(s[2]), s[0] * sin(s[1]) * sin(s[2]), s[0] * cos(s[2])}
	}
	ofCylinder := func(s []float64) []float64 { return []float64{s[0] * cos(s[1]), s[0] * sin(s[1]), s[2]} }
	doc := func(name, args, want string) string {
		return "Angles are in radians: theta around the z axis, phi from it.\n\n    use Math::Trig \":radial\";\n    printf \"%.0f %.0f %.0f\\n\", " + name + "(" + args + ");   #> " + want + "\n"
	}
	return []*runtime.Entry{
		ofNumbers("cartesian_to_spherical LIST", "x, y, z as rho, theta, phi", doc("cartesian_to_spherical", "0, 0, 1", "1 0 0"), spherical),
		ofNumbers("spherical_to_cartesian LIST", "rho, theta, phi as x, y, z", doc("spherical_to_cartesian", "1, 0, 0", "0 0 1"), cartesian),
		ofNumbers("cartesian_to_cylindrical LIST", "x, y, z as rho, theta, z", doc("cartesian_to_cylindrical", "1, 0, 2", "1 0 2"), func(x []float64) []float64 {
			return []float64{math.Sqrt(x[0]*x[0] + x[1]*x[1]), atan2(x[1], x[0]), x[2]}
		}),
		ofNumbers("cylindrical_to_cartesian LIST", "rho, theta, z as x, y, z", doc("cylindrical_to_cartesian", "1, 0, 2", "1 0 2"), ofCylinder),
		ofNumbers("cylindrical_to_spherical LIST", "rho, theta, z as rho, theta, phi", doc("cylindrical_to_spherical", "0, 0, 1", "1 0 0"), func(s []float64) []float64 { return spherical(ofCylinder(s)) }),
		ofNumbers("spherical_to_cylindrical LIST", "rho, theta, phi as rho, theta, z", doc("spherical_to_cylindrical", "1, 0, 0", "0 0 1"), func(s []float64) []float64 {
			x := cartesian(s)
			return []float64{math.Sqrt(x[0]*x[0] + x[1]*x[1]), s[1], x[2]}
		}),
	}
}

// greatCircle is the distance of two points on a sphere of radius 1, each given by theta and phi.
func greatCircle(x []float64) float64 {
	lat0, lat1 := math.Pi/2-x[1], math.Pi/2-x[3]
	return acosReal(elementary.Cos(lat0)*elementary.Cos(lat1)*elementary.Cos(x[0]-x[2]) + elementary.Sin(lat0)*elementary.Sin(lat1))
}

// bearing is the direction from the first point to the second, clockwise from north.
func bearing(x []float64) float64 {
	sin, cos := elementary.Sin, elementary.Cos
	lat0, lat1 := math.Pi/2-x[1], math.Pi/2-x[3]
	a := elementary.Atan2(sin(x[0]-x[2])*cos(lat1), cos(lat0)*sin(lat1)-sin(lat0)*cos(lat1)*cos(x[0]-x[2]))
	return withoutTurns(turnRadians-a, turnRadians)
}

// waypoint is the point at a part of the way from the first point to the second; nothing between opposite points, where every way is one.
func waypoint(x []float64, part float64) (theta, phi float64, ok bool) {
	sin, cos := elementary.Sin, elementary.Cos
	d := greatCircle(x)
	if d == math.Pi {
		return 0, 0, false
	}
	sd := sin(d)
	if sd == 0 {
		return x[0], x[1], true
	}
	a, b := sin((1-part)*d)/sd, sin(part*d)/sd
	lat0, lat1 := math.Pi/2-x[1], math.Pi/2-x[3]
	return elementary.Atan2(a*cos(lat0)*sin(x[0])+b*cos(lat1)*sin(x[2]), a*cos(lat0)*cos(x[0])+b*cos(lat1)*cos(x[2])), acosReal(a*sin(lat0) + b*sin(lat1)), true
}

// sphereEntries are the functions on ways on a sphere.
func sphereEntries() []*runtime.Entry {
	sin, cos := elementary.Sin, elementary.Cos
	doc := func(name, what, args, want string) string {
		return what + "\nA point is given by theta and phi, the angle from the pole, in radians.\n\n    use Math::Trig \":great_circle\";\n    printf \"%.1f\\n\", " + name + "(" + args + ");   #> " + want + "\n"
	}
	point := func(c *runtime.Call, part float64) value.Value {
		theta, phi, ok := waypoint([]float64{c.Arg(0).ToFloat(), c.Arg(1).ToFloat(), c.Arg(2).ToFloat(), c.Arg(3).ToFloat()}, part)
		if !ok {
			return c.Return(value.Undef)
		}
		return c.Return(value.Float(theta), value.Float(phi))
	}
	direction := func(name string) *runtime.Entry {
		return ofNumbers(name+" LIST", "direction on a sphere", doc(name, "From the first point to the second, clockwise from north.", "0, 1, 0, 0", "0.0"), func(x []float64) []float64 { return []float64{bearing(x)} })
	}
	return []*runtime.Entry{
		function("great_circle_distance LIST", "distance on a sphere", doc("great_circle_distance", "Of two points, on a sphere of the radius that follows them, 1 by default.", "0, 0, 0, 0", "0.0"), func(c *runtime.Call) value.Value {
			rho := 1.0
			if c.Arg(4).Defined() {
				rho = c.Arg(4).ToFloat()
			}
			return value.Float(rho * greatCircle([]float64{c.Arg(0).ToFloat(), c.Arg(1).ToFloat(), c.Arg(2).ToFloat(), c.Arg(3).ToFloat()}))
		}),
		direction("great_circle_direction"), direction("great_circle_bearing"),
		function("great_circle_waypoint LIST", "point on the way", doc("great_circle_waypoint", "At the part of the way between two points that follows them, 0.5 by default.", "0, 1, 0, 1", "0.0"), func(c *runtime.Call) value.Value {
			part := 0.5
			if c.Arg(4).Defined() {
				part = c.Arg(4).ToFloat()
			}
			return point(c, part)
		}),
		function("great_circle_midpoint LIST", "middle of a way", doc("great_circle_midpoint", "Between two points.", "0, 1, 0, 1", "0.0"), func(c *runtime.Call) value.Value { return point(c, 0.5) }),
		ofNumbers("great_circle_destination LIST", "where a way ends", doc("great_circle_destination", "From a point, in a direction, over a distance. Returns the point and direction there.", "0, 1, 0, 0", "0.0"), func(x []float64) []float64 {
			lat0 := math.Pi/2 - x[1]
			phi := asinReal(sin(lat0)*cos(x[3]) + cos(lat0)*sin(x[3])*cos(x[2]))
			theta := x[0] + elementary.Atan2(sin(x[2])*sin(x[3])*cos(lat0), cos(x[3])-sin(lat0)*sin(phi))
			there := bearing([]float64{theta, phi, x[0], x[1]}) + math.Pi
			if there > turnRadians {
				there -= turnRadians
			}
			return []float64{theta, phi, there}
		}),
	}
}

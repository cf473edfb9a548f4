package module

// This file defines Time::Seconds: lengths of time as objects, which are references to their number of seconds.

import (
	"fmt"
	"math"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const secondsClass = "Time::Seconds"

func timeSecondsEntries() []*runtime.Entry {
	var out []*runtime.Entry
	for _, u := range []struct {
		name    string
		seconds int64
		hidden  bool
	}{{"ONE_MINUTE", 60, false}, {"ONE_HOUR", 3600, false}, {"ONE_DAY", 86400, false}, {"ONE_WEEK", 604800, false}, {"ONE_MONTH", 2629744, false}, {"ONE_YEAR", 31556930, false},
		{"ONE_FINANCIAL_MONTH", 2592000, false}, {"LEAP_YEAR", 31622400, false}, {"NON_LEAP_YEAR", 31536000, false}, {"cs_sec", 0, true}, {"cs_mon", 1, true}} {
		out = append(out, &runtime.Entry{Usage: u.name, Summary: "seconds of a unit of time", Doc: fmt.Sprintf("A number.\n\n    use Time::Seconds \"%s\";\n    say %s;   #> %d\n", u.name, u.name, u.seconds), Default: !u.hidden,
			Fn0: func(*runtime.VM) value.Value { return value.Int(u.seconds) }})
	}
	return out
}

func newSeconds(vm *runtime.VM, n value.Value) value.Value {
	ref := value.RefScalar(value.NewScalar(n))
	ref.Bless(vm.Package(secondsClass).Class)
	return ref
}

// secondsOf returns the number of seconds of an object or plain number.
func secondsOf(v value.Value) value.Value {
	if cl := v.Blessed(); cl != nil && v.Kind() == value.KScalarRef && cl.Name == secondsClass {
		return v.Cell().Get().ToNum()
	}
	return v.ToNum()
}

func setupTimeSeconds(vm *runtime.VM) {
	vm.Define("Time::Seconds::new", func(c *runtime.Call) value.Value {
		n := c.Arg(1)
		if !n.Defined() {
			n = value.Int(0)
		}
		ref := value.RefScalar(value.NewScalar(n))
		ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
		return ref
	})
	for name, unit := range map[string][]float64{"minutes": {60}, "hours": {60, 60}, "days": {60, 60, 24}, "weeks": {60, 60, 24, 7}, "months": {60, 60, 24, 30.4368541}, "financial_months": {60, 60, 24, 30},
		"years": {60, 60, 24, 365.24225}} {
		vm.Define("Time::Seconds::"+name, func(c *runtime.Call) value.Value {
			n := secondsOf(c.Arg(0))
			for _, u := range unit { // unit by unit, as the roundings are visible
				n, _ = value.Div(n, whole(u))
			}
			return n
		})
	}
	seconds := func(c *runtime.Call) value.Value { return c.Arg(0).Cell().Get() }
	vm.Define("Time::Seconds::seconds", seconds)
	copied := func(c *runtime.Call) value.Value { return newSeconds(c.VM, c.Arg(0).Cell().Get()) }
	vm.Define("Time::Seconds::copy", copied)
	binary := func(f func(a, b value.Value) value.Value) runtime.Native {
		return func(c *runtime.Call) value.Value {
			a, b := secondsOf(c.Arg(0)), c.Arg(1)
			if b.IsRef() && (b.Blessed() == nil || !c.VM.Isa(b.Blessed().Name, secondsClass)) {
				c.Die("Can't use non Seconds object in operator overload")
			}
			b = secondsOf(b)
			if c.Arg(2).Truth() {
				a, b = b, a
			}
			return f(a, b)
		}
	}
	object := func(f func(a, b value.Value) value.Value) runtime.Native {
		g := binary(f)
		return func(c *runtime.Call) value.Value { return newSeconds(c.VM, g(c)) }
	}
	change := func(f func(a, b value.Value) value.Value) runtime.Native {
		return func(c *runtime.Call) value.Value {
			cell := c.Arg(0).Cell()
			cell.Set(f(cell.Get().ToNum(), secondsOf(c.Arg(1))))
			return c.Args[0]
		}
	}
	compare := binary(func(a, b value.Value) value.Value {
		n, _ := value.NumCompare(a, b)
		return value.Int(int64(n))
	})
	ops := map[string]runtime.Native{"+": object(value.Add), "-": object(value.Sub), "+=": change(value.Add), "-=": change(value.Sub), "<=>": compare, "0+": seconds, `""`: seconds, "=": copied}
	vm.Overload(secondsClass, ops)
	vm.Fallback(secondsClass)
	for name, op := range map[string]string{"add": "+", "subtract": "-", "add_to": "+=", "subtract_from": "-=", "compare": "<=>"} {
		vm.Define("Time::Seconds::"+name, ops[op])
	}
	vm.Define("Time::Seconds::pretty", func(c *runtime.Call) value.Value { return value.Str(prettySeconds(secondsOf(c.Arg(0)).ToFloat())) })
}

// prettySeconds writes a length of time in words, from the largest unit that is not 0 down.
func prettySeconds(n float64) string {
	out := ""
	if n < 0 {
		n, out = -n, "minus "
	}
	began := false
	for _, u := range []struct {
		name    string
		seconds float64
	}{{"day", 86400}, {"hour", 3600}, {"minute", 60}, {"second", 1}} {
		if began = began || n >= u.seconds || u.seconds == 1; !began {
			continue
		}
		count := math.Trunc(n / u.seconds)
		n -= count * u.seconds
		out += fmt.Sprintf("%.0f %s", count, u.name)
		if count != 1 {
			out += "s"
		}
		if u.seconds > 1 {
			out += ", "
		}
	}
	return out
}

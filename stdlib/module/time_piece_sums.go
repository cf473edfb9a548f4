package module

// This file defines the arithmetic of Time::Piece: sums, differences, comparisons, months and truncation.

import (
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// pieceSums defines operators and the methods that make another time of one.
func pieceSums(vm *runtime.VM) {
	moved := func(c *runtime.Call, seconds int64) value.Value {
		p := thePiece(c)
		return newPiece(c, c.Args[0], piece{time.Unix(p.t.Unix()+seconds, 0).In(p.t.Location()), p.local})
	}
	add := func(c *runtime.Call) value.Value { return moved(c, secondsOf(c.Arg(1)).ToInt()) }
	subtract := func(c *runtime.Call) value.Value {
		other := c.Arg(1)
		if c.Arg(2).Truth() {
			return c.VM.Operate("-", other, c.Run(c.VM.FindMethod(c.Args[0], "cdate"), c.Args[0]))
		}
		if isPiece(c.VM, other) {
			return newSeconds(c.VM, value.Int(thePiece(c).t.Unix()-pieceIn(c.VM, other).t.Unix()))
		}
		return moved(c, -secondsOf(other).ToInt())
	}
	compare := func(c *runtime.Call) value.Value {
		other := c.Arg(1)
		at := epochTime(other).Unix()
		if isTimeStruct(c.VM, other) {
			at = pieceIn(c.VM, other).t.Unix()
		}
		order := int64(truth(thePiece(c).t.Unix() > at) - truth(thePiece(c).t.Unix() < at))
		if c.Arg(2).Truth() {
			order = -order
		}
		return value.Int(order)
	}
	textCompare := func(c *runtime.Call) value.Value {
		text := func(v value.Value) value.Value {
			if isPiece(c.VM, v) {
				return c.Run(c.VM.FindMethod(v, "cdate"), v)
			}
			return v
		}
		order := int64(value.StrCompare(text(c.Arg(0)), text(c.Arg(1))))
		if c.Arg(2).Truth() {
			order = -order
		}
		return value.Int(order)
	}
	for name, f := range map[string]runtime.Native{"add": add, "subtract": subtract, "compare": compare, "str_compare": textCompare} {
		vm.Define("Time::Piece::"+name, f)
	}
	vm.Overload(pieceClass, map[string]runtime.Native{"+": add, "-": subtract, "<=>": compare, "cmp": textCompare,
		`""`: func(c *runtime.Call) value.Value { return c.Run(c.VM.FindMethod(c.Args[0], "cdate"), c.Args[0]) }})
	vm.Define("Time::Piece::add_months", func(c *runtime.Call) value.Value {
		if !c.Arg(1).Defined() {
			c.Die("add_months requires a number of months")
		}
		return addMonths(c, int(c.Args[1].ToInt()))
	})
	vm.Define("Time::Piece::add_years", func(c *runtime.Call) value.Value { return addMonths(c, 12*int(c.Arg(1).ToInt())) })
	vm.Define("Time::Piece::truncate", truncated)
}

// addMonths keeps the day of the month, which may run over into the next one.
func addMonths(c *runtime.Call, n int) value.Value {
	p := thePiece(c)
	year, month, day := p.t.Date()
	hour, minute, second := p.t.Clock()
	// The sum is taken in UTC first: a day that does not exist runs over before the zone has a say.
	u := time.Date(year, month+time.Month(n), day, hour, minute, second, 0, time.UTC)
	return newPiece(c, c.Args[0], piece{time.Date(u.Year(), u.Month(), u.Day(), hour, minute, second, 0, p.t.Location()), p.local})
}

// truncated cuts a time to the start of a unit.
func truncated(c *runtime.Call) value.Value {
	to, ok := namedArgument(c.Args[1:], "to")
	if !ok {
		return c.Args[0]
	}
	p := thePiece(c)
	year, month, day := p.t.Date()
	hour, minute, second := p.t.Clock()
	switch to.String() {
	case "second":
	case "minute":
		second = 0
	case "hour":
		minute, second = 0, 0
	case "day":
		hour, minute, second = 0, 0, 0
	case "month":
		day, hour, minute, second = 1, 0, 0, 0
	case "quarter":
		month, day, hour, minute, second = (month-1)/3*3+1, 1, 0, 0, 0
	case "year":
		month, day, hour, minute, second = 1, 1, 0, 0, 0
	default:
		c.Die("Invalid value of 'to' parameter: %s", to.String())
	}
	return newPiece(c, c.Args[0], piece{time.Date(year, month, day, hour, minute, second, 0, p.t.Location()), p.local})
}

// namedArgument finds the value behind a name in a list of pairs.
func namedArgument(args []value.Value, name string) (v value.Value, ok bool) {
	for i := 0; i < len(args); i += 2 {
		if args[i].String() == name {
			v, ok = value.Undef, true
			if i+1 < len(args) {
				v = args[i+1]
			}
		}
	}
	return v, ok
}

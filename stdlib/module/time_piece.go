package module

// This file defines Time::Piece: times as objects with named parts and arithmetic. An object is an array of the nine fields of
// localtime, the seconds since 1970 and whether it is local time, as scripts that look inside expect.

import (
	"fmt"
	"math"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

const pieceClass = "Time::Piece"

// A piece is one time with its zone.
type piece struct {
	t     time.Time
	local bool
}

func timePieceEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("localtime EXPR\nlocaltime", "local time as an object", "In list context the nine fields of the core function.\n\n    use Time::Piece;\n    $ENV{TZ} = \"UTC\";\n    say localtime(0)->ymd;   #> 1970-01-01\n",
			func(c *runtime.Call) value.Value { return pieceOf(c, true) }),
		exported("gmtime EXPR\ngmtime", "time in UTC as an object", "In list context the nine fields of the core function.\n\n    use Time::Piece;\n    say gmtime(0)->datetime;   #> 1970-01-01T00:00:00\n",
			func(c *runtime.Call) value.Value { return pieceOf(c, false) }),
	}
}

// pieceOf is localtime and gmtime, as functions and as methods.
func pieceOf(c *runtime.Call, local bool) value.Value {
	args, class := c.Args, value.Str(pieceClass)
	if len(args) > 0 && c.Name() == "" && isPieceClass(c.VM, args[0]) {
		class, args = args[0], args[1:]
	}
	t := time.Now()
	if len(args) > 0 && args[0].Defined() {
		if isTimeStruct(c.VM, args[0]) {
			p := pieceFields(c.VM, fieldsOf(args[0]), local)
			return newPiece(c, class, p)
		}
		t = epochTime(args[0])
	}
	p := piece{t.In(pieceZone(c.VM, local)), local}
	if c.Want == runtime.WantList {
		return c.Return(perl.BrokenDown(p.t)...)
	}
	return newPiece(c, class, p)
}

func epochTime(v value.Value) time.Time { return time.Unix(v.ToNum().ToInt(), 0) }

func pieceZone(vm *runtime.VM, local bool) *time.Location {
	if local {
		return perl.Zone(vm)
	}
	return time.UTC
}

func isPieceClass(vm *runtime.VM, v value.Value) bool {
	if cl := v.Blessed(); cl != nil {
		return vm.Isa(cl.Name, pieceClass)
	}
	return v.IsString() && vm.Isa(v.String(), pieceClass)
}

func isPiece(vm *runtime.VM, v value.Value) bool { return v.Blessed() != nil && isPieceClass(vm, v) }

// isTimeStruct tells whether a value is an array of time fields.
func isTimeStruct(vm *runtime.VM, v value.Value) bool {
	return v.Kind() == value.KArrayRef && (v.Blessed() == nil || isPiece(vm, v))
}

// fieldsOf returns the fields from seconds to year of an array.
func fieldsOf(v value.Value) (f [6]int) {
	for i := range f {
		f[i] = int(v.Array().Get(int64(i)).ToInt())
	}
	return f
}

func pieceFields(vm *runtime.VM, f [6]int, local bool) piece {
	return piece{time.Date(f[5]+1900, time.Month(f[4]+1), f[3], f[2], f[1], f[0], 0, pieceZone(vm, local)), local}
}

// newPiece makes an object of a class or of the class of an object.
func newPiece(c *runtime.Call, class value.Value, p piece) value.Value {
	name := class.String()
	if cl := class.Blessed(); cl != nil {
		name = cl.Name
	}
	list := append(perl.BrokenDown(p.t), value.Int(p.t.Unix()), value.Int(0))
	if p.local {
		list[10] = value.Int(1)
	}
	ref := value.RefArray(value.NewArray(list))
	ref.Bless(c.VM.Package(name).Class)
	return ref
}

// thePiece returns the time of the object that a method was called on.
func thePiece(c *runtime.Call) piece {
	v := c.Arg(0)
	if v.Kind() != value.KArrayRef {
		c.Die("Can't use string (\"%.32s\") as an ARRAY ref while \"strict refs\" in use", v.String())
	}
	return pieceIn(c.VM, v)
}

func pieceIn(vm *runtime.VM, v value.Value) piece {
	local := v.Array().Get(10).Truth()
	if epoch := v.Array().Get(9); epoch.Defined() {
		return piece{epochTime(epoch).In(pieceZone(vm, local)), local}
	}
	return pieceFields(vm, fieldsOf(v), local)
}

func setupTimePiece(vm *runtime.VM) {
	vm.Load("Time::Seconds")
	vm.Define("Time::Piece::new", func(c *runtime.Call) value.Value {
		class, v := c.Arg(0), c.Arg(1)
		switch {
		case isTimeStruct(c.VM, v):
			return newPiece(c, class, pieceFields(c.VM, fieldsOf(v), v.Array().Get(10).Truth()))
		case v.Defined():
			return newPiece(c, class, piece{epochTime(v).In(perl.Zone(c.VM)), true})
		case isPiece(c.VM, class):
			return newPiece(c, class, thePiece(c))
		}
		return newPiece(c, class, piece{time.Unix(time.Now().Unix(), 0).In(perl.Zone(c.VM)), true})
	})
	pieceNumbers(vm)
	pieceNames(vm)
	pieceTexts(vm)
	pieceSums(vm)
}

// pieceNumbers defines the parts that are numbers.
func pieceNumbers(vm *runtime.VM) {
	number := func(f func(p piece) int, names ...string) {
		for _, name := range names {
			vm.Define("Time::Piece::"+name, func(c *runtime.Call) value.Value { return value.Int(int64(f(thePiece(c)))) })
		}
	}
	number(func(p piece) int { return p.t.Second() }, "sec", "second")
	number(func(p piece) int { return p.t.Minute() }, "min", "minute")
	number(func(p piece) int { return p.t.Hour() }, "hour")
	number(func(p piece) int { return p.t.Day() }, "mday", "day_of_month")
	number(func(p piece) int { return int(p.t.Month()) }, "mon")
	number(func(p piece) int { return int(p.t.Month()) - 1 }, "_mon")
	number(func(p piece) int { return p.t.Year() }, "year")
	number(func(p piece) int { return p.t.Year() - 1900 }, "_year")
	number(func(p piece) int { return int(p.t.Weekday()) + 1 }, "wday")
	number(func(p piece) int { return int(p.t.Weekday()) }, "_wday", "day_of_week")
	number(func(p piece) int { return p.t.YearDay() - 1 }, "yday", "day_of_year")
	number(func(p piece) int { return int(p.t.Unix()) }, "epoch")
	number(func(p piece) int { _, week := p.t.ISOWeek(); return week }, "week")
	number(func(p piece) int { return truth(lastDay(p.t.Year(), 2) == 29) }, "is_leap_year")
	number(func(p piece) int { return lastDay(p.t.Year(), p.t.Month()) }, "month_last_day")
	for _, name := range []string{"isdst", "daylight_savings"} {
		vm.Define("Time::Piece::"+name, func(c *runtime.Call) value.Value { thePiece(c); return c.Args[0].Array().Get(8) })
	}
	vm.Define("Time::Piece::yy", func(c *runtime.Call) value.Value {
		return value.Str(fmt.Sprintf("%02d", ((thePiece(c).t.Year()%100)+100)%100))
	})
	vm.Define("Time::Piece::tzoffset", func(c *runtime.Call) value.Value {
		_, offset := thePiece(c).t.Zone()
		return newSeconds(c.VM, value.Int(int64(offset)))
	})
	vm.Define("Time::Piece::julian_day", func(c *runtime.Call) value.Value { return value.Float(julianDay(thePiece(c).t)) })
	vm.Define("Time::Piece::mjd", func(c *runtime.Call) value.Value { return value.Float(julianDay(thePiece(c).t) - 2_400_000.5) })
}

func truth(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func lastDay(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// julianDay is the number of days, with fraction, since noon of 1 January 4713 BC; the steps of the sum are those whose rounding
// scripts see.
func julianDay(t time.Time) float64 {
	t = t.UTC()
	days := math.Floor(float64(t.Unix()) / 86400)
	return days + 2440587.5 + (float64(t.Hour())+(float64(t.Minute())+float64(t.Second())/60)/60)/24
}

// pieceNames defines the names of months and days, which scripts may replace by lists of their own.
func pieceNames(vm *runtime.VM) {
	names := func(index func(t time.Time) int, full bool, usual func(i int) string, methods ...string) {
		for _, name := range methods {
			vm.Define("Time::Piece::"+name, func(c *runtime.Call) value.Value {
				i := index(thePiece(c).t)
				list := c.Args[1:]
				if len(list) == 0 && !full {
					list = c.VM.Array(pieceLists(name)).Values(nil)
				}
				if len(list) > 0 {
					return value.NewArray(list).Get(int64(i))
				}
				return value.Str(usual(i))
			})
		}
	}
	month := func(t time.Time) int { return int(t.Month()) - 1 }
	day := func(t time.Time) int { return int(t.Weekday()) }
	names(month, false, func(i int) string { return time.Month(i + 1).String()[:3] }, "month", "monname")
	names(month, true, func(i int) string { return time.Month(i + 1).String() }, "fullmonth")
	names(day, false, func(i int) string { return time.Weekday(i).String()[:3] }, "wdayname", "day")
	names(day, true, func(i int) string { return time.Weekday(i).String() }, "fullday")
	list := func(method, array string, usual []string) {
		vm.Define("Time::Piece::"+method, func(c *runtime.Call) value.Value {
			args := c.Args
			if len(args) > 0 && isPiece(c.VM, args[0]) {
				args = args[1:]
			}
			a := c.VM.Array(array)
			old := a.Values(nil)
			if len(old) == 0 {
				for _, n := range usual {
					old = append(old, value.Str(n))
				}
			}
			if len(args) > 0 {
				a.SetAll(args)
			}
			return c.Return(old...)
		})
	}
	list("mon_list", pieceLists("month"), monthNames())
	list("day_list", pieceLists("day"), dayNames())
}

// pieceLists is the name of the array that holds the script's own names, if any.
func pieceLists(method string) string {
	if method == "month" || method == "monname" {
		return "Time::Piece::_months"
	}
	return "Time::Piece::_days"
}

func monthNames() (out []string) {
	for m := time.January; m <= time.December; m++ {
		out = append(out, m.String()[:3])
	}
	return out
}

func dayNames() (out []string) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		out = append(out, d.String()[:3])
	}
	return out
}

package module

// This file defines how Time::Piece writes times and reads them.

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// pieceTexts defines the methods that write times, and strptime.
func pieceTexts(vm *runtime.VM) {
	separator := func(c *runtime.Call, i int, name, usual string) string {
		if len(c.Args) > i {
			return c.Args[i].String()
		}
		if v := c.VM.Scalar("Time::Piece::_" + name).Get(); v.Defined() {
			return v.String()
		}
		return usual
	}
	write := func(kind string, text func(t time.Time, sep string) string, names ...string) {
		usual := map[string]string{"time": ":", "date": "-"}[kind]
		for _, name := range names {
			vm.Define("Time::Piece::"+name, func(c *runtime.Call) value.Value {
				return value.Wide(text(thePiece(c).t, separator(c, 1, kind, usual)))
			})
		}
		vm.Define("Time::Piece::"+kind+"_separator", func(c *runtime.Call) value.Value {
			args := c.Args
			if len(args) > 0 && isPiece(c.VM, args[0]) {
				args = args[1:]
			}
			old := separator(c, len(c.Args), kind, usual)
			if len(args) > 0 {
				c.VM.Scalar("Time::Piece::_" + kind).Set(args[0])
			}
			return value.Str(old)
		})
	}
	hms := func(t time.Time, sep string) string {
		return fmt.Sprintf("%02d%s%02d%s%02d", t.Hour(), sep, t.Minute(), sep, t.Second())
	}
	ymd := func(t time.Time, sep string) string {
		return fmt.Sprintf("%d%s%02d%s%02d", t.Year(), sep, t.Month(), sep, t.Day())
	}
	write("time", hms, "hms", "time")
	write("date", ymd, "ymd", "date")
	write("date", func(t time.Time, sep string) string {
		return fmt.Sprintf("%02d%s%02d%s%d", t.Month(), sep, t.Day(), sep, t.Year())
	}, "mdy")
	write("date", func(t time.Time, sep string) string {
		return fmt.Sprintf("%02d%s%02d%s%d", t.Day(), sep, t.Month(), sep, t.Year())
	}, "dmy")
	vm.Define("Time::Piece::datetime", func(c *runtime.Call) value.Value {
		t, seps := thePiece(c).t, map[string]string{"date": separator(c, len(c.Args), "date", "-"), "T": "T", "time": separator(c, len(c.Args), "time", ":")}
		for name := range seps {
			if v, ok := namedArgument(c.Args[1:], name); ok {
				seps[name] = v.String()
			}
		}
		return value.Wide(ymd(t, seps["date"]) + seps["T"] + hms(t, seps["time"]))
	})
	vm.Define("Time::Piece::cdate", func(c *runtime.Call) value.Value {
		return value.Str(thePiece(c).t.Format("Mon Jan _2 15:04:05 ") + fmt.Sprint(thePiece(c).t.Year()))
	})
	vm.Define("Time::Piece::strftime", func(c *runtime.Call) value.Value {
		format := value.Str("%a, %d %b %Y %H:%M:%S %Z")
		if len(c.Args) > 1 {
			format = c.Args[1].ToStr()
		}
		return value.Text(strftime(pieceFormat(format.S()), thePiece(c).t), format.IsWide())
	})
	vm.Define("Time::Piece::strptime", func(c *runtime.Call) value.Value {
		format, local := "%a, %d %b %Y %H:%M:%S %Z", false
		if len(c.Args) > 2 {
			format = c.Args[2].String()
		}
		if isPiece(c.VM, c.Arg(0)) {
			local = thePiece(c).local
		}
		r := timeReader{text: c.Arg(1).String(), year: 70, day: 1, zone: pieceZone(c.VM, local), empty: c.Arg(1).String() == ""}
		if !r.read(format) {
			c.Die("Error parsing time")
		}
		if r.text != "" {
			c.Warn("Garbage at end of string in strptime: %s", r.text)
			c.Warn("Perhaps a format flag did not match the actual input?")
		}
		out := newPiece(c, c.Args[0], piece{r.time(local), local})
		out.Array().Set(8, value.Int(-1)) // whether it is summer was not asked
		return out
	})
	vm.Define("Time::Piece::use_locale", func(*runtime.Call) value.Value { return value.Undef })
}

// pieceFormat writes out the conversions that the class has its own idea of.
func pieceFormat(format string) string {
	if !strings.ContainsAny(format, "cxXr") {
		return format
	}
	return strings.NewReplacer("%%", "%%", "%c", "%a %d %b %Y %I:%M:%S %p", "%x", "%a %d %b %Y", "%X", "%I:%M:%S %p", "%r", "%I:%M:%S %p").Replace(format)
}

// A timeReader reads a time by a format; year counts from 1900, month from 0.
type timeReader struct {
	text                                   string // what is left
	year, month, day, hour, minute, second int
	yearDay                                int // from 1, 0 if not given
	afternoon                              int // 12 for PM
	twelve, absolute, empty                bool
	epoch                                  int64
	zone                                   *time.Location
}

// time is what was read.
func (r *timeReader) time(local bool) time.Time {
	if r.absolute {
		return time.Unix(r.epoch, 0).In(r.zone)
	}
	day, month := r.day, r.month
	if r.yearDay > 0 {
		day, month = r.yearDay, 0
	}
	u := time.Date(r.year+1900, time.Month(month+1), day, r.hour, r.minute, r.second, 0, time.UTC)
	if !local {
		return u
	}
	return time.Date(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), 0, r.zone)
}

// read consumes text by a format; false means that they do not fit.
func (r *timeReader) read(format string) bool {
	for i := 0; i < len(format); i++ {
		if r.text == "" {
			return r.empty || !strings.Contains(format[i:], "%") || format[i] == '%' && i+1 < len(format) && strings.IndexByte("nt%", format[i+1]) >= 0
		}
		ch := format[i]
		switch {
		case ch == ' ' || ch >= '\t' && ch <= '\r':
			r.text = strings.TrimLeft(r.text, " \t\n\v\f\r")
		case ch != '%' || i+1 == len(format):
			if r.text[0] != ch {
				return false
			}
			r.text = r.text[1:]
		default:
			i++
			for i+1 < len(format) && (format[i] == 'E' || format[i] == 'O') {
				i++
			}
			if !r.conversion(format[i]) {
				return false
			}
		}
	}
	return true
}

// compound is what a conversion stands for, "" if it is a simple one.
func compound(verb byte) string {
	switch verb {
	case 'c':
		return "%a %d %b %Y %I:%M:%S %p"
	case 'D', 'x':
		return "%m/%d/%y"
	case 'F':
		return "%Y-%m-%d"
	case 'R':
		return "%H:%M"
	case 'r':
		return "%I:%M:%S %p"
	case 'T', 'X':
		return "%H:%M:%S"
	}
	return ""
}

func (r *timeReader) conversion(verb byte) bool {
	if f := compound(verb); f != "" {
		return r.read(f)
	}
	switch verb {
	case '%':
		ok := strings.HasPrefix(r.text, "%")
		r.text = strings.TrimPrefix(r.text, "%")
		return ok
	case 'n', 't':
		r.text = strings.TrimLeft(r.text, " \t\n\v\f\r")
		return true
	case 'a', 'A':
		_, ok := r.name(7, func(i int) string { return time.Weekday(i).String() })
		return ok
	case 'b', 'B', 'h':
		i, ok := r.name(12, func(i int) string { return time.Month(i + 1).String() })
		r.month = i
		return ok
	case 'p', 'P':
		return r.half()
	case 'z', 'Z':
		return r.readZone(verb)
	case 's':
		n, ok := r.number(20, 0, 1<<53, true)
		r.epoch, r.absolute = int64(n), true
		return ok
	}
	return r.numeric(verb)
}

// numeric reads the conversions that are numbers.
func (r *timeReader) numeric(verb byte) bool {
	var n int
	var ok bool
	switch verb {
	case 'Y':
		n, ok = r.number(4, 0, 9999, false)
		r.year = n - 1900
	case 'y':
		n, ok = r.number(2, 0, 99, false)
		if n < 69 {
			n += 100
		}
		r.year = n
	case 'C':
		n, ok = r.number(2, 0, 99, false)
		r.year = n*100 - 1900
	case 'm':
		n, ok = r.number(2, 1, 12, false)
		r.month = n - 1
	case 'd', 'e':
		r.day, ok = r.number(2, 1, 31, false)
	case 'H', 'k':
		r.hour, ok = r.number(2, 0, 23, false)
	case 'I', 'l':
		r.hour, ok = r.number(2, 1, 12, false)
		r.hour, r.twelve = r.hour%12+r.afternoon, true
	case 'M':
		r.minute, ok = r.number(2, 0, 59, false)
	case 'S':
		r.second, ok = r.number(2, 0, 60, false)
	case 'j':
		r.yearDay, ok = r.number(3, 1, 366, false)
	case 'u':
		_, ok = r.number(1, 1, 7, false)
	case 'w':
		_, ok = r.number(1, 0, 6, false)
	case 'U', 'W', 'V':
		_, ok = r.number(2, 0, 53, false)
	default:
		return true
	}
	return ok
}

// number reads up to so many digits of a number within bounds.
func (r *timeReader) number(digits, least, most int, signed bool) (int, bool) {
	end := 0
	if signed && strings.HasPrefix(r.text, "-") {
		end, least = 1, -most
	}
	for end < len(r.text) && end < digits && r.text[end]-'0' < 10 {
		end++
	}
	n, err := strconv.Atoi(r.text[:end])
	if err != nil || n < least || n > most {
		return 0, false
	}
	r.text = r.text[end:]
	return n, true
}

// name reads the full or short form of one of n names.
func (r *timeReader) name(n int, nameOf func(i int) string) (int, bool) {
	for _, full := range []bool{true, false} {
		for i := range n {
			name := nameOf(i)
			if !full {
				name = name[:3]
			}
			if len(r.text) >= len(name) && strings.EqualFold(r.text[:len(name)], name) {
				r.text = r.text[len(name):]
				return i, true
			}
		}
	}
	return 0, false
}

// half reads AM or PM, before or behind the hour.
func (r *timeReader) half() bool {
	if len(r.text) < 2 {
		return false
	}
	switch strings.ToUpper(r.text[:2]) {
	case "PM":
		if r.afternoon = 12; r.twelve && r.hour < 12 {
			r.hour += 12
		}
	case "AM":
	default:
		return false
	}
	r.text = r.text[2:]
	return true
}

// readZone reads GMT, or an offset that is taken off to give UTC.
func (r *timeReader) readZone(verb byte) bool {
	if verb == 'Z' {
		rest := strings.TrimLeft(r.text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		name := r.text[:len(r.text)-len(rest)]
		r.text = rest
		return name == "" || name == "GMT"
	}
	if len(r.text) < 5 || r.text[0] != '+' && r.text[0] != '-' {
		return false
	}
	n, err := strconv.Atoi(r.text[1:5])
	if err != nil || n < 0 {
		return false
	}
	if r.text[0] == '-' {
		n = -n
	}
	r.hour -= n / 100
	r.minute -= n % 100
	r.text = r.text[5:]
	return true
}

package module

// This file defines POSIX: numbers, characters, the C library's functions that scripts use. Its constants are in posix_constants.go.

import (
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/elementary"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

func posixEntries() []*runtime.Entry {
	var all []*runtime.Entry
	all = append(all, posixNumbers()...)
	all = append(all, posixText()...)
	all = append(all, posixTime()...)
	all = append(all, posixSystem()...)
	all = append(all, posixConstants()...)
	all = append(all, posixRare()...)
	for _, e := range all {
		if !posixOnDemand(e.Name()) {
			e.Default = true
		}
	}
	return append(append(all, posixCore()...), posixLibrary()...)
}

// posixOnDemand lists what `use POSIX` does not import unless asked, because Perl has a function of that name or few need it.
func posixOnDemand(name string) bool {
	switch name {
	case "round", "trunc", "lround", "rint", "cbrt", "expm1", "log1p", "log2", "hypot", "copysign", "fmax", "fmin", "erf", "tgamma", "lgamma", "isnan", "isinf", "isfinite", "signbit", "remainder",
		"nan", "acosh", "asinh", "atanh", "strtoll", "printf", "sprintf", "exit", "getchar", "toupper_", "nearbyint", "fdim", "fma", "ilogb", "logb", "lrint":
		return true
	}
	return false
}

func posixNumbers() []*runtime.Entry {
	one := func(name, summary, example string, f func(float64) float64) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X", Summary: summary, Doc: "Works on floating-point numbers.\n\n    use POSIX \"" + name + "\";\n    say " + example + "\n",
			Fn1: func(vm *runtime.VM, v value.Value) value.Value {
				if !v.IsNumber() {
					warnOperand(vm, v)
				}
				return whole(f(v.ToFloat()))
			}}
	}
	two := func(name, summary, example string, f func(x, y float64) float64) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X,Y", Summary: summary, Doc: "Works on floating-point numbers.\n\n    use POSIX \"" + name + "\";\n    say " + example + "\n",
			Fn2: func(_ *runtime.VM, x, y value.Value) value.Value { return whole(f(x.ToFloat(), y.ToFloat())) }}
	}
	test := func(name, summary, example string, f func(float64) bool) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X", Summary: summary, Doc: "1 or 0.\n\n    use POSIX \"" + name + "\";\n    say " + example + "\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value {
			if f(v.ToFloat()) {
				return value.Int(1)
			}
			return value.Int(0)
		}}
	}
	return []*runtime.Entry{
		one("floor", "largest integer not above", "floor(-2.5);   #> -3", math.Floor), one("ceil", "smallest integer not below", "ceil(2.1);   #> 3", math.Ceil),
		one("round", "nearest integer, halves away from zero", "round(2.5);   #> 3", math.Round), one("trunc", "integer part", "trunc(-2.5);   #> -2", math.Trunc),
		one("lround", "nearest integer", "lround(2.5);   #> 3", math.Round), one("rint", "nearest integer, halves to even", "rint(2.5);   #> 2", math.RoundToEven),
		one("lrint", "nearest integer, halves to even", "lrint(3.5);   #> 4", math.RoundToEven), one("nearbyint", "nearest integer, halves to even", "nearbyint(2.5);   #> 2", math.RoundToEven),
		one("fabs", "absolute value", "fabs(-2);   #> 2", math.Abs), one("tan", "tangent", "tan(0);   #> 0", elementary.Tan), one("asin", "arc sine", "asin(0);   #> 0", elementary.Asin),
		one("acos", "arc cosine", "acos(1);   #> 0", elementary.Acos), one("atan", "arc tangent", "atan(0);   #> 0", elementary.Atan), one("sinh", "hyperbolic sine", "sinh(0);   #> 0", math.Sinh),
		one("cosh", "hyperbolic cosine", "cosh(0);   #> 1", math.Cosh), one("tanh", "hyperbolic tangent", "tanh(0);   #> 0", math.Tanh), one("asinh", "inverse hyperbolic sine", "asinh(0);   #> 0", math.Asinh),
		one("acosh", "inverse hyperbolic cosine", "acosh(1);   #> 0", math.Acosh), one("atanh", "inverse hyperbolic tangent", "atanh(0);   #> 0", math.Atanh),
		one("log10", "logarithm to base 10", "log10(1000);   #> 3", elementary.Log10), one("log2", "logarithm to base 2", "log2(8);   #> 3", elementary.Log2), one("log1p", "logarithm of 1 + x", "log1p(0);   #> 0", math.Log1p),
		one("expm1", "e to a power, minus 1", "expm1(0);   #> 0", math.Expm1), one("cbrt", "cube root", "cbrt(27);   #> 3", math.Cbrt), one("erf", "error function", "erf(0);   #> 0", math.Erf),
		one("tgamma", "gamma function", "tgamma(5);   #> 24", math.Gamma), one("lgamma", "logarithm of the gamma function", "lgamma(1);   #> 0", func(x float64) float64 { l, _ := math.Lgamma(x); return l }),
		one("logb", "binary exponent", "logb(8);   #> 3", math.Logb), one("ilogb", "binary exponent", "ilogb(8);   #> 3", math.Logb),
		two("fmod", "remainder with the sign of the first operand", "fmod(7, 3);   #> 1", math.Mod), two("pow", "power", "pow(2, 10);   #> 1024", elementary.Pow), two("fmax", "larger of two", "fmax(1, 2);   #> 2", math.Max),
		two("fmin", "smaller of two", "fmin(1, 2);   #> 1", math.Min), two("hypot", "length of the hypotenuse", "hypot(3, 4);   #> 5", math.Hypot), two("copysign", "number with another's sign", "copysign(2, -1);   #> -2", math.Copysign),
		two("remainder", "remainder nearest to zero", "remainder(7, 4);   #> -1", math.Remainder), two("fdim", "positive difference", "fdim(5, 3);   #> 2", math.Dim),
		{Usage: "ldexp X,EXP", Summary: "number times a power of 2", Doc: "X times 2 to the power EXP.\n\n    use POSIX \"ldexp\";\n    say ldexp(3, 2);   #> 12\n", Fn2: func(_ *runtime.VM, x, e value.Value) value.Value {
			return whole(math.Ldexp(x.ToFloat(), int(e.ToInt())))
		}},
		function("frexp X", "mantissa and exponent", "A mantissa from 0.5 up to 1 and a power of 2.\n\n    use POSIX \"frexp\";\n    say join \" \", frexp(8);   #> 0.5 4\n", func(c *runtime.Call) value.Value {
			m, e := math.Frexp(c.Arg(0).ToFloat())
			return c.Return(whole(m), value.Int(int64(e)))
		}),
		function("modf X", "fraction and integer part", "Both with the sign of the operand.\n\n    use POSIX \"modf\";\n    say join \" \", modf(3.5);   #> 0.5 3\n", func(c *runtime.Call) value.Value {
			i, f := math.Modf(c.Arg(0).ToFloat())
			return c.Return(value.Float(f), whole(i))
		}),
		test("isnan", "ask for not-a-number", "isnan(\"nan\");   #> 1", math.IsNaN), test("isinf", "ask for infinity", "isinf(9**9**9);   #> 1", func(f float64) bool { return math.IsInf(f, 0) }),
		test("isfinite", "ask for a finite number", "isfinite(1);   #> 1", func(f float64) bool { return !math.IsInf(f, 0) && !math.IsNaN(f) }), test("signbit", "ask for a minus sign", "signbit(-1);   #> 1", math.Signbit),
		{Usage: "abs X", Summary: "absolute value", Doc: "As the core function.\n\n    say POSIX::abs(-2);   #> 2\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Abs(v) }},
	}
}

// whole returns an integer value if f is one.
func whole(f float64) value.Value {
	if f == math.Trunc(f) && math.Abs(f) < 1<<53 && !(f == 0 && math.Signbit(f)) {
		return value.Int(int64(f))
	}
	return value.Float(f)
}

func posixText() []*runtime.Entry {
	strto := func(name, example string, f func(c *runtime.Call) (value.Value, int)) *runtime.Entry {
		return function(name+" LIST", "number at the start of a text", "Returns the number and how many characters were left; in scalar context the number.\n\n    use POSIX \""+name+"\";\n    say join \" \", "+example+"\n", func(c *runtime.Call) value.Value {
			n, left := f(c)
			if c.Want != runtime.WantList {
				return n
			}
			return c.Return(n, value.Int(int64(left)))
		})
	}
	return []*runtime.Entry{
		strto("strtol", "strtol(\"ffx\", 16);   #> 255 1", strtol), strto("strtoul", "strtoul(\"12\", 10);   #> 12 0", strtol), strto("strtod", "strtod(\"1.5x\");   #> 1.5 1", strtod),
		{Usage: "toupper STRING", Summary: "capitals", Doc: "As uc.\n\n    use POSIX \"toupper\";\n    say toupper(\"a\");   #> A\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Upper(v) }},
		{Usage: "tolower STRING", Summary: "small letters", Doc: "As lc.\n\n    use POSIX \"tolower\";\n    say tolower(\"A\");   #> a\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Lower(v) }},
		{Usage: "strstr BIG,LITTLE", Summary: "find a text in another", Doc: "The position of the first occurrence, -1 if there is none.\n\n    use POSIX \"strstr\";\n    say strstr(\"hello\", \"l\");   #> 2\n", Fn2: func(_ *runtime.VM, a, b value.Value) value.Value {
			return value.Int(value.Index(a, b, 0, false))
		}},
		{Usage: "strcoll A,B", Summary: "compare texts", Doc: "As cmp.\n\n    use POSIX \"strcoll\";\n    say strcoll(\"a\", \"b\");   #> -1\n", Fn2: func(_ *runtime.VM, a, b value.Value) value.Value {
			return value.Int(int64(value.StrCompare(a, b)))
		}},
		{Usage: "strerror ERRNO", Summary: "text of an error number", Doc: "The message of $! for a number.\n\n    use POSIX \"strerror\";\n    say strerror(2);   #> No such file or directory\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value {
			return value.Str(handle.Strerror(int(v.ToInt())))
		}},
	}
}

func strtol(c *runtime.Call) (value.Value, int) {
	s := c.Arg(0).String()
	text := strings.TrimLeft(s, " \t\n\v\f\r")
	base := 10
	if len(c.Args) > 1 {
		base = int(c.Args[1].ToInt())
	}
	digits, negative := text, false
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		digits, negative = digits[1:], digits[0] == '-'
	}
	if hex := len(digits) > 2 && digits[0] == '0' && digits[1]|0x20 == 'x'; hex && (base == 16 || base == 0) {
		digits, base = digits[2:], 16
	} else if base == 0 {
		base = 10
		if strings.HasPrefix(digits, "0") {
			base = 8
		}
	}
	end := 0
	for end < len(digits) && digitOf(digits[end]) < base {
		end++
	}
	if end == 0 {
		return value.Int(0), len(s)
	}
	n, err := strconv.ParseUint(digits[:end], base, 64)
	v := value.Uint(n)
	if err != nil || n > math.MaxInt64 {
		v = value.Int(math.MaxInt64)
		if negative {
			return value.Int(math.MinInt64), len(digits) - end
		}
	}
	if negative {
		v = value.Neg(v)
	}
	return v, len(digits) - end
}

func digitOf(c byte) int {
	switch {
	case c-'0' < 10:
		return int(c - '0')
	case c|0x20-'a' < 26:
		return int(c|0x20-'a') + 10
	}
	return 99
}

func strtod(c *runtime.Call) (value.Value, int) {
	s := c.Arg(0).String()
	if text := strings.TrimLeft(s, " \t\n"); len(text) > 2 && strings.EqualFold(text[:2], "0x") && digitOf(text[2]) < 16 {
		end := 2
		for end < len(text) && digitOf(text[end]) < 16 {
			end++
		}
		n, _ := strconv.ParseUint(text[2:end], 16, 64) // what is too long counts as the largest
		return value.Uint(n), len(text) - end
	}
	for n := len(s); n > 0; n-- {
		if v := value.Str(s[:n]); v.LooksLikeNumber() && strings.TrimRight(s[:n], " \t\n") == s[:n] {
			return v.ToNum(), len(s) - n
		}
	}
	return value.Int(0), len(s)
}

func posixTime() []*runtime.Entry {
	return []*runtime.Entry{
		function("strftime FORMAT,LIST", "time as text", `Formats the values that localtime or gmtime give.

    use POSIX "strftime";
    say strftime "%Y-%m-%d %H:%M:%S", gmtime 0;   #> 1970-01-01 00:00:00
`, func(c *runtime.Call) value.Value {
			if len(c.Args) < 7 {
				c.Die("Usage: POSIX::strftime(fmt, sec, min, hour, mday, mon, year, wday = -1, yday = -1, isdst = -1)")
			}
			t := civil(c.Args[1:], perl.Zone(c.VM))
			f := c.Args[0].ToStr()
			return value.Text(strftime(f.S(), t), f.IsWide())
		}),
		function("mktime LIST", "seconds of a local time", `The opposite of localtime.

    use POSIX "mktime";
    $ENV{TZ} = "UTC";
    say mktime(0, 0, 0, 2, 0, 70);   #> 86400
`, func(c *runtime.Call) value.Value {
			if len(c.Args) < 6 {
				c.Die("Usage: POSIX::mktime(sec, min, hour, mday, mon, year, wday = 0, yday = 0, isdst = -1)")
			}
			n := civil(c.Args, perl.Zone(c.VM)).Unix()
			if n == 0 {
				return value.Str("0 but true") // true, as every success of a system call
			}
			return value.Int(n)
		}),
		function("asctime LIST", "time as text", "The values of localtime as text.\n\n    use POSIX \"asctime\";\n    print asctime(gmtime 0);   #> Thu Jan  1 00:00:00 1970\n", func(c *runtime.Call) value.Value {
			return value.Str(civil(c.Args, time.UTC).Format("Mon Jan _2 15:04:05 2006") + "\n")
		}),
		function("ctime TIME", "time as text", "A time as text in the local time zone.\n\n    use POSIX \"ctime\";\n    $ENV{TZ} = \"UTC\";\n    print ctime(0);   #> Thu Jan  1 00:00:00 1970\n", func(c *runtime.Call) value.Value {
			return value.Str(time.Unix(c.Arg(0).ToInt(), 0).In(perl.Zone(c.VM)).Format("Mon Jan _2 15:04:05 2006") + "\n")
		}),
		function("difftime A,B", "difference of two times", "In seconds.\n\n    use POSIX \"difftime\";\n    say difftime(5, 3);   #> 2\n", func(c *runtime.Call) value.Value { return value.Sub(c.Arg(0).ToNum(), c.Arg(1).ToNum()) }),
		function("clock", "processor time", "Microseconds of processor time.\n\n    use POSIX \"clock\";\n    say clock() >= 0 ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			return value.Int(time.Since(c.VM.Start()).Microseconds())
		}),
		function("tzset", "read the time zone", "Does nothing: $ENV{TZ} is always looked at.\n\n    use POSIX \"tzset\";\n    tzset();\n", func(*runtime.Call) value.Value { return value.Undef }),
		function("tzname", "names of the time zone", "Of standard and of daylight saving time.\n\n    use POSIX \"tzname\";\n    $ENV{TZ} = \"UTC\";\n    say +(tzname())[0];   #> UTC\n", func(c *runtime.Call) value.Value {
			year := time.Now().Year()
			winter, _ := time.Date(year, 1, 1, 0, 0, 0, 0, perl.Zone(c.VM)).Zone()
			summer, _ := time.Date(year, 7, 1, 0, 0, 0, 0, perl.Zone(c.VM)).Zone()
			return c.Return(value.Str(winter), value.Str(summer))
		}),
	}
}

// civil returns the time of the fields seconds, minutes, hours, day, month from 0, year minus 1900, each of which may be out of range.
func civil(f []value.Value, zone *time.Location) time.Time {
	n := func(i int) int {
		if i < len(f) {
			return int(f[i].ToInt())
		}
		return 0
	}
	return time.Date(n(5)+1900, time.Month(n(4)+1), n(3), n(2), n(1), n(0), 0, zone)
}

func posixSystem() []*runtime.Entry {
	id := func(name, summary string, f func() int) *runtime.Entry {
		return &runtime.Entry{Usage: name, Summary: summary, Doc: "A number.\n\n    use POSIX \"" + name + "\";\n    say defined " + name + "() ? \"known\" : \"unknown\";   #> known\n",
			Fn0: func(vm *runtime.VM) value.Value {
				if vm.Confined() {
					vm.Die("%s: not allowed by the program that runs this script", name)
				}
				return value.Int(int64(f()))
			}}
	}
	return []*runtime.Entry{
		id("getpid", "process id", os.Getpid), id("getuid", "user id", os.Getuid), id("geteuid", "effective user id", os.Geteuid), id("getgid", "group id", os.Getgid), id("getegid", "effective group id", os.Getegid),
		function("isatty FILEHANDLE", "ask for a terminal", "Takes a handle or its number.\n\n    use POSIX \"isatty\";\n    open my $fh, \"<\", $0 or die;\n    say isatty($fh) ? \"terminal\" : \"file\";   #> file\n", func(c *runtime.Call) value.Value {
			h := c.VM.HandleOf(c.Arg(0))
			if h == nil && c.Arg(0).LooksLikeNumber() {
				h = c.VM.Handles().ByFileno(int(c.Arg(0).ToInt()))
			}
			return value.Bool(h.IsOpen() && h.IsTerminal())
		}),
		function("_exit STATUS", "end at once", "Ends the script without END blocks.\n\n    use POSIX;\n    END { say \"not seen\" }\n    POSIX::_exit(0);\n", func(c *runtime.Call) value.Value {
			_ = c.VM.Handles().FlushAll() // nobody is left to tell
			c.VM.Vanish(int(c.Arg(0).ToInt()))
			return value.Undef
		}),
		function("getcwd", "working directory", "Its full name.\n\n    use POSIX \"getcwd\";\n    chdir \"/\";\n    say getcwd();   #> /\n", workingDirectory),
		function("setlocale CATEGORY,LOCALE", "set the locale", "Does nothing but return \"C\": scripts run the same everywhere.\n\n    use POSIX qw(setlocale LC_ALL);\n    say setlocale(LC_ALL, \"C\");   #> C\n", func(*runtime.Call) value.Value { return value.Str("C") }),
		function("localeconv", "conventions of the locale", "A hash reference with the decimal point.\n\n    use POSIX \"localeconv\";\n    say localeconv()->{decimal_point};   #> .\n", func(*runtime.Call) value.Value {
			h := value.NewHash()
			h.SetString("decimal_point", value.Str("."))
			return value.RefHash(h)
		}),
		function("uname", "names of the system", "System, host, release, version, machine.\n\n    use POSIX \"uname\";\n    say scalar(my @u = uname());   #> 5\n", func(c *runtime.Call) value.Value {
			c.Forbid()
			return c.Return(systemNames()...)
		}),
		function("dup2 OLD,NEW", "not available", "Descriptors are not the system's here; use open with \">&\".\n", func(c *runtime.Call) value.Value {
			c.Die("POSIX::dup2 is not available here; use open with a mode such as \">&\"")
			return value.Undef
		}),
		function("errno", "number of the last error", "As $! + 0.\n\n    use POSIX \"errno\";\n    $! = 2;\n    say errno();   #> 2\n", func(c *runtime.Call) value.Value { return c.VM.Scalar("main::!").Get().ToNum() }),
	}
}

package module

// This file defines Time::HiRes and Time::Local.

import (
	"math"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

func hiresEntries() []*runtime.Entry {
	now := func() value.Value { return value.Float(float64(time.Now().UnixMicro()) / 1e6) }
	wait := func(usage, summary, example string, unit time.Duration) *runtime.Entry {
		return function(usage, summary, "Fractions count; an alarm ends it early. Returns how long it was.\n\n    use Time::HiRes;\n    say "+example+" >= 0 ? \"waited\" : \"?\";   #> waited\n", func(c *runtime.Call) value.Value {
			if len(c.Args) == 0 {
				perl.Pause(c.VM, -1)
				return value.Int(0)
			}
			f := c.Args[0].ToFloat()
			if f < 0 {
				c.Die("Time::HiRes::%s(%s): negative time not invented yet", c.Name(), value.Float(f))
			}
			start := time.Now()
			perl.Pause(c.VM, time.Duration(f*float64(unit)))
			return value.Float(float64(time.Since(start)) / float64(unit))
		})
	}
	return []*runtime.Entry{
		{Usage: "time", Summary: "seconds since 1970 with fractions", Doc: "As the core function, with microseconds.\n\n    use Time::HiRes \"time\";\n    say time > 1e9 ? \"later\" : \"?\";   #> later\n", Fn0: func(*runtime.VM) value.Value { return now() }},
		wait("sleep SECONDS\nsleep", "wait", "Time::HiRes::sleep(0.001)", time.Second), wait("usleep MICROSECONDS", "wait microseconds", "Time::HiRes::usleep(10)", time.Microsecond),
		wait("nanosleep NANOSECONDS", "wait nanoseconds", "Time::HiRes::nanosleep(10)", time.Nanosecond),
		function("gettimeofday", "time in seconds and microseconds", "Two numbers; in scalar context one with a fraction.\n\n    use Time::HiRes \"gettimeofday\";\n    say scalar(my @t = gettimeofday);   #> 2\n", func(c *runtime.Call) value.Value {
			if c.Want != runtime.WantList {
				return now()
			}
			t := time.Now().UnixMicro()
			return c.Return(value.Int(t/1e6), value.Int(t%1e6))
		}),
		function("tv_interval FROM,TO\ntv_interval FROM", "seconds between two times", "Takes references to what gettimeofday gave.\n\n    use Time::HiRes \"tv_interval\";\n    say tv_interval([1, 0], [2, 500000]);   #> 1.5\n", func(c *runtime.Call) value.Value {
			pair := func(i int) (sec, micro float64) {
				if v := c.Arg(i); v.Kind() == value.KArrayRef {
					return v.Array().Get(0).ToFloat(), v.Array().Get(1).ToFloat()
				}
				t := time.Now().UnixMicro()
				return float64(t / 1e6), float64(t % 1e6)
			}
			s0, u0 := pair(0)
			s1, u1 := pair(1)
			return value.Float(s1 - s0 + (u1-u0)/1e6)
		}),
		function("alarm SECONDS", "have a signal sent later", "As the core function, with fractions.\n\n    use Time::HiRes \"alarm\";\n    alarm 0;\n", func(c *runtime.Call) value.Value {
			left := c.VM.AlarmLeft().Seconds()
			c.VM.Alarm(time.Duration(c.Arg(0).ToFloat() * float64(time.Second)))
			return value.Float(left)
		}),
		function("ualarm MICROSECONDS", "have a signal sent later", "As alarm, in microseconds.\n\n    use Time::HiRes \"ualarm\";\n    ualarm 0;\n", func(c *runtime.Call) value.Value {
			left := c.VM.AlarmLeft().Microseconds()
			c.VM.Alarm(time.Duration(c.Arg(0).ToFloat() * float64(time.Microsecond)))
			return value.Int(left)
		}),
		function("clock_gettime WHICH\nclock_gettime", "time of a clock", "CLOCK_REALTIME or CLOCK_MONOTONIC.\n\n    use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);\n    say clock_gettime(CLOCK_MONOTONIC) >= 0 ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			if c.Arg(0).ToInt() == 1 {
				return value.Float(time.Since(c.VM.Start()).Seconds() + 1)
			}
			return now()
		}),
		{Usage: "CLOCK_REALTIME", Summary: "the clock on the wall", Doc: "For clock_gettime.\n\n    use Time::HiRes \"CLOCK_REALTIME\";\n    say CLOCK_REALTIME;   #> 0\n", Fn0: func(*runtime.VM) value.Value { return value.Int(0) }},
		{Usage: "CLOCK_MONOTONIC", Summary: "a clock that is never set", Doc: "For clock_gettime.\n\n    use Time::HiRes \"CLOCK_MONOTONIC\";\n    say CLOCK_MONOTONIC;   #> 1\n", Fn0: func(*runtime.VM) value.Value { return value.Int(1) }},
	}
}

func timeLocalEntries() []*runtime.Entry {
	entry := func(name, summary string, year func(y int) int, zone func(vm *runtime.VM) *time.Location, isDefault bool) *runtime.Entry {
		e := function(name+" LIST", summary, "Takes seconds, minutes, hours, day, month from 0 and year.\n\n    use Time::Local \""+name+"\";\n    $ENV{TZ} = \"UTC\";\n    say "+name+"(0, 0, 0, 2, 0, "+exampleYear(name)+");   #> 86400\n", func(c *runtime.Call) value.Value {
			return timeFrom(c, year, zone(c.VM))
		})
		e.Default = isDefault
		return e
	}
	utc := func(*runtime.VM) *time.Location { return time.UTC }
	posix := func(y int) int { return y + 1900 }
	modern := func(y int) int { return y }
	return []*runtime.Entry{
		entry("timelocal", "seconds of a local time", looseYear, perl.Zone, true), entry("timegm", "seconds of a time in UTC", looseYear, utc, true),
		entry("timelocal_nocheck", "seconds of a local time", looseYear, perl.Zone, false), entry("timegm_nocheck", "seconds of a time in UTC", looseYear, utc, false),
		entry("timelocal_modern", "seconds of a local time", modern, perl.Zone, false), entry("timegm_modern", "seconds of a time in UTC", modern, utc, false),
		entry("timelocal_posix", "seconds of a local time", posix, perl.Zone, false), entry("timegm_posix", "seconds of a time in UTC", posix, utc, false),
	}
}

func exampleYear(name string) string {
	if name == "timelocal_posix" || name == "timegm_posix" {
		return "70"
	}
	return "1970"
}

// looseYear reads years as Time::Local does: above 999 as they are, two digits within 50 years of now, others from 1900.
func looseYear(y int) int {
	now := time.Now().Year()
	switch {
	case y > 999:
		return y
	case y >= 100 || y < 0:
		return y + 1900
	}
	century := now / 100 * 100
	full := century + y
	switch {
	case full > now+50:
		full -= 100
	case full <= now-50:
		full += 100
	}
	return full
}

func timeFrom(c *runtime.Call, year func(int) int, zone *time.Location) value.Value {
	if len(c.Args) < 6 {
		c.Die("Usage: %s(sec, min, hour, mday, mon, year)", c.Name())
	}
	n := func(i int) int { return int(c.Args[i].ToInt()) }
	y, month, day := year(n(5)), n(4), n(3)
	if name := c.Name(); name != "timelocal_nocheck" && name != "timegm_nocheck" {
		if month > 11 || month < 0 {
			c.Die("Month '%d' out of range 0..11", month)
		}
		last := time.Date(y, time.Month(month+2), 0, 0, 0, 0, 0, time.UTC).Day()
		checks := []struct {
			what     string
			v, least int
			most     int
		}{{"Day", day, 1, last}, {"Hour", n(2), 0, 23}, {"Minute", n(1), 0, 59}, {"Second", int(math.Floor(c.Args[0].ToFloat())), 0, 59}}
		for _, ch := range checks {
			if ch.v < ch.least || ch.v > ch.most {
				c.Die("%s '%d' out of range %d..%d", ch.what, ch.v, ch.least, ch.most)
			}
		}
	}
	return value.Int(time.Date(y, time.Month(month+1), day, n(2), n(1), n(0), 0, zone).Unix())
}

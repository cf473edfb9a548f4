package perl

// This file defines the functions that tell or wait for time.

import (
	"fmt"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func timeEntries() []*runtime.Entry {
	return []*runtime.Entry{
		{Usage: "time", Summary: "seconds since 1970", Doc: `The time as whole seconds since the start of 1970, UTC.

    say time > 1_600_000_000 ? "later" : "earlier";   #> later
`, Fn0: func(*runtime.VM) value.Value { return value.Int(time.Now().Unix()) }},
		called("localtime EXPR\nlocaltime", "a time in the local time zone", `In list context seconds, minutes, hours, day, month from 0, year minus
1900, day of the week, day of the year, daylight saving; in scalar context text such as "Thu Jan  1
00:00:00 1970". $ENV{TZ} names the zone.

    $ENV{TZ} = "UTC";
    say scalar localtime 0;   #> Thu Jan  1 00:00:00 1970
`, func(c *runtime.Call) value.Value { return brokenDown(c, "localtime", Zone(c.VM)) }),
		called("gmtime EXPR\ngmtime", "a time in UTC", `As localtime, in UTC.

    my @t = gmtime 86400;
    say "$t[3].$t[4].$t[5]";   #> 2.0.70
`, func(c *runtime.Call) value.Value { return brokenDown(c, "gmtime", time.UTC) }),
		called("sleep EXPR\nsleep", "wait", `Waits that many seconds, for ever without operand, and returns how many whole seconds it was. An alarm ends
it early.

    say sleep 0;   #> 0
`, sleep),
		called("times", "processor time used", `User and system time of the script and of its finished children, in seconds.

    say scalar(my @t = times);   #> 4
`, times),
	}
}

// zoneKey is where the VM keeps the time zone that $ENV{TZ} named last.
type zoneKey struct{}

type zoneCache struct {
	name string
	zone *time.Location
}

// Zone returns the time zone of the script: what $ENV{TZ} names, else the system's.
func Zone(vm *runtime.VM) *time.Location {
	tz := vm.Hash("main::ENV").Get(value.KeyString("TZ"))
	if !tz.Defined() {
		return time.Local
	}
	cache := vm.Local(zoneKey{}, func() any { return &zoneCache{} }).(*zoneCache)
	if name := tz.String(); cache.zone == nil || cache.name != name {
		cache.name, cache.zone = name, loadZone(name)
	}
	return cache.zone
}

// loadZone reads a zone by its name in the system's table, or a POSIX form such as EST5EDT or UTC-2 without rules.
func loadZone(name string) *time.Location {
	if len(name) > 0 && name[0] == ':' {
		name = name[1:]
	}
	if z, err := time.LoadLocation(name); err == nil {
		return z
	}
	letters := 0
	for letters < len(name) && (name[letters]|0x20)-'a' < 26 {
		letters++
	}
	var hours, minutes int
	if n, _ := fmt.Sscanf(name[letters:], "%d:%d", &hours, &minutes); n == 0 || letters < 3 {
		return time.UTC
	}
	if hours < 0 {
		minutes = -minutes
	}
	return time.FixedZone(name[:letters], -(hours*3600 + minutes*60))
}

// brokenDown is localtime and gmtime.
func brokenDown(c *runtime.Call, name string, zone *time.Location) value.Value {
	sec := time.Now().Unix()
	if len(c.Args) > 0 {
		n := c.Args[0].ToNum()
		f := n.ToFloat()
		if f != f || f > 1<<53 || f < -(1<<53) {
			if c.Warns() {
				c.Warn("%s(%s) too large", name, c.Args[0].String())
				c.Warn("%s(%s) failed", name, c.Args[0].String())
			}
			return c.Nothing()
		}
		sec = n.ToInt()
	}
	t := time.Unix(sec, 0).In(zone)
	if c.Want != runtime.WantList {
		return value.Str(t.Format("Mon Jan _2 15:04:05 ") + fmt.Sprint(t.Year()))
	}
	return c.Return(BrokenDown(t)...)
}

// BrokenDown returns the nine fields of a time: seconds, minutes, hours, day, month from 0, year minus 1900, day of the week
// from Sunday 0, day of the year from 0, and 1 for daylight saving time.
func BrokenDown(t time.Time) []value.Value {
	dst := int64(0)
	if t.IsDST() {
		dst = 1
	}
	fields := [9]int64{int64(t.Second()), int64(t.Minute()), int64(t.Hour()), int64(t.Day()), int64(t.Month()) - 1, int64(t.Year()) - 1900,
		int64(t.Weekday()), int64(t.YearDay()) - 1, dst}
	out := make([]value.Value, 9)
	for i, f := range fields {
		out[i] = value.Int(f)
	}
	return out
}

func sleep(c *runtime.Call) value.Value {
	start := time.Now()
	if len(c.Args) == 0 {
		Pause(c.VM, -1)
	} else {
		n := c.Args[0].ToInt()
		if n < 0 {
			c.Warn("sleep() with negative argument")
			return value.Int(0)
		}
		Pause(c.VM, time.Duration(n)*time.Second)
	}
	return value.Int(int64(time.Since(start).Round(time.Second) / time.Second))
}

// Pause waits for d, for ever if it is negative; signals end it early, as does the end of the script's context.
func Pause(vm *runtime.VM, d time.Duration) {
	if d == 0 || d > 0 && vm.Rehearsal() != nil {
		return
	}
	_ = vm.Handles().FlushAll() // what was printed is visible while the script waits
	var done <-chan time.Time
	if d > 0 {
		timer := time.NewTimer(d)
		defer timer.Stop()
		done = timer.C
	}
	vm.Wait(done)
}

func times(c *runtime.Call) value.Value {
	user, system, childUser, childSystem := processorTimes(c.VM)
	if c.Want != runtime.WantList {
		return value.Float(user)
	}
	return c.Return(value.Float(user), value.Float(system), value.Float(childUser), value.Float(childSystem))
}

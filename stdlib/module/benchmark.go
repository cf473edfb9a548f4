package module

// This file defines Benchmark: how often code runs in how much processor time.

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func benchmarkEntries() []*runtime.Entry {
	quick := "\n\n    use Benchmark \":all\";\n    my $t = timeit(1, sub { 1 });\n    say ref $t;   #> Benchmark\n"
	list := []*runtime.Entry{
		exported("timeit COUNT,CODE", "time of running code", "Runs code (a sub or text) COUNT times and returns a Benchmark object."+quick, func(c *runtime.Call) value.Value { return timeIt(c, c.Arg(0).ToInt(), c.Arg(1)) }),
		exported("timethis LIST", "run code and print the time", "Takes a count, or minus a number of seconds to run at least, code, and perhaps a title."+quick, func(c *runtime.Call) value.Value {
			title := "timethis " + c.Arg(0).String()
			if c.Arg(2).Defined() {
				title = c.Arg(2).String()
			}
			b := timeIt(c, c.Arg(0).ToInt(), c.Arg(1))
			if c.Arg(3).String() != "none" {
				print(c.VM, fmt.Sprintf("%10s: %s\n", title, timeText(b)))
			}
			return b
		}),
		exported("timethese LIST", "run several codes and print their times", "Takes a count and a reference to a hash of codes; returns a reference to a hash of Benchmark objects."+quick, func(c *runtime.Call) value.Value { return timeThese(c, c.Arg(0).ToInt(), c.Arg(1), c.Arg(2)) }),
		function("cmpthese LIST", "compare several codes", "As timethese, then a table of rates and of how much faster each is than the others. What timethese returned can also be given."+quick, compareThese),
		exported("timediff NEW,OLD", "difference of two times", "Both are Benchmark objects."+quick, func(c *runtime.Call) value.Value {
			a, b := listOf(c.Arg(0)), listOf(c.Arg(1))
			out := make([]value.Value, 6)
			for i := range out {
				if i < len(a) && i < len(b) {
					out[i] = value.Sub(a[i], b[i])
				}
			}
			return benchObject(c.VM, out)
		}),
		exported("timestr TIME,STYLE,FORMAT\ntimestr TIME,STYLE\ntimestr TIME", "time as text", "What timethis prints."+quick, func(c *runtime.Call) value.Value { return value.Str(timeText(c.Arg(0))) }),
		function("timesum A,B", "sum of two times", "Both are Benchmark objects."+quick, func(c *runtime.Call) value.Value {
			a, b := listOf(c.Arg(0)), listOf(c.Arg(1))
			out := make([]value.Value, 6)
			for i := range out {
				if i < len(a) && i < len(b) {
					out[i] = value.Add(a[i], b[i])
				}
			}
			return benchObject(c.VM, out)
		}),
		function("countit SECONDS,CODE", "how often code runs in a time", "Runs code for at least that many seconds and returns a Benchmark object."+quick, func(c *runtime.Call) value.Value { return timeIt(c, -max(c.Arg(0).ToInt(), 1), c.Arg(1)) }),
	}
	for _, e := range list {
		e.Tags = []string{"all", "hireswallclock"}
	}
	return list
}

// benchObject is a list of real, user, system, child user, child system time and count as an object.
func benchObject(vm *runtime.VM, list []value.Value) value.Value {
	ref := value.RefArray(value.NewArray(list))
	ref.Bless(vm.Package("Benchmark").Class)
	return ref
}

// benchCode makes a sub of code given as one or as text.
func benchCode(c *runtime.Call, v value.Value) *value.Code {
	if v.Kind() == value.KCodeRef {
		return v.Code()
	}
	text := c.VM.RunText("(benchmark)", "package "+c.Package()+"; sub { "+v.String()+" }")
	return text.Code()
}

// timeIt runs code n times, or for at least -n seconds (3 for 0).
func timeIt(c *runtime.Call, n int64, v value.Value) value.Value {
	code := benchCode(c, v)
	start := time.Now()
	count := int64(0)
	if n > 0 {
		for ; count < n; count++ {
			c.Run(code)
		}
	} else {
		limit := time.Duration(-n) * time.Second
		if n == 0 {
			limit = 3 * time.Second
		}
		for step := int64(1); time.Since(start) < limit; step = min(2*step, 1<<12) {
			for range step {
				c.Run(code)
				count++
			}
		}
	}
	used := time.Since(start).Seconds()
	return benchObject(c.VM, []value.Value{value.Float(used), value.Float(used), value.Int(0), value.Int(0), value.Int(0), value.Int(count)})
}

// timeText is a time as Benchmark prints it.
func timeText(v value.Value) string {
	l := listOf(v)
	if len(l) < 6 {
		return ""
	}
	real, user, count := l[0].ToFloat(), l[1].ToFloat(), l[5].ToFloat()
	text := fmt.Sprintf("%2d wallclock secs (%5.2f usr + %5.2f sys = %5.2f CPU)", int64(real+0.5), user, l[2].ToFloat(), user+l[2].ToFloat())
	if count > 0 && user > 0 {
		text += fmt.Sprintf(" @ %5.2f/s (n=%d)", count/user, int64(count))
	}
	return text
}

func timeThese(c *runtime.Call, n int64, codes, style value.Value) value.Value {
	if codes.Kind() != value.KHashRef {
		c.Die("usage: timethese(COUNT, { NAME => CODE, ... })")
	}
	names := sorted(texts(codes.Hash().Keys(nil)))
	quiet := style.String() == "none"
	if !quiet {
		print(c.VM, fmt.Sprintf("Benchmark: timing %d iterations of %s...\n", n, strings.Join(names, ", ")))
	}
	h := value.NewHash()
	for _, name := range names {
		b := timeIt(c, n, codes.Hash().Get(value.KeyString(name)))
		h.SetString(name, b)
		if !quiet {
			print(c.VM, fmt.Sprintf("%10s: %s\n", name, timeText(b)))
		}
	}
	return value.RefHash(h)
}

func compareThese(c *runtime.Call) value.Value {
	results := c.Arg(0)
	style := c.Arg(1)
	if results.Kind() != value.KHashRef {
		results = timeThese(c, c.Arg(0).ToInt(), c.Arg(1), c.Arg(2))
		style = c.Arg(2)
	}
	type row struct {
		name string
		rate float64
	}
	var rows []row
	for _, k := range results.Hash().Keys(nil) {
		l := listOf(results.Hash().Get(value.KeyOf(k)))
		if len(l) == 6 && l[1].ToFloat() > 0 {
			rows = append(rows, row{k.String(), l[5].ToFloat() / l[1].ToFloat()})
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		switch {
		case a.rate < b.rate:
			return -1
		case a.rate > b.rate:
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	table := [][]string{{"", "Rate"}}
	for _, r := range rows {
		table[0] = append(table[0], r.name)
	}
	for i, r := range rows {
		line := []string{r.name, rateText(r.rate)}
		for j, other := range rows {
			if i == j {
				line = append(line, "--")
			} else {
				line = append(line, fmt.Sprintf("%.0f%%", 100*r.rate/other.rate-100))
			}
		}
		table = append(table, line)
	}
	if style.String() != "none" {
		print(c.VM, tableText(table))
	}
	return results
}

func rateText(rate float64) string {
	switch {
	case rate >= 100:
		return fmt.Sprintf("%.0f/s", rate)
	case rate >= 10:
		return fmt.Sprintf("%.1f/s", rate)
	}
	return fmt.Sprintf("%.2f/s", rate)
}

// tableText aligns columns to the right.
func tableText(table [][]string) string {
	width := make([]int, len(table[0]))
	for _, line := range table {
		for i, cell := range line {
			width[i] = max(width[i], len(cell))
		}
	}
	var b strings.Builder
	for _, line := range table {
		for i, cell := range line {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%*s", width[i], cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// setupBenchmark defines the methods of Benchmark objects.
func setupBenchmark(vm *runtime.VM) {
	vm.Define("Benchmark::new", func(c *runtime.Call) value.Value {
		now := float64(time.Now().UnixMicro()) / 1e6
		used := time.Since(c.VM.Start()).Seconds()
		return benchObject(c.VM, []value.Value{value.Float(now), value.Float(used), value.Int(0), value.Int(0), value.Int(0), value.Int(0)})
	})
	for i, name := range []string{"real", "cpu_p", "cpu_c"} {
		vm.Define("Benchmark::"+name, func(c *runtime.Call) value.Value { return listOf(c.Arg(0))[i] })
	}
	vm.Define("Benchmark::iters", func(c *runtime.Call) value.Value { return listOf(c.Arg(0))[5] })
}

package main

// This file tests the runner: its inputs, its table and its arithmetic.

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

func TestInputsAreTheSameEachTime(t *testing.T) {
	for name, source := range map[string]func(int) func() string{"words": wordLines, "log": logLines} {
		a, b, size := source(5000), source(5000), 0
		for line := a(); line != ""; line = a() {
			if other := b(); other != line {
				t.Fatalf("%s: %q and %q", name, line, other)
			}
			if !strings.HasSuffix(line, "\n") || strings.Count(line, "\n") != 1 {
				t.Errorf("%s: %q is no line", name, line)
			}
			size += len(line)
		}
		if size < 5000 || size > 5500 {
			t.Errorf("%s: %d bytes, want about 5000", name, size)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		list []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{3, 1, 2}, 2}, {[]float64{4, 1, 2, 3}, 2.5}} {
		if got := median(c.list); got != c.want {
			t.Errorf("%v: got %v, want %v", c.list, got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	tab := &table{engines: []engine{{name: "perl"}, {name: "ours"}, {name: "other"}}, clock: "cpu"}
	tab.add(&row{name: "a", seconds: []float64{2, 1, 0}, wrong: make([]bool, 3)})
	tab.add(&row{name: "b", seconds: []float64{2, 0.25, 8}, wrong: []bool{false, false, true}})
	var out bytes.Buffer
	tab.print(&out)
	for _, want := range []string{"| a | 2.000 | 0.50 | - |", "| b | 2.000 | 0.12 | - |", "**0.25** of 2"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if mean, n := tab.mean(1); n != 2 || math.Abs(mean-0.25) > 1e-9 {
		t.Errorf("the mean of 1/2 and 1/8 is %v of %d", mean, n)
	}
	if len(tab.wrong) != 1 || tab.wrong[0] != "b (other)" {
		t.Errorf("wrong answers: %v", tab.wrong)
	}
}

func TestFlags(t *testing.T) {
	if o, err := parseFlags([]string{"-n", "3", "-only", "fib|loop", "-time", "cpu"}); err != nil || o.rounds != 3 || o.clock != "cpu" || !o.only.MatchString("fib") {
		t.Errorf("got %+v, %v", o, err)
	}
	for _, args := range [][]string{{"-n", "0"}, {"-time", "sun"}, {"-only", "("}, {"-engines", "["}} {
		if _, err := parseFlags(args); err == nil {
			t.Errorf("%q was accepted", args)
		}
	}
}

package usage

// This file fuzzes everything that reads text: nothing may panic or hang, and what is read once can be read again.

import (
	"strings"
	"testing"
)

func FuzzParseLine(f *testing.F) {
	for _, text := range lines() {
		f.Add(text)
	}
	for _, text := range []string{"A {{{{[B]}}}}", "A [B] [B]", "(A | Bc) <x:int> {, <int>}", "PING [A || B]", "A\x00<"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Heads(text)
		line, err := ParseLine(text)
		if err != nil {
			_ = err.Error()
			return
		}
		again, err := ParseLine(line.String())
		if err != nil || again.String() != line.String() {
			t.Fatalf("%q became %q: %v", text, line.String(), err)
		}
		if _, err := NewCommand(line); err != nil {
			_ = err.Error()
		}
	})
}

func FuzzParseFunction(f *testing.F) {
	for _, text := range []string{"lc EXPR\nlc", "map BLOCK LIST\nmap EXPR,LIST", "chomp( LIST )", "split /PATTERN/,EXPR,LIMIT", "time", "a::b LIST", "f(", "/"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		function, err := ParseFunction(text)
		if err != nil {
			_ = err.Error()
			return
		}
		if function.Name == "" || function.Max >= 0 && function.Min > function.Max || function.Unary && function.Nullary {
			t.Fatalf("%q: %+v", text, function)
		}
		for i := -1; i < 5; i++ {
			function.Param(i)
		}
	})
}

func FuzzMatch(f *testing.F) {
	commands := make(map[string]*Command)
	for _, text := range lines() {
		for _, head := range Heads(text) {
			commands[head] = command(f, head)
		}
	}
	for _, text := range []string{
		`connect db to beta map "a" to "b", "c" to "d" mirror different, newer`, "mirror begin $con", "qtask j to t onq=/x y timeout=5 m",
		"limit bandwidth schedule add n days=mon,tue starttime=8:00 limit=1k,5 to b", "disconnect *", "set a = b on c", "status =,=*\"",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		head, rest, _ := strings.Cut(text, " ")
		c := commands[strings.ToUpper(head)]
		if c == nil {
			return
		}
		list := tokens(rest)
		c.Next(list)
		m, failure := c.Match(list)
		if (m == nil) == (failure == nil) {
			t.Fatalf("%q: match %v, failure %v", text, m, failure)
		}
		if failure != nil {
			if failure.At < 0 || failure.At > len(list) || failure.Incomplete != (failure.At == len(list)) {
				t.Fatalf("%q: %+v", text, failure)
			}
			if failure.Incomplete && len(failure.Expected) == 0 {
				t.Fatalf("%q is incomplete, but nothing is expected", text)
			}
			return
		}
		at := 0
		for _, item := range m.Items {
			if item.Tokens[0] < at || item.Tokens[1] <= item.Tokens[0] || item.Tokens[1] > len(list) {
				t.Fatalf("%q: %+v", text, m.Items)
			}
			at = item.Tokens[1]
		}
	})
}

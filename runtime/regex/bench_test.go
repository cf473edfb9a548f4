package regex

// This file defines the benchmarks: patterns as scripts use them, line by line over generated text, and perl beside them.

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// benchLines is the number of lines of each kind of text.
const benchLines = 20_000

// benchText makes prose: lines of some 18 words with numbers and punctuation in between.
func benchText() []string {
	rnd := rand.New(rand.NewPCG(3, 5))
	first := []string{"b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "w", "st", "tr", "pl", "sh", "z"}
	vowel := []string{"a", "e", "i", "o", "u", "ea", "oo", "ai"}
	last := []string{"", "n", "r", "st", "ck", "t", "ll", "ng", "ing", "ed", "er", "zan"}
	known := []string{"alpha", "server", "mirror", "the", "and", "connection", "of", "target"}
	lines := make([]string, benchLines)
	for k := range lines {
		var b strings.Builder
		for w := range 14 + rnd.IntN(9) {
			if w > 0 {
				b.WriteByte(' ')
			}
			switch n := rnd.IntN(20); {
			case n == 0:
				b.WriteString(strconv.Itoa(rnd.IntN(10000)))
				continue
			case n < 3:
				b.WriteString(known[rnd.IntN(len(known))])
				continue
			}
			word := ""
			for range 1 + rnd.IntN(3) {
				word += first[rnd.IntN(len(first))] + vowel[rnd.IntN(len(vowel))]
			}
			word += last[rnd.IntN(len(last))]
			if rnd.IntN(9) == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			b.WriteString(word)
			if rnd.IntN(12) == 0 {
				b.WriteByte(",.;"[rnd.IntN(3)])
			}
		}
		lines[k] = b.String()
	}
	return lines
}

// benchLog makes the log of a web server.
func benchLog() []string {
	rnd := rand.New(rand.NewPCG(4, 6))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	lines := make([]string, benchLines)
	for k := range lines {
		path := "/"
		for range rnd.IntN(4) {
			path += pick("img", "static", "users", "v2", "items", "docs", "a") + "/"
		}
		path += pick("index.html", strconv.Itoa(rnd.IntN(100000)), "logo.png", "list")
		lines[k] = fmt.Sprintf(`%d.%d.%d.%d - %s [%02d/%s/2024:%02d:%02d:%02d +0000] "%s %s HTTP/1.1" %s %d "-" "%s"`,
			1+rnd.IntN(223), rnd.IntN(256), rnd.IntN(256), rnd.IntN(256), pick("-", "-", "anna", "bert"), 1+rnd.IntN(28),
			pick("Jan", "Feb", "Mar", "Oct"), rnd.IntN(24), rnd.IntN(60), rnd.IntN(60), pick("GET", "GET", "POST", "HEAD"), path,
			pick("200", "200", "200", "304", "404", "500", "503"), rnd.IntN(50000),
			pick("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101", "curl/8.1.2", "Googlebot/2.1 (+http://bots.example/)", "Mozilla/5.0 (Windows NT 10.0)"))
	}
	return lines
}

// benchCase is one pattern.
type benchCase struct {
	name    string
	pattern string
	flags   Flags
	log     bool // run over the log, else over the prose
}

func benchCases() []benchCase {
	return []benchCase{
		{"absent literal", `quixotic`, 0, false},
		{"literal", `connection`, 0, false},
		{"words before ing", `([a-z]+)ing ([0-9]+)`, 0, false},
		{"word class before ing", `(\w+)ing (\d+)`, 0, false},
		{"first two words", `^(\w+)\s+(\w+)`, 0, false},
		{"six words", `\b(?:alpha|server|mirror|target|volume|schedule)\b`, 0, false},
		{"capitalised", `\b[A-Z][a-z]{6,9}\b`, 0, false},
		{"two stars", `^(.*) (\d+) (.*)$`, 0, false},
		{"lazy", `a(.+?)zan`, 0, false},
		{"folded literal", `CONNECTION`, I, false},
		{"whole log line", `^(\S+) \S+ (\S+) \[([^\]]+)\] "([^"]*)" (\d+) (\d+)`, 0, true},
		{"status 5xx", `" 5\d\d \d+`, 0, true},
		{"ip address", `(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})`, 0, true},
		{"nested group", `(/(?:[a-z0-9]+/)*)(\d+)`, 0, true},
		{"two robots", `(?:Googlebot|curl)/([0-9.]+)`, 0, true},
		{"lookahead", `\w+(?=,)`, 0, false},
		{"lookbehind", `(?<=server )\w+`, 0, false},
		{"repeated word", `\b(\w+) \1\b`, 0, false},
		{"quoted, lazy", `"(.*?)"`, 0, true},
		{"group star", `^(?:\w+[ ,.;]+)*connection`, 0, false},
		{"trim", `^\s+|\s+$`, 0, false},
		{"key value", `(\w+)=(\w+)`, 0, true},
	}
}

func (c benchCase) lines() []string {
	if c.log {
		return benchLog()
	}
	return benchText()
}

// BenchmarkLines matches every pattern against every line, once per line. One operation is one line.
func BenchmarkLines(b *testing.B) {
	for _, utf8 := range []bool{false, true} {
		for _, c := range benchCases() {
			name := "bytes/" + c.name
			if utf8 {
				name = "text/" + c.name
			}
			b.Run(name, func(b *testing.B) {
				lines := c.lines()
				re, err := Compile(c.pattern, c.flags)
				if err != nil {
					b.Fatal(err)
				}
				st := &State{}
				b.ReportAllocs()
				b.ResetTimer()
				next := 0
				for range b.N {
					if _, err := re.Match(st, lines[next], utf8, 0); err != nil {
						b.Fatal(err)
					}
					if next++; next == len(lines) {
						next = 0
					}
				}
			})
		}
	}
}

// BenchmarkCompile compiles each pattern and both of its programs.
func BenchmarkCompile(b *testing.B) {
	for _, c := range benchCases() {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				re, err := Compile(c.pattern, c.flags)
				if err != nil {
					b.Fatal(err)
				}
				re.program(modeBytes)
			}
		})
	}
}

// BenchmarkPerl gives perl's time for the same patterns and lines, its loop included, for comparison.
func BenchmarkPerl(b *testing.B) {
	dir := b.TempDir()
	for name, lines := range map[string][]string{"text": benchText(), "log": benchLog()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for _, c := range benchCases() {
		b.Run(c.name, func(b *testing.B) {
			file := "text"
			if c.log {
				file = "log"
			}
			out, err := exec.Command("perl", "testdata/bench.pl", filepath.Join(dir, file), c.pattern, c.flags.String()).Output()
			if err != nil {
				b.Fatal(err)
			}
			ns, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(ns, "ns/op")
		})
	}
}

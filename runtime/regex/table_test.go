package regex

// This file defines the test over the table of patterns, every row of which perl confirms.

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write perl's verdicts into the table")

const tableFile = "testdata/table.tsv"

// row is a line of the table. Columns, separated by tabs:
//
//	group    what the row is about
//	mode     b: byte string; t: UTF-8 text; 2: both, with the same result
//	pattern  as it is; ␤ stands for a newline
//	flags    modifiers; 8: the pattern is UTF-8
//	subject  with escapes \n \t \r \\ \" \xHH \x{H...}
//	result   y, n, or c if the pattern does not compile or its match fails with an error
//	expr     what to look at: text with $& $1 $+ $^N $+{name} $-[0] and so on
//	expected the value of expr; for c, perl's message
//	here     if this package deviates: its result, a colon, and its value
//	reason   why
type row struct {
	line                                                                              int
	group, mode, pattern, flags, subject, result, expr, expected, here, reason, given string
}

func readTable(t testing.TB) []row {
	data, err := os.ReadFile(tableFile)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for k, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		for len(f) < 10 {
			f = append(f, "")
		}
		subject, err := unescape(f[4])
		if err != nil {
			t.Fatalf("%s:%d: %v", tableFile, k+1, err)
		}
		rows = append(rows, row{k + 1, f[0], f[1], strings.ReplaceAll(f[2], "␤", "\n"), f[3], subject, f[5], f[6], f[7], f[8], f[9], f[4]})
	}
	return rows
}

// unescape reads a subject.
func unescape(s string) (string, error) {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b = append(b, s[i])
			continue
		}
		if i++; i == len(s) {
			return "", fmt.Errorf("%q ends with a backslash", s)
		}
		switch s[i] {
		case 'n':
			b = append(b, '\n')
		case 't':
			b = append(b, '\t')
		case 'r':
			b = append(b, '\r')
		case 'f':
			b = append(b, '\f')
		case 'v':
			b = append(b, '\v')
		case 'x':
			digits, wide := s[i+1:min(i+3, len(s))], false
			if strings.HasPrefix(digits, "{") {
				digits, _, wide = strings.Cut(s[i+2:], "}")
			}
			n, err := strconv.ParseInt(digits, 16, 32)
			if err != nil {
				return "", err
			}
			if wide {
				b = appendRune(b, rune(n))
				i += len(digits) + 2
			} else {
				b = append(b, byte(n))
				i += 2
			}
		default:
			b = append(b, s[i])
		}
	}
	return string(b), nil
}

// verdicts asks perl about all rows; those for both modes are asked twice.
func verdicts(t *testing.T, rows []row) map[string]verdict {
	var b strings.Builder
	for k, r := range rows {
		for _, mode := range r.modes() {
			fmt.Fprintf(&b, "%d%s\t%x\t%s\t%x\t%s\t0\n", k, mode, r.pattern, r.flags, r.subject, strings.Replace(mode, "t", "u", 1))
		}
	}
	out := map[string]verdict{}
	for _, v := range runReferee(t, b.String(), "rows") {
		out[v.number] = v
	}
	return out
}

func (r row) modes() []string {
	if r.mode == "2" {
		return []string{"b", "t"}
	}
	return []string{r.mode}
}

// value computes an expression from captures.
func value(expr, subject string, v verdict, names func(string) []int) string {
	group := func(g int) string {
		if 2*g+1 < len(v.caps) && v.caps[2*g+1] >= 0 {
			return subject[v.caps[2*g]:v.caps[2*g+1]]
		}
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(expr); i++ {
		rest := expr[i:]
		switch {
		case expr[i] != '$':
			b.WriteByte(expr[i])
		case strings.HasPrefix(rest, "$&"):
			b.WriteString(group(0))
			i++
		case strings.HasPrefix(rest, "$`"):
			b.WriteString(subject[:v.caps[0]])
			i++
		case strings.HasPrefix(rest, "$'"):
			b.WriteString(subject[v.caps[1]:])
			i++
		case strings.HasPrefix(rest, "$^N"):
			b.WriteString(fromHex(v.caretN))
			i += 2
		case strings.HasPrefix(rest, "$+{"):
			name, _, _ := strings.Cut(rest[3:], "}")
			for _, g := range names(name) {
				if 2*g+1 < len(v.caps) && v.caps[2*g+1] >= 0 {
					b.WriteString(group(g))
					break
				}
			}
			i += len(name) + 3
		case strings.HasPrefix(rest, "$-["), strings.HasPrefix(rest, "$+["):
			number, _, _ := strings.Cut(rest[3:], "]")
			g, _ := strconv.Atoi(number)
			at := 2 * g
			if rest[1] == '+' {
				at++
			}
			if at < len(v.caps) {
				b.WriteString(strconv.Itoa(v.caps[at]))
			}
			i += len(number) + 3
		case strings.HasPrefix(rest, "$+"):
			b.WriteString(fromHex(v.plus))
			i++
		default:
			digits := 1
			for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
				digits++
			}
			g, _ := strconv.Atoi(rest[1:digits])
			b.WriteString(group(g))
			i += digits - 1
		}
	}
	return b.String()
}

func fromHex(s string) string {
	var b []byte
	for i := 1; i+1 < len(s); i += 2 {
		n, _ := strconv.ParseUint(s[i:i+2], 16, 8)
		b = append(b, byte(n))
	}
	return string(b)
}

// visible writes a value so that it fits a column.
func visible(s string) string {
	q := strconv.QuoteToASCII(s)
	return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
}

// outcome is result and value of a verdict, as the table has them.
func (r row) outcome(v verdict) (result, val string) {
	switch v.status {
	case "y":
		names := func(string) []int { return nil }
		if re, err := Compile(r.pattern, flagsOf(r.flags)); err == nil {
			names = re.Groups
		}
		return "y", visible(value(r.expr, r.subject, v, names))
	case "c":
		return "c", visible(short(v.message))
	}
	return v.status, "-"
}

// TestTable runs every row here and with perl. A row holds three things against each other: what it says, what perl
// does, and what this package does; the last may deviate only where the row says so and why.
func TestTable(t *testing.T) {
	rows := readTable(t)
	if len(rows) < 500 {
		t.Fatalf("%d rows, want 500", len(rows))
	}
	perl := verdicts(t, rows)
	st := &State{}
	for k := range rows {
		r := &rows[k]
		for _, mode := range r.modes() {
			v := perl[strconv.Itoa(k)+mode]
			result, val := r.outcome(v)
			if *update {
				r.result, r.expected = result, val
			}
			if result != r.result || val != r.expected {
				t.Errorf("line %d (%s): /%s/%s on %q: the table says %s %q, perl %s %q", r.line, mode, r.pattern, r.flags, r.subject, r.result, r.expected, result, val)
			}
			own := judge(verdict{pattern: r.pattern, flags: flagsOf(r.flags), subject: r.subject, utf8: mode == "t"}, st)
			result, val = r.outcome(own)
			want := r.result + ":" + r.expected
			if r.here != "" {
				want = r.here
				if r.reason == "" {
					t.Errorf("line %d: a deviation without a reason", r.line)
				}
			}
			if got := result + ":" + val; got != want {
				t.Errorf("line %d (%s): /%s/%s on %q: got %q, want %q", r.line, mode, r.pattern, r.flags, r.subject, got, want)
			} else if diff := difference(v, own); r.here == "" && diff != "" {
				t.Errorf("line %d (%s): /%s/%s on %q: %s", r.line, mode, r.pattern, r.flags, r.subject, diff)
			}
		}
	}
	if *update {
		writeTable(t, rows)
	}
}

func writeTable(t *testing.T, rows []row) {
	var b strings.Builder
	b.WriteString("# Patterns with their results in perl 5.36. The columns are described in table_test.go.\n")
	for _, r := range rows {
		f := []string{r.group, r.mode, strings.ReplaceAll(r.pattern, "\n", "␤"), r.flags, r.given, r.result, r.expr, r.expected}
		if r.here != "" {
			f = append(f, r.here, r.reason)
		}
		b.WriteString(strings.Join(f, "\t") + "\n")
	}
	if err := os.WriteFile(tableFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

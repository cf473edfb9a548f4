package module

// This file defines the comparisons of Test::More and how their failures are explained.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// quoted is a value as a failure shows it.
func quotedValue(v value.Value) string {
	if !v.Defined() {
		return "undef"
	}
	return "'" + v.ToStr().UTF8() + "'"
}

func sameText(a, b value.Value) bool {
	if !a.Defined() || !b.Defined() {
		return a.Defined() == b.Defined()
	}
	return value.StrEqual(a, b)
}

func testIs(c *runtime.Call, t *testRun) value.Value {
	got, want := c.Arg(0), c.Arg(1)
	ok := !got.Defined() && !want.Defined() || got.Defined() && want.Defined() && c.VM.Operate("eq", got, want).Truth()
	return t.result(c, ok, c.Arg(2), fmt.Sprintf("         got: %s\n    expected: %s\n", quotedValue(got), quotedValue(want)))
}

func testIsnt(c *runtime.Call, t *testRun) value.Value {
	return t.result(c, !sameText(c.Arg(0), c.Arg(1)), c.Arg(2), fmt.Sprintf("         got: %s\n    expected: anything else\n", quotedValue(c.Arg(0))))
}

func testLike(c *runtime.Call, t *testRun, want bool) value.Value {
	got, pattern := c.Arg(0), c.Arg(1)
	text := pattern.String()
	if pattern.Kind() != value.KRegexRef && !(len(text) > 1 && text[0] == '/') {
		return t.result(c, false, c.Arg(2), fmt.Sprintf("    '%s' doesn't look much like a regex to me.\n", text))
	}
	matched := got.Defined() && c.VM.Matches(got, pattern)
	verb := "doesn't match"
	if !want {
		verb = "      matches"
	}
	return t.result(c, matched == want && (got.Defined() || !want), c.Arg(2), fmt.Sprintf("                  %s\n    %s '%s'\n", quotedValue(got), verb, text))
}

func testCmp(c *runtime.Call, t *testRun) value.Value {
	got, op, want := c.Arg(0), c.Arg(1).String(), c.Arg(2)
	code := c.VM.Operator(op)
	if code == nil {
		c.Die("cmp_ok does not know the operator %s", op)
	}
	var result value.Value
	failure := ""
	if d := c.VM.Try(func() { result = c.Run(code, got, want) }); d != nil {
		failure = "    An error occurred while using " + op + ":\n    ------------------------------------\n    " + strings.TrimSuffix(d.Value.String(), "\n") + "\n    ------------------------------------\n"
	}
	if failure == "" {
		plain := func(v value.Value) string {
			if v.Defined() && (op == "==" || op == "!=") {
				return v.ToNum().String()
			}
			return quotedValue(v)
		}
		switch op {
		case "==", "eq":
			failure = fmt.Sprintf("         got: %s\n    expected: %s\n", plain(got), plain(want))
		case "!=", "ne":
			failure = fmt.Sprintf("         got: %s\n    expected: anything else\n", plain(got))
		default:
			failure = fmt.Sprintf("    %s\n        %s\n    %s\n", quotedValue(got), op, quotedValue(want))
		}
	}
	return t.result(c, result.Truth(), c.Arg(3), failure)
}

// A deepPath is one step on the way to the first difference of two structures.
type deepPath struct {
	kind byte // '[' '{' '$'
	key  string
}

// A deepComparison compares two structures and remembers where they begin to differ.
type deepComparison struct {
	c         *runtime.Call
	path      []deepPath
	got, want value.Value
	hasGot    bool
	hasWant   bool
	seen      map[[2]uintptr]bool
}

func testDeeply(c *runtime.Call, t *testRun) value.Value {
	if len(c.Args) < 2 {
		c.Warn("is_deeply() takes two or three args, you gave %d.", len(c.Args))
		return t.result(c, false, value.Undef, "")
	}
	got, want := c.Args[0], c.Args[1]
	switch {
	case !got.IsRef() && !want.IsRef():
		return testIs(c, t)
	case got.IsRef() != want.IsRef():
		d := &deepComparison{got: got, want: want, hasGot: true, hasWant: true}
		return t.result(c, false, c.Arg(2), d.explain())
	}
	d := &deepComparison{c: c, seen: map[[2]uintptr]bool{}}
	if d.equal(got, want) {
		return t.result(c, true, c.Arg(2), "")
	}
	return t.result(c, false, c.Arg(2), d.explain())
}

func (d *deepComparison) explain() string {
	show := func(v value.Value, has bool) string {
		switch {
		case !has:
			return "Does not exist"
		case v.IsRef():
			return v.String()
		}
		return quotedValue(v)
	}
	a, b := d.name("$got"), d.name("$expected")
	width := max(len(a), len(b))
	return fmt.Sprintf("    Structures begin differing at:\n    %*s = %s\n    %*s = %s\n", width, a, show(d.got, d.hasGot), width, b, show(d.want, d.hasWant))
}

// name writes the path to the difference behind a variable.
func (d *deepComparison) name(variable string) string {
	out := variable
	arrow := false
	for _, p := range d.path {
		switch p.kind {
		case '$':
			out = "${" + out + "}"
			continue
		case '{':
			if !arrow {
				out += "->"
			}
			out += "{" + p.key + "}"
		default:
			if !arrow {
				out += "->"
			}
			out += "[" + p.key + "]"
		}
		arrow = true
	}
	return out
}

func (d *deepComparison) differ(got, want value.Value, hasGot, hasWant bool) bool {
	d.got, d.want, d.hasGot, d.hasWant = got, want, hasGot, hasWant
	return false
}

// equal compares; on a difference the path to it is left behind.
func (d *deepComparison) equal(got, want value.Value) bool {
	if !got.IsRef() || !want.IsRef() {
		if got.IsRef() != want.IsRef() && (got.Blessed() == nil && want.Blessed() == nil) || !sameText(got, want) {
			return d.differ(got, want, true, true)
		}
		return true
	}
	if got.Addr() == want.Addr() {
		return true
	}
	pair := [2]uintptr{got.Addr(), want.Addr()}
	if d.seen[pair] {
		return true
	}
	d.seen[pair] = true
	if got.Kind() != want.Kind() {
		return d.differ(got, want, true, true)
	}
	switch got.Kind() {
	case value.KArrayRef:
		return d.arrays(got.Array(), want.Array())
	case value.KHashRef:
		return d.hashes(got.Hash(), want.Hash())
	case value.KScalarRef:
		d.path = append(d.path, deepPath{kind: '$'})
		if !d.equal(got.Cell().Get(), want.Cell().Get()) {
			return false
		}
		d.path = d.path[:len(d.path)-1]
		return true
	}
	if !sameText(got, want) {
		return d.differ(got, want, true, true)
	}
	return true
}

func (d *deepComparison) arrays(a, b *value.Array) bool {
	for i := range max(a.Len(), b.Len()) {
		d.path = append(d.path, deepPath{'[', fmt.Sprint(i)})
		if i >= a.Len() || i >= b.Len() {
			return d.differ(a.Get(int64(i)), b.Get(int64(i)), i < a.Len(), i < b.Len())
		}
		if !d.equal(a.Get(int64(i)), b.Get(int64(i))) {
			return false
		}
		d.path = d.path[:len(d.path)-1]
	}
	return true
}

func (d *deepComparison) hashes(a, b *value.Hash) bool {
	bigger := a
	if b.Len() > a.Len() {
		bigger = b
	}
	for _, k := range sorted(texts(bigger.Keys(nil))) {
		key := value.KeyString(k)
		d.path = append(d.path, deepPath{'{', k})
		if !a.Exists(key) || !b.Exists(key) {
			return d.differ(a.Get(key), b.Get(key), a.Exists(key), b.Exists(key))
		}
		if !d.equal(a.Get(key), b.Get(key)) {
			return false
		}
		d.path = d.path[:len(d.path)-1]
	}
	return true
}

// equalityEntries are eq_array, eq_hash and eq_set, which report nothing.
func equalityEntries() []*runtime.Entry {
	entry := func(name, summary, example string, f func(c *runtime.Call) bool) *runtime.Entry {
		return exported(name+" GOT,EXPECTED", summary, "True if they are; nothing is reported.\n\n    use Test::More;\n    say "+example+"\n", func(c *runtime.Call) value.Value { return value.Bool(f(c)) })
	}
	deep := func(c *runtime.Call) bool {
		d := &deepComparison{c: c, seen: map[[2]uintptr]bool{}}
		return d.equal(c.Arg(0), c.Arg(1))
	}
	return []*runtime.Entry{
		entry("eq_array", "ask whether two arrays are the same", "eq_array([1], [1]) ? \"yes\" : \"no\";   #> yes", deep),
		entry("eq_hash", "ask whether two hashes are the same", "eq_hash({}, {}) ? \"yes\" : \"no\";   #> yes", deep),
		entry("eq_set", "ask whether two arrays hold the same values", "eq_set([1, 2], [2, 1]) ? \"yes\" : \"no\";   #> yes", func(c *runtime.Call) bool {
			a, b := texts(listOf(c.Arg(0))), texts(listOf(c.Arg(1)))
			return strings.Join(sortedAll(a), "\x00") == strings.Join(sortedAll(b), "\x00")
		}),
	}
}

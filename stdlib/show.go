package stdlib

// This file defines how a prompt shows values: scalars as they are, nested data as the script would write it, rows of hashes as a
// table.

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// Bounds of what is shown: entries of one array or hash, and levels of nesting.
const (
	shownEntries = 200
	shownDepth   = 12
	shownWidth   = 76 // columns within which nested data stays on one line
)

// Show returns values as a prompt prints them, without a line end.
func Show(values []value.Value) string {
	if rows := rowsOf(values); rows != nil {
		if text, ok := showTable(rows); ok {
			return text
		}
	}
	parts := make([]string, 0, len(values))
	for i, v := range values {
		if i == shownEntries {
			parts = append(parts, "... and "+strconv.Itoa(len(values)-i)+" more")
			break
		}
		switch v = v.Load(); {
		case !v.Defined():
			parts = append(parts, "undef")
		case isData(v):
			parts = append(parts, showNested(v, 0, 2))
		default:
			parts = append(parts, printable(nameOf(v)))
		}
	}
	return strings.Join(parts, ", ")
}

// isData tells references to plain arrays and hashes.
func isData(v value.Value) bool { return (v.IsArrayRef() || v.IsHashRef()) && v.Blessed() == nil }

// printable replaces characters that would command the terminal.
func printable(text string) string {
	if !strings.ContainsFunc(text, controls) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if controls(r) {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// controls tells control characters other than the tabulator and the line end.
func controls(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0
}

// showNested writes nested data as the script would: on one line if it fits, else an entry a line.
func showNested(v value.Value, depth, column int) string {
	if depth > shownDepth {
		return "..."
	}
	open, end, list := "[", "]", []string(nil)
	switch {
	case v.IsArrayRef() && isData(v):
		for _, x := range v.Array().Values(nil) {
			list = append(list, showNested(x.Load(), depth+1, column+4))
			if len(list) > shownEntries {
				break
			}
		}
	case v.IsHashRef() && isData(v):
		open, end = "{ ", " }"
		pairs := v.Hash().Pairs(nil)
		for i := 0; i+1 < len(pairs) && len(list) <= shownEntries; i += 2 {
			list = append(list, showKey(nameOf(pairs[i]))+" => "+showNested(pairs[i+1].Load(), depth+1, column+4))
		}
	default:
		return showScalar(v)
	}
	if len(list) == 0 {
		return strings.TrimSpace(open) + strings.TrimSpace(end)
	}
	if len(list) > shownEntries {
		list[shownEntries] = "..."
	}
	if line := open + strings.Join(list, ", ") + end; utf8.RuneCountInString(line)+column <= shownWidth && !strings.Contains(line, "\n") {
		return line
	}
	pad := strings.Repeat(" ", 4*(depth+1))
	return strings.TrimSpace(open) + "\n" + pad + strings.Join(list, ",\n"+pad) + "\n" + strings.Repeat(" ", 4*depth) + strings.TrimSpace(end)
}

// showScalar writes a value inside nested data.
func showScalar(v value.Value) string {
	switch {
	case !v.Defined():
		return "undef"
	case v.IsNumber():
		return v.String()
	case v.IsRef():
		return printable(nameOf(v))
	}
	return strconv.Quote(nameOf(v))
}

// showKey writes a hash key: a plain word bare.
func showKey(key string) string {
	word := key != "" && !strings.ContainsFunc(key, func(r rune) bool {
		return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if word && (key[0] < '0' || key[0] > '9') {
		return key
	}
	return strconv.Quote(key)
}

// rowsOf returns the hashes of a list, or of a reference to an array, that holds nothing else; nil if it does.
func rowsOf(values []value.Value) []*value.Hash {
	if len(values) == 1 {
		if v := values[0].Load(); v.IsArrayRef() && isData(v) {
			values = v.Array().Values(nil)
		}
	}
	if len(values) < 2 || len(values) > shownEntries {
		return nil
	}
	var rows []*value.Hash
	for _, v := range values {
		v = v.Load()
		if !v.IsHashRef() || !isData(v) {
			return nil
		}
		rows = append(rows, v.Hash())
	}
	return rows
}

// showTable lays out hashes with the same plain entries.
func showTable(rows []*value.Hash) (string, bool) {
	var t table
	for _, k := range rows[0].Keys(nil) {
		t.head = append(t.head, nameOf(k))
	}
	if len(t.head) == 0 || len(t.head) > 12 {
		return "", false
	}
	for _, row := range rows {
		if row.Len() != len(t.head) {
			return "", false
		}
		cells := make([]string, 0, len(t.head))
		pairs := row.Pairs(nil)
		for i := 0; i+1 < len(pairs); i += 2 {
			v := pairs[i+1].Load()
			cell := "-"
			if v.Defined() {
				cell = printable(nameOf(v))
			}
			if !slices.Contains(t.head, nameOf(pairs[i])) || v.IsRef() || strings.Contains(cell, "\n") {
				return "", false
			}
			cells = append(cells, cell)
		}
		t.add(ordered(t.head, pairs, cells)...)
	}
	return "\n" + t.String(), true
}

// ordered brings the cells of a row into the order of the heading.
func ordered(head []string, pairs []value.Value, cells []string) []string {
	out := make([]string, len(head))
	for i, c := range cells {
		out[slices.Index(head, nameOf(pairs[2*i]))] = c
	}
	return out
}

// TypeOf says what a value is, in words.
func TypeOf(v value.Value) string {
	v = v.Load()
	switch {
	case !v.Defined():
		return "undef"
	case v.IsInt():
		return "number, whole"
	case v.IsNumber():
		return "number"
	case v.IsString():
		return "string of " + plural(int64(utf8.RuneCountInString(nameOf(v))), "character")
	case v.IsRef() && v.Blessed() != nil:
		return "object of " + v.Blessed().Name
	case v.IsArrayRef():
		return "reference to an array of " + plural(int64(v.Array().Len()), "entry")
	case v.IsHashRef():
		return "reference to a hash of " + plural(int64(v.Hash().Len()), "entry")
	case v.Kind() == value.KCodeRef:
		return "reference to a sub"
	case v.IsRef():
		return "reference"
	}
	return "value"
}

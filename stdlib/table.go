package stdlib

// This file draws what commands print: tables and numbers.

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A table has a heading and rows of as many cells; columns are two blanks apart.
type table struct {
	head []string
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// String returns the lines without a line end behind the last one.
func (t *table) String() string {
	width := make([]int, len(t.head))
	lines := append([][]string{t.head}, t.rows...)
	for _, row := range lines {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for i, row := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		var line strings.Builder
		for j, cell := range row {
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", width[j]-utf8.RuneCountInString(cell)+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
	}
	return b.String()
}

// count is the result of a command that found n things: true even for none.
func count(n int) value.Value { return runtime.Succeeded(int64(n)) }

// plural writes a number with its noun: 1 file, 2 files, 2 entries.
func plural(n int64, noun string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return strconv.FormatInt(n, 10) + " " + noun
}

// indent puts two blanks before each line.
func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

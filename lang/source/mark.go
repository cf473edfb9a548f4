package source

// This file defines `# line 20 "name"` comments, by which generated text says where it comes from.

import (
	"strconv"
	"strings"
)

// A mark says that the line with index line has a number and, from there on, the file a name ("" to keep the one before).
type mark struct {
	line, number int
	name         string
}

// noteMark looks at the comment at offset i; line is the index of the line behind it.
func (f *File) noteMark(i, line int) {
	text, _, _ := strings.Cut(f.Text[i+1:], "\n")
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " \t"), "line")
	if !ok || rest == "" || rest[0] != ' ' && rest[0] != '\t' {
		return
	}
	rest = strings.TrimSpace(rest)
	digits := 0
	for digits < len(rest) && rest[digits]-'0' < 10 {
		digits++
	}
	number, err := strconv.Atoi(rest[:digits])
	if err != nil {
		return
	}
	name := rest[digits:]
	if name != "" && name[0] != ' ' && name[0] != '\t' {
		return
	}
	name = strings.TrimSpace(name)
	if quoted, ok := strings.CutPrefix(name, "\""); ok {
		if name, ok = strings.CutSuffix(quoted, "\""); !ok {
			return
		}
	} else if strings.ContainsAny(name, " \t") {
		return
	}
	if name == "" && len(f.marks) > 0 {
		name = f.marks[len(f.marks)-1].name
	}
	f.marks = append(f.marks, mark{line, number, name})
}

// markBefore returns the last mark that counts for the line of that index, nil for none.
func (f *File) markBefore(line int) *mark {
	for i := len(f.marks) - 1; i >= 0; i-- {
		if f.marks[i].line <= line {
			return &f.marks[i]
		}
	}
	return nil
}

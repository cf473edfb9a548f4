package main

// This file measures where the time of a script goes.

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

// A profile adds up times by line and by command. The time of a statement reaches to the beginning of the next one, wherever that
// is, so that a line has its own time and not that of the subs it calls.
type profile struct {
	lines    map[string]*spent
	commands map[string]*spent
	at       *spent
	since    time.Time
}

// spent is the time of one line or command.
type spent struct {
	name  string
	text  string
	times int
	total time.Duration
}

// shownLines is how many lines the table has.
const shownLines = 25

func newProfile() *profile {
	return &profile{lines: map[string]*spent{}, commands: map[string]*spent{}}
}

// statement is called before each statement.
func (p *profile) statement(file *source.File, at source.Span) {
	now := time.Now()
	if p.at != nil {
		p.at.total += now.Sub(p.since)
	}
	number := file.Line(at.Start)
	name := fmt.Sprintf("%s:%d", file.Name, number)
	s := p.lines[name]
	if s == nil {
		s = &spent{name: name, text: strings.TrimSpace(file.LineText(number))}
		p.lines[name] = s
	}
	s.times++
	p.at, p.since = s, now
}

func (p *profile) command(e stdlib.CommandEvent) {
	s := p.commands[e.Command]
	if s == nil {
		s = &spent{name: e.Command}
		p.commands[e.Command] = s
	}
	s.times++
	s.total += e.Elapsed
}

// write prints the tables, the most expensive first.
func (p *profile) write(w io.Writer) {
	if p.at != nil {
		p.at.total += time.Since(p.since)
		p.at = nil
	}
	for _, t := range []struct {
		title string
		of    map[string]*spent
	}{{"line", p.lines}, {"command", p.commands}} {
		var list []*spent
		for _, s := range t.of {
			list = append(list, s)
		}
		slices.SortFunc(list, func(a, b *spent) int {
			return cmp.Or(cmp.Compare(b.total, a.total), strings.Compare(a.name, b.name))
		})
		if len(list) == 0 {
			continue
		}
		fmt.Fprintf(w, "%10s %9s  %s\n", "ms", "times", t.title)
		for i, s := range list {
			if i == shownLines {
				fmt.Fprintf(w, "%10s %9s  and %d more\n", "", "", len(list)-i)
				break
			}
			fmt.Fprintf(w, "%10.3f %9d  %s  %s\n", float64(s.total.Microseconds())/1000, s.times, s.name, s.text)
		}
	}
}

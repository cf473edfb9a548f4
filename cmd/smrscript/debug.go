package main

// This file defines the line debugger of run --debug: it stops before statements and asks what to do.

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

// A debugger stops a script before its statements. Words are those of perl -d.
type debugger struct {
	*app
	lines  []string
	in     *smrscript.Interp
	prompt *stdlib.Prompt
	input  *bufio.Reader

	breaks  map[int]bool
	watched string // text of the watched variable's value, when watch is set
	watch   string // "$name"
	mode    byte   // s: stop at each statement, n: at those of depth or above, c: at breakpoints
	depth   int
	last    string
	busy    bool // an expression of the user runs
	gone    bool // the input has ended
}

func newDebugger(a *app, text string) *debugger {
	in := a.In
	if tty, err := os.Open("/dev/tty"); err == nil && isTerminal(a.In) {
		in = tty // the script may read standard input
	}
	return &debugger{app: a, lines: strings.Split(text, "\n"), input: bufio.NewReader(in), breaks: map[int]bool{}, mode: 's'}
}

// stop is called before each statement.
func (d *debugger) stop(file *source.File, at source.Span) {
	if d.busy || d.gone || d.in == nil {
		return
	}
	line, depth := file.Line(at.Start), d.in.VM.Depth()
	changed := d.changed()
	if !changed && !d.breaks[line] && (d.mode == 'c' || d.mode == 'n' && depth > d.depth) {
		return
	}
	d.in.VM.Handles().FlushAll()
	if changed {
		fmt.Fprintf(d.Err, "%s is now %s\n", d.watch, d.watched)
	}
	fmt.Fprintf(d.Err, "%s:%d:\t%s\n", file.Name, line, strings.TrimSpace(file.LineText(line)))
	for {
		fmt.Fprint(d.Err, "  DB> ")
		text, err := d.input.ReadString('\n')
		if err != nil {
			d.gone = true
			return
		}
		if text = strings.TrimSpace(text); text == "" {
			text = d.last
		}
		d.last = text
		if d.do(text, line, depth) {
			return
		}
	}
}

// changed tells whether the watched variable has another value than before.
func (d *debugger) changed() bool {
	if d.watch == "" {
		return false
	}
	now := d.in.VM.Scalar("main::" + d.watch[1:]).Get().String()
	was := d.watched
	d.watched = now
	return now != was
}

// do carries a request out and reports whether the script goes on.
func (d *debugger) do(text string, line, depth int) bool {
	word, arg, _ := strings.Cut(text, " ")
	arg = strings.TrimSpace(arg)
	switch word {
	case "s", "n", "c":
		d.mode, d.depth = word[0], depth
		if n, err := strconv.Atoi(arg); err == nil && word == "c" {
			d.breaks[n] = true
		}
		return true
	case "r", "o":
		d.mode, d.depth = 'n', depth-1
		return true
	case "b":
		if n, err := d.lineOf(arg, line); err != nil {
			fmt.Fprintln(d.Err, err)
		} else {
			d.breaks[n] = true
		}
	case "B":
		if n, err := d.lineOf(arg, line); arg == "*" {
			d.breaks = map[int]bool{}
		} else if err == nil {
			delete(d.breaks, n)
		}
	case "L":
		var all []int
		for n := range d.breaks {
			all = append(all, n)
		}
		sort.Ints(all)
		for _, n := range all {
			fmt.Fprintf(d.Err, "%d:\t%s\n", n, d.text(n))
		}
	case "l":
		for n := max(line-3, 1); n <= min(line+6, len(d.lines)); n++ {
			mark := map[bool]string{true: "==>", false: "   "}[n == line]
			fmt.Fprintf(d.Err, "%s%d\t%s\n", mark, n, d.text(n))
		}
	case "w", "W":
		if !strings.HasPrefix(arg, "$") || !isName(arg[1:]) {
			d.watch = ""
			fmt.Fprintln(d.Err, "w $name watches a package variable; nothing is watched now")
		} else {
			d.watch = arg
			d.watched = d.in.VM.Scalar("main::" + arg[1:]).Get().String()
		}
	case "T":
		for level := 0; ; level++ {
			f, ok := d.in.VM.Caller(level)
			if !ok {
				break
			}
			fmt.Fprintf(d.Err, "%s called at %s line %d\n", f.Sub, f.File, f.Line)
		}
	case "p", "x":
		d.print(arg)
	case "q":
		d.gone = true
		d.in.VM.Leave(0)
	default:
		fmt.Fprint(d.Err, debugHelp)
	}
	return false
}

const debugHelp = `s step   n next, over subs   r out of the sub   c [LINE] continue   l list   T calls
b [LINE] break   B LINE|* remove   L breakpoints   w $NAME watch   p EXPRESSION print   q quit
Expressions see package variables; an empty line repeats.
`

// lineOf reads the number of a line.
func (d *debugger) lineOf(arg string, line int) (int, error) {
	if arg == "" {
		return line, nil
	}
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 || n > len(d.lines) {
		return 0, errors.New("b takes a line of the script, from 1 to " + strconv.Itoa(len(d.lines)))
	}
	return n, nil
}

func (d *debugger) text(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// print shows the value of an expression.
func (d *debugger) print(expression string) {
	d.busy = true
	defer func() { d.busy = false }()
	values, err := d.in.VM.Evaluate(expression)
	if err != nil {
		fmt.Fprintln(d.Err, strings.TrimSpace(err.Error()))
		return
	}
	fmt.Fprintln(d.Err, strings.TrimPrefix(stdlib.Show(values), "\n"))
}

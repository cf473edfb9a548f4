package main

// This file defines the words of the debugger.

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

const debugHelp = `s [N]  step                      n [N]  next, over subs       r  out of the sub
c [LINE | SUB]  continue         l [LINE | FROM-TO | SUB]     v  around the place
b [LINE | FILE:LINE | SUB] [CONDITION]   break                B LINE | *  remove
w EXPRESSION  watch              W [N]  unwatch               L  breakpoints and watches
p EXPRESSION  print              x EXPRESSION  one value a line
y  the my variables in sight     T  the calls                 q  quit
Anything else is run where the script has stopped: $x = 1 sets a variable. An empty line repeats.
The words step, next, out, continue, break, watch, print, stack, list, quit and help do the same.
`

// longWords are the words written out.
func longWords(word string) string {
	switch word {
	case "step", "next", "print", "list", "quit", "help", "continue", "break", "watch":
		return word[:1]
	case "cont":
		return "c"
	case "out", "return", "o":
		return "r"
	case "stack", "where", "bt":
		return "T"
	case ".":
		return "v"
	}
	return word
}

// do carries a request out and reports whether the script goes on.
func (d *debugger) do(text string) bool {
	word, arg, _ := strings.Cut(text, " ")
	arg = strings.TrimSpace(arg)
	if word = longWords(word); word == "v" {
		d.listed = 0
	}
	var err error
	switch word {
	case "s", "n":
		d.mode, d.depth, d.again = word[0], d.at.depth, 1
		if n, nerr := strconv.Atoi(arg); nerr == nil {
			d.again = n
		}
		return true
	case "c":
		d.mode = 'c'
		if err = d.goTo(arg); err == nil {
			return true
		}
	case "r":
		d.mode, d.depth, d.again = 'n', d.at.depth-1, 1
		return true
	case "b":
		err = d.setBreak(arg)
	case "B":
		err = d.removeBreak(arg)
	case "L":
		d.overview()
	case "l", "v":
		err = d.list(arg)
	case "w":
		if err = errors.New("w takes an expression, such as w $x"); arg != "" {
			err = d.watch(arg)
		}
	case "W":
		err = d.unwatch(arg)
	case "T":
		d.calls()
	case "p":
		d.print(arg)
	case "x":
		d.each(arg)
	case "y":
		d.lexicals()
	case "q":
		d.gone = true
		d.in.VM.Leave(0)
	case "h", "?", "":
		fmt.Fprint(d.Err, debugHelp)
	default:
		err = d.run(text)
	}
	if err != nil {
		fmt.Fprintln(d.Err, err)
	}
	return false
}

// goTo prepares c LINE and c SUB.
func (d *debugger) goTo(arg string) error {
	if arg == "" {
		return nil
	}
	if _, ok := d.in.VM.SubPlace(arg); ok {
		d.until = arg
		return nil
	}
	bp, err := d.place(arg)
	if err == nil {
		d.breaks[bp] = &stopping{offset: -1}
	}
	return err
}

// place reads LINE, FILE:LINE or the name of a sub.
func (d *debugger) place(arg string) (breakpoint, error) {
	bp := breakpoint{d.at.file.Name, d.at.line}
	if arg == "" {
		return bp, nil
	}
	if sub, ok := d.in.VM.SubPlace(arg); ok {
		d.files[sub.File.Name] = sub.File
		return breakpoint{sub.File.Name, sub.File.Line(sub.First)}, nil
	}
	number := arg
	if i := strings.LastIndexByte(arg, ':'); i >= 0 {
		bp.file, number = arg[:i], arg[i+1:]
	}
	file := d.files[bp.file]
	if file == nil {
		return bp, fmt.Errorf("no statement of a file %q has run yet; seen are %s", bp.file, strings.Join(slices.Sorted(maps.Keys(d.files)), ", "))
	}
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return bp, fmt.Errorf("%q is no line, no FILE:LINE and no sub", arg)
	case n < 1 || n > lineCount(file):
		return bp, fmt.Errorf("%s has lines 1 to %d", bp.file, lineCount(file))
	case empty(file.LineText(n)):
		return bp, fmt.Errorf("there is no statement on line %d", n)
	}
	bp.line = n
	return bp, nil
}

// lineCount is how many lines a file has.
func lineCount(file *source.File) int {
	return strings.Count(strings.TrimSuffix(file.Text, "\n"), "\n") + 1
}

// empty tells lines on which no statement can be: blank ones, comments, braces.
func empty(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "#") || strings.Trim(line, "{}; \t") == ""
}

func (d *debugger) setBreak(arg string) error {
	at, condition, _ := strings.Cut(arg, " ")
	bp, err := d.place(at)
	if err == nil {
		d.breaks[bp] = &stopping{strings.TrimSpace(condition), -1}
	}
	return err
}

func (d *debugger) removeBreak(arg string) error {
	if arg == "*" {
		clear(d.breaks)
		return nil
	}
	bp, err := d.place(arg)
	if err != nil {
		return err
	}
	if _, ok := d.breaks[bp]; !ok {
		return fmt.Errorf("there is no breakpoint at %s:%d; L lists them", bp.file, bp.line)
	}
	delete(d.breaks, bp)
	return nil
}

// overview lists breakpoints and watches.
func (d *debugger) overview() {
	all := slices.SortedFunc(maps.Keys(d.breaks), func(a, b breakpoint) int {
		if a.file != b.file {
			return strings.Compare(a.file, b.file)
		}
		return a.line - b.line
	})
	for _, bp := range all {
		text := ""
		if f := d.files[bp.file]; f != nil {
			text = strings.TrimSpace(f.LineText(bp.line))
		}
		if c := d.breaks[bp].condition; c != "" {
			text += "\tif " + c
		}
		fmt.Fprintf(d.Err, "%s:%d:\t%s\n", bp.file, bp.line, text)
	}
	for i, w := range d.watches {
		fmt.Fprintf(d.Err, "watch %d: %s\n", i+1, w.text)
	}
	if len(all)+len(d.watches) == 0 {
		fmt.Fprintln(d.Err, "no breakpoints and no watches")
	}
}

// Lines that l shows before the place, and in all.
const (
	listedBefore = 3
	listedLines  = 10
)

// list shows lines of the file at the place, or a sub.
func (d *debugger) list(arg string) error {
	file, from := d.at.file, d.listed
	if from == 0 {
		from = max(d.at.line-listedBefore, 1)
	}
	to := from + listedLines - 1
	if first, last, ok := strings.Cut(arg, "-"); arg != "" {
		n, err := strconv.Atoi(first)
		sub, isSub := d.in.VM.SubPlace(arg)
		switch {
		case err == nil && !ok:
			from, to = max(n, 1), n
		case err == nil:
			from = max(n, 1)
			if to, err = strconv.Atoi(last); err != nil {
				return fmt.Errorf("%q is no line", last)
			}
		case isSub:
			file, from, to = sub.File, sub.File.Line(sub.Span.Start), sub.File.Line(sub.Span.End)
		default:
			return fmt.Errorf("%q is no line, no range of lines and no sub", arg)
		}
	}
	to = min(to, lineCount(file))
	for n := from; n <= to; n++ {
		mark := "   "
		if n == d.at.line && file == d.at.file {
			mark = "==>"
		}
		stop := " "
		if _, ok := d.breaks[breakpoint{file.Name, n}]; ok {
			stop = "b"
		}
		fmt.Fprintf(d.Err, "%s%s%d\t%s\n", mark, stop, n, file.LineText(n))
	}
	if d.listed = to + 1; to < from {
		d.listed = 0
	}
	return nil
}

func (d *debugger) unwatch(arg string) error {
	if arg == "" || arg == "*" {
		d.watches = nil
		return nil
	}
	for i, w := range d.watches {
		if arg == strconv.Itoa(i+1) || arg == w.text {
			d.watches = slices.Delete(d.watches, i, i+1)
			return nil
		}
	}
	return fmt.Errorf("%s is not watched; L lists what is", arg)
}

// calls shows the subs that run, the innermost first.
func (d *debugger) calls() {
	for level := 0; ; level++ {
		f, ok := d.in.VM.Caller(level)
		if !ok {
			if level == 0 {
				fmt.Fprintln(d.Err, "no sub is running")
			}
			return
		}
		args := ""
		if f.HasArgs {
			args = "(" + stdlib.Show(f.Args) + ")"
		}
		fmt.Fprintf(d.Err, "%s%s called at %s line %d\n", f.Sub, args, f.File, f.Line)
	}
}

// print shows the value of an expression.
func (d *debugger) print(expression string) {
	if expression == "" {
		expression = "$_"
	}
	fmt.Fprintln(d.Err, d.shown(expression))
}

// each shows the values of an expression, one a line.
func (d *debugger) each(expression string) {
	values, err := d.evaluate(expression)
	if err != nil {
		fmt.Fprintln(d.Err, err)
		return
	}
	for i := range values {
		fmt.Fprintf(d.Err, "%d  %s\n", i, strings.TrimPrefix(stdlib.Show(values[i:i+1]), "\n"))
	}
	if len(values) == 0 {
		fmt.Fprintln(d.Err, "an empty list")
	}
}

// lexicals shows the my variables in sight.
func (d *debugger) lexicals() {
	names := d.in.VM.Lexicals()
	for _, name := range names {
		text := ""
		if name[0] == '$' {
			text = d.shown(name)
		} else if text = d.shown("\\" + name); len(text) > 1 {
			text = "(" + strings.TrimSpace(text[1:len(text)-1]) + ")"
		}
		fmt.Fprintf(d.Err, "%s = %s\n", name, text)
	}
	if len(names) == 0 {
		fmt.Fprintln(d.Err, "no my variable is in sight")
	}
}

// run runs a text at the place; the value of a variable alone is shown.
func (d *debugger) run(text string) error {
	values, err := d.evaluate(text)
	if err == nil && regexp.MustCompile(`^[$@%][\w:]+([\[{].*[\]}]|->[\[{].*[\]}])?$`).MatchString(text) {
		fmt.Fprintln(d.Err, strings.TrimPrefix(stdlib.Show(values), "\n"))
	}
	return err
}

// A debugCompleter answers the tabulator key: variables in sight.
type debugCompleter struct{ d *debugger }

// Do implements readline.AutoCompleter.
func (k *debugCompleter) Do(line []rune, pos int) ([][]rune, int) {
	left := string(line[:pos])
	i := strings.LastIndexAny(left, "$@%")
	if i < 0 || k.d.in == nil || strings.Trim(left[i+1:], nameLetters) != "" {
		return nil, 0
	}
	var out [][]rune
	seen := map[string]bool{}
	for _, name := range slices.Concat(k.d.in.VM.Lexicals(), k.d.in.VM.VariableNames()) {
		for _, form := range []string{name, "$" + name[1:]} { // an element of an array begins with $
			if rest, ok := strings.CutPrefix(form, left[i:]); ok && !seen[form] {
				seen[form] = true
				out = append(out, []rune(rest))
			}
		}
	}
	return out, len([]rune(left[i:]))
}

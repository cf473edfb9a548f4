package stdlib

// This file defines what a prompt does with the lines that are entered.

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

// PromptText and MoreText are what a prompt asks with: for an entry, and for more of one.
const (
	PromptText = "smr> "
	MoreText   = "...> "
)

// A Prompt runs entries one by one in an interpreter. Whether an entry is complete is what the diagnostic says, never a count of
// brackets.
type Prompt struct {
	in      *Interp
	out     io.Writer
	pending string
	lines   int // entered so far, before pending
	mask    *Masker
	last    []value.Value
	// Types shows what values are instead of the values.
	Types bool
}

// NewPrompt returns a prompt that shows values on out, which should be the interpreter's standard output.
func NewPrompt(in *Interp, out io.Writer) *Prompt {
	return &Prompt{in: in, out: out, mask: NewMasker(in.words)}
}

// An Answer is what became of a line.
type Answer struct {
	More  bool   // the entry is not complete
	Entry string // the complete entry, for the history; passwords are masked
	Left  bool   // the entry asked to leave, with Exit
	Exit  int
	Err   error // as that of (*runtime.VM).RunEntry, already shown unless it is the end of ctx
}

// Enter takes a line. An empty line ends an entry that is not complete.
func (p *Prompt) Enter(ctx context.Context, line string) Answer {
	p.pending += line + "\n"
	file := source.NewFile("prompt", p.pending)
	file.FirstLine = p.lines + 1
	if strings.TrimSpace(p.pending) == "" {
		p.done()
		return Answer{}
	}
	if strings.TrimRight(strings.TrimSpace(p.pending), ";") == "_" {
		answer := Answer{Entry: "_"}
		p.done()
		p.show(p.last)
		return answer
	}
	prog, diags := p.in.VM.CompileEntry(file)
	if diags.Incomplete() && strings.TrimSpace(line) != "" {
		return Answer{More: true}
	}
	answer := Answer{Entry: p.mask.Entry(p.pending)}
	p.done()
	for _, d := range diags {
		p.in.tell(p.hinted(d))
	}
	if diags.HasErrors() {
		return answer
	}
	var values []value.Value
	values, answer.Left, answer.Exit, answer.Err = p.in.VM.RunEntry(ctx, prog)
	if answer.Err != nil && !errors.Is(answer.Err, context.Canceled) {
		p.in.complain(answer.Err)
	}
	p.show(values)
	return answer
}

// hinted adds a way out to a mistake in a command that has none.
func (p *Prompt) hinted(d *diag.Diagnostic) *diag.Diagnostic {
	if d.Help != "" || d.DidYouMean != "" || d.Severity != diag.Error || d.File == nil {
		return d
	}
	text := d.File.Text[:min(d.Span.Start, len(d.File.Text))]
	words := strings.FieldsFunc(text[strings.LastIndexAny(text, ";{}(\n")+1:], func(r rune) bool { return r == ' ' || r == '\t' || r == '=' })
	for _, w := range words {
		if p.in.words.Command(w) != nil {
			d.Help = "help " + strings.ToLower(w) + " says how the command is written."
			break
		}
	}
	return d
}

// Pending returns what was entered of an entry that is not complete.
func (p *Prompt) Pending() string { return p.pending }

// Drop forgets an entry that is not complete.
func (p *Prompt) Drop() { p.done() }

func (p *Prompt) done() {
	p.lines += strings.Count(p.pending, "\n")
	p.pending = ""
}

// show prints values as a prompt does, and keeps the last of them in $_.
func (p *Prompt) show(values []value.Value) {
	if len(values) == 0 {
		return
	}
	p.last = values
	p.in.VM.Scalar("main::_").Set(values[len(values)-1].Load())
	if p.Types {
		words := make([]string, len(values))
		for i, v := range values {
			words[i] = TypeOf(v)
		}
		_, _ = io.WriteString(p.out, "= "+strings.Join(words, ", ")+"\n")
		return
	}
	text := Show(values)
	if table, ok := strings.CutPrefix(text, "\n"); ok {
		text = table // its columns begin where the line does
	} else {
		text = "= " + text
	}
	_, _ = io.WriteString(p.out, text+"\n")
}

// complain tells of an error that ended a script or an entry.
func (in *Interp) complain(err error) {
	if d := failed(err); d != nil {
		in.tell(d)
		return
	}
	_, _ = io.WriteString(in.stderr, Complaint(err))
}

// Masked returns an entry with stars for its passwords.
func (p *Prompt) Masked(text string) string { return p.mask.Entry(text) }

package stdlib

// This file defines words of the embedding program: functions and commands written in Go.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A Word is a function or command that an embedding program adds to the language. It gets an entry of the registry like every other
// word: checker, HELP and error messages know it.
type Word struct {
	// Usage is the syntax: of a function in perlfunc's notation ("ticket SUBJECT, PRIORITY\nticket SUBJECT"), of a command in
	// that of commands ("TICKET OPEN <subject:text> [PRIORITY <number:int>]").
	Usage string
	// Summary is a line of help without a full stop; Doc is Markdown.
	Summary, Doc string
	// Effect is what the word does to the world; default: engine.Read. Scripts may only use words whose effect is allowed.
	Effect engine.Effect
	// Func is the function of Go behind a function, see runtime.NativeOf: func(ctx context.Context, subject string, n int) (string, error).
	Func any
	// Command runs a command; its result is the command's value, which must not be negative. An *engine.Error gives the code
	// of a failure.
	Command func(ctx context.Context, args Args) (any, error)
}

// Args are the arguments of a command.
type Args struct{ c *runtime.CommandCall }

// Has tells whether a keyword was given; keywords are in capitals.
func (a Args) Has(keyword string) bool { return a.c.Has(keyword) }

// Text returns the text of a slot, "" if it was not given.
func (a Args) Text(slot string) string {
	v, _ := a.c.Slot(slot)
	return nameOf(v)
}

// Get stores the value of a slot in what dst points to, as runtime.ToGoInto does; given is false, and dst untouched, if there is none.
func (a Args) Get(slot string, dst any) (given bool, err error) {
	v, given := a.c.Slot(slot)
	if !given {
		return false, nil
	}
	if err := runtime.ToGoInto(v, dst); err != nil {
		return true, &engine.Error{Code: engine.CodeBadParameter, Subject: slot, Cause: err}
	}
	return true, nil
}

// Print writes a line of the command's output.
func (a Args) Print(text string) { a.c.Print("%s", text) }

// Place returns file and line of the command.
func (a Args) Place() (file string, line int) { return a.c.Place() }

// WordError says why a word cannot be added.
type WordError struct {
	Usage string
	Err   error
}

func (e *WordError) Error() string { return fmt.Sprintf("the word %q: %v", e.Usage, e.Err) }
func (e *WordError) Unwrap() error { return e.Err }

// RegistryWith returns the registry of all words and those of the embedding program. The error is a *WordError.
func RegistryWith(words []Word) (*runtime.Registry, error) {
	r := Registry()
	own := map[string][]*usage.Line{} // the usage lines of the program's commands by their first words
	for _, w := range words {
		e, err := w.entry(r, own)
		if err != nil {
			return nil, &WordError{w.Usage, err}
		}
		r.Add(e)
	}
	return r, nil
}

// entry checks a word and makes its entry.
func (w Word) entry(r *runtime.Registry, own map[string][]*usage.Line) (*runtime.Entry, error) {
	e := &runtime.Entry{Usage: w.Usage, Summary: w.Summary, Doc: w.Doc, Effect: w.Effect}
	if e.Effect == "" {
		e.Effect = engine.Read
	}
	switch {
	case strings.TrimSpace(w.Usage) == "":
		return nil, errors.New("it has no usage line")
	case (w.Func == nil) == (w.Command == nil):
		return nil, errors.New("it needs either Func or Command")
	case w.Func != nil:
		return e, w.function(e, r)
	}
	line, err := usage.ParseLine(w.Usage)
	if err != nil {
		return nil, err
	}
	for _, head := range usage.Heads(w.Usage) {
		if r.Command(head) != nil && own[head] == nil {
			return nil, fmt.Errorf("there is a command %s already", head)
		}
		own[head] = append(own[head], line)
		if _, err := usage.NewCommand(own[head]...); err != nil {
			return nil, err // two of them say the same
		}
	}
	e.Command = func(c *runtime.CommandCall) (value.Value, error) {
		if err := allowed(c.Session(), e.Effect, e.Name()); err != nil {
			return value.Undef, err
		}
		x, err := w.Command(c.Context(), Args{c})
		if err != nil {
			return value.Undef, err
		}
		return c.VM.FromGo(x)
	}
	return e, nil
}

// function checks a function and makes it one of the language.
func (w Word) function(e *runtime.Entry, r *runtime.Registry) error {
	if _, err := usage.ParseFunction(w.Usage); err != nil {
		return err
	}
	if r.Function(e.Name()) != nil {
		return fmt.Errorf("there is a function %s already", e.Name())
	}
	native, err := runtime.NativeOf(w.Func)
	if err != nil {
		return err
	}
	e.Call = func(c *runtime.Call) value.Value {
		if err := allowed(c.VM.Session(), e.Effect, e.Name()); err != nil {
			c.Die("%s", err.Error())
		}
		return native(c)
	}
	return nil
}

// allowed returns an error if the session does not allow an effect; what is the word or operation.
func allowed(session any, effect engine.Effect, what string) error {
	s, ok := session.(*Session)
	if !ok || s.Allow == nil || s.Allow(effect) {
		return nil
	}
	return refusal(what, effect)
}

// refusal is the error of what is not allowed.
func refusal(what string, effect engine.Effect) error {
	does := map[engine.Effect]string{engine.Read: "reads", engine.Change: "changes something", engine.Destroy: "may destroy data"}[effect]
	return &engine.Error{Code: engine.CodeTargetAccess, Op: what, Cause: fmt.Errorf("%s is not allowed here: it %s", what, does),
		Hint: "the program that runs this script decides what it may do"}
}

// guarded is an engine of which only operations with allowed effects can be asked.
type guarded struct {
	engine.Client
	allow func(engine.Effect) bool
}

func (g guarded) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op != nil && !g.allow(op.Effect()) {
		return nil, refusal(op.Name(), op.Effect())
	}
	return g.Client.Do(ctx, op)
}

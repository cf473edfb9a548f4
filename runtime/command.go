package runtime

// This file defines how replication commands run: their arguments evaluated, the entry called, its result or failure turned
// into a value.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A CommandArg is one keyword or slot of a running command.
type CommandArg struct {
	Keyword string      // in capitals; "" for a slot
	Slot    string      // the slot's name; "" for a keyword
	Kind    string      // the slot's kind
	Unit    string      // the unit word of a duration, in full
	Value   value.Value // the slot's value
	Span    source.Span
}

// A CommandCall is one command being run.
type CommandCall struct {
	VM    *VM
	Entry *Entry
	Args  []CommandArg
	// Found is set by commands that find several things; it is their value in list context.
	Found []value.Value
	// Want is the context the command stands in.
	Want Want
	site *site
}

// Context returns the context the script runs in.
func (c *CommandCall) Context() context.Context {
	if c.VM.ctx == nil {
		return context.Background()
	}
	return c.VM.ctx
}

// Session returns what the VM was configured with for its commands.
func (c *CommandCall) Session() any { return c.VM.session }

// Has tells whether a keyword was given.
func (c *CommandCall) Has(keyword string) bool {
	for _, a := range c.Args {
		if a.Keyword == keyword {
			return true
		}
	}
	return false
}

// Slot returns the first value of a slot; ok is false if it was not given.
func (c *CommandCall) Slot(name string) (v value.Value, ok bool) {
	for _, a := range c.Args {
		if a.Slot == name {
			return a.Value, true
		}
	}
	return value.Undef, false
}

// Text returns the text of a slot, "" if it was not given.
func (c *CommandCall) Text(name string) string {
	v, _ := c.Slot(name)
	return v.UTF8()
}

// Place returns file and line of the command.
func (c *CommandCall) Place() (file string, line int) { return c.site.name(), c.site.line }

// Print writes a line of the command's output to the script's standard output, in UTF-8 unless the handle has an encoding.
func (c *CommandCall) Print(format string, args ...any) {
	if h := c.VM.output(nil, nil, c.site); h != nil {
		h.Write(fmt.Sprintf(format, args...)+"\n", h.Wide())
	}
}

// SetOnError sets what failed commands do from now on: "stop" or "continue".
func (c *CommandCall) SetOnError(mode string) { c.VM.onError = mode }

// A Failure is a command that failed.
type Failure struct {
	Err  error
	Diag *diag.Diagnostic
	seen bool
}

// commandResult is the value of a command: a number that knows whether the command succeeded.
type commandResult struct {
	num     value.Value
	ok      bool
	failure *Failure
}

func (r *commandResult) look() {
	if r.failure != nil {
		r.failure.seen = true
	}
}

func (r *commandResult) Text() value.Value   { r.look(); return r.num.ToStr() }
func (r *commandResult) Number() value.Value { r.look(); return r.num }
func (r *commandResult) Truth() bool         { r.look(); return r.ok }
func (r *commandResult) Defined() bool       { return true }
func (r *commandResult) TypeName() string    { return "command result" }

// Succeeded returns a value that is true although its number may be 0.
func Succeeded(n int64) value.Value {
	if n > 0 {
		return value.Int(n)
	}
	return value.NewBox(&commandResult{num: value.Int(n), ok: true})
}

// commandSlot is one argument of a command, compiled.
type commandSlot struct {
	arg tree.Arg
	f   evalFn // nil for a keyword
}

// commandRunner compiles a command to a function that runs it.
func (c *compiler) commandRunner(x *tree.Command) func(vm *VM, fr *Frame, want Want) (value.Value, []value.Value) {
	cmd := c.vm.registry.command(x.Head)
	entry := cmd.entries[x.Line]
	slots := make([]commandSlot, len(x.Args))
	for i, a := range x.Args {
		slots[i] = commandSlot{arg: a}
		if a.Keyword == "" {
			slots[i].f = c.scalar(a.Value)
		}
	}
	at := c.site(x)
	autodie := c.prag.autodie
	return func(vm *VM, fr *Frame, want Want) (value.Value, []value.Value) {
		call := &CommandCall{VM: vm, Entry: entry, Want: want, site: at, Args: make([]CommandArg, len(slots))}
		for i, s := range slots {
			call.Args[i] = CommandArg{Keyword: s.arg.Keyword, Slot: s.arg.Slot, Kind: s.arg.Kind, Unit: s.arg.Unit, Span: s.arg.Span}
			if s.f != nil {
				call.Args[i].Value = plain(s.f(vm, fr))
			}
		}
		v, err := entry.Command(call)
		vm.result = v
		if err == nil {
			if v.IsUndef() {
				v = value.Int(1)
			}
			return v, call.Found
		}
		return vm.commandFailed(call, err, want, autodie), nil
	}
}

// commandFailed reports a failure and makes its value. If nobody can look at that value the failure is unhandled at once.
func (vm *VM) commandFailed(call *CommandCall, err error, want Want, autodie bool) value.Value {
	if ctxErr := call.Context().Err(); ctxErr != nil && errors.Is(err, ctxErr) {
		panic(vm.stopped(context.Cause(call.Context())))
	}
	var d *Die
	if errors.As(err, &d) {
		panic(d)
	}
	code := engine.CodeOf(err)
	f := &Failure{Err: err, Diag: commandDiagnostic(call, err, code)}
	vm.failures = append(vm.failures, f)
	vm.osErr = errnoVar{code: int(code), message: err.Error()}
	var fatal interface{ Fatal() bool }
	if want == WantVoid && (vm.onError == "stop" || autodie || errors.As(err, &fatal) && fatal.Fatal()) {
		f.seen = true // by whoever catches the exception; uncaught it is reported in the end
		d := vm.dieValue(call.site, value.Text(err.Error()+vm.where(call.site), true))
		d.Failure = f
		vm.raise(d)
	}
	vm.report(f.Diag)
	return value.NewBox(&commandResult{num: value.Int(int64(code)), failure: f})
}

// commandDiagnostic describes a failed command.
func commandDiagnostic(call *CommandCall, err error, code engine.Code) *diag.Diagnostic {
	d := &diag.Diagnostic{Severity: diag.Error, Code: diag.CommandFailed, File: call.site.file, Span: call.site.span,
		Message: fmt.Sprintf("%s (%d)", err.Error(), int(code))}
	var e *engine.Error
	if errors.As(err, &e) {
		d.Help = e.Help()
		for _, a := range call.Args {
			if a.Slot != "" && e.Subject != "" && strings.EqualFold(a.Value.UTF8(), e.Subject) {
				d.Span = a.Span
				break
			}
		}
	} else {
		d.Help = code.Help()
	}
	return d
}

func (vm *VM) report(d *diag.Diagnostic) {
	if vm.config.Report != nil {
		vm.config.Report(d)
		return
	}
	var b strings.Builder
	diag.Write(&b, d, diag.Options{})
	vm.writeError(value.Text(b.String(), true))
}

// Unhandled returns the failures whose result nobody looked at.
func (vm *VM) Unhandled() []*Failure {
	var out []*Failure
	for _, f := range vm.failures {
		if !f.seen {
			out = append(out, f)
		}
	}
	return out
}

func (c *compiler) commandStmt(x *tree.Command) stmtFn {
	run := c.commandRunner(x)
	return func(vm *VM, fr *Frame) ctl {
		run(vm, fr, WantVoid)
		return ctlNone
	}
}

func (c *compiler) commandExpr(x *tree.Command) evalFn {
	run := c.commandRunner(x)
	return func(vm *VM, fr *Frame) value.Value {
		v, _ := run(vm, fr, WantScalar)
		return v
	}
}

func (c *compiler) commandList(x *tree.Command) listFn {
	run := c.commandRunner(x)
	return func(vm *VM, fr *Frame) {
		v, found := run(vm, fr, WantList)
		if found != nil {
			vm.stack = append(vm.stack, found...)
			return
		}
		vm.stack = append(vm.stack, v)
	}
}

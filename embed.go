package smrscript

// This file defines how a Go program reaches into scripts: compiled programs, calls, variables, words.

import (
	"context"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// A Word is a function or command written in Go; see stdlib.Word.
type Word = stdlib.Word

// Args are the arguments of a Word's command.
type Args = stdlib.Args

// A Sandbox says what a script may reach; see stdlib.Sandbox.
type Sandbox = stdlib.Sandbox

// A Program is a compiled script. It is never changed: any number of goroutines may run it at the same time.
type Program struct {
	program *runtime.Program
	words   *runtime.Registry
}

// Compile reads a script. Of cfg only Words and Warn count. The error is a diag.List of the script's mistakes, or a *stdlib.WordError.
func Compile(cfg Config, name, text string) (*Program, error) {
	words, err := stdlib.RegistryWith(cfg.Words)
	if err != nil {
		return nil, err
	}
	p := &Program{words: words}
	return p, p.compile(name, text, cfg.Warn)
}

// Also reads another script with the words of p, which is much cheaper than Compile.
func (p *Program) Also(name, text string) (*Program, error) {
	q := &Program{words: p.words}
	return q, q.compile(name, text, false)
}

func (p *Program) compile(name, text string, warn bool) error {
	program, diags := stdlib.Compile(source.NewFile(name, text), p.words, warn)
	if diags.HasErrors() {
		return diags
	}
	p.program = program
	return nil
}

// Run runs the program in an interpreter of its own, which is closed afterwards. Words of cfg do not count: a program has those that it was
// compiled with. The results are those of (*Interp).Run.
func (p *Program) Run(ctx context.Context, cfg Config) (int, error) {
	in := p.New(cfg)
	exit, err := in.RunProgram(ctx, p)
	if cerr := in.Close(); err == nil {
		err = cerr
	}
	return exit, err
}

// New returns an interpreter with the words that the program was compiled with. Nothing runs yet.
func (p *Program) New(cfg Config) *Interp {
	std := cfg.std()
	std.Words = p.words
	return &Interp{stdlib.NewInterp(std)}
}

// RunProgram is Run for a compiled program. The interpreter must come from the New of p or of a program that shares its words (see
// Also); otherwise RunProgram panics.
func (in *Interp) RunProgram(ctx context.Context, p *Program) (int, error) {
	if in.Words() != p.words {
		panic("smrscript: the program was compiled with other words")
	}
	return in.Interp.RunProgram(ctx, p.program)
}

// Call calls a sub of the script in list context and returns its results as runtime.ToGo has them. sub is "name" or
// "Package::name"; arguments are given as (*runtime.VM).FromGo has them. The error is a *runtime.Die if the sub died, a
// *runtime.ExitError if it called exit, a *runtime.NoSubError, a *runtime.ConversionError, or as that of Run.
func (in *Interp) Call(ctx context.Context, sub string, args ...any) ([]any, error) {
	return in.VM.CallGo(ctx, sub, args)
}

// CallInto calls a sub in scalar context and stores its result in what dst points to, as runtime.ToGoInto does.
func (in *Interp) CallInto(ctx context.Context, dst any, sub string, args ...any) error {
	return in.VM.CallGoInto(ctx, dst, sub, args)
}

// Set sets a package variable ("$name", "@list", "%table", "$Package::name") from a value of Go: an array from a slice, a hash from
// a map or struct. Scripts see it through `our` or its full name.
func (in *Interp) Set(variable string, x any) error { return in.VM.SetVariable(variable, x) }

// Get stores a package variable in what dst points to. A variable that was never set is undef, or empty.
func (in *Interp) Get(variable string, dst any) error { return in.VM.GetVariable(variable, dst) }

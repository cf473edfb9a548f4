package stdlib

// This file defines an interpreter: a VM, its session and where its remarks go.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
)

// A Config says what an Interp is made of. Registry and Session of Runtime are filled in.
type Config struct {
	Runtime  runtime.Config
	File     string        // the configuration file; "": the one that config.Find finds
	Which    config.Choice // which engine of the configuration; default: the daemon if one answers
	Engine   engine.Client // instead of the configuration's engine; not closed
	Progress Progress
	Version  string // default: "devel"
	// Wrap returns what stands in front of the engine; see Session.
	Wrap func(engine.Client) (engine.Client, error)
	// Secret fetches passwords; default: as the configuration says.
	Secret func(ctx context.Context, name string) (engine.Secret, error)
	// Rehearse keeps the script from changing anything but the engine.
	Rehearse bool
	// Allow tells which effects scripts may have; nil: all.
	Allow func(engine.Effect) bool
	// Sealed leaves out the engine and the secrets of the configuration: there is only what Engine and Secret give.
	Sealed bool
	// Sandbox confines scripts; nil: they may do what the process may.
	Sandbox *Sandbox
	// Words is the registry; nil: Registry().
	Words *runtime.Registry
}

// An Interp runs scripts in one VM.
type Interp struct {
	VM      *runtime.VM
	Session *Session
	words   *runtime.Registry
	report  func(*diag.Diagnostic)
	stderr  io.Writer
}

// NewInterp returns an interpreter.
func NewInterp(cfg Config) *Interp {
	if cfg.Sandbox != nil {
		cfg.Sandbox.apply(&cfg)
	}
	rc := cfg.Runtime
	if cfg.Words == nil {
		cfg.Words = Registry()
	}
	in := &Interp{words: cfg.Words, report: rc.Report, stderr: rc.Stderr}
	if in.stderr == nil {
		in.stderr = os.Stderr
	}
	if in.report == nil {
		in.report = func(d *diag.Diagnostic) { _ = diag.Write(in.stderr, d, diag.Options{}) }
	}
	if cfg.Version == "" {
		cfg.Version = "devel"
	}
	in.Session = NewSession(cfg.File, cfg.Which, cfg.Version, in.tell)
	in.Session.Progress, in.Session.Wrap, in.Session.Allow = cfg.Progress, cfg.Wrap, cfg.Allow
	in.Session.Confined = cfg.Sandbox != nil && !cfg.Sandbox.Processes
	if cfg.Sealed {
		in.Session.Open, in.Session.Locate, in.Session.Secret = nil, nil, nil
	}
	if cfg.Secret != nil {
		in.Session.Secret = cfg.Secret
	}
	if cfg.Rehearse && rc.Rehearsal == nil {
		rc.Rehearsal = handle.Rehearse(orSystem(rc.FS), rehearsedBytes)
	}
	if cfg.Engine != nil {
		in.Session.Open, in.Session.Locate = func(context.Context) (engine.Client, error) { return shared{cfg.Engine}, nil }, nil
	}
	rc.Registry, rc.Session, rc.Report = in.words, in.Session, in.tell
	in.VM = runtime.New(rc)
	return in
}

// tell passes a remark on, behind everything that the script has written so far.
func (in *Interp) tell(d *diag.Diagnostic) {
	if in.VM != nil {
		in.VM.Handles().FlushAll()
	}
	in.report(d)
}

// shared is an engine that somebody else closes.
type shared struct{ engine.Client }

func (shared) Close() error { return nil }

// Words returns the registry.
func (in *Interp) Words() *runtime.Registry { return in.words }

// Run runs a script to its end; see Run of package smrscript. Replication sets that were left unsaved are reported.
func (in *Interp) Run(ctx context.Context, file *source.File) (int, error) {
	p, diags := in.VM.Compile(file)
	p, diags = checked(file, in.words, p, diags)
	if diags.HasErrors() {
		return ExitSyntax, diags
	}
	for _, d := range diags {
		in.tell(d)
	}
	return in.RunProgram(ctx, p)
}

// Compile reads a script with the words of a registry. The program is nil if the list has errors; several interpreters
// with that registry may run it at the same time.
func Compile(file *source.File, words *runtime.Registry, warn bool) (*runtime.Program, diag.List) {
	p, diags := runtime.Compile(file, words, warn)
	return checked(file, words, p, diags)
}

// checked adds what a reader of commands finds in a program; it is nil if the list has errors.
func checked(file *source.File, words *runtime.Registry, p *runtime.Program, diags diag.List) (*runtime.Program, diag.List) {
	if diags.HasErrors() {
		return nil, diags
	}
	if diags = append(diags, misspelt(words, file, p.Tree.Body)...); diags.HasErrors() {
		return nil, diags
	}
	return p, diags
}

// RunProgram is Run for a program that was compiled with the words of this interpreter.
func (in *Interp) RunProgram(ctx context.Context, p *runtime.Program) (int, error) {
	exit, err := Run(ctx, in.VM, in.Session, p, in.tell)
	in.Leave()
	return exit, err
}

// Leave reports what a script leaves undone.
func (in *Interp) Leave() {
	for _, name := range in.Session.Unsaved() {
		in.tell(&diag.Diagnostic{Severity: diag.Warning, Message: fmt.Sprintf("the changes of replication set %q were not saved", name), Help: "repset save saves them."})
	}
}

// Close closes the engine, and what the script left open. The interpreter is of no use afterwards.
func (in *Interp) Close() error {
	return errors.Join(in.VM.Close(), in.Session.Close())
}

// Complaint is what a user is told of the error of Run, with a line end; "" when there is nothing left to say.
func Complaint(err error) string {
	var diags diag.List
	switch {
	case err == nil, errors.As(err, &diags):
		return ""
	case errors.Is(err, context.Canceled):
		return "smrscript: interrupted\n"
	}
	return runtime.ErrorText(err)
}

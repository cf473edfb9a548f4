// Package smrscript runs scripts that control replication, for programs that embed them.
//
//	in := smrscript.New(smrscript.Config{ConfigFile: "smrscript.toml"})
//	defer in.Close()
//	exit, err := in.Run(ctx, "nightly.smr", text)
//
// Compile reads a script once to run it many times, also at the same time. Call, Set and Get reach into an interpreter; Word adds
// functions and commands to the language; Limits and Sandbox bound what scripts may use and reach.
//
// It is a door and holds no logic: words are in package stdlib, the language in packages lang and runtime, engines
// behind package engine.
package smrscript

// This file defines the embedding interface.

import (
	"context"
	"io"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/engine/plan"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// A Config says what scripts run with. The zero value is usable.
type Config struct {
	Stdin  io.Reader // default: os.Stdin
	Stdout io.Writer // default: os.Stdout
	Stderr io.Writer // default: os.Stderr
	Args   []string  // @ARGV
	Env    []string  // %ENV as "NAME=value"; default: os.Environ()
	// Include is @INC, the folders where the script's own modules are looked for; default: "lib", "."
	Include []string
	// ConfigFile names the machines; "" means smrscript.toml in the working directory, else in the user's configuration
	// folder. It is read by the first command that needs it.
	ConfigFile string
	// WhichEngine narrows down the engine of the configuration: "here" for one in this process, "daemon" for a daemon that must answer,
	// https://host:port for the daemon of another host. Default: the daemon if one answers, else one in this process.
	WhichEngine config.Choice
	// Engine is used instead of the one that the configuration describes; who made it closes it.
	Engine engine.Client
	// OnError is what a failed command does whose result nobody looks at: "continue" (default) or "stop".
	OnError string
	// Progress is told of mirrors that a script waits for; nil shows nothing.
	Progress stdlib.Progress
	// Report is told of failed commands and other remarks about a running script; default: text on Stderr.
	Report func(*diag.Diagnostic)
	// Limits bound what scripts may use: steps, depth, memory, output, time. The error is then a *runtime.LimitError.
	Limits runtime.Limits
	// Sandbox confines scripts that nobody trusts; its zero value forbids everything outside of the script. nil: scripts may do
	// what the process may.
	Sandbox *Sandbox
	// Effects lists the effects that commands may have: {engine.Read} makes the embedding read only. nil: all.
	Effects []engine.Effect
	// Words are added to the language; New panics with a *stdlib.WordError if one cannot be, Compile returns that error.
	Words []Word
	// Trace is called before each statement with its place; nil costs nothing.
	Trace func(*source.File, source.Span)
	// Debug lets VM.Evaluate see and change my variables from within Trace, at the cost of speed.
	Debug bool
	// Wrap returns what stands in front of the engine once it is open, such as a record.Recorder or an audit.Client; nil: nothing.
	Wrap func(engine.Client) (engine.Client, error)
	// Secret fetches the passwords that secret() names; default: as the configuration says.
	Secret func(ctx context.Context, name string) (engine.Secret, error)
	// Rehearse keeps the script from changing files, running programs and waiting; see Plan. What it asks of the engine is real.
	Rehearse bool
	// Warn switches warnings on everywhere, as perl -w does.
	Warn bool
	// Version is what the command VERSION prints; default: "devel".
	Version string
}

// An Interp runs scripts. It serves one goroutine; several interpreters are independent of each other. Variables and subs
// stay from one Run to the next, as does the engine.
type Interp struct{ *stdlib.Interp }

// New returns an interpreter. It panics if Config.Words has a word that cannot be added, which is a mistake of the program.
func New(cfg Config) *Interp {
	std := cfg.std()
	if len(cfg.Words) > 0 {
		words, err := stdlib.RegistryWith(cfg.Words)
		if err != nil {
			panic(err)
		}
		std.Words = words
	}
	return &Interp{stdlib.NewInterp(std)}
}

func (cfg Config) std() stdlib.Config {
	return stdlib.Config{Sandbox: cfg.Sandbox, Allow: stdlib.AllowOnly(cfg.Effects), Runtime: runtime.Config{Stdin: cfg.Stdin, Stdout: cfg.Stdout, Stderr: cfg.Stderr, Args: cfg.Args,
		Env: cfg.Env, Include: cfg.Include, OnError: cfg.OnError, Report: cfg.Report, Limits: cfg.Limits, Warn: cfg.Warn, Trace: cfg.Trace, Debug: cfg.Debug},
		File: cfg.ConfigFile, Which: cfg.WhichEngine, Engine: cfg.Engine, Progress: cfg.Progress, Version: cfg.Version, Wrap: cfg.Wrap, Secret: cfg.Secret, Rehearse: cfg.Rehearse}
}

// Run runs a script and returns its exit status: its own, 255 when it does not parse, 1 when a command failed and nobody looked,
// 5 when the engine could not be opened, 6 when a limit was reached, 130 when ctx ended. name is what messages call it. The
// error is a diag.List for a script that does not parse, else as (*runtime.VM).Run has it.
func (in *Interp) Run(ctx context.Context, name, text string) (int, error) {
	return in.Interp.Run(ctx, source.NewFile(name, text))
}

// Close closes the engine unless it came from Config.Engine.
func (in *Interp) Close() error { return in.Interp.Close() }

// Plan runs a script that reads and prints as always but changes nothing, and returns what it would have changed. The error is
// that of Run. plan.Apply carries a plan out.
func Plan(ctx context.Context, cfg Config, name, text string) (*plan.Plan, error) {
	return stdlib.Rehearse(ctx, cfg.std(), source.NewFile(name, text))
}

// Check reads a script without running it and returns its mistakes and warnings in the order of the text.
func Check(name, text string) diag.List {
	return stdlib.Check(stdlib.Registry(), source.NewFile(name, text))
}

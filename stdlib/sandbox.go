package stdlib

// This file defines the sandbox: what scripts that nobody trusts may reach.

import (
	"embed"
	"io/fs"
	"slices"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime/handle"
)

// A Sandbox says what a script may reach outside of itself. The zero value allows nothing: no files, programs, network, environment,
// signals, no facts about process, users and host, no modules from disk, and no engine or secret but those that the embedding
// program hands in. What remains is the language, the standard streams that the program gives, and the clock.
type Sandbox struct {
	// Files can be read under "/"; nil: there are none.
	Files fs.FS
	// Scratch is how many bytes of files the script may write; they are kept in memory and vanish with the interpreter. 0: none.
	Scratch int64
	// SystemFiles gives the files of the system instead, to read and to write.
	SystemFiles bool
	// Processes lets the script start programs, also through commands such as QTASK and SCRIPT; these are outside of the sandbox.
	Processes bool
	// Environment lets the script see the environment of the process. Without, it sees what Config.Env names.
	Environment bool
	// Host lets the script use signals and see process numbers, users and the name of the host.
	Host bool
	// Configuration lets commands use the engine, and secret() the secrets, of the configuration file.
	Configuration bool
}

// apply changes a configuration so that its scripts run in the sandbox.
func (s *Sandbox) apply(cfg *Config) {
	rc := &cfg.Runtime
	rc.NoProcesses, rc.Confined = !s.Processes, !s.Host
	cfg.Sealed = !s.Configuration
	if !s.Environment && rc.Env == nil {
		rc.Env = []string{}
	}
	if rc.Include == nil && s.Files == nil && !s.SystemFiles {
		rc.Include = []string{}
	}
	if s.SystemFiles {
		return
	}
	rc.Dir = "/"
	rc.FS = handle.Forbidden()
	if s.Files != nil {
		rc.FS = handle.FromFS(s.Files)
	} else if s.Scratch > 0 {
		rc.FS = handle.FromFS(embed.FS{}) // an empty root
	}
	if s.Scratch > 0 {
		rc.FS = handle.Rehearse(rc.FS, s.Scratch)
	}
}

// AllowOnly returns a test for some effects, nil if there are none: then all are allowed.
func AllowOnly(effects []engine.Effect) func(engine.Effect) bool {
	if effects == nil {
		return nil
	}
	return func(e engine.Effect) bool { return slices.Contains(effects, e) }
}

package stdlib

// This file makes the sandbox that the tests of the commands run in.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

// A sandbox has the machines alpha (with the folder /data), beta, and away, whose folder is missing; the set db of
// alpha; a current source and target.
type sandbox struct {
	testing.TB
	dir string
	in  *Interp
	out bytes.Buffer // standard output and error, as a terminal shows them
}

const sandboxConfig = `
state = "state"
[machines.alpha]
root = "alpha"
[machines.beta]
root = "beta"
[machines.away]
root = "away"
`

// newSandbox makes a sandbox; more is appended to its configuration.
func newSandbox(t testing.TB, more string) *sandbox {
	t.Helper()
	sb := &sandbox{TB: t, dir: t.TempDir()}
	sb.file("alpha/data/one", "hello\n")
	sb.file("alpha/data/sub/two", "world\n")
	if err := os.Mkdir(filepath.Join(sb.dir, "beta"), 0o755); err != nil {
		t.Fatal(err)
	}
	sb.file("smrscript.toml", sandboxConfig+more)
	sb.in = sb.interp(Config{})
	return sb
}

// interp makes another interpreter of the sandbox.
func (sb *sandbox) interp(cfg Config) *Interp {
	cfg.File = filepath.Join(sb.dir, "smrscript.toml")
	if cfg.Runtime.Dir == "" && cfg.Sandbox == nil {
		cfg.Runtime.Dir = sb.dir // what scripts write goes with the sandbox
	}
	cfg.Runtime.Stdin, cfg.Runtime.Stdout, cfg.Runtime.Stderr = strings.NewReader(""), &sb.out, &sb.out
	in := NewInterp(cfg)
	sb.Cleanup(func() { in.Close() })
	return in
}

// prepared saves the set db and names source and target.
func (sb *sandbox) prepared() *sandbox {
	sb.Helper()
	if out, exit := sb.run(`source alpha; target beta; repset create db; repset rule add "/data"; repset save;`); exit != 0 {
		sb.Fatalf("exit %d: %s", exit, out)
	}
	sb.in.Session.current = draftKey{}
	return sb
}

func (sb *sandbox) file(name, text string) {
	sb.Helper()
	path := filepath.Join(sb.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		sb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		sb.Fatal(err)
	}
}

// run runs a script and returns what it wrote and its exit status. Interpreters keep their state from one run to the next.
func (sb *sandbox) run(script string) (out string, exit int) {
	sb.Helper()
	return sb.runIn(sb.in, script)
}

func (sb *sandbox) runIn(in *Interp, script string) (out string, exit int) {
	sb.Helper()
	sb.out.Reset()
	exit, err := in.Run(context.Background(), source.NewFile("t.smr", script))
	if err != nil {
		in.complain(err)
	}
	return sb.out.String(), exit
}

// has reads a file of the sandbox, "" if there is none.
func (sb *sandbox) has(name string) string {
	text, _ := os.ReadFile(filepath.Join(sb.dir, name))
	return string(text)
}

// client is the engine of the sandbox.
func (sb *sandbox) client() engine.Client {
	sb.Helper()
	c, err := sb.in.Session.Client(context.Background())
	if err != nil {
		sb.Fatal(err)
	}
	return c
}

// entries returns the words of this package: commands and functions of the command language.
func entries() []*runtime.Entry {
	var own []*runtime.Entry
	functions := functions()
	for _, e := range Registry().Entries() {
		if e.Command != nil {
			own = append(own, e)
		}
	}
	return append(own, functions...)
}

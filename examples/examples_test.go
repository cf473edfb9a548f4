package examples_test

// This file runs every example with the real engine, as a user would after copying it.

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/examples"
)

// A world is a folder with two machines and a data folder on the first.
type world struct {
	*testing.T
	dir string
}

const config = `
state = "state"
[machines.alpha]
root = "alpha"
[machines.beta]
root = "beta"
[users.admin]
password = { file = "password.txt" }
[secrets]
admin = { file = "password.txt" }
`

func newWorld(t *testing.T) *world {
	w := &world{t, t.TempDir()}
	w.file("smrscript.toml", config)
	w.file("password.txt", "open-sesame\n")
	w.file("alpha/data/db/table", "row 1\n")
	w.file("alpha/data/db/log", "1\n")
	w.file("alpha/data/scratch.tmp", "not to be copied")
	w.file("beta/readme", "")
	if err := os.Mkdir(w.path("backups"), 0o755); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *world) file(name, text string) {
	w.Helper()
	if err := os.MkdirAll(filepath.Dir(w.path(name)), 0o755); err != nil {
		w.Fatal(err)
	}
	if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
}

func (w *world) read(name string) string {
	text, _ := os.ReadFile(w.path(name))
	return string(text)
}

// run runs an example in a program of its own: the engine is opened and closed again.
func (w *world) run(name string, args ...string) (out string, exit int) {
	w.Helper()
	text, err := examples.Script(name)
	if err != nil {
		w.Fatal(err)
	}
	return w.perform(name, text, args...)
}

// script runs a script that is no example.
func (w *world) script(text string) (out string, exit int) { return w.perform("test.smr", text) }

func (w *world) perform(name, text string, args ...string) (out string, exit int) {
	var b bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &b, Stderr: &b, Args: args, ConfigFile: w.path("smrscript.toml")})
	defer in.Close()
	exit, err := in.Run(context.Background(), name, text)
	if err != nil {
		b.WriteString(err.Error())
	}
	return b.String(), exit
}

// must runs an example that must succeed and say something.
func (w *world) must(want, name string, args ...string) {
	w.Helper()
	if out, exit := w.run(name, args...); exit != 0 || !strings.Contains(out, want) {
		w.Fatalf("%s: exit %d, want %q:\n%s", name, exit, want, out)
	}
}

// saved reads a member of an archive.
func (w *world) saved(archive, member string) string {
	w.Helper()
	out, err := exec.Command("tar", "-xOf", w.path(archive), member).Output()
	if err != nil {
		w.Fatalf("%s of %s: %v", member, archive, err)
	}
	return string(out)
}

func TestRotatingScripts(t *testing.T) { rotates(newWorld(t)) }

// rotates runs the rotating scripts in turn, from nothing.
func rotates(w *world) {
	folders := []string{w.path("backups"), w.path("beta/copies")}
	w.must("database\n  /data inc, rec\n", "rotate/setup.smr")
	w.must("nothing to back up yet", "rotate/script1.smr", folders...)
	if w.read("beta/copies/one/db/table") != "row 1\n" || w.read("beta/copies/one/scratch.tmp") != "" {
		w.Error("the first copy is not what it should be")
	}

	w.file("alpha/data/db/table", "row 1\nrow 2\n")
	w.must("copy 1 is saved in", "rotate/script2.smr", folders...)
	if got := w.saved("backups/copy1-1.tar", "./db/table"); got != "row 1\nrow 2\n" {
		w.Errorf("the backup holds %q: disconnecting settles the copy", got)
	}

	// What happens now reaches the live copy only, and a file that goes leaves the other one at its next turn.
	w.file("alpha/data/db/table", "row 3\n")
	if err := os.Remove(w.path("alpha/data/db/log")); err != nil {
		w.Fatal(err)
	}
	w.must("copy 2 is saved in", "rotate/script1.smr", folders...)
	if got := w.saved("backups/copy2-2.tar", "./db/table"); got != "row 3\n" {
		w.Errorf("the second backup holds %q", got)
	}
	if w.read("beta/copies/one/db/table") != "row 3\n" || w.read("beta/copies/one/db/log") != "" {
		w.Error("the first copy was not brought up to date")
	}

	// The same script again finds its own copy live and nothing to freeze.
	w.must("nothing to back up yet", "rotate/script1.smr", folders...)
}

func TestRotatingScriptFails(t *testing.T) {
	w := newWorld(t)
	w.must("database", "rotate/setup.smr")
	w.must("copy 1 is live", "rotate/script1.smr", w.path("backups"), w.path("beta/copies"))
	if out, exit := w.run("rotate/script2.smr", w.path("no/such/folder"), w.path("beta/copies")); exit != 1 || !strings.Contains(out, "the backup of copy 1 has failed") {
		t.Errorf("no folder for backups: exit %d: %s", exit, out)
	}
	w.file("password.txt", "another\n")
	w.file("smrscript.toml", strings.Replace(config, "[secrets]\nadmin = { file = \"password.txt\" }", "[secrets]\nadmin = \"wrong\"", 1))
	if out, exit := w.run("rotate/script1.smr", w.path("backups"), w.path("beta/copies")); exit != 1 || !strings.Contains(out, "DT_NO_ACCESS") {
		t.Errorf("wrong password: exit %d: %s", exit, out)
	}
}

func TestRotate(t *testing.T) {
	w := newWorld(t)
	folders := []string{w.path("backups"), w.path("beta/copies")}
	w.must("database", "rotate/setup.smr")
	w.must("copy one is live, connection 1\n", "rotate/rotate.smr", folders...)
	for i, want := range []string{"copy one is saved in ", "copy two is saved in ", "copy one is saved in "} {
		w.file("alpha/data/db/table", strings.Repeat("row\n", i+2))
		w.must(want, "rotate/rotate.smr", folders...)
	}
	if got := w.saved("backups/two-2.tar", "./db/table"); got != "row\nrow\nrow\n" {
		t.Errorf("the backup holds %q", got)
	}
	if out, exit := w.run("rotate/rotate.smr"); exit != 255 || !strings.Contains(out, "usage: rotate.smr BACKUPS COPIES") {
		t.Errorf("without arguments: exit %d: %s", exit, out)
	}
	if out, exit := w.run("rotate/rotate.smr", w.path("no/such/folder"), w.path("beta/copies")); exit == 0 || !strings.Contains(out, "tar left with status") {
		t.Errorf("no folder for backups: exit %d: %s", exit, out)
	}
	w.must("is saved in", "rotate/rotate.smr", folders...) // a failed backup leaves a connection behind
}

func TestOnce(t *testing.T) {
	w := newWorld(t)
	w.must("/data is copied to /archive\n", "modern/once.smr", "/data", "/archive")
	w.file("alpha/data/db/table", "changed\n")
	w.must("/data is copied to /archive\n", "modern/once.smr", "/data", "/archive")
	if w.read("beta/archive/db/table") != "changed\n" {
		t.Error("the second run copied nothing")
	}
	w.must("no connections\n", "modern/report.smr")
	if out, exit := w.run("modern/once.smr"); exit != 255 || !strings.Contains(out, "usage:") {
		t.Errorf("without arguments: exit %d: %s", exit, out)
	}
}

func TestReport(t *testing.T) {
	w := newWorld(t)
	w.must("no connections\n", "modern/report.smr")
	w.must("database", "rotate/setup.smr")
	w.must("copy 1 is live", "rotate/script1.smr", w.path("backups"), w.path("beta/copies"))
	w.must("connection 1: up to date\n", "modern/report.smr")
}

func TestEveryExample(t *testing.T) {
	names := examples.Names()
	if len(names) < 5 {
		t.Fatalf("only %q", names)
	}
	for _, name := range names {
		text, err := examples.Script(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range smrscript.Check(name, text) {
			t.Errorf("%s: %v", name, d)
		}
		if first, _, _ := strings.Cut(strings.TrimPrefix(text, "#!/usr/bin/env smrscript\n"), "\n"); !strings.HasPrefix(first, "#") {
			t.Errorf("%s has no header: %s", name, first)
		}
	}
	if _, err := examples.Script("rotate/missing.smr"); err == nil {
		t.Error("a missing example was found")
	}
}

//go:build linux || darwin

package main

// This file tests the prompt on a terminal: it asks, edits, and keeps a history that only its owner can read.

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/smrscript/smrscript/engine"
)

// A typist sits at a terminal.
type typist struct {
	t    *testing.T
	tty  *os.File
	mu   sync.Mutex
	seen bytes.Buffer
	from int // what before this was expected already
	done chan struct{}
}

// patience is how long a typist waits for what must appear.
const patience = 60 * time.Second

// sit starts the program on a terminal in a folder with one machine.
func sit(t *testing.T, dir string, args ...string) (*typist, *exec.Cmd) {
	t.Helper()
	return sitAt(t, dir, pty.Winsize{Rows: 24, Cols: 100}, []string{"TERM=xterm", "NO_COLOR=1"}, args...)
}

// sitAt is sit at a terminal of a size, with variables of the environment.
func sitAt(t *testing.T, dir string, size pty.Winsize, env []string, args ...string) (*typist, *exec.Cmd) {
	t.Helper()
	for _, machine := range []string{"alpha", "beta"} {
		if err := os.MkdirAll(filepath.Join(dir, machine), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	config := "state = \".state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n"
	if err := os.WriteFile(filepath.Join(dir, "smrscript.toml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], args...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NO_COLOR=") && !strings.HasPrefix(v, "TERM=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(append(cmd.Env, asProgram+"=1", "XDG_STATE_HOME="+dir+"/xdg"), env...)
	return seat(t, cmd, size), cmd
}

// seat starts a program with somebody at its terminal. It is ended with the test at the latest.
func seat(t *testing.T, cmd *exec.Cmd, size pty.Winsize) *typist {
	t.Helper()
	tty, err := pty.StartWithSize(cmd, &size)
	if err != nil {
		t.Fatal(err)
	}
	p := &typist{t: t, tty: tty, done: make(chan struct{})}
	go p.watch()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		tty.Close()
		<-p.done
		_ = cmd.Wait() // where the test has not
	})
	return p
}

func (p *typist) watch() {
	defer close(p.done)
	b := make([]byte, 4096)
	for {
		n, err := p.tty.Read(b)
		p.mu.Lock()
		p.seen.Write(b[:n])
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// expect waits until the terminal shows a text behind what was expected before.
func (p *typist) expect(text string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		p.mu.Lock()
		all := p.seen.String()
		p.mu.Unlock()
		if i := strings.Index(all[p.from:], text); i >= 0 {
			p.from += i + len(text)
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("%q never appeared:\n%s", text, all[p.from:])
		}
	}
}

// leave types Ctrl-D until the program ends: while a command runs the terminal may swallow it.
func (p *typist) leave(cmd *exec.Cmd) error {
	p.t.Helper()
	done := make(chan struct{})
	defer close(done)
	go func() {
		for again := time.NewTicker(500 * time.Millisecond); ; {
			_, _ = p.tty.WriteString("\x04")
			select {
			case <-done:
				again.Stop()
				return
			case <-again.C:
			}
		}
	}()
	return p.ends(cmd)
}

// ends waits for the end of the program, which is ended if it does not come.
func (p *typist) ends(cmd *exec.Cmd) error {
	p.t.Helper()
	timer := time.AfterFunc(patience, func() {
		p.t.Errorf("the program does not end:\n%s", p.shown())
		_ = cmd.Process.Kill()
	})
	defer timer.Stop()
	return cmd.Wait()
}

func (p *typist) enter(text string) {
	p.t.Helper()
	if _, err := p.tty.WriteString(text); err != nil {
		p.t.Fatal(err)
	}
}

func TestPromptOnTerminal(t *testing.T) {
	dir := t.TempDir()
	p, cmd := sit(t, dir, "repl")
	p.expect("smr> ")
	p.enter("$x = 21\r")
	p.expect("smr> ")
	p.enter("$x * 3\x7f2\r") // a correction
	p.expect("= 42")
	p.expect("smr> ")
	p.enter("if ($x) {\r")
	p.expect("...> ")
	p.enter("write \"large\"\r")
	p.expect("...> ")
	p.enter("}\r")
	p.expect("large")
	p.expect("smr> ")
	p.enter("login alpha admin \"swordfish\"\r")
	p.expect("DT_FULL_ACCESS")
	p.expect("smr> ")
	p.enter("unfinished {\x03") // Ctrl-C drops the line
	p.expect("smr> ")
	p.enter("say \"be\" . \"gun\"; sleep 60\r")
	p.expect("begun") // the terminal is the script's now, and the key an interrupt
	p.enter("\x03")
	p.expect("interrupted")
	p.expect("smr> ")
	p.enter("exit 4\r")
	if err := p.ends(cmd); cmd.ProcessState.ExitCode() != 4 {
		t.Errorf("exit %v, want 4", err)
	}
	history := filepath.Join(dir, "xdg", "smrscript", "history")
	text, err := os.ReadFile(history)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"$x = 21\n", "$x * 2\n", "login alpha admin \"******\"\n", "if ($x) {⏎write \"large\"⏎}\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the history lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "swordfish") {
		t.Errorf("the history holds a password:\n%s", text)
	}
	if info, err := os.Stat(history); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestPromptEndsWithCtrlD(t *testing.T) {
	p, cmd := sit(t, t.TempDir(), "repl")
	p.expect("smr> ")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}

func TestPromptPastesAndCompletes(t *testing.T) {
	dir := t.TempDir()
	p, cmd := sit(t, dir, "repl")
	p.expect("smr> ")
	p.enter(pasteBegin + "if (0) {\n say 1\n}\nelse {\n say \"else\" . 2\n}\n" + pasteEnd)
	p.expect("else2")
	p.expect("smr> ")
	p.enter("ping al\t\r")
	p.expect("alpha answers")
	p.expect("smr> ")
	p.enter("20 + 1\r")
	p.expect("= 21")
	p.enter("_\r")
	p.expect("= 21")
	p.enter(":hist\t\r")
	p.expect("say \"else\" . 2")
	p.enter("login alpha\rsource alpha\rrepset create db\rrepset rule add \"/x\" to db\rrepset save\r")
	p.enter("repset delete db\r")
	p.expect("[y/N] ")
	p.enter("n\r")
	p.expect("not confirmed")
	p.enter("repset delete db\r")
	p.expect("[y/N] ")
	p.enter("y\r")
	p.expect("smr> ")
	if err := p.leave(cmd); err != nil && cmd.ProcessState.ExitCode() > 1 {
		t.Error(err)
	}
}

func TestDemoOnTerminal(t *testing.T) {
	p, cmd := sit(t, t.TempDir(), "demo", "--rotations", "2", "--pause", "1ms")
	p.expect("rotation 1")
	p.expect("rotation  script")
	p.expect("yes")
	if err := p.ends(cmd); err != nil {
		t.Error(err)
	}
}

func TestBars(t *testing.T) {
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(screen, &pty.Winsize{Rows: 24, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	p := &typist{t: t, tty: screen, done: make(chan struct{})}
	go p.watch()
	st := engine.ConnectionStatus{Connection: engine.Connection{ID: 3, Repset: "db", Target: "beta"}}
	b := newBars(tty)
	for _, complete := range []bool{true, false} { // a bar serves one mirror after the other
		st.Mirror = engine.MirrorProgress{State: engine.MirrorMirroring, Scanning: true}
		b.Begin(st)
		p.expect("db to beta")
		st.Mirror.FilesDone, st.Mirror.FilesSent, st.Mirror.BytesDone, st.Mirror.BytesTotal = 7, 2, 1<<20, 4<<20
		b.Update(3, st.Mirror)
		p.expect("Mirroring")
		p.expect("1.0 MiB / 4.0 MiB")
		p.expect("7 files, 2 sent")
		st.Mirror.State, st.Mirror.Completed, st.Mirror.BytesDone = engine.MirrorIdle, complete, 4<<20
		b.End(st)
		if complete {
			p.expect("4.0 MiB / 4.0 MiB")
		}
		b.Update(3, st.Mirror) // too late, and without effect
	}
	tty.Close()
	screen.Close()
	<-p.done
}

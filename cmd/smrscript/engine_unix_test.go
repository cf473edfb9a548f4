//go:build unix

package main

// This file tests the engine as a daemon: real processes that are started, asked, stopped and killed.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/stdlib"
)

// daemonDeadline is how long tests wait for what must happen.
const daemonDeadline = time.Minute

// A place is a folder with a configuration, in which programs run.
type place struct {
	*testing.T
	dir string
	env []string
}

func newPlace(t *testing.T, more string) *place {
	t.Helper()
	p := &place{T: t, dir: t.TempDir(), env: append(os.Environ(), asProgram+"=1", "NO_COLOR=1")}
	p.write("smrscript.toml", "state = \"state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n"+more)
	p.write("alpha/data/f", "1")
	p.write("beta/readme", "")
	t.Cleanup(func() { p.run("engine", "stop") })
	return p
}

func (p *place) write(name, text string) {
	p.Helper()
	file := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// command is the program with arguments.
func (p *place) command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Dir, cmd.Env = p.dir, p.env
	return cmd
}

// run runs the program and returns what it says.
func (p *place) run(args ...string) (out, errs string, exit int) {
	p.Helper()
	var stdout, stderr bytes.Buffer
	cmd := p.command(args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var left *exec.ExitError
	if err != nil && !errors.As(err, &left) {
		p.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// expect runs the program, which must leave with a status and say something.
func (p *place) expect(exit int, want string, args ...string) string {
	p.Helper()
	out, errs, got := p.run(args...)
	if got != exit || !strings.Contains(out+errs, want) {
		p.Fatalf("smrscript %q: exit %d, want %d with %q\n%s%s", args, got, exit, want, out, errs)
	}
	return out
}

// status is what the daemon says about itself; its PID is 0 when there is none.
func (p *place) status() (st remote.Status) {
	p.Helper()
	out, errs, _ := p.run("engine", "status", "--json")
	if err := json.Unmarshal([]byte(out), &st); err != nil {
		p.Fatalf("%v: %s%s", err, out, errs)
	}
	return st
}

func (p *place) eventually(what string, ok func() bool) {
	p.Helper()
	for end := time.Now().Add(daemonDeadline); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			p.Fatalf("it never came true: %s", what)
		}
	}
}

const connectScript = `source alpha; repset create s; repset rule add "/data"; repset save;
my $id = connect s to beta map base "/copy"; wait on mirror $id; print "connection $id\n";`

func TestEngineLife(t *testing.T) {
	p := newPlace(t, "")
	p.expect(stdlib.ExitNoEngine, "does not run", "engine", "status")
	p.expect(stdlib.ExitNoEngine, `{"running":false}`, "engine", "status", "--json")
	p.expect(0, "does not run", "engine", "stop")
	p.expect(0, "the engine runs (process ", "engine", "start")
	p.expect(0, "runs already", "engine", "start")
	p.expect(0, "engine.sock", "engine", "status")
	p.expect(0, "connection 1", "-e", connectScript)
	st := p.status()
	if st.PID == 0 || st.PID == os.Getpid() || st.Connections != 1 || st.Operations == 0 {
		t.Errorf("status %+v", st)
	}
	p.expect(stdlib.ExitNoEngine, "a daemon has it already", "engine", "run")
	// The connection outlives its script, and copies.
	p.write("alpha/data/g", "later")
	p.eventually("the change arrives", func() bool {
		text, err := os.ReadFile(filepath.Join(p.dir, "beta/copy/g"))
		return err == nil && string(text) == "later"
	})
	p.expect(0, "has ended", "engine", "stop")
	p.expect(stdlib.ExitNoEngine, "does not run", "engine", "status")
	info, err := os.Stat(filepath.Join(p.dir, "state", engineLogName))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("log: %v, %v", info, err)
	}
	if left, err := filepath.Glob(filepath.Join(p.dir, "state", ".s*")); err != nil || len(left) != 0 {
		t.Errorf("left in the state folder: %v, %v", left, err)
	}
	p.expect(0, "alpha", "status") // in its own process again
}

// TestEngineStartedTwice starts two daemons at once: one runs, and both who asked are told which.
func TestEngineStartedTwice(t *testing.T) {
	p := newPlace(t, "")
	var wg sync.WaitGroup
	var said [2]string
	for i := range said {
		wg.Go(func() {
			out, err := p.command("engine", "start").CombinedOutput()
			if said[i] = string(out); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	wg.Wait()
	want := fmt.Sprintf("(process %d)", p.status().PID)
	for _, text := range said {
		if !strings.Contains(text, want) {
			t.Errorf("said %q, not %s", text, want)
		}
	}
}

func TestEngineNotStarted(t *testing.T) {
	p := newPlace(t, "[users.u]\npassword = { env = \"NO_SUCH_VARIABLE_HERE\" }\n")
	p.expect(stdlib.ExitNoEngine, "NO_SUCH_VARIABLE_HERE", "engine", "start")
	p.write("smrscript.toml", "[engine]\nlisten = \"0.0.0.0:0\"\n")
	p.expect(stdlib.ExitNoEngine, "over TLS only", "engine", "start")
	p.expect(stdlib.ExitNoEngine, "over TLS only", "engine", "run")
	p.write("smrscript.toml", "[engine]\nurl = \"https://example.invalid:1\"\n")
	for _, word := range []string{"start", "stop", "status"} {
		p.expect(stdlib.ExitUsage, "on that host", "engine", word)
	}
	p.write("smrscript.toml", "state = \"state\"\n")
	p.expect(stdlib.ExitNoEngine, "no machine is configured", "engine", "start")
	p.expect(stdlib.ExitUsage, "--log", "engine", "run", "--log", "xml")
}

// TestEngineRotation lets two scripts rotate at the same time through one daemon.
func TestEngineRotation(t *testing.T) {
	p := newPlace(t, "")
	p.expect(0, "", "engine", "start")
	p.write("rotate.smr", `
my $set = shift;
source alpha; repset create $set; repset rule add "/$set"; repset save;
my $last;
for my $turn (1 .. 5) {
	open my $f, ">", "alpha/$set/f" or die $!; print $f "turn $turn"; close $f;
	my $copy = "/$set-" . $turn % 2;
	my $id = connect $set to beta map base $copy mirror different, checksum, orphans or die "connect: $!";
	wait on mirror $id or die "mirror: $!";
	if ($last) { my $settled = disconnect $last timeout=1 minute; die "not settled: $!" if $settled < 1; }
	$last = $id;
}
print "done $set\n";
`)
	var wg sync.WaitGroup
	for n := range 2 {
		set := fmt.Sprintf("set%d", n)
		p.write("alpha/"+set+"/f", "0")
		wg.Go(func() {
			if out, err := p.command("rotate.smr", set).CombinedOutput(); err != nil || !strings.HasSuffix(string(out), "done "+set+"\n") {
				t.Errorf("%s: %v: %s", set, err, out)
			}
		})
	}
	wg.Wait()
	for n := range 2 {
		if text, err := os.ReadFile(filepath.Join(p.dir, "beta", fmt.Sprintf("set%d-1/f", n))); err != nil || string(text) != "turn 5" {
			t.Errorf("copy of set%d: %q, %v", n, text, err)
		}
	}
	p.eventually("the clients have gone", func() bool { return p.status().Sessions == 0 })
}

// waiting starts a script that waits, and returns it when it does.
func (p *place) waiting() (cmd *exec.Cmd, says *bytes.Buffer) {
	p.Helper()
	says = &bytes.Buffer{}
	// A paused mirror never ends; with many files there is time to pause it.
	cmd = p.command("-e", `
for my $i (1 .. 2000) { open my $f, ">", "alpha/data/$i" or die $!; print $f $i; close $f; }
do { my $started = mirror start 1 all; } until (mirror pause 1);
open my $g, ">", "waiting" or die $!; close $g;
wait on mirror 1; print "not reached\n";`)
	cmd.Stdout, cmd.Stderr = says, says
	if err := cmd.Start(); err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { _ = cmd.Process.Kill() })
	p.eventually("the script waits", func() bool {
		_, err := os.Stat(filepath.Join(p.dir, "waiting"))
		return err == nil && p.status().Sessions == 1
	})
	return cmd, says
}

// TestEngineKilled kills the daemon under a script: the script is told what to do, and nothing is lost.
func TestEngineKilled(t *testing.T) {
	p := newPlace(t, "")
	p.expect(0, "", "engine", "start")
	p.expect(0, "connection 1", "-e", connectScript)
	cmd, says := p.waiting()
	if err := syscall.Kill(p.status().PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if text := says.String(); !strings.Contains(text, "-110") || !strings.Contains(text, "smrscript engine start") {
		t.Errorf("the script says %s", text)
	}
	p.eventually("the daemon is gone", func() bool {
		out, _, exit := p.run("engine", "status")
		return exit == stdlib.ExitNoEngine && strings.Contains(out, "does not run")
	})
	p.expect(0, "the engine runs (process ", "engine", "start")
	if st := p.status(); st.Connections != 1 {
		t.Errorf("status %+v", st)
	}
}

// TestScriptKilled kills a script that waits: the daemon forgets it and goes on.
func TestScriptKilled(t *testing.T) {
	p := newPlace(t, "")
	p.expect(0, "", "engine", "start")
	p.expect(0, "connection 1", "-e", connectScript)
	cmd, _ := p.waiting()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	p.eventually("the session has ended", func() bool { return p.status().Sessions == 0 })
	p.expect(0, "Mirror", "status")
}

// TestEngineForeground plays systemd: it is told when the engine is ready, that it lives, and when it ends.
func TestEngineForeground(t *testing.T) {
	p := newPlace(t, "[engine]\nlog = \"json\"\n")
	socket := filepath.Join(p.dir, "n")
	l, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var log bytes.Buffer
	cmd := p.command("engine", "run")
	cmd.Env = append(cmd.Env, "NOTIFY_SOCKET="+socket, "WATCHDOG_USEC=300000")
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	told := func() string {
		b := make([]byte, 1000)
		_ = l.SetReadDeadline(time.Now().Add(daemonDeadline))
		n, err := l.Read(b)
		if err != nil {
			t.Fatalf("nothing is told: %v\n%s", err, log.String())
		}
		return string(b[:n])
	}
	for _, want := range []string{"READY=1", "WATCHDOG=1"} {
		if got := told(); got != want {
			t.Errorf("told %q, want %q", got, want)
		}
	}
	p.expect(0, "alpha answers", "-e", "ping alpha")
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for got := ""; got != "STOPPING=1"; {
		if got = told(); got != "WATCHDOG=1" && got != "STOPPING=1" {
			t.Errorf("told %q", got)
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v\n%s", err, log.String())
	}
	for line := range strings.SplitSeq(strings.TrimSpace(log.String()), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}

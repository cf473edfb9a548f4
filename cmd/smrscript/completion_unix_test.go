//go:build linux || darwin

package main

// This file tests the completions in the shells that are installed: scripts/check installs all three.

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// shellScript writes the completion of a shell to a file; ok is false when the shell is not there.
func shellScript(t *testing.T, shell, name string) (program, file string, ok bool) {
	t.Helper()
	out, _, exit := invoke(t, "", "completion", shell)
	if exit != 0 || out == "" {
		t.Fatalf("exit %d: %s", exit, out)
	}
	file = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath(shell)
	if err != nil {
		t.Logf("%s is not installed", shell)
	}
	return program, file, err == nil
}

// shellCases are command lines up to the cursor, with what must be proposed and what must not.
func shellCases() []struct{ line, want, not string } {
	return []struct{ line, want, not string }{
		{"smrscript wat", "watch", "status"},
		{"smrscript eng", "engine", "run"},
		{"smrscript engine st", "start stop status", "run"},
		{"smrscript --quiet ch", "check", "run"},
		{"smrscript doc conn", "connect", "watch"},
		{"smrscript explain E020", "E0201", "connect"},
		{"smrscript completion f", "fish", "bash"},
		{"smrscript check --js", "--json", "--write"},
		{"smrscript run --on", "--on-error", "--write"},
		{"smrscript run --on-error st", "stop", "continue"},
		{"smrscript --color al", "always", "never"},
		{"smrscript --config x.toml wat", "watch", "status"},
	}
}

func TestBashCompletes(t *testing.T) {
	bash, file, ok := shellScript(t, "bash", "smrscript")
	if !ok {
		return
	}
	for _, c := range shellCases() {
		script := `source "$1"; COMP_WORDS=($2); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _smrscript; printf '%s\n' "${COMPREPLY[@]}"`
		out, err := exec.Command(bash, "-c", script, "bash", file, c.line).Output()
		if err != nil {
			t.Errorf("%q: %v", c.line, err)
		}
		proposed(t, c.line, string(out), c.want, c.not)
	}
}

// proposed compares the lines of what a shell proposes.
func proposed(t *testing.T, line, out, want, not string) {
	t.Helper()
	found := map[string]bool{}
	for _, l := range strings.Split(out, "\n") {
		word, _, _ := strings.Cut(l, "\t")
		found[strings.TrimSpace(word)] = true
	}
	for _, w := range strings.Fields(want) {
		if !found[w] {
			t.Errorf("%q lacks %q: %q", line, w, out)
		}
	}
	if found[not] {
		t.Errorf("%q has %q: %q", line, not, out)
	}
}

func TestFishCompletes(t *testing.T) {
	fish, file, ok := shellScript(t, "fish", "smrscript.fish")
	if !ok {
		return
	}
	for _, c := range shellCases() {
		cmd := exec.Command(fish, "--no-config", "-c", `source $argv[1]; complete -C $argv[2]`, file, c.line)
		cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%q: %v: %s", c.line, err, out)
		}
		proposed(t, c.line, string(out), c.want, c.not)
	}
}

// zsh completes at its own prompt only, so that it gets a terminal.
func TestZshCompletes(t *testing.T) {
	zsh, file, ok := shellScript(t, "zsh", "_smrscript")
	if !ok {
		return
	}
	cmd := exec.Command(zsh, "-f", "-i")
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "HOME="+cmd.Dir, "TERM=xterm", "PS1=", "SMR_FUNCTIONS="+filepath.Dir(file))
	p := seat(t, cmd, pty.Winsize{Rows: 50, Cols: 200})
	p.enter("PROMPT='zsh''> '; fpath=($SMR_FUNCTIONS $fpath); autoload -U compinit; compinit -u -D; echo rea''dy\r")
	p.expect("ready")
	p.expect("zsh> ")
	for _, c := range []struct{ line, want string }{
		{"smrscript wat", "smrscript watch"},
		{"smrscript engine passw", "smrscript engine password"},
		{"smrscript --quiet chec", "smrscript --quiet check"},
		{"smrscript doc disconn", "smrscript doc disconnect"},
		{"smrscript check --js", "smrscript check --json"},
		{"smrscript run --on-error st", "smrscript run --on-error stop"},
		{"smrscript --color al", "smrscript --color always"},
		{"smrscript --config x.toml wat", "smrscript --config x.toml watch"},
	} {
		p.enter(c.line + "\t\x01print -r -- \x05\r") // completes the line, and prints it
		p.expect("\n" + c.want)
		p.expect("zsh> ")
	}
}

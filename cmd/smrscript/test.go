package main

// This file defines smrscript test, which runs transcripts of the user's own scripts.
//
// A transcript is a text of lines: "$ FILE ARGUMENTS" runs a script, "smr> ENTRY" enters a line at a prompt ("...> " continues it), and
// the lines up to the next of those are what must come out, standard output and messages together. "..." alone on a line stands for
// any lines, within a line for any text. A line "? N" demands an exit status. Lines that begin with # outside of expected text are
// comments. Each transcript runs in a folder of its own with the machines alpha and beta of an engine of its own.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

type testCommand struct {
	Verbose bool     `help:"Name the transcripts that pass too."`
	Files   []string `arg:"" name:"file" help:"Transcripts; a folder means its files that end in .smrt."`
}

// Help is shown by test --help.
func (*testCommand) Help() string {
	return `A transcript has lines "$ FILE ARGUMENTS" (run a script) and "smr> ENTRY" (enter a line at a prompt); what must come out follows. ` +
		`"..." stands for any text, "? N" demands an exit status. Scripts run in a sandbox folder with the machines alpha and beta.`
}

// A testStep is one input of a transcript and what must come of it.
type testStep struct {
	line  int
	input string // the entry, or the command line behind "$ "
	run   bool
	want  []string
	exit  int
	exits bool // exit is demanded
}

// readTranscript returns the steps of a transcript.
func readTranscript(text string) ([]testStep, error) {
	var steps []testStep
	for i, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n") {
		last := len(steps) - 1
		switch {
		case strings.HasPrefix(line, "$ "):
			steps = append(steps, testStep{line: i + 1, input: strings.TrimSpace(line[2:]), run: true})
		case strings.HasPrefix(line, stdlib.PromptText):
			steps = append(steps, testStep{line: i + 1, input: strings.TrimPrefix(line, stdlib.PromptText)})
		case strings.HasPrefix(line, stdlib.MoreText) && last >= 0 && !steps[last].run:
			steps[last].input += "\n" + strings.TrimPrefix(line, stdlib.MoreText)
		case strings.HasPrefix(line, "? ") && last >= 0 && steps[last].run:
			n, err := strconv.Atoi(strings.TrimSpace(line[2:]))
			if err != nil {
				return nil, fmt.Errorf("line %d: %q is no exit status", i+1, line[2:])
			}
			steps[last].exit, steps[last].exits = n, true
		case last >= 0:
			steps[last].want = append(steps[last].want, line)
		case strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#"):
			return nil, fmt.Errorf("line %d: a transcript begins with \"$ FILE\" or \"smr> ENTRY\"", i+1)
		}
	}
	for i := range steps {
		for w := steps[i].want; len(w) > 0 && (strings.TrimSpace(w[len(w)-1]) == "" || strings.HasPrefix(w[len(w)-1], "# ")); w = steps[i].want {
			steps[i].want = w[:len(w)-1]
		}
	}
	return steps, nil
}

// Run runs the transcripts; the exit status is 1 when one fails.
func (c *testCommand) Run(a *app) error {
	failed, passed := 0, 0
	for _, name := range c.Files {
		files := []string{name}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			files, _ = filepath.Glob(filepath.Join(name, "*.smrt"))
		}
		for _, file := range files {
			text, err := readScript(file)
			if err != nil {
				return usage(a, err.Error())
			}
			steps, err := readTranscript(text)
			if err != nil {
				return usage(a, file+": "+err.Error())
			}
			trouble, err := a.transcript(file, steps)
			switch {
			case err != nil:
				return err
			case trouble != "":
				failed++
				fmt.Fprint(a.Out, trouble)
			default:
				passed++
				if c.Verbose {
					fmt.Fprintf(a.Out, "ok    %s\n", file)
				}
			}
		}
	}
	fmt.Fprintf(a.Out, "%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		return exitStatus(stdlib.ExitFailed)
	}
	return nil
}

// testConfig names the machines of a transcript.
const testConfig = "state = \"state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n"

// transcript runs the steps of a file and returns what went wrong.
func (a *app) transcript(file string, steps []testStep) (string, error) {
	dir, err := os.MkdirTemp("", "smrscript-test-*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	config := filepath.Join(dir, "smrscript.toml")
	for _, machine := range []string{"alpha", "beta"} {
		err = errors.Join(err, os.Mkdir(filepath.Join(dir, machine), 0o755))
	}
	if err = errors.Join(err, os.WriteFile(config, []byte(testConfig), 0o644)); err != nil {
		return "", err
	}
	var out bytes.Buffer
	newInterp := func(args []string) *smrscript.Interp {
		return smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: args, ConfigFile: config, Version: versionText(),
			Report: func(d *diag.Diagnostic) { _ = diag.Write(&out, d, diag.Options{}) }, Env: append(os.Environ(), "SANDBOX="+dir)})
	}
	var in *smrscript.Interp
	var prompt *stdlib.Prompt
	closeIt := func() {
		if in != nil {
			_ = in.Close() // its folder goes with it
			in = nil
		}
	}
	defer closeIt()
	for _, s := range steps {
		out.Reset()
		exit := 0
		if s.run {
			closeIt()
			exit, err = a.testScript(filepath.Dir(file), s.input, newInterp, &out)
			if err != nil {
				return "", fmt.Errorf("%s:%d: %w", file, s.line, err)
			}
		} else {
			if in == nil {
				in = newInterp(nil)
				prompt = stdlib.NewPrompt(in.Interp, &out)
			}
			for _, line := range strings.Split(s.input, "\n") {
				prompt.Enter(a.ctx, line)
			}
			prompt.Drop()
		}
		if trouble := s.compare(strings.ReplaceAll(out.String(), dir, "$SANDBOX"), exit); trouble != "" {
			return fmt.Sprintf("FAIL  %s:%d: %s\n%s", file, s.line, s.input, trouble), nil
		}
	}
	return "", nil
}

// testScript runs a script of a transcript; its name is relative to the transcript's folder.
func (a *app) testScript(dir, line string, newInterp func([]string) *smrscript.Interp, out *bytes.Buffer) (int, error) {
	words := strings.Fields(line)
	name := words[0]
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	text, err := readScript(name)
	if err != nil {
		return 0, err
	}
	in := newInterp(words[1:])
	exit, err := runBounded(context.WithoutCancel(a.ctx), in, words[0], text)
	var list diag.List
	if errors.As(err, &list) {
		for _, d := range list {
			_ = diag.Write(out, d, diag.Options{})
		}
	}
	out.WriteString(stdlib.Complaint(err))
	return exit, in.Close()
}

// compare says how what came out differs from what must.
func (s *testStep) compare(got string, exit int) string {
	lines := strings.Split(strings.TrimRight(got, "\n"), "\n")
	if strings.TrimRight(got, "\n") == "" {
		lines = nil
	}
	var b strings.Builder
	if !alike(s.want, lines) {
		for _, l := range s.want {
			fmt.Fprintf(&b, "  - %s\n", l)
		}
		for _, l := range lines {
			fmt.Fprintf(&b, "  + %s\n", l)
		}
	}
	if s.run && (s.exits || exit != 0 && len(s.want) == 0) && exit != s.exit {
		fmt.Fprintf(&b, "  exit status %d, not %d\n", exit, s.exit)
	}
	return b.String()
}

// alike compares lines; "..." stands for any of them.
func alike(want, got []string) bool {
	for len(want) > 0 {
		if strings.TrimSpace(want[0]) == "..." {
			for i := 0; i <= len(got); i++ {
				if alike(want[1:], got[i:]) {
					return true
				}
			}
			return false
		}
		if len(got) == 0 || !alikeLine(want[0], strings.TrimRight(got[0], " \t")) {
			return false
		}
		want, got = want[1:], got[1:]
	}
	return len(got) == 0
}

// alikeLine compares two lines; "..." in the first stands for any text.
func alikeLine(want, got string) bool {
	parts := strings.Split(strings.TrimRight(want, " \t"), "...")
	if len(parts) == 1 {
		return parts[0] == got
	}
	if !strings.HasPrefix(got, parts[0]) {
		return false
	}
	got = got[len(parts[0]):]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(got, p)
		if i < 0 {
			return false
		}
		got = got[i+len(p):]
	}
	return strings.HasSuffix(got, parts[len(parts)-1])
}

package perl_test

// This file runs oracle scripts as a debugger does, with all variables in sight of each statement: nothing may change by that.

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

// debugged runs a script; with looks, each statement's variables are read before it runs.
func (s *script) debugged(t *testing.T, debug bool) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var out, errs bytes.Buffer
	cfg := runtime.Config{Registry: registry(), Stdin: strings.NewReader(s.stdin), Stdout: &out, Stderr: &errs, Args: s.args, Env: environment(), Debug: debug,
		Uncaught: func(err error) { errs.WriteString(runtime.ErrorText(err)) }}
	if debug {
		cfg.Trace = func(*source.File, source.Span) {}
	}
	vm := runtime.New(cfg)
	if err := vm.Handles().Chdir(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	program, diags := vm.Compile(source.NewFile(s.path, s.text))
	if diags.HasErrors() {
		return result{stderr: diags.Error(), exit: 255}
	}
	exit, _ := vm.Run(ctx, program)
	return result{out.String(), "", exit}
}

func TestDebuggerChangesNothing(t *testing.T) {
	for _, family := range []string{"objects", "refs", "control", "data"} {
		paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "perl", family, "*.pl"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %d scripts, %v", family, len(paths), err)
		}
		for _, path := range paths {
			absolute, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			s := readScript(t, absolute)
			if strings.Contains(s.text, "0x") || strings.Contains(s.text, "time") {
				continue // what it prints may differ from run to run
			}
			if d := s.debugged(t, true).differences(s.debugged(t, false)); d != "" {
				t.Errorf("%s: with the debugger:\n%s", filepath.Base(path), d)
			}
		}
	}
}

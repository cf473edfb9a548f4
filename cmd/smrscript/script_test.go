package main

// This file runs the transcripts of testdata/script: the program as its users run it.

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	if err := os.Setenv("GORACE", raceOptions()); err != nil {
		panic(err)
	}
	testscript.Main(m, map[string]func(){"smrscript": main})
}

// asProgram makes the test binary behave as the program.
const asProgram = "SMRSCRIPT_TEST_PROGRAM"

// raceOptions are those of the race detector in programs that tests start. By itself it lets each go on for a second after its end, in
// case somebody still races; the tests start hundreds of them. A race that was found is told of, however short that time. What the
// environment says comes last and wins.
func raceOptions() string { return "atexit_sleep_ms=20 " + os.Getenv("GORACE") }

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/xdg-config")
			env.Setenv("XDG_STATE_HOME", env.WorkDir+"/xdg-state")
			env.Setenv("NO_COLOR", "1")
			env.Setenv("GORACE", os.Getenv("GORACE"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"exits": exits, "bytes": writeBytes},
	})
}

// exits runs a program and checks its exit status: exits 3 smrscript check bad.smr.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("exits: %v", err)
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("exits: %v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// writeBytes writes a file that an archive cannot hold: bytes FILE QUOTED, with the escapes of Go.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE QUOTED")
	}
	text, err := strconv.Unquote(args[1])
	if err != nil {
		ts.Fatalf("bytes: %v", err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

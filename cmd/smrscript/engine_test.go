package main

// This file tests the log of the engine and the hashing of passwords.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/stdlib"
)

func TestEnginePassword(t *testing.T) {
	for _, in := range []string{"open sesame\n", "open sesame\r\n", "open sesame", "open sesame\nanother\n"} {
		a := &app{Stdio: Stdio{In: strings.NewReader(in)}}
		if text, err := a.askPassword(); text != "open sesame" || err != nil {
			t.Errorf("%q: %q, %v", in, text, err)
		}
	}
	out, errs, exit := invoke(t, "open sesame\n", "engine", "password") // once, for a hash is slow on purpose
	if exit != 0 || access.CheckHash(strings.TrimSpace(out)) != nil || strings.Contains(out, "sesame") {
		t.Errorf("exit %d: %s%s", exit, out, errs)
	}
	for in, want := range map[string]string{"\n": "empty", "": "EOF", strings.Repeat("x", 80): "at most 72"} {
		if out, errs, exit := invoke(t, in, "engine", "password"); exit != stdlib.ExitUsage || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%q: exit %d: %s%s", in, exit, out, errs)
		}
	}
}

func TestLogFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "log")
	l := &logFile{name: name, limit: 25}
	if err := l.open(); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"first 8\n", "second 9\n", "third 8\n", "fourth 9\n"} {
		if n, err := l.Write([]byte(line)); n != len(line) || err != nil {
			t.Errorf("%q: %d, %v", line, n, err)
		}
	}
	l.close()
	for file, want := range map[string]string{name: "fourth 9\n", name + ".1": "first 8\nsecond 9\nthird 8\n"} {
		if text, err := os.ReadFile(file); err != nil || string(text) != want {
			t.Errorf("%s: %q, %v", file, text, err)
		}
	}
	// It goes on where it was.
	if err := l.open(); err != nil || l.size != int64(len("fourth 9\n")) {
		t.Errorf("opened again: %d, %v", l.size, err)
	}
	l.close()
	if err := (&logFile{name: filepath.Join(name, "below a file")}).open(); err == nil {
		t.Error("a log that cannot be made")
	}
	if _, errs, exit := invoke(t, "", "--config", writeConfig(t), "engine", "run", "--log-file", filepath.Join(name, "x")); exit != stdlib.ExitNoEngine || errs == "" {
		t.Errorf("exit %d: %s", exit, errs)
	}
}

func writeConfig(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "smrscript.toml")
	if err := os.WriteFile(file, []byte("state = \"state\"\n[machines.alpha]\nroot = \".\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestStatusText(t *testing.T) {
	now := time.Now()
	text := statusText(remote.Status{PID: 7, Version: "1.2", Started: now.Add(-90 * time.Second), State: "/s", Addresses: []string{"unix:/s/engine.sock", "https://[::]:1"}, Sessions: 3}, now)
	for _, want := range []string{"process 7, smrscript 1.2", "(1m30s)", "unix:/s/engine.sock, https://[::]:1", "no login is needed", "clients      3"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if text := statusText(remote.Status{Users: 2}, now); !strings.Contains(text, "users        2\n") {
		t.Error(text)
	}
}

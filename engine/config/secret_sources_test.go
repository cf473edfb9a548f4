package config

// This file tests the sources of secrets that need something of the system.

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

// fetched tells what a secret of a configuration gives: its value, or its error.
func fetched(t *testing.T, s Secret) (string, error) {
	t.Helper()
	got, err := s.Fetch(context.Background())
	var e *Error
	if err != nil && (!errors.As(err, &e) || e.Kind != NoSecret) {
		t.Errorf("%#v is not the right kind of error", err)
	}
	return got.Reveal(), err
}

func TestPrivateFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	for mode, want := range map[os.FileMode]string{0o600: "", 0o400: "", 0o640: "mode 0640", 0o604: "chmod 600", 0o666: "others may read it", 0o622: "mode 0622"} {
		if err := os.WriteFile(file, []byte("hidden-value\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS == "windows" {
			want = ""
		}
		got, err := fetched(t, Secret{File: file})
		if (err == nil) != (want == "") || err == nil && got != "hidden-value" || err != nil && (!strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hidden-value")) {
			t.Errorf("mode %o: %q, %v", mode, got, err)
		}
		if err := os.Chmod(file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := fetched(t, Secret{File: t.TempDir()}); err == nil {
		t.Error("a folder gave a secret")
	}
	large := filepath.Join(t.TempDir(), "large")
	if err := os.WriteFile(large, make([]byte, maxSecret+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := fetched(t, Secret{File: large}); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Errorf("a large file: %v", err)
	}
}

func TestKeyring(t *testing.T) {
	keyring.MockInit()
	if err := keyring.Set("smrscript", "admin", "ring-value"); err != nil {
		t.Fatal(err)
	}
	if got, err := fetched(t, Secret{Keyring: "smrscript/admin"}); err != nil || got != "ring-value" {
		t.Errorf("%q, %v", got, err)
	}
	for entry, want := range map[string]string{"smrscript/nobody": "not in the keyring", "smrscript": "SERVICE/USER", "/x": "SERVICE/USER", "x/": "SERVICE/USER"} {
		if _, err := fetched(t, Secret{Keyring: entry}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", entry, err)
		}
	}
	keyring.MockInitWithError(errors.New("the keyring is locked"))
	if _, err := fetched(t, Secret{Keyring: "smrscript/admin"}); err == nil || !strings.Contains(err.Error(), "locked") {
		t.Errorf("%v", err)
	}
	keyring.MockInit()
}

func TestSystemdCredential(t *testing.T) {
	t.Setenv("CREDENTIALS_DIRECTORY", "")
	if _, err := fetched(t, Secret{Systemd: "db"}); err == nil || !strings.Contains(err.Error(), "LoadCredential=db:PATH") {
		t.Errorf("%v", err)
	}
	dir := t.TempDir()
	t.Setenv("CREDENTIALS_DIRECTORY", dir)
	if err := os.WriteFile(filepath.Join(dir, "db"), []byte("unit-value\n"), 0o400); err != nil {
		t.Fatal(err)
	}
	if got, err := fetched(t, Secret{Systemd: "db"}); err != nil || got != "unit-value" {
		t.Errorf("%q, %v", got, err)
	}
	for name, want := range map[string]string{"other": "no such file", "../db": "no name of a credential", ".": "no name", "a/b": "no name"} {
		if _, err := fetched(t, Secret{Systemd: name}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSourcesInConfiguration(t *testing.T) {
	keyring.MockInit()
	if err := keyring.Set("a", "b", "ring-value"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Setenv("CREDENTIALS_DIRECTORY", dir)
	if err := os.WriteFile(filepath.Join(dir, "x"), []byte("unit-value"), 0o400); err != nil {
		t.Fatal(err)
	}
	c, err := Load(write(t, "[secrets]\none = { keyring = \"a/b\" }\ntwo = { systemd = \"x\" }\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"one": "ring-value", "two": "unit-value"} {
		if s, err := c.Secret(context.Background(), name); err != nil || s.Reveal() != want {
			t.Errorf("%s: %q, %v", name, s.Reveal(), err)
		}
	}
}

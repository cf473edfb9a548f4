//go:build unix

package config

// This file tests secrets that come from the commands of a Unix shell.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFetch(t *testing.T) {
	t.Setenv("FROM_ENV", "env-secret")
	t.Setenv("EMPTY", "")
	file := write(t, `
[secrets]
env = { env = "FROM_ENV" }
file = { file = "secret.txt" }
command = { command = "cat secret.txt" }
plain = "plain-secret"
unset = { env = "NO_SUCH_VARIABLE_HERE" }
empty = { env = "EMPTY" }
gone = { file = "gone.txt" }
fails = { command = "echo the vault is closed >&2; exit 3" }
`)
	if err := os.WriteFile(filepath.Join(filepath.Dir(file), "secret.txt"), []byte("file-secret\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for name, want := range map[string]string{"env": "env-secret", "file": "file-secret", "command": "file-secret", "plain": "plain-secret"} {
		s, err := c.Secret(ctx, name)
		if err != nil || s.Reveal() != want {
			t.Errorf("%s: %q, %v", name, s.Reveal(), err)
		}
		if text := fmt.Sprintf("%v %+v %#v %v", c.Secrets[name], c.Secrets[name], s, s); strings.Contains(text, "-secret") {
			t.Errorf("%s shows: %s", name, text)
		}
	}
	for name, want := range map[string]string{
		"unset":  "the environment variable NO_SUCH_VARIABLE_HERE: it is not set",
		"empty":  "the environment variable EMPTY: it is empty",
		"gone":   "no such file",
		"fails":  "exit status 3: the vault is closed",
		"nobody": `there is no secret "nobody"`,
	} {
		s, err := c.Secret(ctx, name)
		var e *Error
		if !errors.As(err, &e) || e.Kind != NoSecret || !strings.Contains(err.Error(), want) || !s.IsZero() {
			t.Errorf("%s: %v", name, err)
		}
		if name != "nobody" && (e.Line == 0 || e.Key != "secrets."+name) {
			t.Errorf("%s: line %d, key %q", name, e.Line, e.Key)
		}
	}
	if len(c.Warnings) != 1 || c.Warnings[0].Kind != PlainText || c.Warnings[0].Line != 6 {
		t.Errorf("warnings %v", c.Warnings)
	}
}

func TestFetchEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Secret{Command: "sleep 60"}).Fetch(ctx); err == nil {
		t.Error("a cancelled fetch succeeded")
	}
}

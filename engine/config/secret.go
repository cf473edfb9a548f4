package config

// This file defines secrets and fetches them.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A Secret says where a password is kept. Exactly one of its sources is set.
type Secret struct {
	Env     string // the name of an environment variable
	File    string // a file whose content it is, without a line end
	Command string // a command line whose output it is, without a line end
	Keyring string // SERVICE/USER in the keyring of the system
	Systemd string // the name of a credential that systemd gives the service, without a line end

	plain        engine.Secret // as written in the configuration
	bad, unknown string        // why it cannot be used, and the key that it does not know
	dir          string
	origin       *Error
}

// Format writes a fixed text for every verb, so that printing a configuration shows no password.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "(secret)") }

func sourceKeys() []string { return []string{"command", "env", "file", "keyring", "systemd"} }

// commandTimeout bounds how long a command may take to give a secret; it may have to ask somebody.
const commandTimeout = 2 * time.Minute

// UnmarshalTOML reads a string or a table with one source. What is wrong is noted and reported with its place later.
func (s *Secret) UnmarshalTOML(data any) error {
	switch data := data.(type) {
	case string:
		s.plain = engine.NewSecret(data)
		if data == "" {
			s.bad = "the secret is empty"
		}
	case map[string]any:
		s.source(data)
	default:
		s.bad = "a secret is a text or a table"
	}
	return nil
}

func (s *Secret) source(table map[string]any) {
	for key, v := range table {
		text, ok := v.(string)
		if !ok || text == "" {
			s.bad = fmt.Sprintf("%s of a secret is a text", key)
			return
		}
		switch key {
		case "env":
			s.Env = text
		case "file":
			s.File = text
		case "command":
			s.Command = text
		case "keyring":
			s.Keyring = text
		case "systemd":
			s.Systemd = text
		default:
			s.bad, s.unknown = fmt.Sprintf("a secret has no key %q", key), key
			return
		}
	}
	if len(table) != 1 {
		s.bad = "a secret has one source"
	}
}

func (s Secret) isZero() bool {
	return s.Env == "" && s.File == "" && s.Command == "" && s.Keyring == "" && s.Systemd == "" && s.plain.IsZero() && s.bad == ""
}

// Fetch gets the secret. The error is an *Error that never holds the secret.
func (s Secret) Fetch(ctx context.Context) (engine.Secret, error) {
	text, err := s.fetch(ctx)
	if err == nil && text == "" {
		err = errors.New("it is empty")
	}
	if err != nil {
		e := &Error{Kind: NoSecret}
		if s.origin != nil {
			*e = *s.origin
		}
		e.Reason, e.Cause = "the secret cannot be fetched from "+s.place(), err
		return engine.Secret{}, e
	}
	return engine.NewSecret(text), nil
}

func (s Secret) place() string {
	switch {
	case s.Env != "":
		return "the environment variable " + s.Env
	case s.File != "":
		return "the file " + s.File
	case s.Command != "":
		return "the command " + s.Command
	case s.Keyring != "":
		return "the keyring entry " + s.Keyring
	case s.Systemd != "":
		return "the systemd credential " + s.Systemd
	}
	return "the configuration"
}

func (s Secret) fetch(ctx context.Context) (string, error) {
	switch {
	case s.Env != "":
		text, ok := os.LookupEnv(s.Env)
		if !ok {
			return "", errors.New("it is not set")
		}
		return text, nil
	case s.File != "":
		return readPrivate(s.File)
	case s.Command != "":
		return s.run(ctx)
	case s.Keyring != "":
		return fromKeyring(ctx, s.Keyring)
	case s.Systemd != "":
		return fromSystemd(s.Systemd)
	}
	return s.plain.Reveal(), nil
}

// run runs the command in the folder of the configuration.
func (s Secret) run(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, commandTimeout)
	defer cancel()
	shell, flag := "/bin/sh", "-c"
	if runtime.GOOS == "windows" {
		shell, flag = "cmd", "/c"
	}
	cmd := exec.CommandContext(ctx, shell, flag, s.Command)
	cmd.Dir = s.dir
	cmd.Stdin = os.Stdin
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		if line, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n"); line != "" {
			err = fmt.Errorf("%w: %s", err, line)
		}
		return "", err
	}
	return trimEnd(out.Bytes()), nil
}

func trimEnd(text []byte) string { return strings.TrimRight(string(text), "\r\n") }

// EnvName is the environment variable that holds the named secret for scripts: SMR_SECRET_ and the name in capitals,
// with an underscore for whatever is no letter or digit.
func EnvName(name string) string {
	return "SMR_SECRET_" + strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		case 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			return r
		}
		return '_'
	}, name)
}

// Secret fetches a secret by name: from the environment variable EnvName(name), else from the [secrets] table.
func (c *Config) Secret(ctx context.Context, name string) (engine.Secret, error) {
	if text, ok := os.LookupEnv(EnvName(name)); ok && text != "" {
		return engine.NewSecret(text), nil
	}
	if s, ok := c.Secrets[name]; ok {
		return s.Fetch(ctx)
	}
	e := &Error{Kind: NoSecret, File: c.File, Reason: fmt.Sprintf("there is no secret %q", name),
		Help: fmt.Sprintf("set the environment variable %s, or add to [secrets]: %s = { file = \"PATH\" }", EnvName(name), name)}
	if c.File == "" {
		e.File = FileName
	}
	for known := range c.Secrets {
		e.Known = append(e.Known, known)
	}
	return engine.Secret{}, e
}

package config

// This file fetches secrets from private files, the system's keyring and systemd's credentials.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/zalando/go-keyring"
)

// maxSecret is how large the file of a secret may be, in bytes.
const maxSecret = 1 << 20

// readPrivate reads the file of a secret, which nobody but its owner may read.
func readPrivate(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", unwrapPath(err)
	}
	defer f.Close()
	info, err := f.Stat() // of the open file: it cannot be exchanged in between
	if err != nil {
		return "", unwrapPath(err)
	}
	if !info.Mode().IsRegular() {
		return "", errors.New("it is no regular file")
	}
	if mode := info.Mode().Perm(); runtime.GOOS != "windows" && mode&0o077 != 0 {
		return "", fmt.Errorf("others may read it (mode %04o): run chmod 600 %s", mode, name)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxSecret+1))
	if err != nil {
		return "", unwrapPath(err)
	}
	if len(text) > maxSecret {
		return "", fmt.Errorf("it is larger than %d bytes", maxSecret)
	}
	return trimEnd(text), nil
}

// fromSystemd reads a credential of the service, see LoadCredential= in systemd.exec(5).
func fromSystemd(name string) (string, error) {
	dir := os.Getenv("CREDENTIALS_DIRECTORY")
	switch {
	case dir == "":
		return "", errors.New("CREDENTIALS_DIRECTORY is not set: the service needs LoadCredential=" + name + ":PATH")
	case name != filepath.Base(name) || strings.HasPrefix(name, "."):
		return "", errors.New("this is no name of a credential")
	}
	text, err := os.ReadFile(filepath.Join(dir, name))
	return trimEnd(text), unwrapPath(err)
}

// fromKeyring asks the system's keyring, which may have to ask the user.
func fromKeyring(ctx context.Context, entry string) (string, error) {
	service, user, ok := strings.Cut(entry, "/")
	if !ok || service == "" || user == "" {
		return "", errors.New("an entry is written SERVICE/USER")
	}
	type answer struct {
		text string
		err  error
	}
	ctx, cancel := context.WithTimeout(ctx, commandTimeout)
	defer cancel()
	got := make(chan answer, 1)
	go func() {
		text, err := keyring.Get(service, user)
		got <- answer{text, err}
	}()
	select {
	case a := <-got:
		if errors.Is(a.err, keyring.ErrNotFound) {
			return "", errors.New("it is not in the keyring")
		}
		return a.text, a.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

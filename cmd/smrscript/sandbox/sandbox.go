// Package sandbox makes a small world to show replication in: two machines, a live database with its log on one of them,
// and the means to tell from a backup whether database and log correspond.
//
// The hard part is the proof. The database is a ledger: a transaction is first appended to the log and then written to a
// page of the data file, as databases do it, so at any instant the data file is what one gets by replaying the log,
// or it lags behind by exactly the last transaction. A copy that was taken while the writer went on, or whose two
// files were copied at different moments, is neither. Check replays the log and compares every page.
package sandbox

// This file makes the folders and files of a sandbox.

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/smrscript/smrscript/examples"
)

// Places in a sandbox, relative to its folder.
const (
	ConfigFile = "smrscript.toml"
	Backups    = "backups"
	Copies     = "beta/copies"
	Data       = "alpha/data"
)

const password = "admin.password"

// head begins the configuration; a folder whose configuration begins otherwise is not ours.
const head = "# The sandbox of smrscript demo.\n"

const configText = head + `# To look around:  smrscript repl

state = "state"

[machines.alpha]
root = "alpha"

[machines.beta]
root = "beta"

[users.admin]
password = { file = "` + password + `" }
access = "full"

[secrets]
admin = { file = "` + password + `" }
`

// A Sandbox is a folder that holds one.
type Sandbox struct{ Dir string }

// Path returns a place in the sandbox as this host has it.
func (s Sandbox) Path(place string) string { return filepath.Join(s.Dir, filepath.FromSlash(place)) }

// Make makes a sandbox in a folder that is empty or missing, or finds the one that is there; fresh tells which. Any other
// folder is refused and left alone.
func Make(dir string) (s Sandbox, fresh bool, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return s, false, err
	}
	s = Sandbox{dir}
	text, err := os.ReadFile(s.Path(ConfigFile))
	switch {
	case err == nil && strings.HasPrefix(string(text), head):
		return s, false, nil
	case err == nil:
		return s, false, fmt.Errorf("%s belongs to something else; choose another folder with --dir", s.Path(ConfigFile))
	case !errors.Is(err, fs.ErrNotExist):
		return s, false, err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return s, false, fmt.Errorf("%s is not empty and holds no sandbox; choose another folder with --dir", dir)
	}
	return s, true, s.fill()
}

// fill writes everything; the configuration comes last, so that a sandbox that has one is complete.
func (s Sandbox) fill() error {
	for _, place := range []string{Data + "/db", "beta", Backups} {
		if err := os.MkdirAll(s.Path(place), 0o755); err != nil {
			return err
		}
	}
	if err := s.ordinaryFiles(); err != nil {
		return err
	}
	for _, name := range []string{"setup", "script1", "script2", "rotate"} {
		text, err := examples.Script("rotate/" + name + ".smr")
		if err != nil {
			return err
		}
		if err := os.WriteFile(s.Path(name+".smr"), []byte(text), 0o644); err != nil {
			return err
		}
	}
	secret := make([]byte, 12)
	_, _ = rand.Read(secret) // never fails
	if err := os.WriteFile(s.Path(password), []byte(hex.EncodeToString(secret)+"\n"), 0o600); err != nil {
		return err
	}
	l, err := OpenLedger(s)
	if err != nil {
		return err
	}
	if err := l.Close(); err != nil {
		return err
	}
	return os.WriteFile(s.Path(ConfigFile), []byte(configText), 0o644)
}

// Numbers of the ordinary files.
const (
	folders   = 12
	perFolder = 20
)

// ordinaryFiles writes a tree of files of a few kilobytes each.
func (s Sandbox) ordinaryFiles() error {
	for i := range folders * perFolder {
		if err := s.writeOrdinary(ordinaryName(i), i, 0); err != nil {
			return err
		}
	}
	return nil
}

func ordinaryName(i int) string {
	return path.Join("files", fmt.Sprintf("folder%02d", i%folders), fmt.Sprintf("file%03d.txt", i))
}

// writeOrdinary writes a file below the data folder, by a new file that takes its place as editors do.
func (s Sandbox) writeOrdinary(name string, i, version int) error {
	to := s.Path(path.Join(Data, name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	text := strings.Repeat(fmt.Sprintf("%s, version %d\n", name, version), 40+i*7%300)
	scratch := to + ".tmp"
	if err := os.WriteFile(scratch, []byte(text), 0o644); err != nil {
		return err
	}
	return os.Rename(scratch, to)
}

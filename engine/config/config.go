package config

// This file defines what a configuration holds and where it is looked for.

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/smrscript/smrscript/engine/syncthing"
)

// FileName is what the file is called in the working directory and in the configuration folder.
const FileName = "smrscript.toml"

// A Config is a configuration that was read. Its paths are absolute or relative to the working directory of the process.
type Config struct {
	// File is the file that was read, "" when there was none.
	File string
	// Looked lists the files that were looked for, in order, when File is "".
	Looked []string
	// State is the folder for the state of the embedded engine.
	State    string
	Machines map[string]Machine
	// Engine says how the daemon is reached from other hosts, or where it is.
	Engine Engine
	// Syncthing tunes the driver of that name.
	Syncthing syncthing.Settings
	Users     map[string]User
	Secrets   map[string]Secret
	// Warnings are remarks on what works but should not stay.
	Warnings []*Error

	choice Choice
}

// A Machine is an entry of [machines].
type Machine struct {
	Engine string            // the driver; "embedded" when left out
	Root   string            // the folder that is the machine's "/"; with syncthing a folder of the daemon's host, or ""
	Drives map[string]string // "d:" to a folder

	// The rest is for syncthing.
	URL         string // of the daemon's REST API
	Key         Secret // its API key; none: LOGIN's user and password are the daemon's
	Fingerprint string // of its certificate
	CA          string // file of the authorities that may have signed it
	Address     string // where other daemons reach it
}

// A User is an entry of [users]. Access is "full" (the default) or "monitor".
type User struct {
	Password Secret
	Hash     string // of the password, as access.HashPassword makes it; then there is no Password
	Access   string
}

// Places returns the files that are looked for when none is named, in order.
func Places() []string {
	places := []string{FileName}
	if dir, err := os.UserConfigDir(); err == nil {
		places = append(places, filepath.Join(dir, "smrscript", FileName))
	}
	return places
}

// Find reads the named file, or with an empty name the first that exists of Places. It is no error that there is none:
// the result then has no machines. Errors are *Error values.
func Find(file string) (*Config, error) {
	if file != "" {
		return Load(file)
	}
	places := Places()
	for _, place := range places {
		c, err := Load(place)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		return c, err
	}
	for i, place := range places {
		if abs, err := filepath.Abs(place); err == nil {
			places[i] = abs
		}
	}
	return &Config{Looked: places, State: defaultState()}, nil
}

// defaultState is the state folder of those who name none: below XDG_STATE_HOME or its default, below the local
// application data on Windows.
func defaultState() string {
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "smrscript")
	}
	if runtime.GOOS == "windows" {
		if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, "smrscript", "state")
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "state", "smrscript")
	}
	return filepath.Join(os.TempDir(), "smrscript-state")
}

// MachineNames lists the machines, sorted.
func (c *Config) MachineNames() []string { return slices.Sorted(maps.Keys(c.Machines)) }

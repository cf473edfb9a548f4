package config

// This file reads a configuration file.

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/driver"
)

// document is the file as TOML has it.
type document struct {
	State    string                  `toml:"state"`
	Machines map[string]machineTable `toml:"machines"`
	Users    map[string]userTable    `toml:"users"`
	Secrets  map[string]Secret       `toml:"secrets"`
	Engine   engineTable             `toml:"engine"`

	Syncthing syncthingTable `toml:"syncthing"`
}

type machineTable struct {
	Engine string            `toml:"engine"`
	Root   string            `toml:"root"`
	Drives map[string]string `toml:"drives"`

	URL         string `toml:"url"`
	Key         Secret `toml:"api_key"`
	Fingerprint string `toml:"fingerprint"`
	CA          string `toml:"ca"`
	Address     string `toml:"address"`
}

type userTable struct {
	Password Secret `toml:"password"`
	Hash     string `toml:"hash"`
	Access   string `toml:"access"`
}

// A loader turns a document into a Config and knows where things stand in the text.
type loader struct {
	file, dir, text string
	config          *Config
}

// Load reads a file. Relative paths in it are relative to its folder.
func Load(file string) (*Config, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		e := &Error{Kind: Unreadable, File: file, Reason: "the configuration cannot be read", Cause: unwrapPath(err)}
		if errors.Is(err, fs.ErrNotExist) {
			e.Reason, e.Cause = "there is no such configuration", fs.ErrNotExist
		}
		return nil, e
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, &Error{Kind: Unreadable, File: file, Reason: "the configuration cannot be read", Cause: err}
	}
	l := &loader{file: file, dir: filepath.Dir(abs), text: string(text), config: &Config{File: abs, State: defaultState()}}
	var doc document
	meta, err := toml.Decode(l.text, &doc)
	if err != nil {
		return nil, l.broken(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, l.unknown(unknown[0])
	}
	if err := l.fill(doc); err != nil {
		return nil, err
	}
	return l.config, nil
}

// unwrapPath drops the file name that the error's text would repeat.
func unwrapPath(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// broken reports text that is not TOML or has values of the wrong type.
func (l *loader) broken(err error) error {
	var own *Error
	var parse toml.ParseError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &parse):
		return &Error{Kind: Unreadable, File: l.file, Line: parse.Position.Line, Key: parse.LastKey, Reason: parse.Message}
	}
	return l.wrongType(strings.TrimPrefix(err.Error(), "toml: "))
}

// wrongType reads what the library says of a value of the wrong type: line 3 (last key "a.b"): reason.
func (l *loader) wrongType(text string) error {
	e := &Error{Kind: BadSetting, File: l.file, Reason: text}
	place, reason, ok := strings.Cut(text, "): ")
	if _, err := fmt.Sscanf(place+")", "line %d (last key %q)", &e.Line, &e.Key); ok && err == nil {
		e.Reason = reason
	}
	return e
}

// unknown reports a key that means nothing.
func (l *loader) unknown(key toml.Key) error {
	if !slices.Contains(knownKeys(key[:1]), key[0]) {
		key = key[:1] // the table itself is unknown, so its first key is not the point
	}
	where := "at the top"
	if len(key) > 1 {
		where = "in [" + key[:len(key)-1].String() + "]"
	}
	e := l.at(UnknownKey, key, fmt.Sprintf("there is no key %q %s", key[len(key)-1], where))
	e.Known = knownKeys(key)
	return e
}

// knownKeys lists the keys that may stand beside key.
func knownKeys(key toml.Key) []string {
	switch {
	case len(key) == 1:
		return []string{"engine", "machines", "secrets", "state", "syncthing", "users"}
	case key[0] == "engine" && len(key) == 2:
		return engineKeys()
	case key[0] == "syncthing" && len(key) == 2:
		return syncthingKeys()
	case key[0] == "machines" && len(key) == 3:
		return []string{"address", "api_key", "ca", "drives", "engine", "fingerprint", "root", "url"}
	case key[0] == "users" && len(key) == 3:
		return []string{"access", "hash", "password"}
	}
	return sourceKeys()
}

// at makes an error about a key, with its line.
func (l *loader) at(kind Kind, key toml.Key, reason string) *Error {
	return &Error{Kind: kind, File: l.file, Line: lineOf(l.text, key), Key: strings.Join(key, "."), Reason: reason}
}

func (l *loader) warn(e *Error) { l.config.Warnings = append(l.config.Warnings, e) }

// path makes a path of the file absolute.
func (l *loader) path(p string) string {
	if filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(l.dir, p)
}

func (l *loader) fill(doc document) error {
	c := l.config
	if doc.State != "" {
		c.State = l.path(doc.State)
	}
	var err error
	if c.Syncthing, err = l.syncthing(doc.Syncthing); err != nil {
		return err
	}
	if c.Engine, err = l.engine(doc.Engine, len(doc.Machines)); err != nil {
		return err
	}
	c.Machines, c.Users, c.Secrets = map[string]Machine{}, map[string]User{}, map[string]Secret{}
	for _, name := range slices.Sorted(maps.Keys(doc.Machines)) {
		m, err := l.machine(name, doc.Machines[name])
		if err != nil {
			return err
		}
		c.Machines[name] = m
	}
	for _, name := range slices.Sorted(maps.Keys(doc.Users)) {
		u, err := l.user(name, doc.Users[name])
		if err != nil {
			return err
		}
		c.Users[name] = u
	}
	for _, name := range slices.Sorted(maps.Keys(doc.Secrets)) {
		s, err := l.secret(toml.Key{"secrets", name}, doc.Secrets[name])
		if err != nil {
			return err
		}
		c.Secrets[name] = s
	}
	return nil
}

func (l *loader) machine(name string, t machineTable) (Machine, error) {
	key := toml.Key{"machines", name}
	if t.Engine == "" {
		t.Engine = "embedded"
	}
	if !slices.Contains(Drivers(), t.Engine) {
		e := l.at(BadSetting, append(key, "engine"), fmt.Sprintf("there is no engine %q", t.Engine))
		e.Known = Drivers()
		return Machine{}, e
	}
	if t.Engine == "syncthing" {
		return l.daemon(name, t)
	}
	if k := t.daemonKey(); k != "" {
		e := l.at(BadSetting, append(key, k), fmt.Sprintf("%s is for machines with engine = \"syncthing\"", k))
		return Machine{}, e
	}
	if t.Root == "" {
		e := l.at(BadSetting, key, fmt.Sprintf("the machine %q has no root", name))
		e.Help = `say which folder is its "/": root = "the/folder"`
		return Machine{}, e
	}
	m := Machine{Engine: t.Engine, Root: l.path(t.Root), Drives: map[string]string{}}
	err := l.drives(key, t, func(drive, folder string) { m.Drives[drive] = l.path(folder) })
	return m, err
}

// drives checks the drives of a machine and gives each to set.
func (l *loader) drives(key toml.Key, t machineTable, set func(drive, folder string)) error {
	for _, drive := range slices.Sorted(maps.Keys(t.Drives)) {
		if _, err := driver.Drive(drive); err != nil || len(drive) != 2 {
			e := l.at(BadSetting, append(key, "drives", drive), fmt.Sprintf("%q is no drive", drive))
			e.Help = `write a letter and a colon: drives = { "d:" = "the/folder" }`
			return e
		}
		set(drive, t.Drives[drive])
	}
	return nil
}

func (l *loader) user(name string, t userTable) (User, error) {
	key := toml.Key{"users", name}
	switch t.Access {
	case "":
		t.Access = "full"
	case "full", "monitor":
	default:
		e := l.at(BadSetting, append(key, "access"), fmt.Sprintf("there is no access %q", t.Access))
		e.Known = []string{"full", "monitor"}
		return User{}, e
	}
	if t.Hash != "" {
		return l.hashed(key, t)
	}
	if t.Password.isZero() {
		e := l.at(BadSetting, key, fmt.Sprintf("the user %q has no password", name))
		e.Help = `name where it is kept: password = { env = "NAME" }`
		return User{}, e
	}
	s, err := l.secret(append(key, "password"), t.Password)
	return User{Password: s, Access: t.Access}, err
}

// hashed reads a user of whose password only the hash is kept.
func (l *loader) hashed(key toml.Key, t userTable) (User, error) {
	var reason string
	if err := access.CheckHash(t.Hash); err != nil {
		reason = err.Error()
	}
	if !t.Password.isZero() {
		reason = "a user has either a password or the hash of one"
	}
	if reason != "" {
		e := l.at(BadSetting, append(key, "hash"), reason)
		e.Help = "smrscript engine password asks for a password and prints its hash"
		return User{}, e
	}
	return User{Hash: t.Hash, Access: t.Access}, nil
}

// secret checks a secret and ties it to the file.
func (l *loader) secret(key toml.Key, s Secret) (Secret, error) {
	if s.bad != "" {
		e := l.at(BadSetting, key, s.bad)
		if s.unknown != "" {
			e = l.at(UnknownKey, append(key, s.unknown), s.bad)
			e.Known = sourceKeys()
		}
		e.Help = `a secret is { env = "NAME" }, { file = "PATH" } or { command = "LINE" }`
		return s, e
	}
	if s.File != "" {
		s.File = l.path(s.File)
	}
	s.dir = l.dir
	s.origin = l.at(NoSecret, key, "")
	if !s.plain.IsZero() {
		e := l.at(PlainText, key, fmt.Sprintf("%s stands in the configuration as plain text", strings.Join(key, ".")))
		e.Help = `keep it elsewhere: { env = "NAME" }, { file = "PATH" } or { command = "LINE" }`
		l.warn(e)
	}
	return s, nil
}

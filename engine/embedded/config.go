package embedded

// This file defines the configuration and checks it.

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// Config says what the engine works with. Paths of the host that are relative
// are relative to the working directory.
type Config struct {
	StateDir string             // folder for the state; made when missing; required
	Machines map[string]Machine // by name; names that differ only by case are refused
	Users    map[string]User    // by name; none: every login gets full access and none is needed
	Settings Settings
	Version  string // of the program, for the version operation; "" means devel

	wrap  func(tree.Dir) tree.Dir   // lets tests make file systems fail; nil: nothing
	point func(name string)         // lets tests end the process where it hurts; nil: nothing
	fail  func() error              // lets tests break the state folder; nil: nothing
	clock func(time.Time) time.Time // lets tests set the clock, see copier.Copier; nil: that of the system
}

// Machine is a folder of this host that plays a machine.
type Machine struct {
	Root   string            // the folder that is the machine's "/"
	Drives map[string]string // "d:" to a folder; a drive not named is <Root>/d
}

// User may log in.
type User struct {
	Password engine.Secret
	Access   engine.AccessLevel
}

// Settings tune the engine. Every zero value means the default.
type Settings struct {
	ChecksumAll    *bool         // a checksum mirror compares all files, not only those that look different; default true
	Workers        int           // goroutines that compare and as many that copy, per mirror; default 2 to 4 by the number of processors
	PollInterval   time.Duration // between comparisons where folders cannot be watched; default 5 s
	RescanInterval time.Duration // between comparisons that find what notifications cannot tell; default 15 min, negative never
	NoFlush        bool          // leave writing copies to disk to the system: a mirror is complete before a power failure could not undo it
	Retries        int           // how often a change that failed is tried again before it is given up; a full disk is waited for without limit; default 5
	ChunkSize      int           // bytes that a checksum mirror compares and sends as one piece, up to 1 MiB; default 128 KiB
	QueueMemory    int64         // bytes of memory for the changes that wait, per connection, before they go to disk; default 128 MiB
	QueueDisk      int64         // bytes on disk for them; beyond, the connection gives its queue up and mirrors; default 1 GiB
	LockTimeout    time.Duration // how long to wait for another process to leave the state folder; default 1 s
}

func (s Settings) withDefaults() Settings {
	yes := true
	if s.ChecksumAll == nil {
		s.ChecksumAll = &yes
	}
	if s.Workers <= 0 {
		s.Workers = min(max(runtime.NumCPU(), 2), 4)
	}
	if s.Retries <= 0 {
		s.Retries = 5
	}
	if s.ChunkSize <= 0 {
		s.ChunkSize = copier.Block
	}
	s.PollInterval = cmp.Or(s.PollInterval, 5*time.Second)
	s.RescanInterval = cmp.Or(s.RescanInterval, 15*time.Minute)
	s.QueueMemory = cmp.Or(s.QueueMemory, 128<<20)
	s.QueueDisk = cmp.Or(s.QueueDisk, 1<<30)
	s.LockTimeout = cmp.Or(s.LockTimeout, time.Second)
	return s
}

// machine is a checked Machine.
type machine struct {
	name                   string
	root                   string
	drives                 map[string]string
	queueMemory, queueDisk allowance // of the connections from it
}

// machines checks the configured machines; the result is by lower-case name.
func (c Config) machines() (map[string]*machine, error) {
	out := map[string]*machine{}
	for _, name := range slices.Sorted(maps.Keys(c.Machines)) {
		m, err := newMachine(name, c.Machines[name])
		if err != nil {
			return nil, err
		}
		if other := out[strings.ToLower(name)]; other != nil {
			return nil, fmt.Errorf("machines %q and %q differ only by case", other.name, name)
		}
		out[strings.ToLower(name)] = m
	}
	return out, nil
}

func newMachine(name string, cfg Machine) (*machine, error) {
	if name == "" || cfg.Root == "" {
		return nil, fmt.Errorf("machine %q: a machine needs a name and a root folder", name)
	}
	root, err := filepath.Abs(cfg.Root)
	if err != nil {
		return nil, fmt.Errorf("machine %q: root %q: %w", name, cfg.Root, err)
	}
	m := &machine{name: name, root: root, drives: map[string]string{}}
	for drive, folder := range cfg.Drives {
		key, err := driver.Drive(drive)
		if err != nil {
			return nil, fmt.Errorf("machine %q: %w", name, err)
		}
		if m.drives[key], err = filepath.Abs(folder); err != nil {
			return nil, fmt.Errorf("machine %q: drive %q: %w", name, drive, err)
		}
	}
	return m, nil
}

// parse reads a path of the machine.
func (m *machine) parse(p engine.Path) (rules.Path, error) {
	return driver.ParsePath(string(p), func(d string) bool { _, ok := m.drives[d]; return ok })
}

// locate says where a path lies on this host: below which folder, and where there.
func (m *machine) locate(p rules.Path) (volume, rel string) {
	if len(p) > 0 {
		if folder, ok := m.drives[p[0]]; ok {
			return folder, strings.Join(p[1:], "/")
		}
	}
	return m.root, strings.Join(p, "/")
}

// online returns why the machine cannot be used, or nil.
func (m *machine) online() error {
	info, err := os.Stat(m.root)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is not a folder", m.root)
	}
	return err
}

// foldNames reports whether names that differ only by case are one name here.
func foldNames() bool { return runtime.GOOS == "windows" || runtime.GOOS == "darwin" }

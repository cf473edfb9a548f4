package syncthing

// This file defines the configuration and checks it.

import (
	"fmt"
	"maps"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// Config says what the driver works with.
type Config struct {
	StateDir string             // folder for what daemons cannot keep: replication sets, counters; made when missing; required
	Machines map[string]Machine // by name; names that differ only by case are refused
	Users    map[string]User    // by name; none: who has a daemon's key or password has full access
	Settings Settings
	Version  string              // of the program, for the version operation; "" means devel
	FirstID  engine.ConnectionID // the least number of a connection; 0 means 1
}

// Machine is a Syncthing daemon.
type Machine struct {
	URL         string            // of its REST API: https://host:port, or http:// on this host
	Key         engine.Secret     // API key; empty: LOGIN's user and password are those of the daemon
	Fingerprint string            // "sha256:..." of its certificate
	CA          []byte            // authorities in PEM form that may have signed it
	Address     string            // where other daemons reach it, tcp://host:port; "" means the URL's host and the port it listens on
	Root        string            // folder of its host that is the machine's "/"; "" means the host's own paths
	Drives      map[string]string // "d:" to a folder of its host
}

// User may log in on machines that have a key.
type User struct {
	Password engine.Secret
	Access   engine.AccessLevel
}

// Settings tune the driver. Every zero value means the default.
type Settings struct {
	Timeout    time.Duration // of one call to a daemon; default 15 s
	Retry      time.Duration // how long failures that may pass are tried again; default 5 s, negative not at all
	Patience   time.Duration // how long a mirror or a wait endures a daemon that does not answer, in all; default 2 min
	WatchDelay time.Duration // from a change on the source until it is looked at while replicating; in whole seconds; default 1 s
	Rescan     time.Duration // between full scans while replicating, which find what notifications missed; default 1 h
	Forget     bool          // disconnecting removes the folders from both daemons at once instead of keeping their index for the next connection
	Parallel   int           // calls at once when many machines are asked; default 64
}

func (s Settings) withDefaults() Settings {
	s.Timeout = orDefault(s.Timeout, 15*time.Second)
	s.Retry = orDefault(s.Retry, 5*time.Second)
	s.Patience = orDefault(s.Patience, 2*time.Minute)
	s.WatchDelay = orDefault(s.WatchDelay, time.Second)
	s.Rescan = orDefault(s.Rescan, time.Hour)
	if s.Parallel <= 0 {
		s.Parallel = 64
	}
	return s
}

func orDefault(d, def time.Duration) time.Duration {
	if d == 0 {
		return def
	}
	return d
}

// openMachines checks the configured machines; the result is by lower-case name.
func (c Config) openMachines() (map[string]*machine, error) {
	out := map[string]*machine{}
	set := c.Settings.withDefaults()
	for _, name := range slices.Sorted(maps.Keys(c.Machines)) {
		m, err := newMachine(name, c.Machines[name], set)
		if err != nil {
			return nil, fmt.Errorf("machine %q: %w", name, err)
		}
		if other := out[strings.ToLower(name)]; other != nil {
			return nil, fmt.Errorf("machines %q and %q differ only by case", other.name, name)
		}
		out[strings.ToLower(name)] = m
	}
	return out, nil
}

func newMachine(name string, cfg Machine, set Settings) (*machine, error) {
	if strings.TrimSpace(name) == "" {
		return nil, fmt.Errorf("a machine needs a name")
	}
	api, err := rest.New(rest.Config{URL: cfg.URL, Key: cfg.Key, Fingerprint: cfg.Fingerprint, CA: cfg.CA, Timeout: set.Timeout, Retry: set.Retry})
	if err != nil {
		return nil, fmt.Errorf("url: %w", err)
	}
	if err := CheckAddress(cfg.Address); err != nil {
		return nil, fmt.Errorf("address: %w", err)
	}
	m := &machine{name: name, api: api, address: cfg.Address, root: cfg.Root, drives: map[string]string{}}
	for drive, folder := range cfg.Drives {
		key, err := driver.Drive(drive)
		if err != nil {
			return nil, err
		}
		m.drives[key] = folder
	}
	return m, nil
}

// CheckAddress returns why text cannot be the address that other daemons reach a machine at; "" can.
func CheckAddress(text string) error {
	if text == "" {
		return nil
	}
	u, err := url.Parse(text)
	if err != nil || !slices.Contains([]string{"tcp", "tcp4", "tcp6", "quic", "quic4", "quic6"}, u.Scheme) {
		return fmt.Errorf("%q does not begin with tcp:// or quic://", text)
	}
	if _, _, err := net.SplitHostPort(u.Host); err != nil {
		return fmt.Errorf("%q names no host and port", text)
	}
	return nil
}

package config

// This file reads what a configuration says about machines with Syncthing.

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// syncthingTable is [syncthing]. Times are written as "90s" or "2h".
type syncthingTable struct {
	Timeout    string `toml:"timeout"`
	Retry      string `toml:"retry"`
	Patience   string `toml:"patience"`
	WatchDelay string `toml:"watch_delay"`
	Rescan     string `toml:"rescan"`
	Forget     bool   `toml:"forget"`
	Parallel   int    `toml:"parallel"`
}

func syncthingKeys() []string {
	return []string{"forget", "parallel", "patience", "rescan", "retry", "timeout", "watch_delay"}
}

// syncthing reads the settings of the driver.
func (l *loader) syncthing(t syncthingTable) (s syncthing.Settings, err error) {
	s.Forget, s.Parallel = t.Forget, t.Parallel
	if t.Parallel < 0 || t.Parallel > 1024 {
		return s, l.at(BadSetting, toml.Key{"syncthing", "parallel"}, "parallel is a number from 1 to 1024")
	}
	for _, d := range []struct {
		key, text string
		to        *time.Duration
	}{{"timeout", t.Timeout, &s.Timeout}, {"retry", t.Retry, &s.Retry}, {"patience", t.Patience, &s.Patience},
		{"watch_delay", t.WatchDelay, &s.WatchDelay}, {"rescan", t.Rescan, &s.Rescan}} {
		if d.text == "" {
			continue
		}
		if *d.to, err = time.ParseDuration(d.text); err != nil || *d.to <= 0 {
			e := l.at(BadSetting, toml.Key{"syncthing", d.key}, fmt.Sprintf("%q is no time", d.text))
			e.Help = fmt.Sprintf(`write a number and a unit: %s = "90s"`, d.key)
			return s, e
		}
	}
	return s, nil
}

// daemonKey returns the first key of the table that only machines with Syncthing have, "" if there is none.
func (t machineTable) daemonKey() string {
	switch {
	case t.URL != "":
		return "url"
	case !t.Key.isZero():
		return "api_key"
	case t.Fingerprint != "":
		return "fingerprint"
	case t.CA != "":
		return "ca"
	case t.Address != "":
		return "address"
	}
	return ""
}

// daemon reads a machine with Syncthing. Root and drives are folders of its host, so they are not relative to anything here.
func (l *loader) daemon(name string, t machineTable) (Machine, error) {
	key := toml.Key{"machines", name}
	m := Machine{Engine: t.Engine, Root: t.Root, Drives: map[string]string{}, URL: t.URL, Fingerprint: t.Fingerprint, Address: t.Address}
	if t.URL == "" {
		e := l.at(BadSetting, key, fmt.Sprintf("the machine %q has no url", name))
		e.Help = `say where its Syncthing answers: url = "https://host:8384"`
		return m, e
	}
	for _, c := range []struct {
		key string
		err error
	}{{"url", second(rest.ParseURL(t.URL))}, {"fingerprint", fingerprint(t.Fingerprint)}, {"address", syncthing.CheckAddress(t.Address)},
		{"root", abroad(t.Root)}} {
		if c.err != nil {
			return m, l.at(BadSetting, append(key, c.key), fmt.Sprintf("%s of %q: %v", c.key, name, c.err))
		}
	}
	if t.CA != "" {
		m.CA = l.path(t.CA)
	}
	if !t.Key.isZero() {
		var err error
		if m.Key, err = l.secret(append(key, "api_key"), t.Key); err != nil {
			return m, err
		}
	}
	err := l.drives(key, t, func(drive, folder string) { m.Drives[drive] = folder })
	return m, err
}

func second[T any](_ T, err error) error { return err }

func fingerprint(text string) error {
	if text == "" {
		return nil
	}
	_, err := rest.ParseFingerprint(text)
	return err
}

// abroad returns why a path cannot be one of another host: it must begin at the top there.
func abroad(root string) error {
	if root == "" || strings.HasPrefix(root, "/") || strings.HasPrefix(root, `\\`) || len(root) > 2 && root[1] == ':' {
		return nil
	}
	return fmt.Errorf("%q is a folder of the daemon's host and begins with /, a drive or \\\\", root)
}

// openSyncthing opens the driver for its machines. mixed says that there are others, whose connections are numbered from 1.
func (c *Config) openSyncthing(ctx context.Context, version string, mixed bool) (engine.Client, error) {
	cfg := syncthing.Config{StateDir: c.State, Machines: map[string]syncthing.Machine{}, Settings: c.Syncthing, Version: version}
	if mixed {
		cfg.FirstID = firstMixedID
	}
	for name, m := range c.Machines {
		if m.Engine != "syncthing" {
			continue
		}
		d := syncthing.Machine{URL: m.URL, Fingerprint: m.Fingerprint, Address: m.Address, Root: m.Root, Drives: m.Drives}
		if !m.Key.isZero() {
			var err error
			if d.Key, err = m.Key.Fetch(ctx); err != nil {
				return nil, err
			}
		}
		if m.CA != "" {
			var err error
			if d.CA, err = os.ReadFile(m.CA); err != nil {
				return nil, &Error{Kind: Unreadable, File: m.CA, Reason: "the authorities of " + name + " cannot be read", Cause: unwrapPath(err)}
			}
		}
		cfg.Machines[name] = d
	}
	client, err := syncthing.Open(cfg)
	if err != nil {
		return nil, err
	}
	return client, nil
}

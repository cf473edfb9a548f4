package config

// This file opens the engine that a configuration describes.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
)

// Drivers lists the engines that a machine may name.
func Drivers() []string { return []string{"embedded", "syncthing"} }

// Open opens the engine of the machines. version is the program's, for the version operation. Users' passwords are
// fetched now. Without any machine the client answers that there are none, and no state is touched.
func (c *Config) Open(ctx context.Context, version string) (engine.Client, error) {
	if len(c.Machines) == 0 {
		return &advisor{Client: nobody{version}, config: c}, nil
	}
	here, there := 0, 0
	for _, m := range c.Machines {
		if m.Engine == "syncthing" {
			there++
		} else {
			here++
		}
	}
	var r router
	var err error
	if here > 0 {
		if r.here, err = c.openEmbedded(ctx, version); err != nil {
			return nil, err
		}
	}
	if there > 0 {
		if r.there, err = c.openSyncthing(ctx, version, c.Users, here > 0); err != nil {
			if r.here != nil {
				err = errors.Join(err, r.here.Close())
			}
			return nil, err
		}
	}
	switch {
	case there == 0:
		return &advisor{Client: r.here, config: c}, nil
	case here == 0:
		return &advisor{Client: r.there, config: c}, nil
	}
	r.engines = map[string]engine.Client{}
	for name, m := range c.Machines {
		r.engines[strings.ToLower(name)] = r.here
		if m.Engine == "syncthing" {
			r.engines[strings.ToLower(name)] = r.there
		}
	}
	return &advisor{Client: &r, config: c}, nil
}

// openEmbedded opens the embedded engine for its machines.
func (c *Config) openEmbedded(ctx context.Context, version string) (engine.Client, error) {
	cfg := embedded.Config{StateDir: c.State, Machines: map[string]embedded.Machine{}, Users: map[string]embedded.User{}, Version: version}
	for name, m := range c.Machines {
		if m.Engine == "embedded" {
			cfg.Machines[name] = embedded.Machine{Root: m.Root, Drives: m.Drives}
		}
	}
	for name, u := range c.Users {
		password, level, err := u.open(ctx)
		if err != nil {
			return nil, err
		}
		cfg.Users[name] = embedded.User{Password: password, Access: level}
	}
	return embedded.Open(cfg)
}

// open fetches a user's password.
func (u User) open(ctx context.Context) (engine.Secret, engine.AccessLevel, error) {
	password, err := u.Password.Fetch(ctx)
	if u.Access == "monitor" {
		return password, engine.AccessMonitor, err
	}
	return password, engine.AccessFull, err
}

// advisor says of an unknown machine which file was looked at and what to add to it.
type advisor struct {
	engine.Client
	config *Config
}

// Do implements engine.Client.
func (a *advisor) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	r, err := a.Client.Do(ctx, op)
	var e *engine.Error
	if errors.As(err, &e) && e.Code == engine.CodeNoMachine {
		advised := *e
		advised.Hint = a.config.advice(e.Subject)
		return r, &advised
	}
	return r, err
}

// advice names the file and the two lines that make a machine known.
func (c *Config) advice(name string) string {
	lines := fmt.Sprintf("[machines.%s]\nroot = \"%s\"", bareKey(name), "the/folder/of/"+name)
	if c.File != "" {
		return fmt.Sprintf("add the machine to %s:\n%s", c.File, lines)
	}
	return fmt.Sprintf("no configuration was found, looked for %s; make one with:\n%s", strings.Join(c.Looked, " and "), lines)
}

// bareKey quotes a name that could not stand as a key by itself.
func bareKey(name string) string {
	if name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == "" {
		return name
	}
	return fmt.Sprintf("%q", name)
}

package config

// This file opens the engine that a configuration describes.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/embedded"
	"github.com/smrscript/smrscript/engine/remote"
)

// Drivers lists the engines that a machine may name.
func Drivers() []string { return []string{"embedded", "syncthing"} }

// Open opens the engine of the machines: that of the daemon on the host of the URL, else of one that answers at the socket of the state
// folder, else in this process, with its agent; Choose narrows that. version is the program's, for the version operation. Users' passwords are
// fetched now, unless there is a daemon. Without any machine the client answers that there are none, and no state is touched.
func (c *Config) Open(ctx context.Context, version string) (engine.Client, error) {
	if c.choice == ChooseDaemon {
		return c.mustBeDaemon(ctx, version)
	}
	if c.Engine.URL == "" && len(c.Machines) == 0 {
		return &advisor{Client: nobody{version}, config: c}, nil
	}
	if c.choice == ChooseHere {
		client, err := c.openHere(ctx, version)
		return client, inUse(err)
	}
	if client, err := c.daemon(ctx, version); client != nil || err != nil {
		return client, err
	}
	client, err := c.openHere(ctx, version)
	if err == nil {
		return client, nil
	}
	// A daemon that was just being started has the state folder by now.
	if client, _ := c.daemon(ctx, version); client != nil {
		return client, nil
	}
	return nil, inUse(err)
}

// daemon returns a client of the daemon; nil if there is none.
func (c *Config) daemon(ctx context.Context, version string) (engine.Client, error) {
	target, err := c.Daemon()
	if err != nil {
		return nil, err
	}
	client, err := remote.Dial(ctx, target, version)
	switch {
	case err == nil:
		return &advisor{Client: client, config: c, daemon: true}, nil
	case target.URL == "" && remote.Absent(err):
		return nil, nil
	}
	return nil, err
}

// openHere opens the engine in this process.
func (c *Config) openHere(ctx context.Context, version string) (engine.Client, error) {
	users, err := c.accounts(ctx)
	if err != nil {
		return nil, err
	}
	client, err := c.openAll(ctx, version, nil)
	if err != nil {
		return nil, err
	}
	keeper, err := access.New(client, c.access(users))
	if err != nil {
		return nil, errors.Join(err, client.Close())
	}
	return &advisor{Client: &owner{keeper.Session("this process"), client}, config: c}, nil
}

// access says who may do what.
func (c *Config) access(users map[string]access.User) access.Config {
	cfg := access.Config{Users: users, Machines: c.MachineNames()}
	for name, m := range c.Machines {
		if m.Engine == "syncthing" && m.Key.isZero() {
			cfg.Delegated = append(cfg.Delegated, name)
		}
	}
	return cfg
}

// An owner is a session that closes the engine when it is closed.
type owner struct {
	*access.Session
	engine engine.Client
}

// Close implements engine.Client.
func (o *owner) Close() error { return errors.Join(o.Session.Close(), o.engine.Close()) }

// openAll opens the drivers with the agent in front, as a client that asks for no login. note is told what the agent does by itself, nil: nobody but its log.
func (c *Config) openAll(ctx context.Context, version string, note func(string)) (engine.Client, error) {
	drivers, err := c.openDrivers(ctx, version)
	if err != nil {
		return nil, err
	}
	client, err := c.withAgent(drivers, note)
	if err != nil {
		return nil, errors.Join(err, drivers.Close())
	}
	return client, nil
}

// openDrivers opens the drivers of the machines, without users.
func (c *Config) openDrivers(ctx context.Context, version string) (engine.Client, error) {
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
		if r.here, err = c.openEmbedded(version); err != nil {
			return nil, err
		}
	}
	if there > 0 {
		if r.there, err = c.openSyncthing(ctx, version, here > 0); err != nil {
			if r.here != nil {
				err = errors.Join(err, r.here.Close())
			}
			return nil, err
		}
	}
	switch {
	case there == 0:
		return r.here, nil
	case here == 0:
		return r.there, nil
	}
	r.engines = map[string]engine.Client{}
	for name, m := range c.Machines {
		r.engines[strings.ToLower(name)] = r.here
		if m.Engine == "syncthing" {
			r.engines[strings.ToLower(name)] = r.there
		}
	}
	return &r, nil
}

// openEmbedded opens the embedded engine for its machines.
func (c *Config) openEmbedded(version string) (engine.Client, error) {
	cfg := embedded.Config{StateDir: c.State, Machines: map[string]embedded.Machine{}, Version: version}
	for name, m := range c.Machines {
		if m.Engine == "embedded" {
			cfg.Machines[name] = embedded.Machine{Root: m.Root, Drives: m.Drives}
		}
	}
	return embedded.Open(cfg)
}

// accounts fetches the passwords of the users.
func (c *Config) accounts(ctx context.Context) (map[string]access.User, error) {
	users := map[string]access.User{}
	for name, u := range c.Users {
		account := access.User{Hash: u.Hash, Access: engine.AccessFull}
		if u.Access == "monitor" {
			account.Access = engine.AccessMonitor
		}
		if u.Hash == "" {
			var err error
			if account.Password, err = u.Password.Fetch(ctx); err != nil {
				return nil, err
			}
		}
		users[name] = account
	}
	return users, nil
}

// advisor says of an unknown machine which file was looked at and what to add to it.
type advisor struct {
	engine.Client
	config *Config
	daemon bool // the engine is a daemon's
}

// Do implements engine.Client.
func (a *advisor) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	r, err := a.Client.Do(ctx, op)
	var e *engine.Error
	if errors.As(err, &e) && e.Code == engine.CodeNoMachine {
		advised := *e
		advised.Hint = a.config.advice(e.Subject)
		if a.daemon {
			advised.Hint = a.config.restart(e.Subject)
		}
		return r, &advised
	}
	return r, err
}

// restart says how a daemon comes to know a machine.
func (c *Config) restart(name string) string {
	hint := "A daemon knows the machines that its configuration had when it was started: smrscript engine stop and start make it read that again."
	for known := range c.Machines {
		if strings.EqualFold(known, name) {
			return hint
		}
	}
	if c.Engine.URL != "" {
		return fmt.Sprintf("The machines are those of the daemon at %s: add this one to its configuration. %s", c.Engine.URL, hint)
	}
	return c.advice(name) + "\n" + hint
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

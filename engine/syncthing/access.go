package syncthing

// This file handles logins and the operations on machines.

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// login is what a session may do on a machine.
type login struct {
	level engine.AccessLevel
	api   *rest.Client // with the user's own password; nil: the machine's
}

// level is what the session may do on a machine now. Without configured users, the key in the configuration is the right to use it.
func (cl *Client) level(name string) engine.AccessLevel {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	key := strings.ToLower(name)
	if l, ok := cl.logins[key]; ok {
		return l.level
	}
	if m := cl.machines[key]; m != nil && m.api.HasLogin() && len(cl.cfg.Users) == 0 {
		return engine.AccessFull
	}
	return engine.AccessNone
}

func (cl *Client) setLogin(m *machine, l login) {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	cl.logins[strings.ToLower(m.name)] = l
}

// login asks the daemon, so that a daemon that is down or refuses its key is known at the first line of a script. With a key in the
// configuration the user is one of the configuration; without, the user of the daemon.
func (cl *Client) login(ctx context.Context, op engine.Login) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	if !m.api.HasLogin() {
		return cl.loginThere(ctx, m, op)
	}
	if _, err := m.api.Version(ctx); err != nil { // what is known may be of yesterday
		return nil, m.failed(err)
	}
	if _, err := m.ask(ctx, m.api); err != nil {
		return nil, err
	}
	l := login{level: engine.AccessFull}
	if len(cl.cfg.Users) > 0 {
		user, known := cl.cfg.Users[op.User]
		l.level = engine.AccessNone
		// Hashing first makes the comparison take the same time for every password.
		want, got := sha256.Sum256([]byte(user.Password.Reveal())), sha256.Sum256([]byte(op.Password.Reveal()))
		if subtle.ConstantTimeCompare(want[:], got[:]) == 1 && known && !user.Password.IsZero() {
			l.level = user.Access
		}
	}
	cl.setLogin(m, l)
	return l.level, nil
}

// loginThere logs in with the daemon's own user and password.
func (cl *Client) loginThere(ctx context.Context, m *machine, op engine.Login) (engine.Result, error) {
	l := login{level: engine.AccessNone}
	if !op.Password.IsZero() {
		api := m.api.WithLogin(op.User, op.Password)
		m.forget() // what is known may be known from another login
		_, err := api.Version(ctx)
		switch {
		case rest.IsDenied(err):
		case err != nil:
			return nil, m.failed(err)
		default:
			if _, err := m.ask(ctx, api); err != nil {
				return nil, err
			}
			l = login{engine.AccessFull, api}
		}
	}
	cl.setLogin(m, l)
	return l.level, nil
}

func (cl *Client) logout(op engine.Logout) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	if len(cl.cfg.Users) == 0 && m.api.HasLogin() {
		return engine.Done{}, nil // the configuration holds the right
	}
	cl.setLogin(m, login{})
	return engine.Done{}, nil
}

// source finds a machine on which the session must have a level as source.
func (cl *Client) source(name string, need engine.AccessLevel) (*machine, error) {
	if name == "" {
		return nil, &engine.Error{Code: engine.CodeNoSource}
	}
	return cl.allowed(name, need, engine.CodeSourceAccess)
}

func (cl *Client) target(name string, need engine.AccessLevel) (*machine, error) {
	if name == "" {
		return nil, &engine.Error{Code: engine.CodeNoTarget}
	}
	return cl.allowed(name, need, engine.CodeTargetAccess)
}

func (cl *Client) allowed(name string, need engine.AccessLevel, code engine.Code) (*machine, error) {
	m, err := cl.machine(name)
	if err != nil {
		return nil, err
	}
	return m, driver.CheckAccess(m.name, cl.level(name), need, code)
}

// ping asks without a login, so it can tell no more than that a Syncthing answers.
func (cl *Client) ping(ctx context.Context, op engine.Ping) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	return engine.Done{}, cl.answers(ctx, m)
}

// answers returns CodeNoAnswer unless a daemon answers now and, with a key, accepts it.
func (cl *Client) answers(ctx context.Context, m *machine) error {
	api := cl.api(m)
	_, err := api.Impatient().Version(ctx)
	if rest.IsDenied(err) && !api.HasLogin() {
		return nil
	}
	return m.failed(err)
}

func (cl *Client) listMachines(ctx context.Context) (engine.Result, error) {
	sorted := cl.sorted()
	list := make(engine.MachineList, len(sorted))
	type place struct {
		i int
		m *machine
	}
	var places []place
	for i, m := range sorted {
		places = append(places, place{i, m})
	}
	each(cl.set.Parallel, places, func(p place) {
		m := p.m
		entry := engine.Machine{Name: m.name, Driver: "syncthing", Address: m.api.Address(), Online: true, Access: cl.level(m.name)}
		if err := cl.answers(ctx, m); err != nil {
			entry.Online, entry.Detail = false, causeOf(err)
		}
		list[p.i] = entry
	})
	return list, ctx.Err()
}

// causeOf is the reason of an error about a machine, without the machine.
func causeOf(err error) string {
	var e *engine.Error
	if errors.As(err, &e) && e.Cause != nil {
		return e.Cause.Error()
	}
	return err.Error()
}

func (cl *Client) version(ctx context.Context, op engine.Version) (engine.Result, error) {
	if op.Machine == "" {
		v := engine.VersionInfo{Driver: "syncthing", Version: cl.cfg.Version}
		if v.Version == "" {
			v.Version = "devel"
		}
		return v, nil
	}
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	api := cl.api(m)
	v, err := api.Version(ctx)
	if err != nil {
		return nil, m.failed(err)
	}
	info := engine.VersionInfo{Driver: "syncthing", Version: v.Version, Detail: v.OS + "/" + v.Arch}
	if err := checkVersion(v.Version); err != nil {
		info.Detail += "; " + err.Error()
	}
	return info, nil
}

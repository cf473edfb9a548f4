package embedded

// This file handles logins and the operations on machines.

import (
	"crypto/sha256"
	"crypto/subtle"
	"maps"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

// level is what the session may do on a machine now.
func (cl *Client) level(name string) engine.AccessLevel {
	if len(cl.cfg.Users) == 0 {
		return engine.AccessFull
	}
	cl.mu.Lock()
	defer cl.mu.Unlock()
	return cl.levels[strings.ToLower(name)]
}

func (cl *Client) setLevel(m *machine, level engine.AccessLevel) {
	cl.mu.Lock()
	defer cl.mu.Unlock()
	cl.levels[strings.ToLower(m.name)] = level
}

func (cl *Client) login(op engine.Login) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	if len(cl.cfg.Users) == 0 {
		return engine.AccessFull, nil
	}
	user, known := cl.cfg.Users[op.User]
	// Hashing first makes the comparison take the same time for every password.
	want, got := sha256.Sum256([]byte(user.Password.Reveal())), sha256.Sum256([]byte(op.Password.Reveal()))
	level := engine.AccessNone
	if subtle.ConstantTimeCompare(want[:], got[:]) == 1 && known && !user.Password.IsZero() {
		level = user.Access
	}
	cl.setLevel(m, level)
	return level, nil
}

func (cl *Client) logout(op engine.Logout) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	cl.setLevel(m, engine.AccessNone)
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

func (cl *Client) ping(op engine.Ping) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	return engine.Done{}, m.answers()
}

// answers returns CodeNoAnswer when the machine's folder cannot be used.
func (m *machine) answers() error {
	if err := m.online(); err != nil {
		return &engine.Error{Code: engine.CodeNoAnswer, Subject: m.name, Cause: err,
			Hint: "Make the folder, or correct the machine's root in the configuration."}
	}
	return nil
}

func (cl *Client) listMachines() (engine.Result, error) {
	list := engine.MachineList{}
	for _, key := range slices.Sorted(maps.Keys(cl.machines)) {
		m := cl.machines[key]
		entry := engine.Machine{Name: m.name, Driver: "embedded", Address: m.root, Online: true, Access: cl.level(m.name)}
		if err := m.online(); err != nil {
			entry.Online, entry.Detail = false, err.Error()
		}
		list = append(list, entry)
	}
	return list, nil
}

func (cl *Client) version(op engine.Version) (engine.Result, error) {
	if op.Machine != "" {
		if _, err := cl.machine(op.Machine); err != nil {
			return nil, err
		}
	}
	v := engine.VersionInfo{Driver: "embedded", Version: cl.cfg.Version}
	if v.Version == "" {
		v.Version = "devel"
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		v.Detail = info.GoVersion
	}
	return v, nil
}

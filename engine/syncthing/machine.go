package syncthing

// This file defines what is known of a machine and its daemon.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// machine is a checked Machine.
type machine struct {
	name    string
	api     *rest.Client // with the configured key, if there is one
	address string
	root    string
	drives  map[string]string

	mu     sync.Mutex
	known  *daemon
	padded bool // its daemon counts bytes for folders and symbolic links, which have none
}

// daemon is what a running daemon says about itself.
type daemon struct {
	id      rest.DeviceID
	version rest.Version
	sep     string // between the parts of a path on its host
	listen  string // where other daemons reach it
}

// The versions that the driver knows: [oldest, newest) by major and minor number.
const (
	oldestMajor, oldestMinor = 1, 19
	newestMajor              = 3
)

// ask returns what the daemon says about itself; it is asked once and again after it could not be reached.
func (m *machine) ask(ctx context.Context, api *rest.Client) (*daemon, error) {
	m.mu.Lock()
	known := m.known
	m.mu.Unlock()
	if known != nil {
		return known, nil
	}
	v, err := api.Version(ctx)
	if err != nil {
		return nil, m.failed(err)
	}
	if err := checkVersion(v.Version); err != nil {
		return nil, &engine.Error{Code: engine.CodeUnsupported, Subject: m.name, Cause: err,
			Hint: "Install a Syncthing from 1.19 on, below 3."}
	}
	s, err := api.SystemStatus(ctx)
	if err != nil {
		return nil, m.failed(err)
	}
	d := &daemon{id: s.MyID, version: v, sep: "/", listen: m.address}
	if v.OS == "windows" {
		d.sep = `\`
	}
	if d.listen == "" {
		o, err := api.Options(ctx)
		if err != nil {
			return nil, m.failed(err)
		}
		d.listen = listenAddress(api.Host(), o.ListenAddresses)
	}
	m.mu.Lock()
	m.known, m.padded = d, strings.HasPrefix(v.Version, "v1.")
	m.mu.Unlock()
	return d, nil
}

// entryBytes is what daemons before 2.0 count for a folder and for a symbolic link.
const entryBytes = 128

// ofFiles leaves out of a folder's numbers of bytes what is not in files.
func (m *machine) ofFiles(s rest.FolderStatus) rest.FolderStatus {
	m.mu.Lock()
	padded := m.padded
	m.mu.Unlock()
	if padded {
		s.GlobalBytes = max(s.GlobalBytes-entryBytes*(s.GlobalDirectories+s.GlobalSymlinks), 0)
		s.LocalBytes = max(s.LocalBytes-entryBytes*(s.LocalDirectories+s.LocalSymlinks), 0)
		s.NeedBytes = max(s.NeedBytes-entryBytes*(s.NeedDirectories+s.NeedSymlinks), 0)
	}
	return s
}

// forget makes the next ask ask again.
func (m *machine) forget() {
	m.mu.Lock()
	m.known = nil
	m.mu.Unlock()
}

// listenAddress guesses where a daemon is reached: at its API's host, at the port where it listens.
func listenAddress(host string, listens []string) string {
	port := "22000"
	for _, l := range listens {
		if u, err := url.Parse(l); err == nil && strings.HasPrefix(u.Scheme, "tcp") && u.Port() != "" {
			port = u.Port()
			break
		}
	}
	return "tcp://" + net.JoinHostPort(host, port)
}

// checkVersion refuses daemons that are too old or too new to be known.
func checkVersion(text string) error {
	var major, minor int
	first, rest, _ := strings.Cut(strings.TrimPrefix(text, "v"), ".")
	second, _, _ := strings.Cut(rest, ".")
	major, err := strconv.Atoi(first)
	if err == nil {
		minor, err = strconv.Atoi(second)
	}
	switch {
	case err != nil:
		return fmt.Errorf("the daemon calls its version %q, which is none", text)
	case major < oldestMajor || major == oldestMajor && minor < oldestMinor:
		return fmt.Errorf("Syncthing %s is older than 1.19, the oldest that this driver knows", text)
	case major >= newestMajor:
		return fmt.Errorf("Syncthing %s is newer than this driver knows", text)
	}
	return nil
}

// failed turns the failure of a call into an error about the machine. Errors that are the driver's own, and those of a context, stay.
func (m *machine) failed(err error) error {
	var own *engine.Error
	var answer *rest.Error
	switch {
	case err == nil, errors.As(err, &own), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case rest.IsDenied(err):
		return &engine.Error{Code: engine.CodeNoAnswer, Subject: m.name, Cause: errors.New("Syncthing refuses the key or password"),
			Hint: "The key stands in Syncthing under Actions, Settings, GUI, API Key; give it as api_key, or log in with the daemon's user and password."}
	case rest.IsDown(err), rest.IsBusy(err):
		m.forget() // what answers next may be another
		return &engine.Error{Code: engine.CodeNoAnswer, Subject: m.name, Cause: fmt.Errorf("Syncthing does not answer: %w", err),
			Hint: "Start Syncthing on that machine, and check url and fingerprint in the configuration."}
	case errors.As(err, &answer):
		return &engine.Error{Code: engine.CodeConnectionFailed, Subject: m.name, Cause: fmt.Errorf("Syncthing refuses: %w", err)}
	}
	return &engine.Error{Code: engine.CodeFailed, Subject: m.name, Cause: err}
}

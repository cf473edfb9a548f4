package remote

// This file makes and reaches the unix socket of a state folder.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
)

// socketName is what the socket is called in the state folder.
const socketName = "engine.sock"

// SocketPath returns where the socket of a state folder lies.
func SocketPath(state string) string { return filepath.Join(state, socketName) }

// ListenSocket makes the socket of a state folder, which only this user can open. One that a killed server left is replaced, so whoever
// calls this holds the engine's lock on the folder. Closing the listener removes the socket.
func ListenSocket(state string) (net.Listener, error) {
	// Made in a folder that nobody else can enter and moved when its mode is right, it is at no time open to others.
	private, err := os.MkdirTemp(state, ".sock")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(private)
	l, err := listenUnix(private, "s")
	if err != nil {
		return nil, err
	}
	l.SetUnlinkOnClose(false)
	made, path := filepath.Join(private, "s"), SocketPath(state)
	if err := errors.Join(os.Chmod(made, 0o600), os.Rename(made, path)); err != nil {
		return nil, errors.Join(fmt.Errorf("the socket %s cannot be made: %w", path, err), l.Close())
	}
	return &socket{l, path}, nil
}

// A socket is a listener that knows its name.
type socket struct {
	*net.UnixListener
	path string
}

// Close implements net.Listener.
func (s *socket) Close() error {
	_ = os.Remove(s.path)
	return s.UnixListener.Close()
}

// Addr implements net.Listener.
func (s *socket) Addr() net.Addr { return &net.UnixAddr{Name: s.path, Net: "unix"} }

// dialSocket reaches a socket, whose path may be longer than the system's limit where that can be got round.
func dialSocket(ctx context.Context, path string) (net.Conn, error) {
	return dialUnix(ctx, filepath.Dir(path), filepath.Base(path))
}

// dialPlain dials a socket by its path.
func dialPlain(ctx context.Context, dir, name string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", filepath.Join(dir, name))
}

// listenPlain listens at a path.
func listenPlain(dir, name string) (*net.UnixListener, error) {
	return net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, name), Net: "unix"})
}

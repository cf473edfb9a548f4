package remote

// This file names sockets below an open folder, because addresses of sockets have at most 107 bytes.

import (
	"context"
	"fmt"
	"net"
	"os"
)

// longestAddress is how many bytes an address may have.
const longestAddress = 107

// below calls f with a folder that is short enough for the name of a socket in it.
func below(dir, name string, f func(dir string) error) error {
	if len(dir)+1+len(name) <= longestAddress {
		return f(dir)
	}
	open, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer open.Close()
	return f(fmt.Sprintf("/proc/self/fd/%d", open.Fd()))
}

func listenUnix(dir, name string) (l *net.UnixListener, err error) {
	err = below(dir, name, func(dir string) error {
		l, err = listenPlain(dir, name)
		return err
	})
	return l, err
}

func dialUnix(ctx context.Context, dir, name string) (c net.Conn, err error) {
	err = below(dir, name, func(dir string) error {
		c, err = dialPlain(ctx, dir, name)
		return err
	})
	return c, err
}

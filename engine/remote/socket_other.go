//go:build !linux

package remote

// This file uses sockets by their paths.

import (
	"context"
	"net"
)

func listenUnix(dir, name string) (*net.UnixListener, error) { return listenPlain(dir, name) }

func dialUnix(ctx context.Context, dir, name string) (net.Conn, error) {
	return dialPlain(ctx, dir, name)
}

package remote

// This file asks a server about itself.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
)

// Absent reports whether an error says that nobody listens: there is no socket, or its server has gone.
func Absent(err error) bool {
	var op *net.OpError
	return errors.Is(err, fs.ErrNotExist) || errors.As(err, &op) && op.Op == "dial" && !op.Timeout() && !errors.Is(err, os.ErrPermission)
}

// Query asks the server at a socket for its status. An error that Absent recognises says that there is none.
func Query(ctx context.Context, target Target) (st Status, err error) {
	err = once(ctx, target, http.MethodGet, pathStatus, &st)
	return st, err
}

// Stop asks the server at a socket to end. It does not wait for that.
func Stop(ctx context.Context, target Target) error {
	return once(ctx, target, http.MethodPost, pathStop, nil)
}

// once sends one request without a session and reads the answer.
func once(ctx context.Context, target Target, method, path string, into any) error {
	c, err := newClient(target, "")
	if err != nil {
		return err
	}
	defer c.Close()
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set(headerClient, c.name)
	resp, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("the engine's daemon at %s does not answer: %w", target, plain(err))
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	switch {
	case err != nil:
		return err
	case resp.StatusCode >= http.StatusMultipleChoices:
		return fmt.Errorf("the engine's daemon at %s answers %s", target, resp.Status)
	case into == nil:
		return nil
	}
	return json.Unmarshal(text, into)
}

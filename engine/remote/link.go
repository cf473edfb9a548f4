package remote

// This file keeps the client's session.

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A link is a session as its client sees it.
type link struct {
	token string
	done  chan struct{} // closed when it has broken
	stop  context.CancelFunc
}

// silence is after how long without a line a session counts as broken.
const silence = 3 * beat

// session returns the session, a new one if need be.
func (c *Client) session(ctx context.Context) (*link, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l := c.link; l != nil {
		select {
		case <-l.done:
			c.link = nil
		default:
			return l, nil
		}
	}
	if c.ctx.Err() != nil {
		return nil, errors.New("the engine is closed")
	}
	l, err := c.open(ctx)
	if err != nil {
		return nil, err
	}
	for _, machine := range slices.Sorted(maps.Keys(c.logins)) {
		if err := c.again(ctx, l, c.logins[machine]); err != nil {
			l.stop()
			return nil, err
		}
	}
	c.link = l
	return l, nil
}

// drop forgets a session that the server does not know.
func (c *Client) drop(l *link) {
	l.stop()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.link == l {
		c.link = nil
	}
}

// again logs in as in an earlier session.
func (c *Client) again(ctx context.Context, l *link, op engine.Login) error {
	data, err := engine.EncodeOpWithSecrets(op)
	if err != nil {
		return err
	}
	a, err := c.perform(ctx, l, data)
	if err == nil {
		_, err = a.outcome(op)
	}
	return err
}

// open begins a session. It lives as long as the client, not as long as ctx.
func (c *Client) open(ctx context.Context) (*link, error) {
	alive, stop := context.WithCancel(c.ctx)
	forsake := context.AfterFunc(ctx, stop)
	patience := time.AfterFunc(dialTime, stop)
	l, lines, err := c.begin(alive, stop)
	if !forsake() && err == nil {
		err = ctx.Err()
	}
	if !patience.Stop() && ctx.Err() == nil && c.ctx.Err() == nil {
		err = fmt.Errorf("it does not begin a session within %s", dialTime)
	}
	if err != nil {
		stop()
		if lines != nil {
			_ = lines.Close()
		}
		return nil, err
	}
	go l.follow(lines)
	return l, nil
}

// begin sends the request that a session is and reads its first line.
func (c *Client) begin(ctx context.Context, stop context.CancelFunc) (*link, io.ReadCloser, error) {
	resp, err := c.post(ctx, pathSession, "", nil)
	if err != nil {
		return nil, nil, err
	}
	lines := struct {
		*bufio.Reader
		io.Closer
	}{bufio.NewReader(resp.Body), resp.Body}
	text, err := lines.ReadBytes('\n')
	var first sessionLine
	if err == nil {
		err = json.Unmarshal(text, &first)
	}
	switch {
	case err != nil:
		return nil, lines, err
	case first.Protocol != protocol:
		return nil, lines, &engine.Error{Code: engine.CodeNoAnswer, Subject: "the engine's daemon at " + c.target.String(),
			Cause: fmt.Errorf("it is smrscript %s and speaks version %d of the protocol, this program version %d", first.Version, first.Protocol, protocol),
			Hint:  "Use the same version on both sides: smrscript engine stop, then smrscript engine start with this program."}
	}
	return &link{token: first.Session, done: make(chan struct{}), stop: stop}, lines, nil
}

// follow reads a session until it ends.
func (l *link) follow(lines io.ReadCloser) {
	defer close(l.done)
	defer l.stop()
	defer lines.Close()
	watchdog := time.AfterFunc(silence, l.stop)
	defer watchdog.Stop()
	for s := bufio.NewScanner(lines); s.Scan(); {
		watchdog.Reset(silence)
		var line sessionLine
		if json.Unmarshal(s.Bytes(), &line) != nil || line.End != "" {
			return
		}
	}
}

package remote

// This file reads events.

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Events implements engine.Client. The stream is opened at once, so that nothing from now on is missed, and stays open until it was ranged
// over or ctx ends; ranging again begins anew. When the server goes the sequence ends with CodeNoAnswer.
func (c *Client) Events(ctx context.Context, filter engine.Filter) iter.Seq2[engine.Event, error] {
	in, err := c.subscribe(ctx, filter)
	return func(yield func(engine.Event, error) bool) {
		now, failure := in, err
		if in, err = nil, nil; now == nil && failure == nil {
			now, failure = c.subscribe(ctx, filter)
		}
		if failure == nil {
			failure = read(now, yield)
			_ = now.Close()
		}
		if failure != nil && !errors.Is(failure, errStopped) && ctx.Err() == nil && c.ctx.Err() == nil {
			yield(engine.Event{}, c.failed(ctx, "events", failure))
		}
	}
}

// errStopped says that whoever reads events has seen enough.
var errStopped = errors.New("enough")

// A stream is the answer to a request that goes on until it is closed.
type stream struct {
	io.Reader
	body io.Closer
	end  func()
}

// Close ends the request.
func (s *stream) Close() error {
	s.end()
	return s.body.Close()
}

// subscribe opens a stream of events, whose first line says that the server follows them. It ends with ctx or the client.
func (c *Client) subscribe(ctx context.Context, filter engine.Filter) (io.ReadCloser, error) {
	data, err := json.Marshal(filter)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	forget := context.AfterFunc(c.ctx, cancel)
	end := func() {
		forget()
		cancel()
	}
	resp, err := c.askEvents(ctx, data)
	if err != nil {
		end()
		return nil, err
	}
	in := &stream{bufio.NewReader(resp.Body), resp.Body, end}
	if _, err := in.Reader.(*bufio.Reader).ReadBytes('\n'); err != nil {
		_ = in.Close()
		return nil, err
	}
	return in, nil
}

// askEvents sends the request, again if the session had ended.
func (c *Client) askEvents(ctx context.Context, data []byte) (resp *http.Response, err error) {
	for range 2 {
		l, broken := c.session(ctx)
		if broken != nil {
			return nil, broken
		}
		if resp, err = c.post(ctx, pathEvents, l.token, data); !errors.Is(err, errGone) {
			return resp, err
		}
		c.drop(l)
	}
	return nil, err
}

// read yields the events of a stream until it ends.
func read(in io.ReadCloser, yield func(engine.Event, error) bool) error {
	watchdog := time.AfterFunc(silence, func() { _ = in.Close() })
	defer watchdog.Stop()
	dec := json.NewDecoder(in)
	for {
		var line eventLine
		if err := dec.Decode(&line); err != nil {
			return err
		}
		watchdog.Stop() // whoever reads may take as long as they like
		switch {
		case line.End:
			return errors.New("the engine's daemon is stopping")
		case line.Error != nil:
			if !yield(engine.Event{}, line.Error) {
				return errStopped
			}
		case line.Event != nil:
			if !yield(*line.Event, nil) {
				return errStopped
			}
		}
		watchdog.Reset(silence)
	}
}

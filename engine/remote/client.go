package remote

// This file defines the client: how it finds its server and performs operations.

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A Target says where a server is.
type Target struct {
	Socket string // path of its unix socket, or
	URL    string // https://host:port
	Trust  Trust  // with URL
}

func (t Target) String() string { return cmp.Or(t.URL, "unix:"+t.Socket) }

// dialTime bounds how long a server may take to accept a connection and to begin a session.
const dialTime = 10 * time.Second

// A Client is an engine.Client whose engine is behind a server.
type Client struct {
	target Target
	base   string // of URLs
	name   string // how it calls itself
	http   *http.Client
	ctx    context.Context // ends with the client
	cancel context.CancelFunc

	mu     sync.Mutex
	link   *link                   // nil: there is none now
	logins map[string]engine.Login // by lower-case machine; repeated in a new session
}

// Dial begins a session with a server. The error is an *engine.Error with CodeNoAnswer unless the target cannot be right.
func Dial(ctx context.Context, target Target, version string) (*Client, error) {
	c, err := newClient(target, version)
	if err != nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: "open", Subject: target.String(), Cause: err}
	}
	if _, err := c.session(ctx); err != nil {
		err = c.failed(ctx, "open", err)
		_ = c.Close()
		return nil, err
	}
	return c, nil
}

func newClient(target Target, version string) (*Client, error) {
	tr := &http.Transport{MaxIdleConnsPerHost: 16, IdleConnTimeout: time.Minute, DisableCompression: true, TLSHandshakeTimeout: dialTime}
	c := &Client{target: target, base: "http://engine", http: &http.Client{Transport: tr, CheckRedirect: noRedirect}, logins: map[string]engine.Login{},
		name: fmt.Sprintf("smrscript %s, process %d, %s", cmp.Or(version, "devel"), os.Getpid(), filepath.Base(os.Args[0]))}
	if target.URL != "" {
		if !strings.HasPrefix(target.URL, "https://") {
			return nil, errors.New("other hosts are reached by https:// only")
		}
		cfg, err := target.Trust.config()
		if err != nil {
			return nil, err
		}
		c.base, tr.TLSClientConfig = strings.TrimRight(target.URL, "/"), cfg
		tr.DialContext = (&net.Dialer{Timeout: dialTime}).DialContext
	} else {
		tr.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) { return dialSocket(ctx, target.Socket) }
	}
	c.ctx, c.cancel = context.WithCancel(context.Background())
	return c, nil
}

func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Close ends the session, and with it the logins. What was asked of the engine goes on. Calling it again does nothing.
func (c *Client) Close() error {
	c.cancel()
	c.http.CloseIdleConnections()
	return nil
}

// errGone says that the server knows the session no more, so that what was asked did not begin.
var errGone = errors.New("the session has ended")

// Do implements engine.Client.
func (c *Client) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	if op == nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Cause: errors.New("no operation")}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := engine.EncodeOpWithSecrets(op)
	if err != nil {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: op.Name(), Cause: err}
	}
	for attempt := 0; ; attempt++ {
		l, err := c.session(ctx)
		if err != nil {
			return nil, c.failed(ctx, op.Name(), err)
		}
		a, err := c.perform(ctx, l, data)
		if errors.Is(err, errGone) && attempt == 0 {
			c.drop(l)
			continue
		}
		if err != nil {
			return nil, c.failed(ctx, op.Name(), err)
		}
		r, err := a.outcome(op)
		c.remember(op, r, err)
		return r, err
	}
}

// outcome turns an answer into what Do returns.
func (a answer) outcome(op engine.Op) (r engine.Result, err error) {
	if a.Error != nil {
		err = a.Error
	}
	if len(a.Result) > 0 {
		var bad error
		if r, bad = engine.DecodeResult(op.Name(), a.Result); bad != nil {
			return nil, bad
		}
	}
	if r == nil && err == nil {
		err = &engine.Error{Code: engine.CodeFailed, Op: op.Name(), Cause: errors.New("the answer of the engine's daemon holds nothing")}
	}
	return r, err
}

// perform sends an operation in a session.
func (c *Client) perform(ctx context.Context, l *link, data []byte) (a answer, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(c.ctx, cancel)()
	resp, err := c.post(ctx, pathDo, l.token, data)
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	return a, json.NewDecoder(resp.Body).Decode(&a)
}

// post sends a request. A response has the status 200; anything else is an error.
func (c *Client) post(ctx context.Context, path, token string, data []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set(headerClient, c.name)
	if token != "" {
		req.Header.Set(headerSession, token)
	}
	if origin := engine.OriginOf(ctx); origin != (engine.Origin{}) {
		if text, err := json.Marshal(origin); err == nil {
			req.Header.Set(headerOrigin, string(text))
		}
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusOK {
		return resp, nil
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(resp.Body, 1000))
	if resp.StatusCode == http.StatusGone {
		return nil, errGone
	}
	return nil, fmt.Errorf("it answers %s: %s", resp.Status, strings.TrimSpace(string(text)))
}

// failed is the error of an operation that did not come to an answer.
func (c *Client) failed(ctx context.Context, op string, err error) error {
	var known *engine.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case c.ctx.Err() != nil:
		return &engine.Error{Code: engine.CodeNoAnswer, Op: op, Cause: errors.New("the engine is closed")}
	case errors.As(err, &known):
		named := *known
		named.Op = op
		return &named
	}
	hint := hintSocket(err)
	if c.target.URL != "" {
		hint = "Look whether it runs on that host (smrscript engine status), and whether the address, its certificate and firewalls are right; connections are kept there."
	}
	return &engine.Error{Code: engine.CodeNoAnswer, Op: op, Subject: "the engine's daemon at " + c.target.String(), Cause: plain(err), Hint: hint}
}

// hintSocket says what to do when a daemon of this host does not answer.
func hintSocket(err error) string {
	if errors.Is(err, os.ErrPermission) {
		return "Its socket is for the user who started it: run the script as that user, or let the daemon listen on TCP and reach it by its url."
	}
	return "Start it with smrscript engine start, then run the script again: connections and queues are kept in its state. smrscript engine status says more."
}

// plain removes from an error what only says how a request was sent.
func plain(err error) error {
	var sent *url.Error
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return errors.New("it ended before it had answered, so that nobody knows whether the operation was carried out")
	case errors.As(err, &sent):
		return sent.Err
	}
	return err
}

// remember keeps logins for a new session.
func (c *Client) remember(op engine.Op, r engine.Result, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch op := op.(type) {
	case engine.Login:
		if level, ok := r.(engine.AccessLevel); ok && err == nil && level != engine.AccessNone {
			c.logins[strings.ToLower(op.Machine)] = op
		} else if err == nil {
			delete(c.logins, strings.ToLower(op.Machine))
		}
	case engine.Logout:
		delete(c.logins, strings.ToLower(op.Machine))
	}
}

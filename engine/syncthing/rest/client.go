package rest

// This file defines the client and how a call is made.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// maxAnswer bounds what is read of one answer.
const maxAnswer = 256 << 20

// Config says how a daemon is reached. The zero durations mean the defaults.
type Config struct {
	URL         string        // https://host:port, or http:// to loopback
	Key         engine.Secret // the API key; or
	User        string        // user and
	Password    engine.Secret // password of the daemon's own login
	Fingerprint string        // "sha256:..." of the certificate; empty: checked as usual
	CA          []byte        // authorities in PEM form; empty: those of the system
	Timeout     time.Duration // of one try of one call, 15 s; a scan and waiting for events may take longer
	Retry       time.Duration // how long failures that may pass are tried again, 5 s; negative: not at all
}

// A Client makes calls to one daemon. It may be used by several goroutines at once.
type Client struct {
	base    *url.URL
	cfg     Config
	http    *http.Client
	timeout time.Duration
	retry   time.Duration

	mu    sync.Mutex
	token [2]string // header and value that a login by password needs with each call
}

// New makes a client and makes no call. The error is about the configuration.
func New(cfg Config) (*Client, error) {
	u, err := ParseURL(cfg.URL)
	if err != nil {
		return nil, err
	}
	t, err := trust(cfg)
	if err != nil {
		return nil, err
	}
	c := &Client{base: u, cfg: cfg, timeout: cfg.Timeout, retry: cfg.Retry}
	if c.timeout <= 0 {
		c.timeout = 15 * time.Second
	}
	if c.retry == 0 {
		c.retry = 5 * time.Second
	}
	c.http = &http.Client{
		// A redirect would carry the key to where nobody sent it.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext:         dialer(u, &net.Dialer{Timeout: c.timeout}),
			TLSClientConfig:     t,
			TLSHandshakeTimeout: c.timeout,
			MaxIdleConnsPerHost: 8,
			MaxConnsPerHost:     32,
			IdleConnTimeout:     30 * time.Second,
		},
	}
	return c, nil
}

// Impatient returns a client that shares the connections and tries nothing twice.
func (c *Client) Impatient() *Client {
	return &Client{base: c.base, cfg: c.cfg, http: c.http, timeout: c.timeout, retry: -1}
}

// WithLogin returns a client that uses the user and password instead of what the configuration has.
func (c *Client) WithLogin(user string, password engine.Secret) *Client {
	cfg := c.cfg
	cfg.Key, cfg.User, cfg.Password = engine.Secret{}, user, password
	return &Client{base: c.base, cfg: cfg, http: c.http, timeout: c.timeout, retry: c.retry}
}

// HasLogin reports whether the client knows a key or a password.
func (c *Client) HasLogin() bool { return !c.cfg.Key.IsZero() || !c.cfg.Password.IsZero() }

// Address returns the URL of the daemon.
func (c *Client) Address() string { return c.base.String() }

// Host returns the daemon's host without a port.
func (c *Client) Host() string { return c.base.Hostname() }

// Close drops idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// request is one call.
type request struct {
	method  string
	path    string // below /rest/, escaped
	query   url.Values
	body    any           // nil: none
	timeout time.Duration // 0: the client's; negative: none but the context's
}

// call makes a call and decodes the answer into out, which may be nil. Failures that may pass are tried again.
func (c *Client) call(ctx context.Context, r request, out any) error {
	deadline := time.Now().Add(c.retry)
	for pause := 40 * time.Millisecond; ; pause = min(pause*2, time.Second) {
		err := c.try(ctx, r, out)
		if err == nil || ctx.Err() != nil || !passing(err) || !time.Now().Add(pause).Before(deadline) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return err
		}
		// A little randomness keeps hundreds of clients from knocking in step.
		timer := time.NewTimer(pause/2 + rand.N(pause))
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
	}
}

func (c *Client) try(ctx context.Context, r request, out any) error {
	limit := r.timeout
	if limit == 0 {
		limit = c.timeout
	}
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	if c.cfg.Key.IsZero() && !c.cfg.Password.IsZero() {
		if err := c.session(ctx); err != nil {
			return err
		}
	}
	err := c.send(ctx, r, out)
	if IsDenied(err) {
		c.mu.Lock()
		c.token = [2]string{} // a daemon that restarted may have forgotten it
		c.mu.Unlock()
	}
	return err
}

// session fetches the token that calls with user and password must carry.
func (c *Client) session(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token[0] != "" {
		return nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base.String()+"/", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.cfg.User, c.cfg.Password.Reveal())
	resp, err := c.http.Do(req)
	if err != nil {
		return down(c.base.Host, distrust(err))
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<20))
	for _, cookie := range resp.Cookies() {
		if strings.HasPrefix(cookie.Name, "CSRF-Token-") {
			c.token = [2]string{"X-" + cookie.Name, cookie.Value}
			return nil
		}
	}
	if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
		return &Error{Status: resp.StatusCode, Call: "login"}
	}
	return &DownError{c.base.Host, errors.New("what answers there is not Syncthing")}
}

func (c *Client) send(ctx context.Context, r request, out any) error {
	var body io.Reader
	if r.body != nil {
		data, err := json.Marshal(r.body)
		if err != nil {
			return fmt.Errorf("%s: %w", r.path, err)
		}
		body = bytes.NewReader(data)
	}
	u := *c.base
	var err error
	u.RawPath, u.RawQuery = "/rest/"+r.path, r.query.Encode()
	if u.Path, err = url.PathUnescape(u.RawPath); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, r.method, u.String(), body)
	if err != nil {
		return err
	}
	c.authorize(req)
	resp, err := c.http.Do(req)
	if err != nil {
		return down(c.base.Host, distrust(err))
	}
	defer resp.Body.Close()
	return c.answer(resp, r, out)
}

func (c *Client) authorize(req *http.Request) {
	if !c.cfg.Key.IsZero() {
		req.Header.Set("X-API-Key", c.cfg.Key.Reveal())
		return
	}
	if !c.cfg.Password.IsZero() {
		req.SetBasicAuth(c.cfg.User, c.cfg.Password.Reveal())
		c.mu.Lock()
		if c.token[0] != "" {
			req.Header.Set(c.token[0], c.token[1])
		}
		c.mu.Unlock()
	}
}

// answer reads the daemon's answer.
func (c *Client) answer(resp *http.Response, r request, out any) error {
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 4096))
		line, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
		return &Error{Status: resp.StatusCode, Call: r.method + " " + r.path, Text: line}
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	switch {
	case err != nil:
		return down(c.base.Host, err)
	case out == nil:
		return nil
	case json.Unmarshal(data, out) != nil:
		return &DownError{c.base.Host, fmt.Errorf("%s answered what is not Syncthing's JSON", r.path)}
	}
	return nil
}

package remote_test

// This file tests what happens when one side dies, is wrong or means harm.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/engine/remote/remotetest"
)

// deadline is how long tests wait for what must happen, however slow the machine is.
const deadline = time.Minute

// eventually waits until something is true.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(deadline); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it never came true: %s", what)
		}
	}
}

func logged(into *remotetest.Log) func(*house) {
	return func(h *house) { h.log = slog.New(slog.NewTextHandler(into, nil)) }
}

func (h *house) clients() int { return h.server.Status(context.Background()).Sessions }

// connected makes a set and a connection.
func (h *house) connected(c engine.Client, change func(*engine.Connect)) engine.ConnectionID {
	h.Helper()
	if err := os.MkdirAll(filepath.Join(h.dir, "alpha/data"), 0o755); err != nil {
		h.Fatal(err)
	}
	set := engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}}}
	if _, err := engine.Call(h.Context(), c, engine.SaveRepset{Repset: set}); err != nil {
		h.Fatal(err)
	}
	op := engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}}
	change(&op)
	id, err := engine.Call(h.Context(), c, op)
	if err != nil {
		h.Fatal(err)
	}
	return id
}

func TestWrongPassword(t *testing.T) {
	var log remotetest.Log
	var waited []time.Duration
	h := newHouse(t, overTLS, withUsers, logged(&log), func(h *house) {
		h.delays = &access.Delays{Wait: func(_ context.Context, d time.Duration) error { waited = append(waited, d); return nil }}
	})
	for range 2 {
		level, err := engine.Call(t.Context(), h.dial(), engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("guess")})
		if level != engine.AccessNone || err != nil {
			t.Errorf("level %v, %v", level, err)
		}
	}
	if len(waited) != 2 || waited[1] <= waited[0] {
		t.Errorf("waited %v", waited)
	}
	if text := log.String(); !strings.Contains(text, "login failed") || !strings.Contains(text, "from=127.0.0.1") || strings.Contains(text, "guess") {
		t.Errorf("log: %s", text)
	}
	if text := h.get("/metrics", "admin", "right", http.StatusOK); !strings.Contains(text, "smrscript_logins_failed_total 2\n") {
		t.Errorf("metrics: %s", text)
	}
}

func TestMonitorIsRefused(t *testing.T) {
	h := newHouse(t, withUsers)
	c := h.dial()
	if level, err := engine.Call(t.Context(), c, engine.Login{Machine: "alpha", User: "watcher", Password: engine.NewSecret("look")}); level != engine.AccessMonitor || err != nil {
		t.Fatal(level, err)
	}
	_, err := c.Do(t.Context(), engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s"}})
	var e *engine.Error
	if !errors.As(err, &e) || e.Code != engine.CodeSourceAccess || e.Op != "repset-save" || e.Subject != "alpha" || !strings.Contains(err.Error(), "DT_MONITOR_ACCESS") {
		t.Errorf("got %v", err)
	}
	if _, err := c.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
		t.Error(err)
	}
}

// TestLoginsAreOfOneClient makes sure that a login helps nobody else.
func TestLoginsAreOfOneClient(t *testing.T) {
	h := newHouse(t, withUsers)
	one, two := h.dial(), h.dial()
	if _, err := one.Do(t.Context(), engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("right")}); err != nil {
		t.Fatal(err)
	}
	if _, err := one.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
		t.Error(err)
	}
	if _, err := two.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); engine.CodeOf(err) != engine.CodeSourceAccess {
		t.Errorf("another client: %v", err)
	}
}

// TestClientDies lets a client vanish in the middle of a wait: what it asked for goes on, what it waited for and its logins end.
func TestClientDies(t *testing.T) {
	for _, secure := range []bool{false, true} {
		h := newHouse(t, withUsers, func(h *house) { h.secure = secure })
		c := h.dial()
		for _, m := range []string{"alpha", "beta"} {
			if _, err := c.Do(t.Context(), engine.Login{Machine: m, User: "admin", Password: engine.NewSecret("right")}); err != nil {
				t.Fatal(err)
			}
		}
		id := h.connected(c, func(op *engine.Connect) { op.Mirror, op.Replicate = &engine.MirrorOptions{}, true })
		if _, err := c.Do(t.Context(), engine.HoldTarget{Target: "beta"}); err != nil { // so that the queue cannot run empty
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(h.dir, "alpha/data/f"), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		waiting := make(chan error, 1)
		go func() {
			_, err := c.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitQueue})
			waiting <- err
		}()
		if h.clients() != 1 {
			t.Errorf("%d clients", h.clients())
		}
		c.Close()
		if err := <-waiting; engine.CodeOf(err) != engine.CodeNoAnswer {
			t.Errorf("the wait: %v", err)
		}
		eventually(t, "the session ends", func() bool { return h.clients() == 0 })
		if _, err := engine.Call(t.Context(), h.dial(), engine.GetConnection{ID: id}); engine.CodeOf(err) != engine.CodeSourceAccess {
			t.Errorf("the login outlived its client: %v", err)
		}
		st, err := engine.Call(t.Context(), h.engine, engine.GetConnection{ID: id})
		if err != nil || !st.Replicate {
			t.Errorf("the connection: %+v, %v", st, err)
		}
		h.stop()
	}
}

// TestServerEnds lets the server go in the middle of a wait and of events.
func TestServerEnds(t *testing.T) {
	h := newHouse(t)
	c := h.dial()
	id := h.connected(c, func(op *engine.Connect) { op.Replicate = true })
	events := c.Events(t.Context(), engine.Filter{})
	waiting := make(chan error, 1)
	if _, err := c.Do(t.Context(), engine.HoldTarget{Target: "beta"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(h.dir, "alpha/data/f"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	go func() {
		_, err := c.Do(context.Background(), engine.Wait{ID: id, For: engine.WaitQueue})
		waiting <- err
	}()
	h.stop()
	err := <-waiting
	var e *engine.Error
	if !errors.As(err, &e) || e.Code != engine.CodeNoAnswer || !strings.Contains(e.Help(), "smrscript engine start") {
		t.Errorf("the wait: %v", err)
	}
	var last error
	for _, err := range events {
		last = err
	}
	if !errors.As(last, &e) || e.Code != engine.CodeNoAnswer {
		t.Errorf("the events end with %v", last)
	}
	_, err = c.Do(t.Context(), engine.Ping{Machine: "alpha"})
	if !errors.As(err, &e) || e.Code != engine.CodeNoAnswer || e.Op != "ping" || !strings.Contains(e.Help(), "smrscript engine start") || !strings.Contains(err.Error(), h.target.Socket) {
		t.Errorf("afterwards: %v\n%s", err, e.Help())
	}
}

// TestServerComesBack makes sure that a client goes on with a new server, logged in as before.
func TestServerComesBack(t *testing.T) {
	for _, secure := range []bool{false, true} {
		h := newHouse(t, withUsers, func(h *house) { h.secure = secure })
		c := h.dial()
		if _, err := c.Do(t.Context(), engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("right")}); err != nil {
			t.Fatal(err)
		}
		h.stop()
		if _, err := c.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); engine.CodeOf(err) != engine.CodeNoAnswer {
			t.Errorf("without a server: %v", err)
		}
		h.start()
		if _, err := c.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
			t.Errorf("with the new server: %v", err)
		}
		if _, err := c.Do(t.Context(), engine.Logout{Machine: "alpha"}); err != nil {
			t.Error(err)
		}
		h.stop()
		h.start()
		if _, err := c.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); engine.CodeOf(err) != engine.CodeSourceAccess {
			t.Errorf("a logout was forgotten: %v", err)
		}
	}
}

func TestSocket(t *testing.T) {
	h := newHouse(t)
	info, err := os.Lstat(h.target.Socket)
	if err != nil || info.Mode()&os.ModeSocket == 0 && runtime.GOOS != "windows" {
		t.Fatal(info, err)
	}
	if mode := info.Mode().Perm(); mode != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("mode %o", mode)
	}
	h.stop()
	if _, err := os.Lstat(h.target.Socket); !os.IsNotExist(err) {
		t.Errorf("the socket is left: %v", err)
	}
	_, err = remote.Query(t.Context(), h.target)
	if !remote.Absent(err) {
		t.Errorf("without a server: %v", err)
	}
	// One that a killed server left is no server, and no obstacle.
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: h.target.Socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
	if _, err := remote.Dial(t.Context(), h.target, ""); !remote.Absent(err) || engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("with a socket that nobody serves: %v", err)
	}
	h.start()
	if st, err := remote.Query(t.Context(), h.target); err != nil || st.PID != os.Getpid() || st.Version != "1.2.3" || st.State != h.cfg.StateDir || len(st.Addresses) != 1 {
		t.Errorf("status %+v, %v", st, err)
	}
	if err := remote.Stop(t.Context(), h.target); err != nil {
		t.Error(err)
	}
	select {
	case <-h.server.Stopped():
	case <-time.After(deadline):
		t.Error("it was not asked to stop")
	}
}

func TestLongSocketPath(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // elsewhere the path is limited
	}
	h := newHouse(t, func(h *house) { h.cfg.StateDir = filepath.Join(h.dir, strings.Repeat("long", 40), "state") })
	if _, err := h.dial().Do(t.Context(), engine.Ping{Machine: "alpha"}); err != nil {
		t.Error(err)
	}
}

func TestTrust(t *testing.T) {
	h := newHouse(t, overTLS)
	print := remote.Fingerprint(h.certificate.DER)
	other := remote.Fingerprint(remotetest.NewCertificate(t).DER)
	for _, c := range []struct {
		trust remote.Trust
		want  string
	}{
		{remote.Trust{Fingerprint: print}, ""},
		{remote.Trust{Fingerprint: strings.ToUpper(print)}, ""},
		{remote.Trust{Fingerprint: other}, "expects another"},
		{remote.Trust{Fingerprint: "md5:12"}, "64 hexadecimal digits"},
		{remote.Trust{}, "certificate"},
		{remote.Trust{CA: remotetest.NewCertificate(t).PEM}, "certificate"},
		{remote.Trust{CA: []byte("nothing")}, "holds no certificate"},
	} {
		client, err := remote.Dial(t.Context(), remote.Target{URL: h.target.URL, Trust: c.trust}, "")
		if c.want == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.trust, err)
		}
		if err == nil {
			client.Close()
		}
	}
}

func TestPlainIsRefused(t *testing.T) {
	h := newHouse(t, overTLS)
	plain := "http" + strings.TrimPrefix(h.target.URL, "https")
	if _, err := remote.Dial(t.Context(), remote.Target{URL: plain}, ""); engine.CodeOf(err) != engine.CodeBadParameter || !strings.Contains(err.Error(), "https:// only") {
		t.Errorf("the client: %v", err)
	}
	resp, err := http.Get(plain + "/healthz")
	if err == nil {
		resp.Body.Close()
		if resp.StatusCode != http.StatusBadRequest {
			t.Errorf("the server answers %s", resp.Status)
		}
	}
	if _, err := remote.ListenTLS("127.0.0.1:0", nil, nil); err == nil {
		t.Error("it listens without a certificate")
	}
}

// ask sends a request by hand.
func (h *house) ask(method, path, user, password, body string) (*http.Response, string) {
	h.Helper()
	tr := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return net.Dial("unix", h.target.Socket) }}
	base := "http://engine"
	if h.secure {
		tr, base = &http.Transport{TLSClientConfig: h.certificate.Client()}, h.target.URL
	}
	defer tr.CloseIdleConnections()
	req, err := http.NewRequestWithContext(h.Context(), method, base+path, strings.NewReader(body))
	if err != nil {
		h.Fatal(err)
	}
	if user != "" {
		req.SetBasicAuth(user, password)
	}
	resp, err := (&http.Client{Transport: tr}).Do(req)
	if err != nil {
		h.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		h.Fatal(err)
	}
	return resp, string(text)
}

// get reads a page, which must have a status.
func (h *house) get(path, user, password string, status int) string {
	h.Helper()
	resp, text := h.ask(http.MethodGet, path, user, password, "")
	if resp.StatusCode != status {
		h.Errorf("%s as %q: %s: %s", path, user, resp.Status, text)
	}
	return text
}

func TestPages(t *testing.T) {
	h := newHouse(t)
	id := h.connected(h.dial(), func(op *engine.Connect) { op.Replicate = true })
	for _, want := range []string{`smrscript_info{version="1.2.3"} 1`, `smrscript_operations_total{op="connect",code="0"} 1`, "smrscript_sessions 1",
		fmt.Sprintf(`smrscript_connection_replication_active{id="%d",source="alpha",target="beta",repset="s"} 1`, id), "process_"} {
		if text := h.get("/metrics", "", "", http.StatusOK); !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if text := h.get("/healthz", "", "", http.StatusOK); text != "ok\n" {
		t.Errorf("health %q", text)
	}
	if text := h.get("/v1/status", "", "", http.StatusOK); !strings.Contains(text, `"connections":1`) {
		t.Errorf("status %s", text)
	}
	h.get("/", "", "", http.StatusNotFound)
	h.get("/v1/do", "", "", http.StatusMethodNotAllowed)
	for body, want := range map[string]string{
		`{"op":"ping","args":{"machine":"alpha"}}`:          `"result":{}`,
		`{"op":"ping","args":{"machine":"nowhere"}}`:        `"code":-109`,
		`{"op":"ping","args":{"machine":"alpha","more":1}}`: `"code":-101`,
		`{"op":"dance"}`: `"code":-101`,
		`{`:              `"code":-101`,
		"":               `"code":-101`,
	} {
		if resp, text := h.ask(http.MethodPost, "/v1/do", "", "", body); resp.StatusCode != http.StatusOK || !strings.Contains(text, want) {
			t.Errorf("%s: %s: %s", body, resp.Status, text)
		}
	}
	if resp, _ := h.ask(http.MethodPost, "/v1/events", "", "", "{"); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("a filter that cannot be read: %s", resp.Status)
	}
	// A closed engine is not healthy.
	h.engine.Close()
	h.get("/healthz", "", "", http.StatusServiceUnavailable)
}

func TestPagesOfOthers(t *testing.T) {
	h := newHouse(t, overTLS, withUsers)
	for _, path := range []string{"/metrics", "/v1/status"} {
		h.get(path, "", "", http.StatusUnauthorized)
		h.get(path, "watcher", "wrong", http.StatusUnauthorized)
		h.get(path, "watcher", "look", http.StatusOK)
	}
	h.get("/healthz", "", "", http.StatusOK)
	if resp, _ := h.ask(http.MethodPost, "/v1/stop", "admin", "right", ""); resp.StatusCode != http.StatusNotFound {
		t.Errorf("another host stops it: %s", resp.Status)
	}
	for user, want := range map[string]string{"": `"code":-142`, "watcher": `"result":[]`} {
		if _, text := h.ask(http.MethodPost, "/v1/do", user, "look", `{"op":"repset-list","args":{"source":"alpha"}}`); !strings.Contains(text, want) {
			t.Errorf("%q: %s", user, text)
		}
	}
}

// TestOtherProtocol refuses a server of another version by name.
func TestOtherProtocol(t *testing.T) {
	for line, want := range map[string]string{
		`{"session":"x","protocol":99,"version":"9.9"}`: "it is smrscript 9.9 and speaks version 99",
		`nonsense`: "invalid character",
	} {
		s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, line+"\n") }))
		_, err := remote.Dial(t.Context(), remote.Target{URL: s.URL, Trust: remote.Trust{Fingerprint: remote.Fingerprint(s.Certificate().Raw)}}, "")
		if engine.CodeOf(err) != engine.CodeNoAnswer || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", line, err)
		}
		s.Close()
	}
}

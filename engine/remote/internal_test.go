package remote

// This file tests the small parts of server and client.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
	"github.com/smrscript/smrscript/engine/enginetest"
)

func fakeServer(t *testing.T, do enginetest.Fake) *Server {
	t.Helper()
	k, err := access.New(do, access.Config{})
	if err != nil {
		t.Fatal(err)
	}
	s := NewServer(ServerConfig{Keeper: k})
	t.Cleanup(func() { s.Close() })
	return s
}

func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"alpha": `"alpha"`, `a"b`: `"a\"b"`, `d:\x`: `"d:\\x"`, "two\nlines": `"two\nlines"`, "Grüße": `"Grüße"`, "\xff": "\"\uFFFD\"", "": `""`,
	} {
		if got := quoted(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestMetricsAreGrouped makes sure that lines of one name stand together, whatever connections are called.
func TestMetricsAreGrouped(t *testing.T) {
	var b strings.Builder
	writeConnections(&b, []engine.ConnectionStatus{
		{Connection: engine.Connection{ID: 1, Source: "a", Target: "b", Repset: `x"y`}, Settled: true, TargetState: engine.TargetOnline},
		{Connection: engine.Connection{ID: 2, Source: "a", Target: "c", Repset: "z"}, Mirror: engine.MirrorProgress{BytesSent: 7}},
	})
	text := b.String()
	for _, want := range []string{`smrscript_connection_settled{id="1",source="a",target="b",repset="x\"y"} 1`, `smrscript_connection_mirror_bytes_sent{id="2",source="a",target="c",repset="z"} 7`,
		fmt.Sprintf(`state=%q} 1`, engine.TargetOnline)} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	seen, last := map[string]bool{}, ""
	for line := range strings.Lines(text) {
		name, _, _ := strings.Cut(line, "{")
		if name != last && seen[name] {
			t.Errorf("%s stands in two places", name)
		}
		seen[name], last = true, name
	}
}

func TestPlain(t *testing.T) {
	reset := &url.Error{Op: "Post", URL: "http://engine", Err: &net.OpError{Op: "read", Err: syscall.ECONNRESET}}
	refused := &url.Error{Op: "Get", URL: "http://engine", Err: &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}}
	for _, c := range []struct {
		err  error
		want string
	}{{io.EOF, "nobody knows"}, {&url.Error{Op: "Post", URL: "x", Err: io.ErrUnexpectedEOF}, "nobody knows"}, {reset, "nobody knows"}, {refused, "dial"}, {errors.New("as it is"), "as it is"}} {
		if got := plain(c.err).Error(); !strings.Contains(got, c.want) || strings.Contains(got, "http://engine") {
			t.Errorf("%v: %s", c.err, got)
		}
	}
	for err, want := range map[error]bool{refused: true, reset: false, io.EOF: false, fs.ErrNotExist: true, nil: false,
		&net.OpError{Op: "dial", Err: os.ErrPermission}: false, &engine.Error{Code: engine.CodeNoAnswer, Cause: refused.Err}: true} {
		if got := Absent(err); got != want {
			t.Errorf("%v: absent %v", err, got)
		}
	}
	if hint := hintSocket(&net.OpError{Op: "dial", Err: os.ErrPermission}); !strings.Contains(hint, "the user who started it") {
		t.Errorf("hint %q", hint)
	}
}

func TestOutcome(t *testing.T) {
	wait := engine.Wait{ID: 1}
	r, err := answer{Result: []byte(`{"id":3}`), Error: &engine.Error{Code: engine.CodeTimeout}}.outcome(wait)
	if st, ok := r.(engine.ConnectionStatus); !ok || st.ID != 3 || engine.CodeOf(err) != engine.CodeTimeout {
		t.Errorf("a wait whose time is over: %v, %v", r, err)
	}
	for _, a := range []answer{{}, {Result: []byte(`"text"`)}} {
		if r, err := a.outcome(wait); r != nil || engine.CodeOf(err) != engine.CodeFailed {
			t.Errorf("%s: %v, %v", a.Result, r, err)
		}
	}
}

// TestAnyError makes sure that whatever an engine returns arrives as an error of the engine.
func TestAnyError(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{{errors.New("odd"), `"code":-1`}, {context.DeadlineExceeded, `"code":-1`}, {&engine.Error{Code: engine.CodeNoMirror, Hint: "h"}, `"code":-121,"op":"mirror-stop","hint":"h"`}} {
		s := fakeServer(t, func(context.Context, engine.Op) (engine.Result, error) { return nil, c.err })
		w := httptest.NewRecorder()
		s.handler(true).ServeHTTP(w, httptest.NewRequest(http.MethodPost, pathDo, strings.NewReader(`{"op":"mirror-stop","args":{"id":1}}`)))
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%v: %d %s", c.err, w.Code, w.Body)
		}
	}
}

func TestTooMuch(t *testing.T) {
	s := fakeServer(t, func(context.Context, engine.Op) (engine.Result, error) { return engine.Done{}, nil })
	w := httptest.NewRecorder()
	s.handler(true).ServeHTTP(w, httptest.NewRequest(http.MethodPost, pathDo, io.LimitReader(endless{}, mostBytes+1)))
	if w.Code != http.StatusBadRequest || s.meter.count.Load() != 0 {
		t.Errorf("too long an operation: %d", w.Code)
	}
	newcomer := func(local bool) string {
		return s.add(fmt.Sprint(len(s.sessions)), s.newSession(httptest.NewRequest(http.MethodPost, pathSession, nil), local))
	}
	for range mostSessions {
		if why := newcomer(false); why != "" {
			t.Fatal(why)
		}
	}
	if why := newcomer(false); !strings.Contains(why, "too many clients") {
		t.Errorf("one more: %q", why)
	}
	if why := newcomer(true); why != "" {
		t.Errorf("other hosts keep this one's clients out: %s", why)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if why := newcomer(true); !strings.Contains(why, "is stopping") {
		t.Errorf("after the end: %q", why)
	}
	if got := clip(strings.Repeat("x", 1000)); len(got) != 300 {
		t.Errorf("%d bytes of a stranger's text", len(got))
	}
}

// endless is a text of blanks.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestUnknownSession(t *testing.T) {
	s := fakeServer(t, func(context.Context, engine.Op) (engine.Result, error) { return engine.Done{}, nil })
	for _, path := range []string{pathDo, pathEvents} {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(`{"op":"ping"}`))
		r.Header.Set(headerSession, "a guess")
		w := httptest.NewRecorder()
		s.handler(true).ServeHTTP(w, r)
		if w.Code != http.StatusGone {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestPlace(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	for remote, want := range map[string]string{"10.0.0.1:99": "10.0.0.1", "[::1]:99": "::1", "odd": "odd"} {
		r.RemoteAddr = remote
		if got := place(r, false); got != want || place(r, true) != "socket" {
			t.Errorf("%s: %s", remote, got)
		}
	}
}

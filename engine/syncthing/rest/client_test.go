package rest

// This file tests how calls are made: what is sent, what is tried again, whom is trusted, and that no secret gets out.

import (
	"context"
	"crypto/sha256"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

const key = "the-api-key-of-the-daemon"

// serve starts a daemon that answers with h and a client of it.
func serve(t *testing.T, h http.HandlerFunc) (*Client, *httptest.Server) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return client(t, Config{URL: s.URL, Key: engine.NewSecret(key), Timeout: 2 * time.Second, Retry: time.Second}), s
}

func client(t *testing.T, cfg Config) *Client {
	t.Helper()
	c, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func TestParseURL(t *testing.T) {
	for _, c := range []struct{ text, err string }{
		{"https://host:8384", ""},
		{"https://host:8384/", ""},
		{"http://127.0.0.1:8384", ""},
		{"http://[::1]:8384", ""},
		{"http://localhost:8384", ""},
		{"http://LOCALHOST", ""},
		{"http://127.9.8.7:1", ""},
		{"http://host:8384", "plain HTTP"},
		{"http://10.0.0.1:8384", "plain HTTP"},
		{"http://localhost.example.com", "plain HTTP"},
		{"http://0.0.0.0:8384", "plain HTTP"},
		{"https://user:secret@host", "do not belong"},
		{"https://host/rest", "ends after"},
		{"https://host?x=1", "ends after"},
		{"ftp://host", "begins with"},
		{"host:8384", "begins with"},
		{"", "begins with"},
		{"https://ho st:secret", "no URL"},
	} {
		_, err := ParseURL(c.text)
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q: %v, want %q", c.text, err, c.err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error shows the password: %v", c.text, err)
		}
	}
}

func TestParseFingerprint(t *testing.T) {
	digits := strings.Repeat("0a", 32)
	for text, ok := range map[string]bool{
		"sha256:" + digits: true, "SHA256:" + strings.ToUpper(digits): true, "sha256:" + strings.Repeat("0a:", 31) + "0a": true,
		digits: false, "sha1:" + digits: false, "sha256:" + digits[2:]: false, "sha256:xyz": false, "": false,
	} {
		if sum, err := ParseFingerprint(text); (err == nil) != ok || ok && sum[0] != 10 {
			t.Errorf("%q: %x, %v", text, sum, err)
		}
	}
}

// TestPlainHTTPStaysHere lets a name that looks local lead elsewhere.
func TestPlainHTTPStaysHere(t *testing.T) {
	u, _ := url.Parse("http://localhost:1")
	outside, inside := net.Pipe()
	defer outside.Close()
	dial := dialer(u, &net.Dialer{Resolver: nil})
	if _, err := dial(t.Context(), "tcp", "127.0.0.1:1"); err == nil || errors.Is(err, errUntrusted) {
		t.Errorf("a closed port: %v", err)
	}
	inside.Close()
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, a := range addresses(t) {
		_, port, _ := net.SplitHostPort(l.Addr().String())
		if _, err := dial(t.Context(), "tcp", net.JoinHostPort(a, port)); !errors.Is(err, errUntrusted) {
			t.Errorf("%s: %v", a, err)
		}
	}
}

// addresses are those of this host that are not loopback.
func addresses(t *testing.T) (list []string) {
	t.Helper()
	all, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok && !n.IP.IsLoopback() && n.IP.To4() != nil {
			list = append(list, n.IP.String())
		}
	}
	return list
}

func TestTrust(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, `{"version":"v1.19.2"}`) }))
	defer s.Close()
	s.Config.ErrorLog = nil
	print := fmt.Sprintf("sha256:%x", sha256.Sum256(s.Certificate().Raw))
	ca := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	other := "sha256:" + strings.Repeat("00", 32)
	for _, c := range []struct {
		name string
		cfg  Config
		err  string
	}{
		{"pinned", Config{Fingerprint: print}, ""},
		{"authority", Config{CA: ca}, ""},
		{"pinned beside an authority", Config{Fingerprint: print, CA: []byte("not looked at")}, ""},
		{"another certificate", Config{Fingerprint: other}, "fingerprint " + print},
		{"system authorities", Config{}, "not trusted"},
	} {
		c.cfg.URL, c.cfg.Key = s.URL, engine.NewSecret(key)
		began := time.Now()
		v, err := client(t, c.cfg).Version(t.Context())
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %+v, %v", c.name, v, err)
		}
		if err != nil && (!IsDown(err) || time.Since(began) > 3*time.Second || strings.Contains(err.Error(), key)) {
			t.Errorf("%s: %v after %v", c.name, err, time.Since(began))
		}
	}
	for _, cfg := range []Config{{URL: s.URL, CA: []byte("no certificate")}, {URL: s.URL, Fingerprint: "sha256:1"}, {URL: "x"}} {
		if _, err := New(cfg); err == nil {
			t.Errorf("%+v was taken", cfg)
		}
	}
}

func TestRetry(t *testing.T) {
	var calls atomic.Int64
	for _, c := range []struct {
		name   string
		answer func(n int64, w http.ResponseWriter)
		calls  int64 // 0: several
		ok     bool
		check  func(error) bool
	}{
		{"starting", func(n int64, w http.ResponseWriter) {
			if n < 3 {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			fmt.Fprint(w, `{}`)
		}, 3, true, nil},
		{"cut off", func(n int64, w http.ResponseWriter) {
			if n < 2 {
				panic(http.ErrAbortHandler)
			}
			fmt.Fprint(w, `{}`)
		}, 2, true, nil},
		{"never", func(n int64, w http.ResponseWriter) { w.WriteHeader(http.StatusBadGateway) }, 0, false, func(err error) bool { return strings.Contains(err.Error(), "bad gateway") }},
		{"denied", func(n int64, w http.ResponseWriter) { http.Error(w, "Forbidden", http.StatusForbidden) }, 1, false, IsDenied},
		{"missing", func(n int64, w http.ResponseWriter) { http.Error(w, "no such folder", http.StatusNotFound) }, 1, false, IsNotFound},
		{"refused", func(n int64, w http.ResponseWriter) { http.Error(w, "first line\nsecond", 500) }, 1, false,
			func(err error) bool { return err.Error() == "GET system/version: first line (500)" }},
		{"elsewhere", func(n int64, w http.ResponseWriter) {
			w.Header().Set("Location", "http://evil.example.com/")
			w.WriteHeader(http.StatusFound)
		}, 1, false, func(err error) bool { return strings.Contains(err.Error(), "302") }},
		{"not Syncthing", func(n int64, w http.ResponseWriter) { fmt.Fprint(w, "<html>") }, 0, false, func(err error) bool { return IsDown(err) && strings.Contains(err.Error(), "not Syncthing") }},
	} {
		calls.Store(0)
		api, s := serve(t, func(w http.ResponseWriter, r *http.Request) { c.answer(calls.Add(1), w) })
		s.Config.ErrorLog = nil
		_, err := api.Version(t.Context())
		if (err == nil) != c.ok || c.check != nil && !c.check(err) || c.calls > 0 && calls.Load() != c.calls || c.calls == 0 && calls.Load() < 3 {
			t.Errorf("%s: %v after %d calls", c.name, err, calls.Load())
		}
		calls.Store(0)
		if _, err := api.Impatient().Version(t.Context()); !c.ok && err == nil || calls.Load() != 1 && c.name != "cut off" { // which the library tries again

			t.Errorf("%s, impatient: %v after %d calls", c.name, err, calls.Load())
		}
		if err != nil && strings.Contains(err.Error(), key) {
			t.Errorf("%s: the key is in %v", c.name, err)
		}
	}
}

func TestTimeouts(t *testing.T) {
	release := make(chan struct{})
	api, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	defer close(release)
	api.timeout, api.retry = 50*time.Millisecond, 200*time.Millisecond
	began := time.Now()
	if _, err := api.Version(t.Context()); !IsDown(err) || !strings.Contains(err.Error(), "in time") || time.Since(began) > 2*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if err := api.Scan(ctx, "f"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a scan ends with its context only: %v", err)
	}
	ended, cancel2 := context.WithCancel(t.Context())
	cancel2()
	if _, err := api.Version(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	gone := client(t, Config{URL: "http://127.0.0.1:1", Key: engine.NewSecret(key), Retry: -1})
	if _, err := gone.Version(t.Context()); !IsDown(err) || !strings.Contains(err.Error(), "127.0.0.1:1") || strings.Contains(err.Error(), "http://") {
		t.Errorf("nobody there: %v", err)
	}
}

// TestPassword logs in as Syncthing wants it: the page gives a token that each call must carry.
func TestPassword(t *testing.T) {
	var token atomic.Value
	token.Store("one")
	var pages atomic.Int64
	api, s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		if user != "admin" || password != "right" || r.Header.Get("X-API-Key") != "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if r.URL.Path == "/" {
			pages.Add(1)
			http.SetCookie(w, &http.Cookie{Name: "CSRF-Token-ABCDE", Value: token.Load().(string)})
			return
		}
		if r.Header.Get("X-CSRF-Token-ABCDE") != token.Load() {
			http.Error(w, "CSRF Error", http.StatusForbidden)
			return
		}
		fmt.Fprint(w, `{"version":"v1.19.2"}`)
	})
	in := api.WithLogin("admin", engine.NewSecret("right"))
	for range 3 {
		if v, err := in.Version(t.Context()); err != nil || v.Version != "v1.19.2" {
			t.Fatalf("%+v, %v", v, err)
		}
	}
	if pages.Load() != 1 {
		t.Errorf("%d pages for a token", pages.Load())
	}
	token.Store("two") // the daemon has restarted
	if _, err := in.Version(t.Context()); !IsDenied(err) {
		t.Errorf("an old token: %v", err)
	}
	if _, err := in.Version(t.Context()); err != nil {
		t.Errorf("a new token: %v", err)
	}
	if _, err := api.WithLogin("admin", engine.NewSecret("wrong")).Version(t.Context()); !IsDenied(err) || strings.Contains(err.Error(), "wrong") {
		t.Errorf("a wrong password: %v", err)
	}
	if api.HasLogin() != true || client(t, Config{URL: s.URL}).HasLogin() {
		t.Error("HasLogin")
	}
	bare := httptest.NewServer(http.NotFoundHandler())
	defer bare.Close()
	if _, err := client(t, Config{URL: bare.URL, User: "u", Password: engine.NewSecret("p"), Retry: -1}).Version(t.Context()); !IsDown(err) {
		t.Errorf("not Syncthing: %v", err)
	}
}

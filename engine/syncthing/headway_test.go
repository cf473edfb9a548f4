package syncthing_test

// This file states when a mirror may say that it is complete, with daemons that say odd things.

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// tamper puts a proxy before a machine of a world that lets change edit the answers to GET calls of one path.
func tamper(w *world, name, path string, change func(map[string]any)) {
	w.Helper()
	m := w.cfg.Machines[name]
	u, err := url.Parse(m.URL)
	w.must(err)
	proxy := httputil.NewSingleHostReverseProxy(u)
	proxy.ModifyResponse = func(r *http.Response) error {
		if r.Request.Method != http.MethodGet || !strings.HasSuffix(r.Request.URL.Path, path) || r.StatusCode != http.StatusOK {
			return nil
		}
		data, err := io.ReadAll(r.Body)
		_ = r.Body.Close()
		var answer map[string]any
		if err == nil && json.Unmarshal(data, &answer) == nil {
			change(answer)
			data, err = json.Marshal(answer)
		}
		r.Body, r.ContentLength = io.NopCloser(strings.NewReader(string(data))), int64(len(data))
		r.Header.Del("Content-Length")
		return err
	}
	server := httptest.NewServer(proxy)
	w.Cleanup(server.Close)
	w.Cleanup(server.CloseClientConnections)
	m.URL, m.Address = server.URL, w.b.Listen
	if name == w.source {
		m.Address = w.a.Listen
	}
	w.cfg.Machines[name] = m
	w.open()
}

// TestEarlyComplete lets the target look complete from the beginning, as daemons before 2.0 do for a moment between two counts: the mirror
// is complete when the files are there, and not before.
func TestEarlyComplete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var until atomic.Int64 // it lies for less than proofFor
	tamper(w, w.target, "db/status", func(answer map[string]any) {
		if answer["state"] != "" && time.Now().UnixNano() < until.Load() {
			answer["state"], answer["errors"], answer["needTotalItems"], answer["needFiles"], answer["needBytes"] = "idle", 0, 0, 0, 0
		}
	})
	big := strings.Repeat("0123456789abcdef", 1<<18)
	w.write(w.src("data/first"), "1")
	w.set("s")
	id := w.plug("s", "/copy", idle, orphaning)
	for i, text := range []string{big, "small", big[1:], "smaller"} {
		w.write(w.src("data/f"), text)
		until.Store(time.Now().Add(6 * time.Second).UnixNano())
		do(w, engine.MirrorStart{ID: id})
		w.mirrored(id)
		if w.holds(w.dst("copy/f"), text); t.Failed() {
			t.Fatalf("mirror %d was not complete", i)
		}
	}
}

// TestEarlyDrained does the same to a queue.
func TestEarlyDrained(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	tamper(w, w.target, "db/status", func(answer map[string]any) {
		answer["errors"], answer["needTotalItems"] = 0, 0
	})
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	text := strings.Repeat("0123456789abcdef", 1<<18)
	w.write(w.src("data/g"), text)
	do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
	w.holds(w.dst("copy/g"), text)
}

// TestDisagreeing lets the source take an item for missing for ever: a target that says for long that it has all is believed.
func TestDisagreeing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var asked atomic.Int64
	tamper(w, w.source, "db/completion", func(answer map[string]any) {
		asked.Add(1)
		answer["needItems"] = 1
	})
	w.write(w.src("data/f"), "1")
	w.set("s")
	w.plug("s", "/copy")
	w.holds(w.dst("copy/f"), "1")
	if asked.Load() < 3 {
		t.Errorf("the source was asked %d times", asked.Load())
	}
}

// TestDrainKeepsTrying makes a failure pass after a while: it is final neither for the mirror nor for the queue.
func TestDrainKeepsTrying(t *testing.T) {
	t.Parallel()
	for name, errors := range map[string]string{
		"lost":  `{"errors":[{"path":"f","error":"syncing: no connected device has the required version of this file"}]}`,
		"ended": `{"errors":[]}`, // between the two questions
	} {
		t.Run(name, func(t *testing.T) { t.Parallel(); keepsTrying(t, errors) })
	}
}

// keepsTrying lets the target count an error for longer than one may last that does not pass, and answer so when asked for it.
func keepsTrying(t *testing.T, errors string) {
	w := newWorld(t)
	var until atomic.Int64
	fail := func() { until.Store(time.Now().Add(8 * time.Second).UnixNano()) }
	fail()
	failing := func() bool { return time.Now().UnixNano() < until.Load() }
	tamper(w, w.target, "db/status", func(answer map[string]any) {
		if failing() && answer["state"] != "" {
			answer["state"], answer["errors"], answer["needTotalItems"] = "idle", 1, 1
		}
	})
	inner := w.cfg.Machines[w.target]
	u, err := url.Parse(inner.URL)
	w.must(err)
	proxy := httputil.NewSingleHostReverseProxy(u)
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "folder/errors") && failing() {
			_, _ = io.WriteString(rw, errors)
			return
		}
		proxy.ServeHTTP(rw, r)
	}))
	t.Cleanup(server.Close)
	t.Cleanup(server.CloseClientConnections)
	inner.URL = server.URL
	w.cfg.Machines[w.target] = inner
	w.open()
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	w.holds(w.dst("copy/f"), "1")
	fail()
	w.write(w.src("data/f"), "22")
	do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
	w.holds(w.dst("copy/f"), "22")
}

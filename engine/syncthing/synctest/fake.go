package synctest

// This file plays many daemons at once, for simulations: they answer like Syncthing and move no file.

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A Fleet is a number of pretended daemons behind one listener, told apart by their keys. Whatever one is told to connect is in sync at
// once. Its methods may be called from several goroutines.
type Fleet struct {
	URL   string
	Calls atomic.Int64 // that were answered

	server *httptest.Server
	mu     sync.Mutex
	byKey  map[string]*fake
	delay  time.Duration
	fail   func(method, uri string) int
}

// fake is one pretended daemon.
type fake struct {
	mu      sync.Mutex
	id      string
	folders map[string]map[string]any
	devices map[string]map[string]any
}

// NewFleet makes n daemons with the keys "key-0" and so on. Close it at the end.
func NewFleet(n int) *Fleet {
	f := &Fleet{byKey: map[string]*fake{}}
	for i := range n {
		f.byKey[fmt.Sprintf("key-%d", i)] = &fake{id: deviceID(), folders: map[string]map[string]any{}, devices: map[string]map[string]any{}}
	}
	f.server = httptest.NewServer(http.HandlerFunc(f.serve))
	f.URL = f.server.URL
	return f
}

// deviceID makes up the name of a daemon.
func deviceID() string {
	b := make([]byte, 35)
	_, _ = rand.Read(b) // never fails
	return strings.TrimRight(base32.StdEncoding.EncodeToString(b), "=")
}

// Close ends the listener.
func (f *Fleet) Close() { f.server.CloseClientConnections(); f.server.Close() }

// Delay makes every answer take a time, as a network would.
func (f *Fleet) Delay(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.delay = d
}

// Fail lets h decide about each call before it is answered: with a status other than 0 it is refused with that, with a negative one it is cut
// off. nil decides nothing.
func (f *Fleet) Fail(h func(method, uri string) int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fail = h
}

// Left describes the folders and devices that the daemons have, sorted.
func (f *Fleet) Left() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var list []string
	for key, d := range f.byKey {
		d.mu.Lock()
		for id, v := range d.folders {
			list = append(list, fmt.Sprintf("%s folder %s paused %v %v", key, id, v["paused"], v["label"]))
		}
		for _, v := range d.devices {
			list = append(list, fmt.Sprintf("%s device %v", key, v["name"]))
		}
		d.mu.Unlock()
	}
	slices.Sort(list)
	return list
}

func (f *Fleet) serve(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	d, delay, fail := f.byKey[r.Header.Get("X-API-Key")], f.delay, f.fail
	f.mu.Unlock()
	if fail != nil {
		switch status := fail(r.Method, r.URL.RequestURI()); {
		case status < 0:
			panic(http.ErrAbortHandler)
		case status > 0:
			http.Error(w, "made to fail", status)
			return
		}
	}
	if d == nil {
		http.Error(w, "Forbidden", http.StatusForbidden)
		return
	}
	f.Calls.Add(1)
	path := strings.TrimPrefix(r.URL.Path, "/rest/")
	if path == "events" {
		wait, _ := time.ParseDuration(r.URL.Query().Get("timeout") + "s")
		delay = max(wait, delay)
	}
	select {
	case <-time.After(delay):
	case <-r.Context().Done():
		return
	}
	answer, status := d.answer(r, path)
	if status != http.StatusOK {
		http.Error(w, "No folder with given ID", status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer)
}

// answer is what a daemon says to a call.
func (d *fake) answer(r *http.Request, path string) (any, int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	kind, id, _ := strings.Cut(strings.TrimPrefix(path, "config/"), "/")
	switch {
	case strings.HasPrefix(path, "config/folders") || strings.HasPrefix(path, "config/devices"):
		table := d.folders
		if kind == "devices" {
			table = d.devices
		}
		return edit(r, table, id)
	case strings.HasPrefix(path, "db/"):
		f := d.folders[r.URL.Query().Get("folder")]
		if f == nil {
			return nil, http.StatusNotFound
		}
		return database(strings.TrimPrefix(path, "db/"), f)
	}
	return d.system(r, path), http.StatusOK
}

// system answers calls about the daemon itself.
func (d *fake) system(r *http.Request, path string) any {
	switch path {
	case "system/status":
		return map[string]any{"myID": d.id}
	case "system/version":
		return map[string]any{"version": "v1.19.2", "os": "linux", "arch": "amd64"}
	case "system/connections":
		peers := map[string]any{}
		for id := range d.devices {
			peers[id] = map[string]any{"connected": true}
		}
		return map[string]any{"connections": peers}
	case "system/browse":
		return []string{r.URL.Query().Get("current") + "/"}
	case "config/options":
		return map[string]any{"listenAddresses": []string{"tcp://127.0.0.1:22000"}}
	case "events", "folder/errors":
		return []any{}
	}
	return map[string]any{}
}

// edit reads or changes a table of the configuration.
func edit(r *http.Request, table map[string]map[string]any, id string) (any, int) {
	if r.Method == http.MethodGet && id == "" {
		list := make([]map[string]any, 0, len(table))
		for _, v := range table {
			list = append(list, v)
		}
		return list, http.StatusOK
	}
	old := table[id]
	switch r.Method {
	case http.MethodDelete:
		delete(table, id)
		return nil, http.StatusOK
	case http.MethodPatch:
		if old == nil {
			return nil, http.StatusNotFound
		}
	case http.MethodPut:
		old = map[string]any{}
		table[id] = old
	}
	change := map[string]any{}
	if json.NewDecoder(r.Body).Decode(&change) != nil {
		return nil, http.StatusBadRequest
	}
	for k, v := range change {
		old[k] = v
	}
	return old, http.StatusOK
}

// database answers calls about a folder: it has a thousand files and is in sync.
func database(call string, f map[string]any) (any, int) {
	paused, _ := f["paused"].(bool)
	switch {
	case call == "completion" && paused:
		return nil, http.StatusNotFound
	case call == "completion":
		return map[string]any{"completion": 100, "sequence": 1000}, http.StatusOK
	case call == "ignores":
		return map[string]any{"ignore": []string{}}, http.StatusOK
	case call == "status" && paused:
		return map[string]any{"state": ""}, http.StatusOK
	case call == "status":
		return map[string]any{"state": "idle", "globalFiles": 1000, "localFiles": 1000, "globalBytes": 1 << 30, "localBytes": 1 << 30,
			"stateChanged": time.Now().Format(time.RFC3339)}, http.StatusOK
	}
	return map[string]any{}, http.StatusOK
}

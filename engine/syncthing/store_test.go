package syncthing

// This file tests the state file: several processes, damage, newer layouts.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

func newStore(t *testing.T, dir string) *store {
	t.Helper()
	s, err := openStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestStoreShared lets several stores of one file count, as several processes would.
func TestStoreShared(t *testing.T) {
	dir := t.TempDir()
	const stores, each = 4, 25
	var wg sync.WaitGroup
	var mu sync.Mutex
	given := map[engine.ConnectionID]bool{}
	for range stores {
		s := newStore(t, dir)
		wg.Go(func() {
			for range each {
				err := s.change(t.Context(), func(st *state) error {
					st.Last++
					st.Conns[st.Last] = &memory{From: "a"}
					mu.Lock()
					defer mu.Unlock()
					if given[st.Last] {
						t.Errorf("%d was given out twice", st.Last)
					}
					given[st.Last] = true
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	last := newStore(t, dir)
	if err := last.view(func(st state) {
		if st.Last != stores*each || len(st.Conns) != stores*each {
			t.Errorf("last %d, %d connections", st.Last, len(st.Conns))
		}
	}); err != nil {
		t.Error(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestStoreAllOrNothing(t *testing.T) {
	s := newStore(t, t.TempDir())
	no := errors.New("no")
	if err := s.change(t.Context(), func(st *state) error { st.Last = 5; st.Conns[1] = &memory{}; return no }); !errors.Is(err, no) {
		t.Errorf("got %v", err)
	}
	if _, known, err := s.memory(1); known || err != nil {
		t.Errorf("half a change: %v, %v", known, err)
	}
	if err := s.remember(t.Context(), 1, func(m *memory) { m.Mirrored = true }); err != nil {
		t.Error(err)
	}
	if _, known, _ := s.memory(1); known {
		t.Error("a forgotten connection is remembered")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.change(ended, func(*state) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestStoreSurvives(t *testing.T) {
	dir := t.TempDir()
	s := newStore(t, dir)
	at := time.Now().Round(0)
	m := memory{From: "a", To: "b", Mirrored: true, Running: &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}, Started: at, SettledAt: at, SettledSeq: []int64{4},
		Progress: engine.MirrorProgress{FilesSent: 3, Failures: []engine.Failure{{Path: "not \xff utf-8", Reason: "r"}}}}
	set := savedRepset{engine.Repset{Source: "Alpha", Name: "My Set", Rules: []engine.Rule{{Path: "/x", Exclude: true}}}, at}
	if err := s.change(t.Context(), func(st *state) error {
		st.Conns[7] = &m
		st.Repsets[repsetKey(set.Source, set.Name)] = set
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	again := newStore(t, dir)
	got, known, err := again.memory(7)
	if !known || err != nil || fmt.Sprintf("%+v", got.Progress) != fmt.Sprintf("%+v", m.Progress) || *got.Running != *m.Running || !got.SettledAt.Equal(at) {
		t.Errorf("%+v, %v, %v", got, known, err)
	}
	if r, err := again.repset("ALPHA", "My Set"); err != nil || !r.Equal(set.Repset) || !r.Saved.Equal(at) {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := again.repset("alpha", "my set"); engine.CodeOf(err) != engine.CodeNoRepset {
		t.Errorf("got %v", err)
	}
	info, err := os.Stat(filepath.Join(dir, "syncthing.json"))
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the state: %v, %v", info.Mode(), err)
	}
}

func TestStoreRefused(t *testing.T) {
	for text, want := range map[string]string{"{": "damaged", `{"version":2}`: "newer program", "": "damaged", `{"version":1,"connections":[]}`: "damaged"} {
		dir := t.TempDir()
		file := filepath.Join(dir, "syncthing.json")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := openStore(dir)
		var e *engine.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), want) || e.Help() == "" {
			t.Errorf("%q: %v", text, err)
		}
		if now, _ := os.ReadFile(file); string(now) != text {
			t.Errorf("%q was replaced by %q", text, now)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(filepath.Join(file, "below")); err == nil {
		t.Error("a state folder below a file")
	}
}

// TestAssemble puts ends together that crashes and other hosts have left.
func TestAssemble(t *testing.T) {
	cl := &Client{machines: map[string]*machine{}, logins: map[string]login{}, seen: map[string]record{}}
	for _, name := range []string{"alpha", "beta", "gamma"} {
		cl.machines[name] = &machine{name: name, api: &rest.Client{}}
		cl.logins[name] = login{level: engine.AccessFull}
	}
	rec := func(id engine.ConnectionID, from, to string, part, turn int) record {
		return record{ID: id, Set: "s", From: from, To: to, Part: part, Parts: 2, Turn: turn, Since: time.Unix(1, 0)}
	}
	folder := func(r record, id, kind string, parked bool) rest.Folder {
		return rest.Folder{ID: idPrefix + id, Label: r.label(parked), Type: kind}
	}
	one := rec(1, "Alpha", "beta", 0, 0)
	list := cl.assemble(map[*machine][]rest.Folder{
		cl.machines["alpha"]: {folder(one, "1", "sendonly", false), folder(rec(1, "Alpha", "beta", 1, 0), "2", "sendonly", false), folder(rec(1, "Alpha", "beta", 1, 1), "3", "sendonly", false),
			folder(rec(9, "Alpha", "beta", 0, 0), "9", "sendonly", true), folder(rec(8, "alpha", "elsewhere", 0, 0), "8", "sendonly", false), {ID: "photos", Label: one.label(false)}},
		cl.machines["beta"]: {folder(one, "1", "receiveonly", false), folder(rec(1, "Alpha", "beta", 1, 1), "3", "receiveonly", false), folder(rec(1, "gamma", "beta", 0, 0), "7", "receiveonly", false)},
	})
	if len(list) != 2 {
		t.Fatalf("%d connections", len(list))
	}
	for _, cn := range list {
		switch cn.From {
		case "Alpha":
			if !cn.complete() || len(cn.stale) != 1 || cn.stale[0].id != idPrefix+"2" || cn.parts[1].id != idPrefix+"3" {
				t.Errorf("%+v", cn)
			}
		case "gamma": // the same number, from another host
			if cn.complete() || len(cn.parts) != 1 || cn.parts[0].from != nil {
				t.Errorf("%+v", cn)
			}
		}
	}
	cl.logins = map[string]login{}
	if list := cl.assemble(map[*machine][]rest.Folder{cl.machines["beta"]: {folder(one, "1", "receiveonly", false)}}); len(list) != 0 {
		t.Errorf("without a login connections are shown: %v", list)
	}
}

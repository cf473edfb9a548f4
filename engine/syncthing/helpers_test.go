package syncthing_test

// This file defines the shorthands that tests of the driver are written in.

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// patience is how long anything may take before a test fails.
const patience = 3 * time.Minute

// do performs an operation that must succeed.
func do[R engine.Result](w *world, op engine.OpOf[R]) R {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.Context(), patience)
	defer cancel()
	r, err := engine.Call(ctx, w.client, op)
	if err != nil {
		w.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

// refuse performs an operation that must fail with code and say want.
func refuse(w *world, code engine.Code, want string, op engine.Op) *engine.Error {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.Context(), patience)
	defer cancel()
	_, err := w.client.Do(ctx, op)
	return w.refused(err, code, want)
}

// refused checks an error.
func (w *world) refused(err error, code engine.Code, want string) *engine.Error {
	w.Helper()
	var e *engine.Error
	if !errors.As(err, &e) || e.Code != code || !strings.Contains(err.Error(), want) {
		w.Fatalf("got %v, want %d with %q", err, code, want)
	}
	return e
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *world) src(rel string) string { return filepath.Join(w.srcDir, rel) }
func (w *world) dst(rel string) string { return filepath.Join(w.dstDir, rel) }

// write makes a file with its folders.
func (w *world) write(path, text string) {
	w.Helper()
	w.must(os.MkdirAll(filepath.Dir(path), 0o755))
	w.must(os.WriteFile(path, []byte(text), 0o644))
}

// holds fails unless a file has the content.
func (w *world) holds(path, want string) {
	w.Helper()
	data, err := os.ReadFile(path)
	if err != nil || string(data) != want {
		w.Errorf("%s holds %.60q (%v), want %.60q", path, data, err, want)
	}
}

// set saves a set with the rule /data and more, such as "- /data/*.tmp".
func (w *world) set(name string, more ...string) {
	w.Helper()
	rules := []engine.Rule{{Path: "/data"}}
	for _, m := range more {
		path, exclude := strings.CutPrefix(m, "- ")
		rules = append(rules, engine.Rule{Path: engine.Path(path), Exclude: exclude})
	}
	do(w, engine.SaveRepset{Repset: engine.Repset{Source: w.source, Name: name, Rules: rules}})
}

func mapTo(base string) engine.Mapping {
	return engine.Mapping{Kind: engine.MapBase, Base: engine.Path(base)}
}

// plug connects a set to a folder and waits for the mirror.
func (w *world) plug(set, base string, change ...func(*engine.Connect)) engine.ConnectionID {
	w.Helper()
	op := engine.Connect{Source: w.source, Repset: set, Target: w.target, Mapping: mapTo(base), Mirror: &engine.MirrorOptions{}}
	for _, f := range change {
		f(&op)
	}
	id := do(w, op)
	if op.Mirror != nil {
		w.mirrored(id)
	}
	return id
}

func replicating(op *engine.Connect) { op.Replicate = true }
func orphaning(op *engine.Connect)   { op.Orphans = true }
func idle(op *engine.Connect)        { op.Mirror = nil }

// mirrored waits for the end of a mirror, which must be complete.
func (w *world) mirrored(id engine.ConnectionID) engine.ConnectionStatus {
	w.Helper()
	s := do(w, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: patience})
	if !s.Mirror.Completed || s.Mirror.Errors > 0 {
		w.Fatalf("mirror: %+v", s.Mirror)
	}
	return s
}

// snapshot is every file below a folder with its content, times of folders and what Syncthing keeps for itself left out.
func (w *world) snapshot(dir string) map[string]string {
	w.Helper()
	m := map[string]string{}
	w.must(filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.Name() == ".stfolder":
			return fs.SkipDir
		case e.IsDir() || strings.Contains(e.Name(), ".syncthing."):
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		m[rel] = fmt.Sprintf("%v %v %x", info.Mode(), info.ModTime(), sha256.Sum256(data))
		return err
	}))
	return m
}

// unchanged fails when a folder is not what the snapshot says.
func (w *world) unchanged(dir string, was map[string]string) {
	w.Helper()
	now := w.snapshot(dir)
	for rel, s := range was {
		if now[rel] != s {
			w.Errorf("%s was %s, is %s", rel, s, now[rel])
		}
	}
	for rel := range now {
		if _, ok := was[rel]; !ok {
			w.Errorf("%s is new", rel)
		}
	}
}

// eventually waits until ok holds.
func (w *world) eventually(what string, ok func() bool) {
	w.Helper()
	for deadline := time.Now().Add(patience); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			w.Fatalf("not reached: %s", what)
		}
	}
}

// leak fails when a text holds one of the secrets.
func leak(t *testing.T, text string, secrets ...string) {
	t.Helper()
	for _, s := range secrets {
		if s != "" && strings.Contains(text, s) {
			t.Errorf("a secret stands in %q", text)
		}
	}
}

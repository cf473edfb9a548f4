package enginetest

// This file defines the shorthands that the cases are written in.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// do performs an operation that must succeed.
func do[R engine.Result](b *bench, op engine.OpOf[R]) R {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, b.Patience)
	defer cancel()
	r, err := engine.Call(ctx, b.Client, op)
	if err != nil {
		b.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

// refuse performs an operation that must fail with code.
func refuse(b *bench, code engine.Code, op engine.Op) *engine.Error {
	b.Helper()
	_, err := b.Client.Do(b.ctx, op)
	if !errors.Is(err, code) {
		b.Fatalf("%s %+v: got %v, want %d (%s)", op.Name(), op, err, code, code.Name())
	}
	var e *engine.Error
	if !errors.As(err, &e) || e.Op != op.Name() {
		b.Errorf("%s: error %#v does not name the operation", op.Name(), err)
	}
	return e
}

// write makes a file with its folders on a machine's folder.
func (b *bench) write(dir, rel, content string) {
	b.Helper()
	path := filepath.Join(dir, rel)
	b.must(os.MkdirAll(filepath.Dir(path), 0o755))
	b.must(os.WriteFile(path, []byte(content), 0o644))
}

func (b *bench) must(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b *bench) src(rel string) string { return filepath.Join(b.SourceDir, rel) }
func (b *bench) dst(rel string) string { return filepath.Join(b.TargetDir, rel) }

// set saves a set with rules such as "/data", "- /data/*.tmp", "1 /data" (not recursive).
func (b *bench) set(name string, lines ...string) {
	b.Helper()
	do(b, engine.SaveRepset{Repset: engine.Repset{Source: b.Source, Name: name, Rules: parseRules(lines)}})
}

func parseRules(lines []string) (out []engine.Rule) {
	for _, l := range lines {
		r := engine.Rule{Path: engine.Path(l)}
		if how, path, ok := strings.Cut(l, " "); ok && strings.Trim(how, "-1") == "" {
			r = engine.Rule{Path: engine.Path(path), Exclude: strings.Contains(how, "-"), NoRecurse: strings.Contains(how, "1")}
		}
		out = append(out, r)
	}
	return out
}

// base is the mapping that most cases use: the copy is the folder /copy.
func base(path string) engine.Mapping {
	return engine.Mapping{Kind: engine.MapBase, Base: engine.Path(path)}
}

// connect connects a set to /copy and waits for the mirror.
func (b *bench) connect(set string, change ...func(*engine.Connect)) engine.ConnectionID {
	b.Helper()
	op := engine.Connect{Source: b.Source, Repset: set, Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}}
	for _, f := range change {
		f(&op)
	}
	id := do(b, op)
	if op.Mirror != nil {
		b.mirrored(id)
	}
	return id
}

func replicating(op *engine.Connect) { op.Replicate = true }
func orphaning(op *engine.Connect)   { op.Orphans = true }
func unmirrored(op *engine.Connect)  { op.Mirror = nil }

func to(path string) func(*engine.Connect) {
	return func(op *engine.Connect) { op.Mapping = base(path) }
}

// mirrored waits for the end of a mirror, which must be complete and without errors.
func (b *bench) mirrored(id engine.ConnectionID) engine.ConnectionStatus {
	b.Helper()
	s := do(b, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: b.Patience * 9 / 10})
	if !s.Mirror.Completed || s.Mirror.Errors != 0 {
		b.Fatalf("mirror: %+v", s.Mirror)
	}
	return s
}

// mirror runs a mirror to its end.
func (b *bench) mirror(id engine.ConnectionID, o engine.MirrorOptions) engine.ConnectionStatus {
	b.Helper()
	do(b, engine.MirrorStart{ID: id, Options: o})
	return b.mirrored(id)
}

func (b *bench) drain(id engine.ConnectionID) engine.ConnectionStatus {
	b.Helper()
	return do(b, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: b.Patience * 9 / 10})
}

// eventually waits until ok holds, asking often; for states without a wait of their own.
func (b *bench) eventually(what string, ok func() bool) {
	b.Helper()
	for deadline := time.Now().Add(b.Patience); !ok(); {
		if time.Now().After(deadline) {
			b.Fatalf("not reached: %s", what)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// listing describes every entry below dir by its relative path.
func (b *bench) listing(dir string) map[string]string {
	b.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		if b.own(filepath.ToSlash(rel)) {
			return nil
		}
		m[rel], err = b.describe(path, info)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		b.Fatal(err)
	}
	return m
}

func (b *bench) describe(path string, info fs.FileInfo) (string, error) {
	mode := info.Mode()
	if b.is(NoSpecialBits) {
		mode &^= fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	}
	stamp := fmt.Sprintf("%v %d.%09d", mode, info.ModTime().Unix(), info.ModTime().Nanosecond())
	if info.IsDir() && b.is(NoFolderTimes) {
		stamp = mode.String()
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		text, err := os.Readlink(path)
		return "link to " + text, err
	case info.Mode().IsRegular():
		data, err := os.ReadFile(path)
		return fmt.Sprintf("%s %d %q", stamp, len(data), data), err
	}
	return stamp, nil
}

// same fails unless the two folders have the same entries with the same content,
// permissions and times.
func (b *bench) same(src, dst string) {
	b.Helper()
	want, got := b.listing(src), b.listing(dst)
	for rel, w := range want {
		if got[rel] != w {
			b.Errorf("%q: the copy has %.300q, the source %.300q", rel, got[rel], w)
		}
	}
	for rel := range got {
		if _, ok := want[rel]; !ok {
			b.Errorf("%q is only in the copy", rel)
		}
	}
}

// has fails unless the names below dir, folders left out, are exactly want.
func (b *bench) has(dir string, want ...string) {
	b.Helper()
	left := map[string]bool{}
	for _, w := range want {
		left[filepath.FromSlash(w)] = true
	}
	for rel, what := range b.listing(dir) {
		if strings.HasPrefix(what, "d") {
			continue
		}
		if !left[rel] {
			b.Errorf("unexpected: %s", rel)
		}
		delete(left, rel)
	}
	for rel := range left {
		b.Errorf("missing: %s", rel)
	}
}

func (b *bench) content(path, want string) {
	b.Helper()
	data, err := os.ReadFile(path)
	if err != nil || string(data) != want {
		b.Errorf("%s holds %.80q (%v), want %.80q", path, data, err, want)
	}
}

// backdate sets a modification time well in the past, so that later changes differ.
func (b *bench) backdate(path string, age time.Duration) time.Time {
	b.Helper()
	at := time.Now().Add(-age).Truncate(time.Microsecond)
	b.must(os.Chtimes(path, at, at))
	return at
}

// short returns a context that ends soon, for waits that must not succeed.
func (b *bench) short(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(b.ctx, d)
	b.Cleanup(cancel)
	return ctx
}

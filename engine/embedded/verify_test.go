package embedded

// This file tests reports about copies.

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// found lists what a report found, as "different /data/f".
func found(r engine.VerifyReport) string {
	var out []string
	for _, d := range r.Differences {
		out = append(out, d.Kind+" "+string(d.Path))
	}
	return strings.Join(out, ", ")
}

func TestVerify(t *testing.T) {
	tests := []struct {
		name           string
		damage         func(src, dst string)
		plain, summed  string // what is found without and with checksum
		bytes          int64  // out of sync, with checksum
		missing, files int64  // folders missing; files different or missing, with checksum
	}{
		{"equal", func(_, _ string) {}, "", "", 0, 0, 0},
		{"changed", func(src, _ string) { os.WriteFile(src+"/f", []byte("longer than before"), 0o644) },
			"different /data/f", "different /data/f", 18, 0, 1},
		{"hidden", func(_, dst string) { hide(dst + "/f") }, "", "different /data/f", 7, 0, 1},
		{"missing", func(_, dst string) { os.Remove(dst + "/f") }, "missing /data/f", "missing /data/f", 7, 0, 1},
		{"folder missing", func(_, dst string) { os.RemoveAll(dst + "/d") },
			"missing /data/d, missing /data/d/e, missing /data/d/e/g", "missing /data/d, missing /data/d/e, missing /data/d/e/g", 5, 2, 1},
		{"orphans", func(_, dst string) {
			os.MkdirAll(dst+"/o/p", 0o755)
			os.WriteFile(dst+"/d/x", nil, 0o644)
			os.WriteFile(dst+"/d/x.tmp", nil, 0o644) // left out by a wildcard
		}, "orphan /data/d/x, orphan /data/o", "orphan /data/d/x, orphan /data/o", 0, 0, 0},
		{"another kind", func(_, dst string) { os.Remove(dst + "/f"); os.Mkdir(dst+"/f", 0o755) }, "different /data/f", "different /data/f", 7, 0, 1},
		{"permissions", func(_, dst string) { os.Chmod(dst+"/f", 0o600) }, "different /data/f", "different /data/f", 0, 0, 1},
		{"a block of a large file", func(_, dst string) { hide(dst + "/large") }, "", "different /data/large", 128 << 10, 0, 1},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		c := mustOpen(t, testConfig(t, dir))
		src, dst := filepath.Join(dir, "alpha/data"), filepath.Join(dir, "beta/copy")
		write(t, filepath.Join(src, "f"), "content")
		write(t, filepath.Join(src, "d/e/g"), "12345")
		write(t, filepath.Join(src, "large"), strings.Repeat("0123456789abcdef", 100_000))
		call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}, {Path: "/data/*.tmp", Exclude: true}}}})
		id := call(t, c, engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}, Mirror: &engine.MirrorOptions{}})
		call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
		tt.damage(src, dst)
		if r := call(t, c, engine.Verify{ID: id}); found(r) != tt.plain || r.FilesCompared != 3 || r.DirectoriesCompared != 2 || r.Errors != 0 || r.BytesCompared != 0 {
			t.Errorf("%s: found %q, %+v", tt.name, found(r), r)
		}
		r := call(t, c, engine.Verify{ID: id, Checksum: true, Sync: true, Orphans: true})
		if found(r) != tt.summed || r.BytesOutOfSync != tt.bytes || r.DirectoriesMissing != tt.missing || r.FilesMissing+r.FilesDifferent != tt.files {
			t.Errorf("%s: with checksum %q, %+v", tt.name, found(r), r)
		}
		if r.Started.IsZero() || r.Ended.Before(r.Started) || r.ID != id || r.Repset != "s" {
			t.Errorf("%s: %+v", tt.name, r)
		}
		if r = call(t, c, engine.Verify{ID: id, Checksum: true}); found(r) != "" || r.BytesCompared == 0 {
			t.Errorf("%s: after synchronising %q", tt.name, found(r))
		}
	}
}

// hide changes the first byte of a file and leaves its size and time as they are.
func hide(path string) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	_, _ = f.WriteAt([]byte("X"), 0)
	f.Close()
	_ = os.Chtimes(path, info.ModTime(), info.ModTime())
}

// TestVerifyReplicating expects changes of a moment ago to count as copied.
func TestVerifyReplicating(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	for i := range 50 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("g", i)), "new")
	}
	if r := call(t, c, engine.Verify{ID: id, Checksum: true}); found(r) != "" || r.FilesCompared != 51 {
		t.Errorf("found %q of %d", found(r), r.FilesCompared)
	}
	call(t, c, engine.HoldTarget{Target: "beta"})
	write(t, filepath.Join(dir, "alpha/data/f"), "later")
	if r := call(t, c, engine.Verify{ID: id}); found(r) != "different /data/f" {
		t.Errorf("with a held target %q", found(r))
	}
	call(t, c, engine.MirrorStart{ID: id})
	refused(t, c, engine.CodeMirroring, engine.Verify{ID: id})
	refused(t, c, engine.CodeNoConnection, engine.Verify{ID: id + 1})
	call(t, c, engine.ReleaseTarget{Target: "beta"})
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: 20 * time.Second})
}

package copier

// This file tests renames in the copy.

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestMove renames on the source and applies the change, with something in the way
// of the short cut in most cases.
func TestMove(t *testing.T) {
	at := time.Unix(1_600_000_000, 12345)
	tests := []struct {
		name     string
		from, to string
		rules    []string
		before   func(src, dst string) // between the mirror and the rename
		fault    string
		moved    bool // the copy is renamed, so that it is the same file
	}{
		{name: "file", from: "f", to: "g", moved: true},
		{name: "into a folder", from: "f", to: "d/g", moved: true},
		{name: "over a file", from: "f", to: "x", moved: true},
		{name: "changed", from: "f", to: "g", before: func(src, _ string) { os.WriteFile(src+"/f", []byte("longer than before"), 0o644) }},
		{name: "damaged copy", from: "f", to: "g", before: func(_, dst string) {
			os.WriteFile(dst+"/f", []byte("FILE"), 0o644)
			os.Chtimes(dst+"/f", at, at)
		}},
		{name: "no copy", from: "f", to: "g", before: func(_, dst string) { os.Rename(dst+"/f", dst+".away") }},
		{name: "a folder in its place", from: "f", to: "g", before: func(_, dst string) { os.Mkdir(dst+"/g", 0o755) }},
		{name: "made anew", from: "f", to: "g", before: func(src, _ string) { os.Link(src+"/f", src+"/keep") }, moved: true},
		{name: "refused", from: "f", to: "g", fault: "move"},
		{name: "wildcards", from: "f", to: "g", rules: []string{"- /set/*.tmp"}},
		{name: "from outside the set", from: "out/f", to: "g", rules: []string{"- /set/out"}},
	}
	for _, tt := range tests {
		src, dst := pair(t)
		for name, text := range map[string]string{"f": "file", "x": "other", "d/y": "y", "out/f": "file"} {
			write(t, filepath.Join(src, name), text)
			if err := os.Chtimes(filepath.Join(src, name), at, at); err != nil {
				t.Fatal(err)
			}
		}
		c := newCopier(t, src, dst, tt.rules...)
		mustPass(t, c, Options{Create: true})
		was, err := os.Stat(filepath.Join(dst, "f"))
		if err != nil {
			t.Fatal(err)
		}
		if tt.before != nil {
			tt.before(src, dst)
		}
		if err := os.Rename(filepath.Join(src, tt.from), filepath.Join(src, tt.to)); err != nil {
			t.Fatal(err)
		}
		if tt.fault != "" {
			c = faulty(c, func(op, name string) error {
				if op == tt.fault {
					return &os.PathError{Op: op, Path: name, Err: syscall.EXDEV}
				}
				return nil
			})
		}
		var n Counters
		l := c.NewLive(&n, c.Report, nil)
		for _, ch := range []Change{{Rel: tt.to, Content: true, From: tt.from}, {Rel: tt.from, Gone: true}} {
			if err := l.Apply(context.Background(), ch); err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
		l.Flush()
		mustPass(t, c, Options{}) // brings "keep"
		if tt.rules == nil {
			sameTrees(t, src, dst)
		} else if got, err := os.ReadFile(filepath.Join(dst, tt.to)); err != nil || string(got) != "file" {
			t.Errorf("%s: the copy holds %q, %v", tt.name, got, err)
		}
		if got := sameFile(t, filepath.Join(dst, tt.to), was); got != (tt.moved && runtime.GOOS == "linux") {
			t.Errorf("%s: renamed: %v", tt.name, got)
		}
		if tt.moved && runtime.GOOS == "linux" && n.BytesSent.Load() != 0 {
			t.Errorf("%s: sent %d bytes", tt.name, n.BytesSent.Load())
		}
		noTemps(t, dst)
	}
}

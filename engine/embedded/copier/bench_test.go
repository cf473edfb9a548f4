package copier

// This file measures mirrors of many small files; the numbers are compared with
// other programs by hand.

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// smallFiles makes folders*perFolder files of 1 to 16 KiB.
func smallFiles(t testing.TB, dir string, folders, perFolder int) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	buf := make([]byte, 16<<10)
	for i := range buf {
		buf[i] = byte(rnd.Uint32())
	}
	for i := range folders {
		sub := filepath.Join(dir, fmt.Sprintf("folder%03d", i))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			t.Fatal(err)
		}
		for j := range perFolder {
			n := 1024 + rnd.IntN(15<<10)
			if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("file%03d.dat", j)), buf[:n], 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func BenchmarkSmallFiles(b *testing.B) {
	src := filepath.Join(b.TempDir(), "src")
	smallFiles(b, src, 40, 50)
	b.Run("all", func(b *testing.B) {
		for i := range b.N {
			dst := filepath.Join(b.TempDir(), fmt.Sprint(i))
			mustPass(b, newCopier(b, src, dst), Options{All: true, Create: true})
		}
	})
	dst := filepath.Join(b.TempDir(), "dst")
	mustPass(b, newCopier(b, src, dst), Options{Create: true})
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			mustPass(b, newCopier(b, src, dst), Options{})
		}
	})
	b.Run("checksum", func(b *testing.B) {
		for b.Loop() {
			mustPass(b, newCopier(b, src, dst), Options{Checksum: true, ChecksumAll: true})
		}
	})
}

func mustPass(t testing.TB, c *Copier, opt Options) *Counters {
	t.Helper()
	n := new(Counters)
	if err := c.Pass(context.Background(), opt, new(Gate), n); err != nil {
		t.Fatal(err)
	}
	if e := n.Errors.Load(); e > 0 {
		t.Fatalf("%d errors: %v", e, c.Report.(*memoReport).failures())
	}
	return n
}

// TestByHand mirrors between folders named in the environment, so that a script
// can time it beside other programs.
func TestByHand(t *testing.T) {
	src, dst := os.Getenv("SMR_SRC"), os.Getenv("SMR_DST")
	if src == "" {
		return
	}
	sum := os.Getenv("SMR_CHECK") != ""
	n := mustPass(t, newCopier(t, src, dst), Options{Create: true, Checksum: sum, ChecksumAll: sum, Sync: os.Getenv("SMR_SYNC") != ""})
	t.Logf("%d of %d files, %d bytes", n.FilesSent.Load(), n.FilesTotal.Load(), n.BytesSent.Load())
}

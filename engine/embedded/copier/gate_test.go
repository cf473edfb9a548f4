package copier

// This file tests that a closed gate keeps a pass from the copy.

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// TestClosedGateTouchesNothing opens nothing of the copy until the gate is open.
func TestClosedGateTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	src, dst := filepath.Join(dir, "src"), filepath.Join(dir, "dst")
	for _, d := range []string{src, dst} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c := newCopier(t, src, dst)
	opened := make(chan struct{}, 10)
	c.Open = func(volume, rel string, create bool) (tree.Dir, error) {
		opened <- struct{}{}
		return tree.OpenPath(volume, rel, create)
	}
	gate := new(Gate)
	gate.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	ended := make(chan error)
	go func() { ended <- c.Pass(ctx, Options{}, gate, new(Counters)) }()
	select {
	case <-opened:
		t.Error("a folder was opened behind a closed gate")
	case <-time.After(20 * time.Millisecond): // nothing can tell that nothing happens
	}
	gate.Open()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	over, stop := context.WithCancel(ctx)
	gate.Close()
	stop()
	if err := c.Pass(over, Options{}, gate, new(Counters)); err == nil {
		t.Error("a pass that was ended before it began succeeded")
	}
}

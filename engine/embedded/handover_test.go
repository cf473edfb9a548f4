package embedded

// This file tests that a mirror somebody asks for takes over from one that the
// engine began by itself.

import (
	"context"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// slowly opens an engine whose looks at files take a moment while slow is set.
func slowly(t *testing.T, dir string, slow *atomic.Bool) engine.Client {
	return mustOpen(t, faultyConfig(t, dir, func(op, _ string) error {
		if op == "stat" && slow.Load() {
			time.Sleep(time.Millisecond)
		}
		return nil
	}))
}

// catchingUp is an engine that was closed with a replicating connection and opened
// again, so that it is catching up.
func catchingUp(t *testing.T, slow *atomic.Bool) (engine.Client, engine.ConnectionID, string) {
	dir := t.TempDir()
	for i := range 1000 {
		write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), "1")
	}
	c := slowly(t, dir, slow)
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	must(t, c.Close())
	write(t, filepath.Join(dir, "alpha/data/f7"), "changed")
	slow.Store(true)
	c = slowly(t, dir, slow)
	if s := call(t, c, engine.GetConnection{ID: id}); s.TargetState != engine.TargetMirroring {
		t.Fatalf("it does not catch up: %s", s.TargetState)
	}
	return c, id, dir
}

func TestMirrorTakesOver(t *testing.T) {
	var slow atomic.Bool
	c, id, dir := catchingUp(t, &slow)
	ended := make(chan engine.ConnectionStatus, 1)
	began := make(chan struct{})
	go func() {
		close(began)
		s, _ := engine.Call(context.Background(), c, engine.Wait{ID: id, For: engine.WaitMirror, Timeout: time.Minute})
		ended <- s
	}()
	<-began
	call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorAll}})
	if _, err := c.Do(context.Background(), engine.MirrorStart{ID: id}); engine.CodeOf(err) != engine.CodeMirroring {
		t.Errorf("a second mirror by hand: %v", err)
	}
	slow.Store(false)
	// Whoever waited for the first must not be told that it is over before the second is.
	if s := <-ended; !s.Mirror.Completed || s.Mirror.Options.Kind != engine.MirrorAll || s.Mirror.FilesSent != 1000 {
		t.Errorf("mirror %+v", s.Mirror)
	}
	if got := read(filepath.Join(dir, "beta/copy/f7")); got != "changed" {
		t.Errorf("the copy holds %q", got)
	}
}

func TestPausedCatchUpIsKept(t *testing.T) {
	var slow atomic.Bool
	c, id, _ := catchingUp(t, &slow)
	call(t, c, engine.MirrorPause{ID: id})
	if _, err := c.Do(context.Background(), engine.MirrorStart{ID: id}); engine.CodeOf(err) != engine.CodeMirroring {
		t.Errorf("a mirror beside a paused one: %v", err)
	}
	slow.Store(false)
	call(t, c, engine.MirrorResume{ID: id})
	if s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); !s.Mirror.Completed {
		t.Errorf("mirror %+v", s.Mirror)
	}
}

func TestNarrowMirrorWaits(t *testing.T) {
	var slow atomic.Bool
	c, id, _ := catchingUp(t, &slow)
	newer := engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true}}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	if _, err := c.Do(ctx, newer); err == nil {
		t.Error("a mirror of newer files only took over")
	}
	slow.Store(false)
	call(t, c, newer)
	if s := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); !s.Mirror.Completed || !s.Mirror.Options.Newer || s.TargetState != engine.TargetReplicating {
		t.Errorf("mirror %+v, state %s", s.Mirror, s.TargetState)
	}
}

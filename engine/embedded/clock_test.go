package embedded

// This file sets the clock while the engine works.

import (
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// TestClockIsSet settles copies before and after the clock is set, in both directions. Nothing is captured, so that all depends on time
// stamps.
func TestClockIsSet(t *testing.T) {
	dir := t.TempDir()
	var shift atomic.Int64
	cfg := testConfig(t, dir)
	cfg.Settings.PollInterval = 10 * time.Millisecond
	cfg.clock = func(now time.Time) time.Time { return now.Add(time.Duration(shift.Load())) }
	c := mustOpen(t, cfg)
	write(t, filepath.Join(cfg.StateDir, "marks"), "in the way") // of the watcher
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	for _, by := range []time.Duration{0, -time.Hour, -10 * time.Millisecond, time.Hour, 0} {
		shift.Store(int64(by))
		write(t, filepath.Join(dir, "alpha/data/f"), "at "+by.String())
		s := call(t, c, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: time.Minute})
		if !s.Settled || s.Replication.Errors > 0 {
			t.Errorf("clock off by %v: %+v", by, s)
		}
		equalTrees(t, dir)
	}
	if got := call(t, c, engine.Disconnect{ID: id, Settle: true}); !got.Settled {
		t.Errorf("settling at the end: %+v", got)
	}
}

// TestPauseAtTheVeryEnd pauses a mirror when all is copied: it stays paused until it is resumed, stopped, or made again by the next process.
func TestPauseAtTheVeryEnd(t *testing.T) {
	for _, then := range []string{"resume", "stop", "reopen"} {
		t.Run(then, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "alpha/data/f"), "1")
			var c engine.Client
			id := make(chan engine.ConnectionID, 1)
			paused := make(chan error, 1)
			cfg := faultyConfig(t, dir, func(op, _ string) error {
				select {
				case con := <-id:
					if op == "sync" { // the last thing that a mirror does
						_, err := c.Do(t.Context(), engine.MirrorPause{ID: con})
						paused <- err
						return nil
					}
					id <- con
				default:
				}
				return nil
			})
			c = mustOpen(t, cfg)
			con := connected(t, c, false)
			call(t, c, engine.Wait{ID: con, For: engine.WaitMirror})
			write(t, filepath.Join(dir, "alpha/data/f"), "22")
			id <- con
			call(t, c, engine.MirrorStart{ID: con})
			select {
			case err := <-paused:
				must(t, err)
			case <-time.After(time.Minute):
				t.Fatal("the mirror never came to its end")
			}
			state := func() engine.MirrorProgress { return call(t, c, engine.GetConnection{ID: con}).Mirror }
			if s := state(); s.State != engine.MirrorPaused || s.Completed {
				t.Errorf("after the pause %+v", s)
			}
			switch then {
			case "stop":
				call(t, c, engine.MirrorStop{ID: con})
				if s := call(t, c, engine.GetConnection{ID: con}); s.TargetState != engine.TargetMirrorStopped {
					t.Errorf("after the stop %s", s.TargetState)
				}
				return
			case "reopen":
				must(t, c.Close())
				c = mustOpen(t, cfg)
				if s := state(); s.State != engine.MirrorPaused {
					t.Errorf("opened again %+v", s)
				}
			}
			call(t, c, engine.MirrorResume{ID: con})
			if s := call(t, c, engine.Wait{ID: con, For: engine.WaitMirror}); !s.Mirror.Completed {
				t.Errorf("resumed %+v", s.Mirror)
			}
			equalTrees(t, dir)
		})
	}
}

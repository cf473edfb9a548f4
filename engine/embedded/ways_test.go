package embedded

// This file tests held targets, paused transmission and limits of bandwidth.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// refused makes an operation that must fail with code.
func refused(t *testing.T, c engine.Client, code engine.Code, op engine.Op) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if _, err := c.Do(ctx, op); engine.CodeOf(err) != code {
		t.Errorf("%s %+v: %v, want %s", op.Name(), op, err, code.Name())
	}
}

// TestHeldWays closes the way in each manner: the queue holds and keeps its order,
// also over a restart, and everything arrives afterwards.
func TestHeldWays(t *testing.T) {
	transmit := func(a engine.Action) engine.Op {
		return engine.Transmission{Source: "alpha", Target: "beta", Action: a}
	}
	tests := []struct {
		name           string
		hold, release  engine.Op
		already, open  engine.Code
		target         engine.TargetState
		transmission   engine.TransmitState
		blockedSettled engine.Code
	}{
		{"held", engine.HoldTarget{Target: "Beta"}, engine.ReleaseTarget{Target: "beta"}, engine.CodeTargetPaused, engine.CodeConnectionNotPaused,
			engine.TargetPaused, engine.TransmitStarted, engine.CodeTargetPaused},
		{"held for one", engine.HoldTarget{Source: "alpha", Target: "beta"}, engine.ReleaseTarget{Source: "Alpha", Target: "beta"}, engine.CodeTargetPaused,
			engine.CodeConnectionNotPaused, engine.TargetPaused, engine.TransmitStarted, engine.CodeTargetPaused},
		{"paused", transmit(engine.ActionPause), transmit(engine.ActionResume), engine.CodeTransmissionPaused, engine.CodeConnectionNotPaused,
			engine.TargetReplicating, engine.TransmitPaused, engine.CodeTransmissionPaused},
		{"stopped", transmit(engine.ActionStop), transmit(engine.ActionStart), engine.CodeTransmissionPaused, engine.CodeConnectionNotPaused,
			engine.TargetReplicating, engine.TransmitStopped, engine.CodeTransmissionPaused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			cfg := testConfig(t, dir)
			c := mustOpen(t, cfg)
			write(t, filepath.Join(dir, "alpha/data/f"), "1")
			id := connected(t, c, true)
			call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
			refused(t, c, tt.open, tt.release)
			must(t, do(c, tt.hold))
			refused(t, c, tt.already, tt.hold)
			for i := range 20 {
				write(t, filepath.Join(dir, "alpha/data/f"), fmt.Sprint("later ", i))
				write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("g", i)), "new")
			}
			eventually(t, "the queue holds", func() bool { return call(t, c, engine.GetConnection{ID: id}).Replication.OpsQueue >= 21 })
			s := call(t, c, engine.GetConnection{ID: id})
			if s.TargetState != tt.target || s.TransmitState != tt.transmission {
				t.Errorf("states %s, %s", s.TargetState, s.TransmitState)
			}
			refused(t, c, engine.CodeTimeout, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: 20 * time.Millisecond})
			refused(t, c, engine.CodeTimeout, engine.Wait{ID: id, For: engine.WaitConsistent, Timeout: 20 * time.Millisecond})
			refused(t, c, tt.blockedSettled, engine.ReplicationStop{ID: id})
			untouched := func() {
				t.Helper()
				if got := read(filepath.Join(dir, "beta/copy/f")); got != "1" {
					t.Errorf("the copy holds %q", got)
				}
				if list, _ := os.ReadDir(filepath.Join(dir, "beta/copy")); len(list) != 1 {
					t.Errorf("the copy has %d entries", len(list))
				}
			}
			untouched()
			must(t, c.Close())
			c = mustOpen(t, cfg) // catches up, but not now
			untouched()
			refused(t, c, tt.already, tt.hold)
			must(t, do(c, tt.release))
			refused(t, c, tt.open, tt.release)
			call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
			call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
			if got := read(filepath.Join(dir, "beta/copy/f")); got != "later 19" {
				t.Errorf("afterwards the copy holds %q", got)
			}
			if list, _ := os.ReadDir(filepath.Join(dir, "beta/copy")); len(list) != 21 {
				t.Errorf("afterwards the copy has %d entries", len(list))
			}
		})
	}
}

func do(c engine.Client, op engine.Op) error {
	_, err := c.Do(context.Background(), op)
	return err
}

// TestDisconnectWhileHeld checks that a held connection can be ended.
func TestDisconnectWhileHeld(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	call(t, c, engine.HoldTarget{Target: "beta"})
	write(t, filepath.Join(dir, "alpha/data/f"), "22")
	call(t, c, engine.MirrorStart{ID: id})
	call(t, c, engine.Disconnect{ID: id})
	if got := read(filepath.Join(dir, "beta/copy/f")); got != "1" {
		t.Errorf("the copy holds %q", got)
	}
}

func TestWayParameters(t *testing.T) {
	c := mustOpen(t, testConfig(t, t.TempDir()))
	refused(t, c, engine.CodeBadParameter, engine.Transmission{Source: "alpha", Target: "beta", Action: "fly"})
	refused(t, c, engine.CodeNoMachine, engine.Transmission{Source: "alpha", Target: "gamma", Action: engine.ActionPause})
	refused(t, c, engine.CodeNoMachine, engine.HoldTarget{Target: "gamma"})
	refused(t, c, engine.CodeNoMachine, engine.HoldTarget{Source: "gamma", Target: "beta"})
	refused(t, c, engine.CodeBadParameter, engine.LimitBandwidth{Source: "alpha", Target: "beta", Bytes: -1})
}

// TestBandwidth sends 600,000 bytes at 100,000 in 50 ms: that takes at least 250 ms.
func TestBandwidth(t *testing.T) {
	for _, size := range []int{20_000, 600_000} {
		dir := t.TempDir()
		c := mustOpen(t, testConfig(t, dir))
		for i := range 600_000 / size {
			write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), strings.Repeat("x", size))
		}
		call(t, c, engine.LimitBandwidth{Source: "alpha", Target: "beta", Bytes: 100_000, Per: 50 * time.Millisecond})
		began := time.Now()
		id := connected(t, c, true)
		call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
		if took := time.Since(began); took < 240*time.Millisecond {
			t.Errorf("files of %d: 600,000 bytes took %v", size, took)
		}
		call(t, c, engine.LimitBandwidth{Source: "alpha", Target: "beta", Bytes: 1, Per: time.Hour})
		write(t, filepath.Join(dir, "alpha/data/f0"), "slow")
		write(t, filepath.Join(dir, "alpha/data/f1"), "slow, too")
		refused(t, c, engine.CodeTimeout, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: 50 * time.Millisecond})
		call(t, c, engine.LimitBandwidth{Source: "alpha", Target: "beta"}) // whoever waits is let go
		call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
		if got := read(filepath.Join(dir, "beta/copy/f1")); got != "slow, too" {
			t.Errorf("the copy holds %q", got)
		}
	}
}

package copier

// This file sets the clock in both directions.

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// at is the moment when a clock shows wall after mono has passed.
func at(wall, mono time.Duration) moment {
	base := time.Unix(1_000_000_000, 0)
	return moment{base.Add(wall), base.Add(mono)}
}

func TestHides(t *testing.T) {
	const ms = time.Millisecond
	for _, tt := range []struct {
		name       string
		wall, mono time.Duration // from the first moment to the second
		stamp      time.Duration // after the first moment
		want       bool
	}{
		{"long ago", 100 * ms, 100 * ms, -time.Hour, false},
		{"a tick ago", 100 * ms, 100 * ms, -tick, false},
		{"within a tick", 100 * ms, 100 * ms, -tick + ms, true},
		{"during the reading", 100 * ms, 100 * ms, 50 * ms, true},
		{"ahead, and nearly reached", 100 * ms, 100 * ms, 100*ms + tick - ms, true},
		{"ahead by a tick", 100 * ms, 100 * ms, 100*ms + tick, false},
		{"ahead by an hour", 100 * ms, 100 * ms, time.Hour, false},
		{"a clock that runs fast", 10001 * ms, 10000 * ms, -time.Hour, false},
		{"set back", -time.Hour, 100 * ms, -time.Second, true},
		{"set back by little", 90 * ms, 100 * ms, -time.Hour, true},
		{"set forward", time.Hour, 100 * ms, -time.Hour, true},
		{"set forward by little", 110 * ms, 100 * ms, -time.Hour, true},
	} {
		stamp := tree.StampOf(at(tt.stamp, 0).wall)
		if got := hides(at(0, 0), at(tt.wall, tt.mono), stamp, tick); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestRest(t *testing.T) {
	const ms = time.Millisecond
	for age, want := range map[time.Duration]time.Duration{
		time.Hour: 0, tick: 0, tick - ms: ms, 0: tick, -3 * ms: tick + 3*ms, -tick: 0, -time.Hour: 0,
	} {
		if got := at(age, 0).rest(tree.StampOf(at(0, 0).wall)); got != want {
			t.Errorf("a change %v ago: wait %v, want %v", age, got, want)
		}
	}
}

// TestClockIsSetWhileCopied sets the clock between the beginning and the end of copying a file: it is copied again, once.
func TestClockIsSetWhileCopied(t *testing.T) {
	for _, step := range []time.Duration{-10 * time.Hour, -time.Hour, time.Hour} {
		src, dst := pair(t)
		write(t, filepath.Join(src, "f"), "content")
		c := newCopier(t, src, dst)
		c.Workers = 1
		looks := 0
		c.Clock = func(now time.Time) time.Time {
			if looks++; looks <= 2 { // the pass begins, the file is found at rest
				return now.Add(5 * time.Hour)
			}
			return now.Add(5*time.Hour + step)
		}
		n := mustPass(t, c, Options{Create: true})
		sameTrees(t, src, dst)
		if got := n.BytesSent.Load(); got != 2*int64(len("content")) || n.FilesSent.Load() != 1 {
			t.Errorf("step %v: %d bytes sent for %d files", step, got, n.FilesSent.Load())
		}
		if c.Report.(*memoReport).noted("changed each time") {
			t.Errorf("step %v: the file counts as one that never holds still", step)
		}
	}
}

// TestSureAboutSignatures proves that nothing changed while the clock shows anything.
func TestSureAboutSignatures(t *testing.T) {
	src, dst := pair(t)
	write(t, filepath.Join(src, "f"), "1")
	c := newCopier(t, src, dst)
	var shift time.Duration
	c.Clock = func(now time.Time) time.Time { return now.Add(shift) }
	sure := func(between func()) bool {
		s := c.NewSigner()
		sig, err := s.Scan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		between()
		return s.Sure(sig)
	}
	nothing := func() {}
	for _, shift = range []time.Duration{-1000 * time.Hour, -time.Hour, time.Hour, 1000 * time.Hour} {
		if !sure(nothing) {
			t.Errorf("clock off by %v: not sure of a source that rests", shift)
		}
		if sure(func() { shift += time.Hour }) || sure(func() { shift -= time.Hour }) {
			t.Errorf("clock off by %v: sure although the clock was set", shift)
		}
	}
	info, err := tree.OpenPath(src, "", false)
	if err != nil {
		t.Fatal(err)
	}
	defer info.Close()
	f, err := info.Stat("f")
	if err != nil {
		t.Fatal(err)
	}
	for _, age := range []time.Duration{0, signTick - time.Millisecond, -signTick + time.Millisecond} {
		c.Clock = func(time.Time) time.Time { return f.CTime.Time().Add(age) }
		if sure(nothing) {
			t.Errorf("sure %v after a change", age)
		}
	}
}

// TestCopyFromTheFuture has copies that were changed while the clock was ahead: that tells nothing about their attributes.
func TestCopyFromTheFuture(t *testing.T) {
	info := func(ctime int64) tree.Info {
		return tree.Info{Kind: tree.Regular, Size: 1, MTime: tree.Stamp{Sec: 5}, CTime: tree.Stamp{Sec: ctime}, Links: 1}
	}
	for _, tt := range []struct {
		opt      Options
		src, dst int64 // last changes; the pass begins at 100
		want     action
	}{
		{Options{}, 10, 20, same},
		{Options{}, 20, 10, meta},
		{Options{}, 20, 20, meta},
		{Options{}, 10, 100, same},
		{Options{}, 10, 101, meta},
		{Options{}, 500, 400, meta},
		{Options{}, 400, 500, meta},
		{Options{Suspect: true}, 10, 20, same},
		{Options{Suspect: true}, 10, 500, blocks},
	} {
		p := &pass{Copier: &Copier{}, opt: tt.opt, step: 1, started: tree.Stamp{Sec: 100}}
		if got := p.decide(info(tt.src), info(tt.dst), true); got != tt.want {
			t.Errorf("%+v: source changed at %d, copy at %d: %d, want %d", tt.opt, tt.src, tt.dst, got, tt.want)
		}
	}
}

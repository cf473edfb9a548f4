package syncthing_test

// This file makes single calls fail, each in turn, and looks at what is left behind.

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// bench is a driver over two pretended daemons, alpha and beta.
type bench struct {
	*testing.T
	*syncthing.Client
	fleet *synctest.Fleet
	cfg   syncthing.Config
}

func newBench(t *testing.T, settings syncthing.Settings) *bench {
	t.Helper()
	f := synctest.NewFleet(2)
	t.Cleanup(f.Close)
	b := &bench{T: t, fleet: f, cfg: syncthing.Config{StateDir: t.TempDir(), Settings: settings, Version: "5", Machines: map[string]syncthing.Machine{
		"alpha": {URL: f.URL, Key: engine.NewSecret("key-0")}, "beta": {URL: f.URL, Key: engine.NewSecret("key-1")}}}}
	c, err := syncthing.Open(b.cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	b.Client = c
	b.ok(engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}, {Path: "/data/*.tmp", Exclude: true}}}})
	return b
}

// ok performs an operation that must succeed.
func (b *bench) ok(op engine.Op) engine.Result {
	b.Helper()
	r, err := b.try(op)
	if err != nil {
		b.Fatalf("%s: %v", op.Name(), err)
	}
	return r
}

func (b *bench) try(op engine.Op) (engine.Result, error) {
	ctx, cancel := context.WithTimeout(b.Context(), 20*time.Second)
	defer cancel()
	return b.Do(ctx, op)
}

func plugging(base string) engine.Connect {
	return engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: mapTo(base), Mirror: &engine.MirrorOptions{}, Replicate: true}
}

// changing reports whether a call changes something.
func changing(method string) bool { return method != http.MethodGet }

// nth makes the n-th changing call fail with a status, and counts them all.
func (b *bench) nth(n int64, status int) *atomic.Int64 {
	var count atomic.Int64
	b.fleet.Fail(func(method, uri string) int {
		if changing(method) && count.Add(1) == n {
			return status
		}
		return 0
	})
	return &count
}

// TestConnectAllOrNothing refuses each changing call of a connection in turn: nothing may be left, and the next try must succeed.
func TestConnectAllOrNothing(t *testing.T) {
	for n := int64(1); ; n++ {
		b := newBench(t, syncthing.Settings{Retry: -1})
		op := plugging("/copy")
		op.Mirror, op.Replicate = nil, false
		count := b.nth(n, http.StatusInternalServerError)
		_, err := b.try(op)
		b.fleet.Fail(nil)
		if err == nil {
			if count.Load() >= n {
				t.Errorf("call %d was refused and nobody noticed", n)
			}
			if n < 5 {
				t.Errorf("only %d changing calls", n)
			}
			return
		}
		if engine.CodeOf(err) != engine.CodeConnectionFailed || !strings.Contains(err.Error(), "made to fail") {
			t.Errorf("call %d: %v", n, err)
		}
		if left := b.fleet.Left(); len(left) > 0 {
			t.Errorf("call %d left %q", n, left)
		}
		if list := b.ok(engine.FindConnections{}).(engine.ConnectionList); len(list) > 0 {
			t.Errorf("call %d: connections %v", n, list)
		}
		b.ok(op)
	}
}

// TestPassingFaults cuts each call off once, the asking ones too: the driver tries again and nobody notices.
func TestPassingFaults(t *testing.T) {
	for _, status := range []int{http.StatusServiceUnavailable, -1} {
		for n := int64(1); n < 40; n++ {
			b := newBench(t, syncthing.Settings{Retry: 5 * time.Second})
			var count atomic.Int64
			b.fleet.Fail(func(string, string) int {
				if count.Add(1) == n {
					return status
				}
				return 0
			})
			op := plugging("/copy")
			op.Mirror, op.Replicate = nil, false
			_, err := b.try(op)
			if err != nil && !strings.Contains(err.Error(), "does not answer") { // whether daemons answer now is asked once
				t.Errorf("call %d, %d: %v", n, status, err)
			}
			if err == nil && len(b.ok(engine.FindConnections{}).(engine.ConnectionList)) != 1 {
				t.Errorf("call %d, %d: connected and not found", n, status)
			}
			if count.Load() < n {
				break
			}
		}
	}
}

// TestDisconnectInterrupted refuses each changing call of a disconnect in turn. Once the target is paused it stays so, and the next try
// finishes what is left.
func TestDisconnectInterrupted(t *testing.T) {
	for n := int64(1); ; n++ {
		b := newBench(t, syncthing.Settings{Retry: -1})
		id := b.ok(plugging("/copy")).(engine.ConnectionID)
		b.ok(engine.Wait{ID: id, For: engine.WaitMirror})
		count := b.nth(n, http.StatusInternalServerError)
		_, err := b.try(engine.Disconnect{ID: id})
		b.fleet.Fail(nil)
		if err == nil {
			if count.Load() >= n || n < 4 {
				t.Errorf("%d changing calls, the %d. was refused", count.Load(), n)
			}
			return
		}
		paused := strings.Contains(strings.Join(b.fleet.Left(), "\n"), "key-1 folder smrscript-1-0-0-") && strings.Contains(folderOf(b.fleet, "key-1"), "paused true")
		if paused != (n > 1) {
			t.Errorf("call %d: the target's folder is paused: %v", n, paused)
		}
		if n < 4 { // from then on only labels are left to change
			if list := b.ok(engine.FindConnections{ID: id}).(engine.ConnectionList); len(list) != 1 {
				t.Errorf("call %d: connections %v", n, list)
			}
			b.ok(engine.Disconnect{ID: id})
		}
		if list := b.ok(engine.FindConnections{Source: "alpha", Target: "beta"}).(engine.ConnectionList); n < 4 && len(list) != 0 {
			t.Errorf("call %d: connections %v", n, list)
		}
	}
}

func folderOf(f *synctest.Fleet, key string) string {
	left := f.Left()
	i := slices.IndexFunc(left, func(l string) bool { return strings.HasPrefix(l, key+" folder") })
	if i < 0 {
		return ""
	}
	return left[i]
}

// TestNoSecretsInCalls looks at every address that is called.
func TestNoSecretsInCalls(t *testing.T) {
	b := newBench(t, syncthing.Settings{})
	var calls atomic.Int64
	b.fleet.Fail(func(method, uri string) int {
		calls.Add(1)
		if strings.Contains(uri, "key-") {
			t.Errorf("%s %s shows a key", method, uri)
		}
		return 0
	})
	id := b.ok(plugging("/copy")).(engine.ConnectionID)
	b.ok(engine.Wait{ID: id, For: engine.WaitMirror})
	b.ok(engine.GetConnection{ID: id})
	b.ok(engine.Disconnect{ID: id, Settle: true})
	if calls.Load() < 20 {
		t.Errorf("only %d calls", calls.Load())
	}
	leak(t, fmt.Sprintf("%+v %#v", b.cfg, b.cfg), "key-0", "key-1")
}

// TestEveryOperation sends the zero value of every operation there is: each is answered, none panics.
func TestEveryOperation(t *testing.T) {
	b := newBench(t, syncthing.Settings{Retry: -1})
	for _, name := range engine.OpNames() {
		op, ok := engine.NewOp(name)
		if !ok {
			t.Fatalf("no operation %q", name)
		}
		_, err := b.try(op)
		switch name {
		case "machines", "version", "find-connections":
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if code := engine.CodeOf(err); code == 0 || code == engine.CodeFailed {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.try(nil); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("no operation: %v", err)
	}
}

// TestStatusWhileDown asks for many connections while one end of them is away.
func TestStatusWhileDown(t *testing.T) {
	b := newBench(t, syncthing.Settings{Retry: -1})
	for i := range 20 {
		op := plugging(fmt.Sprint("/copy", i))
		op.Mirror, op.Replicate = nil, false
		b.ok(op)
	}
	list := b.ok(engine.FindConnections{}).(engine.ConnectionList)
	var refused atomic.Int64
	b.fleet.Fail(func(_, uri string) int {
		if strings.Contains(uri, "db/status") {
			refused.Add(1)
			return -1
		}
		return 0
	})
	began := time.Now()
	for _, c := range list {
		s := b.ok(engine.GetConnection{ID: c.ID}).(engine.ConnectionStatus)
		if s.TargetState != engine.TargetRetrying || len(s.Failures) == 0 || !strings.Contains(s.Failures[0].Reason, "does not answer") {
			t.Fatalf("status %+v", s)
		}
	}
	// Calls that are under way when the first is cut off end the same way; nobody is asked after that.
	if refused.Load() > 3*64 || time.Since(began) > 5*time.Second {
		t.Errorf("%d calls in %v to a machine that is away", refused.Load(), time.Since(began))
	}
}

// TestMachineWords asks about machines that answer in odd ways.
func TestMachineWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		status int
		code   engine.Code
		want   string
	}{
		{"forbidden", http.StatusForbidden, engine.CodeNoAnswer, "refuses the key"},
		{"unauthorized", http.StatusUnauthorized, engine.CodeNoAnswer, "refuses the key"},
		{"cut off", -1, engine.CodeNoAnswer, "does not answer"},
		{"gone elsewhere", http.StatusMovedPermanently, engine.CodeConnectionFailed, "301"},
		{"broken", http.StatusInternalServerError, engine.CodeConnectionFailed, "made to fail"},
		{"starting", http.StatusServiceUnavailable, engine.CodeNoAnswer, "503"},
	} {
		b := newBench(t, syncthing.Settings{Retry: -1})
		b.fleet.Fail(func(string, string) int { return c.status })
		for _, op := range []engine.Op{engine.Login{Machine: "beta"}, engine.Ping{Machine: "beta"}, engine.Version{Machine: "beta"}} {
			_, err := b.try(op)
			if engine.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "beta: ") {
				t.Errorf("%s, %s: %v", c.name, op.Name(), err)
			}
		}
		for _, m := range b.ok(engine.ListMachines{}).(engine.MachineList) {
			if m.Online || m.Detail == "" || m.Driver != "syncthing" || m.Address != b.fleet.URL {
				t.Errorf("%s: %+v", c.name, m)
			}
		}
	}
}

// TestRepsets saves, copies, renames and deletes sets while connections use them or not.
func TestRepsets(t *testing.T) {
	b := newBench(t, syncthing.Settings{})
	id := b.ok(plugging("/copy")).(engine.ConnectionID)
	other := engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/x"}}}
	for _, op := range []engine.Op{engine.SaveRepset{Repset: other}, engine.DeleteRepset{Source: "alpha", Repset: "s"}, engine.RenameRepset{Source: "alpha", Repset: "s", To: "t"}} {
		if _, err := b.try(op); engine.CodeOf(err) != engine.CodeRepsetInUse || !strings.Contains(err.Error(), "connection 1") {
			t.Errorf("%s: %v", op.Name(), err)
		}
	}
	b.ok(engine.CopyRepset{Source: "alpha", Repset: "s", To: "t"})
	if list := b.ok(engine.ListRepsets{Source: "ALPHA"}).(engine.RepsetList); len(list) != 2 || list[0].Connections != 1 || list[1].Connections != 0 {
		t.Errorf("sets %+v", list)
	}
	b.ok(engine.Wait{ID: id, For: engine.WaitMirror})
	b.ok(engine.Disconnect{ID: id})
	if left := b.fleet.Left(); len(left) != 4 || !strings.Contains(left[1], "paused true smrscript, disconnected: ") {
		t.Errorf("after disconnecting %q", left)
	}
	b.ok(engine.RenameRepset{Source: "alpha", Repset: "s", To: "u"})
	if left := b.fleet.Left(); len(left) != 0 {
		t.Errorf("after renaming %q", left)
	}
}

// TestComingBack takes up the folders of a former connection, unless they do not fit.
func TestComingBack(t *testing.T) {
	b := newBench(t, syncthing.Settings{})
	round := func(op engine.Connect) (id engine.ConnectionID, folder string) {
		t.Helper()
		id = b.ok(op).(engine.ConnectionID)
		b.ok(engine.Wait{ID: id, For: engine.WaitMirror})
		b.ok(engine.Disconnect{ID: id})
		folder, _, _ = strings.Cut(folderOf(b.fleet, "key-1"), " paused")
		return id, folder
	}
	one, first := round(plugging("/copy"))
	two, again := round(plugging("/copy"))
	if two != one+1 || again != first {
		t.Errorf("connections %d and %d with %q and %q", one, two, first, again)
	}
	checked := plugging("/copy")
	checked.Mirror = &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}
	if _, fresh := round(checked); fresh == first {
		t.Error("a checksum trusts the old index")
	}
	if _, above := round(plugging("/")); !strings.Contains(above, "smrscript-4-") || len(b.fleet.Left()) != 4 {
		t.Errorf("in the way of another copy: %q", b.fleet.Left())
	}
}

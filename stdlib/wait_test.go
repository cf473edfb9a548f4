package stdlib

// This file tests WAIT ON and STATUS CON: what a mirror's end means, and what is shown meanwhile.

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// A listener writes down how a mirror goes on.
type listener struct {
	mu   sync.Mutex
	seen []string
	on   chan struct{} // closed at the second update
}

func (l *listener) Begin(st engine.ConnectionStatus) { l.note("begin %d %s", st.ID, st.Mirror.State) }
func (l *listener) End(st engine.ConnectionStatus)   { l.note("end %d %v", st.ID, st.Mirror.Completed) }
func (l *listener) Update(id engine.ConnectionID, m engine.MirrorProgress) {
	l.note("update %d %d", id, m.FilesDone)
	if m.FilesDone == 2 {
		close(l.on)
	}
}

func (l *listener) note(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen = append(l.seen, fmt.Sprintf(format, args...))
}

func running(id engine.ConnectionID) engine.ConnectionStatus {
	return engine.ConnectionStatus{Connection: engine.Connection{ID: id}, Mirror: engine.MirrorProgress{State: engine.MirrorMirroring, Started: time.Now()}}
}

func progressEvent(id engine.ConnectionID, files int64) engine.Event {
	return engine.Event{Connection: id, Kind: engine.EventMirrorProgress, Mirror: &engine.MirrorProgress{FilesDone: files}}
}

func TestProgress(t *testing.T) {
	l := &listener{on: make(chan struct{})}
	s := &scribe{events: []engine.Event{progressEvent(3, 1), progressEvent(8, 5), {Connection: 3, Kind: engine.EventMirrorProgress}, {Connection: 3, Kind: engine.EventNote}, progressEvent(3, 2)}}
	s.answer = func(op engine.Op) (engine.Result, error) {
		switch op.(type) {
		case engine.GetConnection:
			return running(3), nil
		case engine.Wait:
			<-l.on
			st := running(3)
			st.Mirror.State, st.Mirror.Completed = engine.MirrorIdle, true
			return st, nil
		}
		return nil, nil
	}
	if out, exit := dictate(t, s, Config{Progress: l}, `wait on mirror 3;`); exit != 0 {
		t.Errorf("exit %d: %s", exit, out)
	}
	if want := []string{"begin 3 Mirroring", "update 3 1", "update 3 2", "end 3 true"}; !slices.Equal(l.seen, want) {
		t.Errorf("seen %q", l.seen)
	}
}

func TestNoProgress(t *testing.T) {
	idle := &scribe{}
	l := &listener{}
	if _, exit := dictate(t, idle, Config{Progress: l}, `wait on mirror 3; wait on queue 3;`); exit != 0 || len(l.seen) != 0 {
		t.Errorf("without a mirror: exit %d, seen %q", exit, l.seen)
	}
	gone := &scribe{answer: func(op engine.Op) (engine.Result, error) {
		return nil, &engine.Error{Code: engine.CodeNoConnection, Subject: "connection 3"}
	}}
	if out, exit := dictate(t, gone, Config{Progress: l}, `wait on mirror 3;`); exit != 1 || !strings.Contains(out, "(-107)") || len(l.seen) != 0 {
		t.Errorf("without a connection: exit %d, seen %q: %s", exit, l.seen, out)
	}
	late := &scribe{answer: func(op engine.Op) (engine.Result, error) {
		switch op.(type) {
		case engine.GetConnection:
			return running(3), nil
		case engine.Wait:
			return nil, &engine.Error{Code: engine.CodeTimeout, Subject: "connection 3"}
		}
		return nil, nil
	}}
	if out, exit := dictate(t, late, Config{Progress: l}, `wait on mirror 3 timeout=1;`); exit != 1 || !strings.Contains(out, "(-150)") {
		t.Errorf("timeout: exit %d: %s", exit, out)
	}
	if want := []string{"begin 3 Mirroring", "end 3 false"}; !slices.Equal(l.seen, want) {
		t.Errorf("timeout: seen %q", l.seen)
	}
}

func TestMirrorFailure(t *testing.T) {
	ended := func(edit func(*engine.MirrorProgress)) engine.ConnectionStatus {
		st := running(3)
		st.Mirror.State, st.Mirror.Completed = engine.MirrorIdle, true
		edit(&st.Mirror)
		return st
	}
	denied := []engine.Failure{{Path: "/data/x", Reason: "permission denied"}}
	for _, c := range []struct {
		name string
		st   engine.ConnectionStatus
		want string
	}{
		{"never", engine.ConnectionStatus{}, ""},
		{"complete", ended(func(*engine.MirrorProgress) {}), ""},
		{"with errors", ended(func(m *engine.MirrorProgress) { m.Errors, m.Failures = 2, denied }),
			"connection 3: the operation failed: 2 entries could not be copied: /data/x: permission denied"},
		{"stopped", ended(func(m *engine.MirrorProgress) { m.Completed = false }), "connection 3: the operation failed: the mirror ended before it was complete: it was stopped"},
		{"broken off", ended(func(m *engine.MirrorProgress) { m.Completed, m.Failures = false, denied }),
			"connection 3: the operation failed: the mirror ended before it was complete: /data/x: permission denied"},
	} {
		got := ""
		if err := mirrorFailure(c.st); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStatusBlock(t *testing.T) {
	at := time.Date(2025, 11, 22, 15, 4, 5, 6_000_000, time.Local)
	st := engine.ConnectionStatus{
		Connection:  engine.Connection{ID: 3, Repset: "db", Target: "beta", Established: at},
		TargetState: engine.TargetMirroring, TransmitState: engine.TransmitStarted, Settled: true, SettledAt: at,
		Mirror: engine.MirrorProgress{State: engine.MirrorMirroring, Percent: 40, BytesDone: 400, BytesSent: 300, BytesQueue: 600, Errors: 3,
			Failures: []engine.Failure{{Path: "/data/a", Reason: "denied"}, {Path: "/data/b", Reason: "gone"}}},
		Replication: engine.ReplicationProgress{Active: true, OpsQueue: 2, BytesTransferred: 20, BytesTransmitted: 10, BytesQueue: 5, Errors: 1},
		Failures:    []engine.Failure{{Path: "/data/c", Reason: "full"}},
	}
	s := &scribe{answer: func(op engine.Op) (engine.Result, error) {
		if _, ok := op.(engine.GetConnection); ok {
			return st, nil
		}
		return nil, nil
	}}
	out, exit := dictate(t, s, Config{}, `status con 3;`)
	want := `- Status for connection 3 -
Time established:                11/22/2025 15:04:05.006
Replication set:                 db
Target machine:                  beta
Target state:                    Mirroring
Mirror status:                   Mirroring 40%
Mirror bytes transferred:        400
Mirror bytes transmitted:        300
Mirror bytes in queue:           600
Replication status:              Replicating
Replication bytes transferred:   20
Replication bytes transmitted:   10
Replication bytes in queue:      5
Copy settled as of:              11/22/2025 15:04:05.006
3 entries not copied:
  /data/a: denied
  /data/b: gone
  ... and 1 more
1 entry not replicated:
  /data/c: full
`
	if out != want || exit != 0 {
		t.Errorf("exit %d\ngot:\n%swant:\n%s", exit, out, want)
	}
}

func TestUnion(t *testing.T) {
	list := func(ids ...engine.ConnectionID) engine.ConnectionList {
		l := engine.ConnectionList{}
		for _, id := range ids {
			l = append(l, engine.Connection{ID: id})
		}
		return l
	}
	for _, c := range []struct{ a, b, want engine.ConnectionList }{
		{list(), list(), list()}, {list(1, 4), list(), list(1, 4)}, {list(), list(2), list(2)}, {list(1, 3, 5), list(2, 3, 9), list(1, 2, 3, 5, 9)},
	} {
		if got := union(c.a, c.b); !slices.EqualFunc(got, c.want, func(a, b engine.Connection) bool { return a.ID == b.ID }) {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
}

func TestTable(t *testing.T) {
	tab := table{head: []string{"A", "Bee"}}
	tab.add("längst", "x")
	tab.add("", "y")
	if got := indent(tab.String()); got != "  A       Bee\n  längst  x\n          y" {
		t.Errorf("got %q", got)
	}
	for n, want := range map[int64]string{0: "0 files", 1: "1 file", 2: "2 files"} {
		if got := plural(n, "file"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := plural(2, "entry"); got != "2 entries" {
		t.Errorf("got %q", got)
	}
}

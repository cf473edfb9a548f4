package handle

// This file tests programs that are started on handles and waited for by their number.

import (
	"context"
	"errors"
	"syscall"
	"testing"
)

// pipeTo returns the two ends of a pipe.
func pipeTo(t *testing.T, w *world) (r, wr *Handle) {
	t.Helper()
	r, wr, err := w.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return r, wr
}

func TestSpawn(t *testing.T) {
	w := newWorld(t, "")
	childIn, to := pipeTo(t, w)
	from, childOut := pipeTo(t, w)
	messages, childErr := pipeTo(t, w)
	pid, err := w.Spawn(Command{Line: `cat; echo problem >&2; exit 3`}, childIn, childOut, childErr)
	if err != nil || pid <= 0 {
		t.Fatalf("process %d, %v", pid, err)
	}
	for _, h := range []*Handle{childIn, childOut, childErr} {
		closeOK(t, h)
	}
	if ended, status, err := w.Reap(t.Context(), pid, true); ended != 0 || status != -1 || err != nil {
		t.Errorf("a program that waits for its input: %d, %d, %v", ended, status, err)
	}
	write(t, to, "hello\n", false)
	closeOK(t, to)
	if got := lines(t, from, sepOf("\n")); len(got) != 1 || got[0] != "hello\n" {
		t.Errorf("output %q", got)
	}
	if got := lines(t, messages, sepOf("\n")); len(got) != 1 || got[0] != "problem\n" {
		t.Errorf("messages %q", got)
	}
	if ended, status, err := w.Reap(t.Context(), pid, false); ended != pid || status != 3<<8 || err != nil {
		t.Errorf("%d, %d, %v; want %d and %d", ended, status, err, pid, 3<<8)
	}
	if ended, _, err := w.Reap(t.Context(), pid, false); ended != -1 || !errors.Is(err, syscall.ECHILD) {
		t.Errorf("a second time: %d, %v", ended, err)
	}
}

func TestReapAny(t *testing.T) {
	w := newWorld(t, "")
	in, to := pipeTo(t, w)
	slow, err := w.Spawn(Command{Line: "cat"}, in, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	closeOK(t, in)
	quick, err := w.Spawn(Command{Line: "exit 7;"}, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if ended, status, err := w.Reap(t.Context(), -1, false); ended != quick || status != 7<<8 || err != nil {
		t.Errorf("%d, %d, %v; want %d", ended, status, err, quick)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := w.Reap(ctx, slow, false); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that has ended: %v", err)
	}
	closeOK(t, to)
	if ended, status, err := w.Reap(t.Context(), -1, false); ended != slow || status != 0 || err != nil {
		t.Errorf("%d, %d, %v; want %d", ended, status, err, slow)
	}
}

func TestSpawnFails(t *testing.T) {
	w := newWorld(t, "")
	if pid, err := w.Spawn(Command{Args: []string{"/no/such/program", "x"}}, nil, nil, nil); pid != 0 || !errors.Is(err, syscall.ENOENT) {
		t.Errorf("%d, %v", pid, err)
	}
	if _, _, err := w.Reap(t.Context(), -1, false); !errors.Is(err, syscall.ECHILD) {
		t.Errorf("nobody was started: %v", err)
	}
	forbidden := NewSet(Config{Dir: t.TempDir(), NoProcesses: true})
	var refused *ForbiddenError
	if _, err := forbidden.Spawn(Command{Line: "true"}, nil, nil, nil); !errors.As(err, &refused) {
		t.Errorf("where no programs may be run: %v", err)
	}
}

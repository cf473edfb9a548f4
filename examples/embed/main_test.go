package main

// This file runs the server from several goroutines; the race detector watches in scripts/check.

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	rt "github.com/smrscript/smrscript/runtime"
)

func testServer(t *testing.T, text string) *server {
	t.Helper()
	s, err := newServer(text, map[string]int{"bread": 3, "salt": 1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestServe(t *testing.T) {
	s := testServer(t, handler)
	if total, failed := s.serve(context.Background(), 90, 8); total != 30*3+30*4 || failed != 30 { // nobody sells gold
		t.Errorf("total %d, %d failed", total, failed)
	}
}

func TestAnswer(t *testing.T) {
	s := testServer(t, handler)
	var log bytes.Buffer
	a, err := s.answer(context.Background(), request{"ann", []string{"salt", "salt"}}, &log)
	if err != nil || a != (answer{"Ann", 2}) || log.String() != "served ann\n" {
		t.Errorf("%v, %v, %q", a, err, log.String())
	}
	for want, r := range map[string]request{"no name": {}, "nobody sells gold": {"bob", []string{"gold"}}} {
		if _, err := s.answer(context.Background(), r, &log); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", r, err)
		}
	}
}

func TestHostileScripts(t *testing.T) {
	for _, c := range []struct{ text, limit string }{
		{`sub answer { 1 while 1 }`, "steps"}, {`sub answer { my $x = "x" x 1e9 }`, "memory"}, {`sub answer { print "x" x 1e6; 1 while 1 }`, "output"}, {`1 while 1;`, "steps"},
	} {
		var log bytes.Buffer
		var limit *rt.LimitError
		if _, err := testServer(t, c.text).answer(context.Background(), request{}, &log); !errors.As(err, &limit) || limit.Limit != c.limit {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

// Nothing stays behind when the interpreters are closed.
func TestNoGoroutinesLeft(t *testing.T) {
	s := testServer(t, handler)
	s.serve(context.Background(), 4, 2)
	before := runtime.NumGoroutine()
	s.serve(context.Background(), 40, 4)
	deadline := time.Now().Add(5 * time.Second)
	for runtime.NumGoroutine() > before && time.Now().Before(deadline) {
		runtime.Gosched()
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

package audit_test

// This file writes logs, tampers with them, and has them checked.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/audit"
	"github.com/smrscript/smrscript/engine/enginetest"
)

// done is an engine where everything succeeds but MirrorStop.
func done(_ context.Context, op engine.Op) (engine.Result, error) {
	switch op.(type) {
	case engine.MirrorStop:
		return nil, &engine.Error{Code: engine.CodeNoMirror, Op: op.Name(), Subject: "connection 1"}
	case engine.Connect:
		return engine.ConnectionID(4), nil
	}
	return engine.ZeroResult(op)
}

// written writes a log of n operations and returns its path.
func written(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "audit.log")
	log, err := audit.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	c := audit.New(enginetest.Fake(done), log)
	for i := range n {
		ctx := engine.WithOrigin(t.Context(), engine.Origin{Script: "job.smr", Line: i + 1})
		if _, err := c.Do(ctx, engine.MirrorPause{ID: engine.ConnectionID(i + 1)}); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func verify(t *testing.T, text []byte, expect string) (audit.Report, error) {
	t.Helper()
	return audit.Verify(bytes.NewReader(text), expect)
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTampering(t *testing.T) {
	whole := contents(t, written(t, 5))
	report, err := verify(t, whole, "")
	if err != nil || report.Entries != 5 || len(report.Last) != 64 {
		t.Fatalf("a whole log: %+v %v", report, err)
	}
	lines := strings.SplitAfter(string(whole), "\n")[:5]
	join := func(l ...string) []byte { return []byte(strings.Join(l, "")) }
	cases := []struct {
		name string
		text []byte
		line int64 // the line that is named
		want string
	}{
		{"a changed value", bytes.Replace(whole, []byte(`"line":3`), []byte(`"line":9`), 1), 3, "was changed"},
		{"a changed hash", bytes.Replace(whole, []byte(report.Last), []byte(strings.Repeat("0", 64)), 1), 5, "was changed"},
		{"a removed line", join(lines[0], lines[1], lines[3], lines[4]), 3, "does not follow"},
		{"the first line removed", join(lines[1:]...), 1, "does not follow"},
		{"an inserted line", join(lines[0], lines[1], lines[1], lines[2]), 3, "does not follow"},
		{"two lines change places", join(lines[0], lines[2], lines[1], lines[3]), 2, "does not follow"},
		{"a foreign line", join(lines[0], "hello\n", lines[1]), 2, "no hash"},
		{"an empty line", join(lines[0], "\n", lines[1]), 2, "no hash"},
		{"a cut line", whole[:len(whole)-20], 5, "no end"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := verify(t, c.text, "")
			var broken *audit.BrokenError
			if !errors.As(err, &broken) || broken.Line != c.line || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want line %d %s", err, c.line, c.want)
			}
		})
	}
	// Lines cut off at the end are only seen by who knows the last hash.
	short := join(lines[:3]...)
	if _, err := verify(t, short, ""); err != nil {
		t.Errorf("a shorter log: %v", err)
	}
	if _, err := verify(t, short, report.Last); err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("a shorter log with the hash of the longer: %v", err)
	}
	if _, err := verify(t, whole, report.Last); err != nil {
		t.Errorf("the whole log with its last hash: %v", err)
	}
}

func TestEntry(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	log, err := audit.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	c := audit.New(enginetest.Fake(done), log)
	ctx := engine.WithOrigin(t.Context(), engine.Origin{Script: "job.smr", Line: 12})
	_, _ = c.Do(ctx, engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("hush")})
	_, _ = c.Do(ctx, engine.Connect{Source: "alpha", Repset: "db", Target: "beta"})
	_, err = c.Do(ctx, engine.MirrorStop{ID: 1})
	if engine.CodeOf(err) != engine.CodeNoMirror {
		t.Errorf("the failure became %v", err)
	}
	text := contents(t, path)
	if bytes.Contains(text, []byte("hush")) {
		t.Error("the password is in the log")
	}
	var got []audit.Entry
	for line := range bytes.Lines(text) {
		var e audit.Entry
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatal(err)
		}
		got = append(got, e)
	}
	if len(got) != 3 {
		t.Fatalf("%d lines", len(got))
	}
	if e := got[0]; e.Machine != "alpha" || e.Effect != engine.Read || e.Script != "job.smr" || e.Line != 12 || e.PID != os.Getpid() || e.User == "" || e.Time.IsZero() {
		t.Errorf("login: %+v", e)
	}
	if e := got[1]; e.Machine != "alpha" || string(e.Result) != "4" || e.Code != 0 {
		t.Errorf("connect: %+v", e)
	}
	if e := got[2]; e.Code != engine.CodeNoMirror || !strings.Contains(e.Error, "no mirror is running") {
		t.Errorf("mirror stop: %+v", e)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the log's mode is %v (%v)", info.Mode(), err)
	}
}

// TestManyWriters has several logs on one file, as several programs have.
func TestManyWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			log, err := audit.Open(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer log.Close()
			c := audit.New(enginetest.Fake(done), log)
			for range 25 {
				if _, err := c.Do(t.Context(), engine.MirrorPause{ID: 1}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if report, err := verify(t, contents(t, path), ""); err != nil || report.Entries != 100 {
		t.Errorf("%+v %v", report, err)
	}
}

func TestContinuingASpoiltLog(t *testing.T) {
	path := written(t, 3)
	text := contents(t, path)
	if err := os.WriteFile(path, text[:len(text)-3], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := audit.Open(path); err == nil || !strings.Contains(err.Error(), "cannot be continued") {
		t.Errorf("opened: %v", err)
	}
	if _, err := audit.Open(filepath.Join(t.TempDir(), "no", "audit.log")); err == nil {
		t.Error("opened in a folder that is not there")
	}
}

// TestALogThatCannotBeWritten closes the log under the client: changes become errors, reading goes on.
func TestALogThatCannotBeWritten(t *testing.T) {
	log, err := audit.Open(filepath.Join(t.TempDir(), "audit.log"))
	if err != nil {
		t.Fatal(err)
	}
	c := audit.New(enginetest.Fake(done), log)
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Do(t.Context(), engine.Ping{Machine: "a"}); err != nil {
		t.Errorf("reading: %v", err)
	}
	_, err = c.Do(t.Context(), engine.MirrorPause{ID: 1})
	if engine.CodeOf(err) != engine.CodeFailed || !strings.Contains(err.Error(), "the operation was made") {
		t.Errorf("a change: %v", err)
	}
}

func FuzzVerify(f *testing.F) {
	f.Add([]byte("{}\n"), "")
	f.Add([]byte(`{"n":1,"hash":"`+strings.Repeat("a", 64)+"\"}\n"), "x")
	f.Fuzz(func(t *testing.T, text []byte, expect string) {
		if _, err := audit.Verify(bytes.NewReader(text), expect); err == nil && len(text) > 0 {
			t.Errorf("accepted %q", text)
		}
	})
}

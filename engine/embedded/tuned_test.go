package embedded

// This file tests the settings that can be changed while the engine runs.

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func TestSettingsAreCheckedAndKept(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	for label, values := range map[string][2]string{
		"ChecksumAll": {"1", "0"}, "FlushCopies": {"1", "0"}, "MaxRetry": {"5", "0"}, "MirrorChunkSize": {"131072", "4096"}, "PollInterval": {"5", "60"}, "RescanInterval": {"900", "0"},
	} {
		if got := call(t, c, engine.GetSetting{Machine: "alpha", Label: label}); got != (engine.Setting{Label: label, Value: values[0], Default: values[0]}) {
			t.Errorf("%s: %+v", label, got)
		}
		call(t, c, engine.SaveSetting{Machine: "Alpha", Label: label, Value: " " + values[1] + " "})
	}
	for _, bad := range []engine.SaveSetting{
		{Label: "ChecksumAll", Value: "2"}, {Label: "MirrorChunkSize", Value: "4095"}, {Label: "MirrorChunkSize", Value: "1048577"}, {Label: "MaxRetry", Value: "-1"}, {Label: "PollInterval", Value: ""},
	} {
		bad.Machine = "alpha"
		refused(t, c, engine.CodeBadParameter, bad)
	}
	refused(t, c, engine.CodeUnsupported, engine.GetSetting{Machine: "alpha", Label: "AdapterFlags"})
	refused(t, c, engine.CodeUnsupported, engine.SaveSetting{Machine: "alpha", Label: "AdapterFlags", Value: "1"})
	refused(t, c, engine.CodeNoMachine, engine.GetSetting{Machine: "gamma", Label: "MaxRetry"})
	must(t, c.Close())

	c = mustOpen(t, cfg)
	if got := call(t, c, engine.GetSetting{Machine: "alpha", Label: "maxretry"}); got != (engine.Setting{Label: "MaxRetry", Value: "0", Default: "5"}) {
		t.Errorf("after a restart: %+v", got)
	}
	if got := call(t, c, engine.GetSetting{Machine: "beta", Label: "MaxRetry"}); got.Value != "5" {
		t.Errorf("the setting of alpha holds for beta: %+v", got)
	}
}

// TestChecksumAll changes a file without changing its size or time: only a checksum of all finds that.
func TestChecksumAll(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	file := filepath.Join(dir, "alpha/data/f")
	write(t, file, "before")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	info, err := os.Stat(file)
	must(t, err)
	write(t, file, "behind")
	must(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
	for _, tt := range []struct{ all, want string }{{"0", "before"}, {"1", "behind"}} {
		call(t, c, engine.SaveSetting{Machine: "alpha", Label: "ChecksumAll", Value: tt.all})
		call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}})
		call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
		if got := read(filepath.Join(dir, "beta/copy/f")); got != tt.want {
			t.Errorf("ChecksumAll = %s: the copy holds %q", tt.all, got)
		}
	}
}

// TestWhatMirrorsLeaveOut: settings say what mirrors that somebody asks for do to what the copy has, and to empty files.
func TestWhatMirrorsLeaveOut(t *testing.T) {
	for _, tt := range []struct {
		set, value string
		want       map[string]string // what the copy holds after a mirror of all; "" and no entry: nothing
	}{
		{"MirrorOverwrite", "1", map[string]string{"old": "source", "newer": "source", "missing": "source", "empty": ""}},
		{"MirrorOverwrite", "2", map[string]string{"old": "source", "newer": "copy's", "missing": "source", "empty": ""}},
		{"MirrorOverwrite", "0", map[string]string{"old": "copy's", "newer": "copy's", "missing": "source", "empty": ""}},
		{"MirrorZeroKFiles", "0", map[string]string{"old": "source", "newer": "source", "missing": "source"}},
		{"MirrorQueueLimit", "1", map[string]string{"old": "source", "newer": "source", "missing": "source", "empty": ""}},
	} {
		t.Run(tt.set+" = "+tt.value, func(t *testing.T) {
			dir := t.TempDir()
			c := mustOpen(t, testConfig(t, dir))
			src, dst := filepath.Join(dir, "alpha/data"), filepath.Join(dir, "beta/copy")
			for _, name := range []string{"old", "newer", "missing", "sub/f"} {
				write(t, filepath.Join(src, name), "source")
			}
			write(t, filepath.Join(src, "empty"), "")
			for name, age := range map[string]time.Duration{"old": -time.Hour, "newer": time.Hour} {
				write(t, filepath.Join(dst, name), "copy's")
				at := time.Now().Add(age)
				must(t, os.Chtimes(filepath.Join(dst, name), at, at))
			}
			write(t, filepath.Join(src, "folder/f"), "source")
			write(t, filepath.Join(dst, "folder"), "copy's") // where a folder belongs
			call(t, c, engine.SaveSetting{Machine: "alpha", Label: tt.set, Value: tt.value})
			id := connected(t, c, false)
			if st := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror}); st.Mirror.Errors > 0 || !st.Mirror.Completed {
				t.Errorf("%+v", st.Mirror)
			}
			tt.want["sub/f"] = "source"
			if tt.set == "MirrorOverwrite" && tt.value == "0" {
				tt.want["folder"] = "copy's"
			} else {
				tt.want["folder/f"] = "source"
			}
			for name, want := range tt.want {
				if got := read(filepath.Join(dst, name)); got != want {
					t.Errorf("%s holds %q, want %q", name, got, want)
				}
			}
			if _, err := os.Stat(filepath.Join(dst, "empty")); (err == nil) != (tt.set != "MirrorZeroKFiles") {
				t.Errorf("the empty file: %v", err)
			}
		})
	}
}

// TestOrphanSettings: the settings and the policy are one thing under two names.
func TestOrphanSettings(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	write(t, filepath.Join(dir, "alpha/data/f"), "1")
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	get := func(label string) string {
		return call(t, c, engine.GetSetting{Machine: "beta", Label: label}).Value
	}
	set := func(label, value string) {
		t.Helper()
		call(t, c, engine.SaveSetting{Machine: "Beta", Label: label, Value: value})
	}
	refuse := func(label, value string) {
		t.Helper()
		refused(t, c, engine.CodeBadParameter, engine.SaveSetting{Machine: "beta", Label: label, Value: value})
	}
	refuse("MoveOrphanedFiles", "1") // nobody knows where to
	refuse("MoveOrphanedFiles", "2")
	refuse("MoveOrphansDir", "relative")
	refuse("MoveOrphansDir", "/")
	set("MoveOrphansDir", "/orphans")
	set("moveorphanedfiles", "1")
	refuse("MoveOrphansDir", "/copy/sub") // within a copy
	refuse("MoveOrphansDir", "")
	must(t, c.Close())
	c = mustOpen(t, cfg)
	if get("MoveOrphanedFiles") != "1" || get("MOVEORPHANSDIR") != "/orphans" {
		t.Errorf("after a restart: %s, %s", get("MoveOrphanedFiles"), get("MoveOrphansDir"))
	}
	orphan := func() {
		t.Helper()
		write(t, filepath.Join(dir, "beta/copy/orphan"), "x")
		call(t, c, engine.RemoveOrphans{ID: id})
		call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	}
	orphan()
	if got := read(filepath.Join(dir, "beta/orphans/data/orphan")); got != "x" {
		t.Errorf("the orphan moved is %q", got)
	}
	call(t, c, engine.SetOrphanPolicy{Target: "beta"}) // orphans enable ... delete
	if get("MoveOrphanedFiles") != "0" || get("MoveOrphansDir") != "/orphans" {
		t.Errorf("after the policy: %s, %s", get("MoveOrphanedFiles"), get("MoveOrphansDir"))
	}
	must(t, os.RemoveAll(filepath.Join(dir, "beta/orphans")))
	orphan()
	if _, err := os.Stat(filepath.Join(dir, "beta/orphans")); err == nil {
		t.Error("the orphan was moved")
	}
	call(t, c, engine.SetOrphanPolicy{Target: "beta", MoveTo: "/elsewhere"})
	if get("MoveOrphanedFiles") != "1" || get("MoveOrphansDir") != "/elsewhere" {
		t.Errorf("after the other policy: %s, %s", get("MoveOrphanedFiles"), get("MoveOrphansDir"))
	}
}

// TestChunkSize changes one byte of a large file and counts what is sent.
func TestChunkSize(t *testing.T) {
	dir := t.TempDir()
	c := mustOpen(t, testConfig(t, dir))
	file := filepath.Join(dir, "alpha/data/f")
	text := bytes.Repeat([]byte("0123456789abcdef"), 5<<20/16)
	write(t, file, string(text))
	id := connected(t, c, false)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	for i, tt := range []struct {
		chunk string
		sent  int64
	}{{"4096", 4096}, {"5000", 5000}, {"1048576", 1 << 20}, {"131072", 128 << 10}} {
		text[1<<20+12345] = byte(i)
		write(t, file, string(text))
		call(t, c, engine.SaveSetting{Machine: "alpha", Label: "MirrorChunkSize", Value: tt.chunk})
		call(t, c, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true, InPlace: i%2 == 0}})
		st := call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
		if st.Mirror.BytesSent != tt.sent || read(filepath.Join(dir, "beta/copy/f")) != string(text) {
			t.Errorf("pieces of %s bytes: %d bytes sent, want %d", tt.chunk, st.Mirror.BytesSent, tt.sent)
		}
	}
}

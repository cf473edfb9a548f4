package embedded

// This file tests the settings that can be changed while the engine runs.

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

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

package examples_test

// This file runs the scripts for administrators on real files.

import (
	"os"
	"runtime"
	"testing"
)

func TestLoseASourceAndGetItBack(t *testing.T) {
	w := newWorld(t)
	w.must("connected: 1\n", "admin/define.smr")
	if err := os.Rename(w.path("alpha"), w.path("lost")); err != nil {
		t.Fatal(err)
	}
	w.must("beta has taken over\n", "admin/monitor.smr", "30")
	w.closed("beta/copies/files", false)
	w.file("beta/copies/files/db/table", "worked on\n")
	w.file("beta/copies/files/made", "meanwhile\n")
	if err := os.Rename(w.path("lost"), w.path("alpha")); err != nil {
		t.Fatal(err)
	}
	w.must("alpha is back, connection ", "admin/restore.smr")
	if w.read("alpha/data/db/table") != "worked on\n" || w.read("alpha/data/made") != "meanwhile\n" || w.read("alpha/data/scratch.tmp") != "not to be copied" {
		t.Errorf("the source holds %q, %q", w.read("alpha/data/db/table"), w.read("alpha/data/made"))
	}
	w.closed("beta/copies/files", true)
}

// closed fails unless a folder is closed to others, or open, where folders have permissions.
func (w *world) closed(name string, want bool) {
	w.Helper()
	info, err := os.Stat(w.path(name))
	if err != nil {
		w.Fatal(err)
	}
	if is := info.Mode().Perm()&0o077 == 0; is != want && runtime.GOOS != "windows" {
		w.Errorf("%s has the permissions %v", name, info.Mode())
	}
}

func TestManySourcesAndChain(t *testing.T) {
	w := newWorld(t)
	w.file("smrscript.toml", config+"[machines.gamma]\nroot = \"gamma\"\n")
	w.file("gamma/data/own", "of gamma\n")
	w.must("gamma: copied to /copies/gamma\n", "admin/many-to-one.smr", "beta", "alpha", "gamma")
	if w.read("beta/copies/gamma/own") != "of gamma\n" || w.read("beta/copies/alpha/db/table") != "row 1\n" {
		t.Error("a copy is missing")
	}
	w.must("beta to gamma: connection ", "admin/chain.smr")
	if w.read("gamma/archive/db/table") != "row 1\n" {
		t.Errorf("the end of the chain holds %q", w.read("gamma/archive/db/table"))
	}
}

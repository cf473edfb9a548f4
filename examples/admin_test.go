package examples_test

// This file runs the scripts for administrators on real files.

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

func TestDefineBackUpAndCleanUp(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the backup program is a shell script")
	}
	w := newWorld(t)
	w.must("connected: 1\n", "admin/define.smr")
	w.must("connected already: 1\n", "admin/define.smr")
	w.must("files would send ", "admin/sizing.smr", w.path("sizing.sts"))
	if !strings.Contains(w.read("sizing.sts"), "Replication Set: files\n") {
		t.Errorf("the statistics file holds %q", w.read("sizing.sts"))
	}

	w.file("beta/bin/backup", "#!/bin/sh\ncp -r \"$1\" backup\n")
	if err := os.Chmod(w.path("beta/bin/backup"), 0o755); err != nil {
		t.Fatal(err)
	}
	w.file("alpha/data/db/table", "stable\n")
	w.must("the backup is made\n", "admin/backup-task.smr")
	if got := w.read("beta/backup/db/table"); got != "stable\n" {
		t.Errorf("the backup holds %q", got)
	}
	w.file("beta/copies/files/orphan", "old")
	w.must("orphans removed\n", "admin/cleanup.smr")
	if w.read("beta/copies/files/orphan") != "" {
		t.Error("the orphan is still there")
	}
	w.must("window  22:00 to 05:00, every day\n", "admin/night.smr")
}

func TestLoseASourceAndGetItBack(t *testing.T) {
	w := newWorld(t)
	w.must("connected: 1\n", "admin/define.smr")
	if err := os.Rename(w.path("alpha"), w.path("lost")); err != nil {
		t.Fatal(err)
	}
	w.must("beta has taken over\n", "admin/monitor.smr", "30")
	w.file("beta/copies/files/db/table", "worked on\n")
	w.file("beta/copies/files/made", "meanwhile\n")
	if err := os.Rename(w.path("lost"), w.path("alpha")); err != nil {
		t.Fatal(err)
	}
	w.must("alpha is back, connection ", "admin/restore.smr")
	if w.read("alpha/data/db/table") != "worked on\n" || w.read("alpha/data/made") != "meanwhile\n" || w.read("alpha/data/scratch.tmp") != "not to be copied" {
		t.Errorf("the source holds %q, %q", w.read("alpha/data/db/table"), w.read("alpha/data/made"))
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

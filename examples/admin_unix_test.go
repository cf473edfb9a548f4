//go:build unix

package examples_test

// This file runs the scripts for administrators whose backup program is a shell script.

import (
	"os"
	"strings"
	"testing"
)

func TestDefineBackUpAndCleanUp(t *testing.T) {
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
	out, exit := w.run("admin/night.smr")
	for _, want := range []string{"window  22:00 to 05:00, every day\n", "evening", "4194304 bytes in 1 s", "late"} {
		if exit != 0 || !strings.Contains(out, want) || strings.Contains(out, "(disabled)") {
			t.Errorf("admin/night.smr: exit %d, want %q:\n%s", exit, want, out)
		}
	}
}

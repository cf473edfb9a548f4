package examples_test

// This file runs the example of two hosts, and the rotating scripts unchanged, with two real Syncthing daemons.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// newHosts is a world whose machines are two daemons, with the configuration of the example.
func newHosts(t *testing.T) (w *world, daemons [2]*synctest.Daemon) {
	w = newWorld(t)
	text, err := os.ReadFile("two-hosts/smrscript.toml")
	if err != nil {
		t.Fatal(err)
	}
	changes := []string{"/srv/alpha", w.path("alpha"), "/srv/beta", w.path("beta")}
	for i, port := range []string{"8384", "8385"} {
		home := filepath.Join(t.TempDir(), "home"+port)
		if daemons[i], err = synctest.Start(home, synctest.Options{}); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(daemons[i].Kill)
		changes = append(changes, "http://127.0.0.1:"+port, daemons[i].URL)
	}
	t.Setenv("ALPHA_KEY", daemons[0].Key)
	t.Setenv("BETA_KEY", daemons[1].Key)
	t.Setenv("ADMIN_PASSWORD", "open-sesame")
	w.file("smrscript.toml", strings.NewReplacer(changes...).Replace(string(text)))
	return w, daemons
}

// TestRotatingScriptsOnTwoHosts runs the very scripts that TestRotatingScripts runs with the embedded engine.
func TestRotatingScriptsOnTwoHosts(t *testing.T) {
	w, _ := newHosts(t)
	rotates(w)
}

func TestTwoHosts(t *testing.T) {
	w, daemons := newHosts(t)
	w.must("syncthing engine v", "two-hosts/setup.smr")
	if w.read("beta/copies/one/db/table") != "row 1\n" || w.read("beta/copies/one/scratch.tmp") != "" {
		t.Error("the first copy is not what it should be")
	}
	w.must("connection 1 is there already", "two-hosts/setup.smr")
	folders := []string{w.path("backups"), w.path("beta/copies")}
	w.file("alpha/data/db/table", "row 1\nrow 2\n")
	w.must("copy 1 is saved in", "rotate/script2.smr", folders...)

	// The frozen copy outlives both daemons.
	w.file("alpha/data/db/table", "row 3\n")
	for _, d := range daemons {
		d.Stop()
		if err := d.Run(); err != nil {
			t.Fatal(err)
		}
	}
	w.must("copy 2 is live", "rotate/script2.smr", folders...) // live already, and back after the restart
	if got := w.read("beta/copies/one/db/table"); got != "row 1\nrow 2\n" {
		t.Errorf("the frozen copy holds %q", got)
	}
	w.must("copy 2 is saved in", "rotate/script1.smr", folders...)
	if got := w.saved("backups/copy2-2.tar", "./db/table"); got != "row 3\n" {
		t.Errorf("the backup holds %q", got)
	}

	t.Setenv("ADMIN_PASSWORD", "wrong")
	t.Setenv("SMR_SECRET_ADMIN", "another")
	if out, exit := w.run("two-hosts/setup.smr"); exit == 0 || !strings.Contains(out, "no full access to alpha") {
		t.Errorf("wrong password: exit %d: %s", exit, out)
	}
	daemons[1].Stop()
	t.Setenv("SMR_SECRET_ADMIN", "wrong")
	if out, exit := w.run("two-hosts/setup.smr"); exit == 0 || !strings.Contains(out, "Syncthing does not answer") || strings.Contains(out, daemons[1].Key) {
		t.Errorf("a daemon is down: exit %d: %s", exit, out)
	}
}

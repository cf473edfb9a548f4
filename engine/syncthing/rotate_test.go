package syncthing_test

// This file states what a frozen copy is worth on real daemons, also across restarts, and that nothing of others is touched.

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// TestFrozenAcrossRestarts disconnects a copy, changes the source, and restarts both daemons in every way.
func TestFrozenAcrossRestarts(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	for i := range 20 {
		w.write(w.src(fmt.Sprintf("data/d%d/f", i)), "first")
	}
	w.set("s", "- /data/*.tmp")
	one := w.plug("s", "/copies/one", replicating, orphaning)
	if got := do(w, engine.Disconnect{ID: one, Settle: true}); !got.Settled {
		t.Fatalf("%+v", got)
	}
	frozen := w.snapshot(w.dst("copies/one"))
	two := w.plug("s", "/copies/two", replicating, orphaning)
	if two <= one {
		t.Errorf("connection %d after %d", two, one)
	}
	check := func(what string) {
		t.Helper()
		w.write(w.src("data/d1/f"), what)
		w.write(w.src("data/new "+what), what)
		do(w, engine.Wait{ID: two, For: engine.WaitQueue, Timeout: patience}) // proves that the daemons are past it
		w.holds(w.dst("copies/two/d1/f"), what)
		w.unchanged(w.dst("copies/one"), frozen)
	}
	check("changed")
	w.b.Stop()
	w.must(w.b.Run())
	check("target restarted")
	w.a.Kill()
	w.must(w.a.Run())
	check("source killed")
	w.b.Kill()
	w.a.Stop()
	w.must(w.a.Run())
	w.must(w.b.Run())
	w.open()
	check("both restarted, and the script")

	// Coming back is a difference mirror on the index that was kept.
	do(w, engine.Disconnect{ID: two, Settle: true})
	before := len(folders(w.b))
	id := w.plug("s", "/copies/one", replicating, orphaning)
	w.holds(w.dst("copies/one/d1/f"), "both restarted, and the script")
	if got := len(folders(w.b)); got != before {
		t.Errorf("%d folders, then %d: the old one was not taken up", before, got)
	}
	if list := do(w, engine.FindConnections{}); len(list) != 1 || list[0].ID != id {
		t.Errorf("connections %+v", list)
	}
}

// TestForeign checks that folders and devices of people are neither changed nor removed, and that residue goes.
func TestForeign(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	w.write(w.src("data/f"), "1")
	stranger := rest.DeviceID("P56IOI7-MZJNU2Y-IQGDREY-DM2MGTI-MGL3BXN-PQ6W5BM-TBBZ4TJ-XZWICQ2")
	for _, d := range []*synctest.Daemon{w.a, w.b} {
		w.must(d.Call("PUT", "config/devices/"+string(stranger), rest.Device{DeviceID: stranger, Name: "somebody"}, nil))
		w.must(os.MkdirAll(w.dst("theirs"), 0o755))
		w.must(d.Call("PUT", "config/folders/photos", rest.Folder{ID: "photos", Label: "smrscript: not really", Path: w.dst("theirs"),
			Type: "sendreceive", Devices: []rest.FolderDevice{{DeviceID: stranger}}}, nil))
		// The prefix alone does not make it ours.
		w.must(d.Call("PUT", "config/folders/smrscript-party", rest.Folder{ID: "smrscript-party", Label: "Party", Path: w.dst("theirs/party")}, nil))
	}
	foreign := func() string {
		var text strings.Builder
		for _, d := range []*synctest.Daemon{w.a, w.b} {
			var all []json.RawMessage
			for _, path := range []string{"config/folders/photos", "config/folders/smrscript-party", "config/devices/" + string(stranger), "config/options", "config/gui"} {
				var raw json.RawMessage
				w.must(d.Call("GET", path, nil, &raw))
				all = append(all, raw)
			}
			fmt.Fprintf(&text, "%s\n", all)
		}
		return text.String()
	}
	was := foreign()
	w.set("s", "- /data/*.tmp")
	e := refuse(w, engine.CodeBadParameter, "smrscript: not really", engine.Connect{Source: w.source, Repset: "s", Target: w.target,
		Mapping: mapTo("/theirs/sub"), Mirror: &engine.MirrorOptions{}})
	if !strings.Contains(e.Help(), "has not made") {
		t.Errorf("help %q", e.Help())
	}
	refuse(w, engine.CodeBadParameter, "not really", engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/theirs/party")})
	refuse(w, engine.CodeBadParameter, "", engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/")})
	id := w.plug("s", "/copy", replicating)
	do(w, engine.Disconnect{ID: id})
	if n := len(folders(w.a)); n != 3 {
		t.Errorf("%d folders on the source: the index of a disconnected copy is kept", n)
	}
	do(w, engine.DeleteRepset{Source: w.source, Repset: "s"})
	if now := foreign(); now != was {
		t.Errorf("was %s\nis  %s", was, now)
	}
	w.clean()
	w.holds(w.dst("copy/f"), "1")
	if _, err := os.Stat(w.dst("copy/.stignore")); err == nil {
		t.Error("the patterns stay in the copy")
	}
	if _, err := os.Stat(w.dst("copy/.stfolder")); err == nil {
		t.Error("the mark stays in the copy")
	}
}

// clean fails when a daemon has a folder or device of the driver.
func (w *world) clean() {
	w.Helper()
	for _, d := range []*synctest.Daemon{w.a, w.b} {
		for _, f := range folders(d) {
			if strings.HasPrefix(f.ID, "smrscript-") && f.Label != "Party" {
				w.Errorf("left on %s: %s %s", d.URL, f.ID, f.Label)
			}
		}
		var devices []rest.Device
		w.must(d.Call("GET", "config/devices", nil, &devices))
		for _, k := range devices {
			if strings.HasSuffix(k.Name, " (smrscript)") {
				w.Errorf("left on %s: %s", d.URL, k.Name)
			}
		}
	}
}

// TestForget disconnects without keeping an index.
func TestForget(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	w.cfg.Settings.Forget = true
	w.open()
	w.write(w.src("data/f"), "1")
	w.set("s")
	for _, text := range []string{"1", "2"} {
		w.write(w.src("data/f"), text)
		id := w.plug("s", "/copy", replicating)
		do(w, engine.Disconnect{ID: id, Settle: true})
		w.clean()
		w.holds(w.dst("copy/f"), text)
	}
	if entries, err := os.ReadDir(w.dst("copy")); err != nil || len(entries) != 1 {
		t.Errorf("the copy holds %v, %v", entries, err)
	}
}

// TestFoundAgain opens the driver with a state folder that knows nothing, as another host would.
func TestFoundAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating, orphaning)
	was := do(w, engine.FindConnections{ID: id})
	w.cfg.StateDir = t.TempDir()
	w.open()
	now := do(w, engine.FindConnections{ID: id, Source: w.source, Target: w.target, Repset: "s"})
	if len(now) != 1 || fmt.Sprint(was) != fmt.Sprint(now) {
		t.Fatalf("was %+v, is %+v", was, now)
	}
	s := do(w, engine.GetConnection{ID: id, Source: w.source})
	if s.TargetState != engine.TargetReplicating || !s.Orphans || s.Mapping.Base != "/copy" {
		t.Errorf("status %+v", s)
	}
	w.write(w.src("data/f"), "2")
	do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
	w.holds(w.dst("copy/f"), "2")
	do(w, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
	w.mirrored(id)
	do(w, engine.Disconnect{ID: id})
	w.set("s")
	if again := w.plug("s", "/copy"); again <= id {
		t.Errorf("number %d after %d", again, id)
	}
}

// TestSharedSource connects two sets with different rules over one source path.
func TestSharedSource(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/a.txt"), "a")
	w.write(w.src("data/b.tmp"), "b")
	w.set("all")
	w.set("some", "- /data/*.tmp")
	one, two := w.plug("all", "/all", replicating), w.plug("some", "/some", replicating)
	w.write(w.src("data/c.tmp"), "c")
	w.write(w.src("data/c.txt"), "c")
	do(w, engine.Wait{ID: one, For: engine.WaitQueue, Timeout: patience})
	do(w, engine.Wait{ID: two, For: engine.WaitQueue, Timeout: patience})
	for rel, want := range map[string]bool{"all/a.txt": true, "all/b.tmp": true, "all/c.tmp": true, "some/a.txt": true, "some/b.tmp": false, "some/c.tmp": false, "some/c.txt": true} {
		if _, err := os.Stat(w.dst(rel)); (err == nil) != want {
			t.Errorf("%s: %v", rel, err)
		}
	}
	if _, err := os.Stat(w.src("data/.stignore")); err == nil {
		t.Error("there are patterns in the source")
	}
	// Rules that people wrote into the source would leave files out.
	w.write(w.src("data/.stignore"), "*.txt\n")
	do(w, engine.Disconnect{ID: one})
	do(w, engine.DeleteRepset{Source: w.source, Repset: "all"})
	w.set("all")
	refuse(w, engine.CodeConnectionFailed, ".stignore", engine.Connect{Source: w.source, Repset: "all", Target: w.target, Mapping: mapTo("/all"), Mirror: &engine.MirrorOptions{}})
	for _, f := range folders(w.a) {
		if strings.Contains(f.Label, `"all"`) && strings.Contains(f.Label, w.source) {
			t.Errorf("left behind: %s", f.Label)
		}
	}
}

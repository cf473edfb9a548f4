package syncthing_test

// This file tests holding up, slowing down, comparing, bringing back and counting.

import (
	"os"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

func TestPauses(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), "1")
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	resting := w.plug("s", "/resting")
	for _, c := range []struct {
		name  string
		pause func(on bool) (int, error)
		state func(engine.ConnectionStatus) bool
	}{
		{"target", func(on bool) (int, error) { return w.client.PauseTarget(t.Context(), w.target, on) },
			func(s engine.ConnectionStatus) bool { return s.TargetState == engine.TargetPaused }},
		{"transmission", func(on bool) (int, error) { return w.client.PauseTransmission(t.Context(), w.source, w.target, on) },
			func(s engine.ConnectionStatus) bool { return s.TransmitState == engine.TransmitPaused }},
	} {
		if n, err := c.pause(true); n != 1 || err != nil {
			t.Fatalf("%s: %d, %v", c.name, n, err)
		}
		w.write(w.src("data/f"), "while the "+c.name+" is paused")
		was := w.snapshot(w.dst("copy"))
		if s := do(w, engine.GetConnection{ID: id}); !c.state(s) {
			t.Errorf("%s: status %+v", c.name, s)
		}
		other := w.plug("s", "/other") // what could have come has come by now
		do(w, engine.Disconnect{ID: other})
		w.unchanged(w.dst("copy"), was)
		if n, err := c.pause(false); n != 1 || err != nil {
			t.Fatalf("%s: %d, %v", c.name, n, err)
		}
		do(w, engine.Wait{ID: id, For: engine.WaitQueue, Timeout: patience})
		w.holds(w.dst("copy/f"), "while the "+c.name+" is paused")
	}
	if s := do(w, engine.GetConnection{ID: resting}); s.TargetState != engine.TargetOnline {
		t.Errorf("a connection that does not replicate was woken: %s", s.TargetState)
	}
	w.holds(w.dst("resting/f"), "1")
	_, err := w.client.PauseTarget(t.Context(), "nowhere", true)
	w.refused(err, engine.CodeNoMachine, "")
}

func TestBandwidthAndCompression(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{})
	ctx := t.Context()
	w.refused(w.client.LimitBandwidth(ctx, w.source, w.target, 1<<20), engine.CodeNoConnection, "do not know each other")
	w.write(w.src("data/f"), "1")
	w.set("s")
	w.plug("s", "/copy")
	device := func() (found rest.Device) {
		var list []rest.Device
		w.must(w.a.Call("GET", "config/devices", nil, &list))
		for _, d := range list {
			if strings.HasPrefix(d.Name, w.target) {
				found = d
			}
		}
		return found
	}
	for _, c := range []struct {
		bytes int64
		want  int
	}{{1, 1}, {1 << 20, 1024}, {1<<20 + 1, 1025}, {0, 0}} {
		w.must(w.client.LimitBandwidth(ctx, w.source, w.target, c.bytes))
		if got := device().MaxSendKbps; got != c.want {
			t.Errorf("%d bytes: limit %d, want %d", c.bytes, got, c.want)
		}
	}
	var o rest.Options
	if w.must(w.a.Call("GET", "config/options", nil, &o)); !o.LimitBandwidthInLan {
		t.Error("the limit does not count on this network")
	}
	for _, c := range []syncthing.Compression{syncthing.CompressAll, syncthing.CompressNothing, syncthing.CompressMetadata} {
		w.must(w.client.SetCompression(ctx, w.source, w.target, c))
		if got := device().Compression; got != string(c) {
			t.Errorf("compression %q, want %q", got, c)
		}
	}
	w.refused(w.client.SetCompression(ctx, w.source, w.target, "high"), engine.CodeUnsupported, `no level "high"`)

	// Somebody else's device, and somebody else's limit.
	d := device()
	w.must(w.a.Call("PATCH", "config/devices/"+string(d.DeviceID), map[string]string{"name": "a friend"}, nil))
	w.refused(w.client.LimitBandwidth(ctx, w.source, w.target, 1), engine.CodeUnsupported, "made by somebody else")
	w.must(w.a.Call("PATCH", "config/devices/"+string(d.DeviceID), map[string]string{"name": d.Name}, nil))
	w.must(w.a.Call("PATCH", "config/options", map[string]bool{"limitBandwidthInLan": false}, nil))
	stranger := rest.Device{DeviceID: "P56IOI7-MZJNU2Y-IQGDREY-DM2MGTI-MGL3BXN-PQ6W5BM-TBBZ4TJ-XZWICQ2", Name: "somebody", MaxSendKbps: 10}
	w.must(w.a.Call("PUT", "config/devices/"+string(stranger.DeviceID), stranger, nil))
	w.refused(w.client.LimitBandwidth(ctx, w.source, w.target, 1), engine.CodeUnsupported, `"somebody" has one`)
}

func TestVerify(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, f := range []string{"a", "b", "c"} {
		w.write(w.src("data/"+f), "of the source")
	}
	w.set("s")
	id := w.plug("s", "/copy")
	sync := syncthing.VerifyOptions{Checksum: true, Sync: true}
	if n, err := w.client.Verify(t.Context(), id, sync); n != 0 || err != nil {
		t.Errorf("equal: %d, %v", n, err)
	}
	info, err := os.Stat(w.dst("copy/a"))
	w.must(err)
	w.write(w.dst("copy/a"), "of the TARGET")
	w.must(os.Chtimes(w.dst("copy/a"), info.ModTime(), info.ModTime()))
	w.must(os.Remove(w.dst("copy/b")))
	if n, err := w.client.Verify(t.Context(), id, sync); n != 2 || err != nil {
		t.Errorf("one altered, one removed: %d, %v", n, err)
	}
	w.holds(w.dst("copy/a"), "of the source")
	w.write(w.dst("copy/extra"), "1")
	if n, err := w.client.Verify(t.Context(), id, syncthing.VerifyOptions{Sync: true, Orphans: true}); n != 1 || err != nil {
		t.Errorf("one too many: %d, %v", n, err)
	}
	_, err = w.client.Verify(t.Context(), id, syncthing.VerifyOptions{Checksum: true})
	w.refused(err, engine.CodeUnsupported, "verify without sync")
}

func TestRestore(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/db/table"), "precious")
	w.write(w.src("data/note.tmp"), "stays behind")
	w.set("s", "- /data/*.tmp")
	id := w.plug("s", "/copy")
	opts := syncthing.RestoreOptions{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/copy"), Mirror: engine.MirrorOptions{Orphans: true}}
	_, err := w.client.Restore(t.Context(), opts)
	w.refused(err, engine.CodeBadParameter, "connection")
	do(w, engine.Disconnect{ID: id, Settle: true})
	w.must(os.RemoveAll(w.src("data/db")))
	w.write(w.src("data/broken"), "by the crash")
	back, err := w.client.Restore(t.Context(), opts)
	w.must(err)
	w.mirrored(back)
	w.holds(w.src("data/db/table"), "precious")
	w.holds(w.src("data/note.tmp"), "stays behind")
	if _, err := os.Stat(w.src("data/broken")); err == nil {
		t.Error("what the copy does not have stays")
	}
	if list := do(w, engine.FindConnections{ID: back}); len(list) != 1 || list[0].Source != w.target || list[0].Target != w.source {
		t.Errorf("connections %+v", list)
	}
	do(w, engine.Disconnect{ID: back})
	w.holds(w.dst("copy/db/table"), "precious")

	w.must(os.RemoveAll(w.src("data")))
	_, err = w.client.Restore(t.Context(), opts)
	e := w.refused(err, engine.CodeBadSourcePath, "no such folder")
	if !strings.Contains(e.Help(), "Make the folder") {
		t.Errorf("help %q", e.Help())
	}
	w.must(os.Mkdir(w.src("data"), 0o755))
	back, err = w.client.Restore(t.Context(), opts)
	w.must(err)
	w.mirrored(back)
	w.holds(w.src("data/db/table"), "precious")
	do(w, engine.Disconnect{ID: back})
	// And forth again.
	w.write(w.src("data/db/table"), "precious, and more")
	w.plug("s", "/copy")
	w.holds(w.dst("copy/db/table"), "precious, and more")
}

func TestStatistics(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write(w.src("data/f"), strings.Repeat("x", 100_000))
	w.set("s")
	id := w.plug("s", "/copy", replicating)
	s, err := w.client.Statistics(t.Context(), w.target)
	w.must(err)
	p := s.Peers[w.source]
	if s.Machine != w.target || !p.Connected || p.BytesIn < 100_000 || p.Address == "" {
		t.Errorf("statistics %+v", s)
	}
	if len(s.Connections) != 1 || s.Connections[0].ID != id || s.Connections[0].LastFile != "f" || s.Connections[0].LastAt.IsZero() {
		t.Errorf("connections %+v", s.Connections)
	}
	_, err = w.client.Statistics(t.Context(), "nowhere")
	w.refused(err, engine.CodeNoMachine, "")
}

// TestLogin logs in with the daemon's own user and password, over TLS with a pinned certificate and with an authority.
func TestLogin(t *testing.T) {
	t.Parallel()
	w := ownWorld(t, synctest.Options{TLS: true, User: "admin", Password: "open-sesame"})
	print, err := w.a.Fingerprint()
	w.must(err)
	ca, err := w.b.CA()
	w.must(err)
	w.cfg.Machines[w.source] = syncthing.Machine{URL: w.a.URL, Fingerprint: print, Root: w.srcDir}
	w.cfg.Machines[w.target] = syncthing.Machine{URL: strings.Replace(w.b.URL, "127.0.0.1", "localhost", 1), CA: ca, Root: w.dstDir, Address: w.b.Listen}
	w.open()
	w.write(w.src("data/f"), "1")
	refuse(w, engine.CodeSourceAccess, "", engine.ListRepsets{Source: w.source})
	do(w, engine.Ping{Machine: w.source})
	for _, c := range []struct {
		user, password string
		want           engine.AccessLevel
	}{{"", "", engine.AccessNone}, {"admin", "wrong", engine.AccessNone}, {"nobody", "open-sesame", engine.AccessNone}, {"admin", "open-sesame", engine.AccessFull}} {
		if got := do(w, engine.Login{Machine: w.source, User: c.user, Password: engine.NewSecret(c.password)}); got != c.want {
			t.Errorf("%s: %v, want %v", c.user, got, c.want)
		}
	}
	w.set("s")
	connect := engine.Connect{Source: w.source, Repset: "s", Target: w.target, Mapping: mapTo("/copy"), Mirror: &engine.MirrorOptions{}}
	refuse(w, engine.CodeTargetAccess, "", connect)
	w.pinned(ca)
	do(w, engine.Login{Machine: w.target, User: "admin", Password: engine.NewSecret("open-sesame")})
	id := do(w, connect)
	w.mirrored(id)
	w.holds(w.dst("copy/f"), "1")
	do(w, engine.Logout{Machine: w.target})
	refuse(w, engine.CodeTargetAccess, "", engine.Disconnect{ID: id})
	do(w, engine.Login{Machine: w.target, User: "admin", Password: engine.NewSecret("open-sesame")})
	do(w, engine.Disconnect{ID: id})
}

// pinned makes the target known by the name in its certificate, or by its fingerprint when that has another name.
func (w *world) pinned([]byte) {
	w.Helper()
	if _, err := w.client.Do(w.Context(), engine.Ping{Machine: w.target}); err == nil {
		return
	}
	e := refuse(w, engine.CodeNoAnswer, "not trusted", engine.Login{Machine: w.target, User: "admin", Password: engine.NewSecret("open-sesame")})
	leak(w.T, e.Error()+e.Help(), "open-sesame")
	print, err := w.b.Fingerprint()
	w.must(err)
	m := w.cfg.Machines[w.target]
	m.CA, m.Fingerprint = nil, print
	w.cfg.Machines[w.target] = m
	w.open()
	do(w, engine.Login{Machine: w.source, User: "admin", Password: engine.NewSecret("open-sesame")})
}

// TestUsers gives users of the configuration their levels on machines that have a key.
func TestUsers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.cfg.Users = map[string]syncthing.User{"admin": {Password: engine.NewSecret("right"), Access: engine.AccessFull},
		"watcher": {Password: engine.NewSecret("look"), Access: engine.AccessMonitor}}
	w.open()
	w.write(w.src("data/f"), "1")
	login := func(machine, user, password string) engine.AccessLevel {
		return do(w, engine.Login{Machine: machine, User: user, Password: engine.NewSecret(password)})
	}
	save := engine.SaveRepset{Repset: engine.Repset{Source: w.source, Name: "s", Rules: []engine.Rule{{Path: "/data"}}}}
	refuse(w, engine.CodeSourceAccess, "", save)
	if got := login(w.source, "admin", "look"); got != engine.AccessNone {
		t.Errorf("a wrong password gives %v", got)
	}
	if got := login(w.source, "watcher", "look"); got != engine.AccessMonitor {
		t.Errorf("watcher has %v", got)
	}
	do(w, engine.ListRepsets{Source: w.source})
	refuse(w, engine.CodeSourceAccess, "", save)
	login(w.source, "admin", "right")
	do(w, save)
	login(w.target, "admin", "right")
	id := w.plug("s", "/copy", idle)
	login(w.target, "watcher", "look")
	refuse(w, engine.CodeTargetAccess, "", engine.MirrorStart{ID: id})
	refuse(w, engine.CodeTargetAccess, "", engine.Disconnect{Source: w.source, All: true})
	do(w, engine.GetConnection{ID: id})
	do(w, engine.Logout{Machine: w.source})
	refuse(w, engine.CodeSourceAccess, "", engine.GetConnection{ID: id})
}

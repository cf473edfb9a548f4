package syncthing_test

// This file starts the two daemons that most tests share, and gives each test its own part of them.

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/enginetest"
	"github.com/smrscript/smrscript/engine/syncthing"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
	"github.com/smrscript/smrscript/engine/syncthing/synctest"
)

// daemons are two that tests share. They are started by the first that needs them.
type daemons struct {
	once sync.Once
	dir  string
	a, b *synctest.Daemon
	err  error
}

// shared are the daemons of most tests, in turn: what one test makes two of them do holds up fewer others.
var shared [3]daemons

func TestMain(m *testing.M) {
	flag.Parse()
	// Tests mostly wait for daemons, so more run at once than there are processors.
	if f := flag.Lookup("test.parallel"); f != nil && f.Value.String() == f.DefValue {
		_ = flag.Set("test.parallel", "8")
	}
	os.Exit(run(m))
}

// run runs the tests on a file system where saving costs little, if there is one.
func run(m *testing.M) int {
	if dir, err := os.MkdirTemp("/dev/shm", "smrscript-"); err == nil {
		defer os.RemoveAll(dir)
		_ = os.Setenv("TMPDIR", dir)
	}
	code := m.Run()
	for i := range shared {
		shared[i].stop()
	}
	return code
}

func (d *daemons) get(t *testing.T) (a, b *synctest.Daemon) {
	t.Helper()
	d.once.Do(func() {
		if d.dir, d.err = os.MkdirTemp("", "smrscript-syncthing-"); d.err != nil {
			return
		}
		if d.a, d.b, d.err = startTwo(d.dir, synctest.Options{}); d.err == nil {
			d.err = befriend(d.a, d.b)
		}
	})
	if d.err != nil {
		t.Fatal(d.err)
	}
	return d.a, d.b
}

// befriend makes two daemons known to each other as people would, so that no test makes them lose each other.
func befriend(a, b *synctest.Daemon) error {
	for i, x := range [][2]*synctest.Daemon{{a, b}, {b, a}} {
		var s rest.SystemStatus
		if err := x[1].Call("GET", "system/status", nil, &s); err != nil {
			return err
		}
		device := rest.Device{DeviceID: s.MyID, Name: "a friend", Addresses: []string{[]string{"dynamic", x[1].Listen}[i]}} // one calls
		if err := x[0].Call("PUT", "config/devices/"+string(s.MyID), device, nil); err != nil {
			return err
		}
	}
	return nil
}

func (d *daemons) stop() {
	for _, x := range []*synctest.Daemon{d.a, d.b} {
		if x != nil {
			x.Kill()
		}
	}
	if d.dir != "" {
		_ = os.RemoveAll(d.dir)
	}
}

// startTwo starts two daemons at once.
func startTwo(dir string, o synctest.Options) (a, b *synctest.Daemon, err error) {
	var errs [2]error
	var both [2]*synctest.Daemon
	var wg sync.WaitGroup
	for i, name := range []string{"one", "two"} {
		wg.Go(func() { both[i], errs[i] = synctest.Start(filepath.Join(dir, name), o) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return both[0], both[1], err
		}
	}
	return both[0], both[1], nil
}

// world is two machines on two daemons, with names and folders of their own.
type world struct {
	*testing.T
	cfg            syncthing.Config
	client         *syncthing.Client
	source, target string // machines
	srcDir, dstDir string
	a, b           *synctest.Daemon
}

var worlds atomic.Int64

// newWorld makes a world on the shared daemons, whose folders are removed from them at the end.
func newWorld(t *testing.T) *world {
	a, b := shared[worlds.Load()%int64(len(shared))].get(t)
	return worldOn(t, a, b)
}

// ownWorld makes a world on daemons of its own, which a test may stop.
func ownWorld(t *testing.T, o synctest.Options) *world {
	dir := t.TempDir()
	a, b, err := startTwo(dir, o)
	t.Cleanup(func() {
		for _, d := range []*synctest.Daemon{a, b} {
			if d != nil {
				d.Kill()
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return worldOn(t, a, b)
}

func worldOn(t *testing.T, a, b *synctest.Daemon) *world {
	t.Helper()
	dir, n := t.TempDir(), worlds.Add(1)
	w := &world{T: t, source: fmt.Sprintf("alpha%d", n), target: fmt.Sprintf("beta%d", n), a: a, b: b,
		srcDir: filepath.Join(dir, "alpha"), dstDir: filepath.Join(dir, "beta")}
	for _, d := range []string{w.srcDir, w.dstDir} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	w.cfg = syncthing.Config{StateDir: filepath.Join(dir, "state"), Machines: map[string]syncthing.Machine{
		w.source: {URL: a.URL, Key: engine.NewSecret(a.Key), Root: w.srcDir},
		w.target: {URL: b.URL, Key: engine.NewSecret(b.Key), Root: w.dstDir},
	}, Settings: syncthing.Settings{Retry: 2 * time.Second, Patience: time.Minute}}
	t.Cleanup(func() { w.clear(dir) })
	w.open()
	return w
}

// open opens the driver, again if need be.
func (w *world) open() *syncthing.Client {
	w.Helper()
	if w.client != nil {
		w.client.Close()
	}
	c, err := syncthing.Open(w.cfg)
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() { c.Close() })
	w.client = c
	return c
}

// clear removes the folders below dir from both daemons.
func (w *world) clear(dir string) {
	// Pausing comes first: daemons hang up on those who speak of a folder that is gone.
	for _, step := range []func(d *synctest.Daemon, id string){
		func(d *synctest.Daemon, id string) {
			_ = d.Call("PATCH", "config/folders/"+id, map[string]bool{"paused": true}, nil)
		},
		func(d *synctest.Daemon, id string) { _ = d.Call("DELETE", "config/folders/"+id, nil, nil) },
	} {
		for _, d := range []*synctest.Daemon{w.b, w.a} {
			for _, f := range folders(d) {
				if rel, err := filepath.Rel(dir, f.Path); err == nil && filepath.IsLocal(rel) {
					step(d, f.ID)
				}
			}
		}
	}
}

// folders lists what a daemon has.
func folders(d *synctest.Daemon) (list []rest.Folder) {
	_ = d.Call("GET", "config/folders", nil, &list)
	return list
}

func (w *world) fixture() enginetest.Fixture {
	return enginetest.Fixture{Client: w.client, Source: w.source, Target: w.target, SourceDir: w.srcDir, TargetDir: w.dstDir,
		Reopen:   func(t *testing.T) engine.Client { return w.open() },
		Patience: patience,
		Own: func(name string) bool {
			return name == ".stfolder" || name == ".stignore" || strings.HasPrefix(name, ".syncthing.")
		},
		Traits: []enginetest.Trait{enginetest.NoFolderTimes, enginetest.NoOwners, enginetest.NoSpecialBits, enginetest.NoOddNames, enginetest.NoNotes,
			enginetest.NoFollowing, enginetest.SendsDiffering, enginetest.RoughCounts, enginetest.MirrorOpens, enginetest.NoNewer, enginetest.NoSameMachine, enginetest.NoRenaming,
			enginetest.NoAppearing, enginetest.NoCalculating, enginetest.WildKept, enginetest.CatchesUp, enginetest.Elsewhere, enginetest.MarksFolders,
			enginetest.ShortGaps, enginetest.NoHiding, enginetest.SlowEvents}}
}

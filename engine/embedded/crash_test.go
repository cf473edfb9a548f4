package embedded

// This file kills processes at named points and at random moments, and checks what the next process makes of it.

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
	"github.com/smrscript/smrscript/engine/embedded/tree"
	"github.com/smrscript/smrscript/engine/embedded/tree/treetest"
)

// What a victim is told by its environment.
const (
	victimDir   = "EMBEDDED_TEST_VICTIM" // the folder with alpha, beta and state
	victimPoint = "EMBEDDED_TEST_POINT"  // where it ends itself: "rename 3"; "": it is killed from outside
	victimSeed  = "EMBEDDED_TEST_SEED"
	crashRounds = "EMBEDDED_TEST_CRASHES" // how many random moments the test tries; default 10
)

// crashPoints are the places where a victim ends itself, with how often it passes each before it does.
func crashPoints() []string {
	var all []string
	for _, name := range []string{"create", "write", "close", "rename", "remove", "rmdir", "mkdir", "symlink", "link", "move", "setmode", "settimes", "openwrite",
		"state before", "state after", "queue log", "queue drop"} {
		for _, n := range []int{1, 7} {
			all = append(all, fmt.Sprint(name, " ", n))
		}
	}
	return all
}

func TestKilledAtNamedPoints(t *testing.T) {
	if os.Getenv(victimDir) != "" {
		victim(t)
		return
	}
	k := newKilling(t)
	reached := map[string]bool{}
	for i, point := range crashPoints() {
		if k.victim(point, uint64(i), nil) {
			reached[strings.TrimRight(point, "0123456789 ")] = true
		}
		k.check("killed at " + point)
	}
	for _, point := range crashPoints() {
		if name := strings.TrimRight(point, "0123456789 "); !reached[name] {
			t.Errorf("no victim came to %q", name)
		}
	}
}

func TestKilledAtRandom(t *testing.T) {
	if os.Getenv(victimDir) != "" {
		victim(t)
		return
	}
	rounds, err := strconv.Atoi(os.Getenv(crashRounds))
	if err != nil {
		rounds = 10
	}
	k := newKilling(t)
	for i := range rounds {
		after := time.Duration(rand.IntN(200_000)) * time.Microsecond
		k.victim("", uint64(i), func(p *os.Process) {
			time.Sleep(after) // another moment each time: whatever it hits must be survived
			must(k.T, p.Kill())
		})
		k.check(fmt.Sprintf("killed in round %d after %v", i, after))
	}
}

// killing is a series of victims on the same folders.
type killing struct {
	*testing.T
	dir string
	cfg Config
}

func newKilling(t *testing.T) *killing {
	dir := t.TempDir()
	k := &killing{t, dir, testConfig(t, dir)}
	s := newStorm(dir, 42)
	for range 200 {
		must(t, s.step())
	}
	return k
}

// victim runs a process until it ends; it reports whether that was before it was done. end is called once the engine is open.
func (k *killing) victim(point string, seed uint64, end func(*os.Process)) bool {
	k.Helper()
	name, _, _ := strings.Cut(k.Name(), "/")
	cmd := exec.Command(os.Args[0], "-test.run", "^"+name+"$")
	cmd.Env = append(os.Environ(), victimDir+"="+k.dir, victimPoint+"="+point, victimSeed+"="+fmt.Sprint(seed))
	out := new(strings.Builder)
	cmd.Stdout = out
	started, err := cmd.StderrPipe()
	must(k.T, err)
	must(k.T, cmd.Start())
	_, err = started.Read(make([]byte, 1)) // the end of the process ends this, too
	if end != nil {
		must(k.T, err)
		end(cmd.Process)
	}
	err = cmd.Wait()
	if err == nil || cmd.ProcessState.Exited() && cmd.ProcessState.ExitCode() == 1 && strings.Contains(out.String(), "FAIL") {
		if err != nil {
			k.Fatalf("the victim failed by itself:\n%s", out)
		}
		return false
	}
	return true
}

// check looks at what was left, opens the engine and waits for quiet.
func (k *killing) check(what string) {
	k.Helper()
	k.whole(what)
	c, err := Open(k.cfg)
	must(k.T, err)
	defer c.Close()
	list := call(k.T, c, engine.FindConnections{})
	k.acknowledged(what, list)
	for _, source := range []string{"alpha"} {
		for _, op := range []engine.Op{engine.ReleaseTarget{Source: source, Target: "beta"}, engine.Transmission{Source: source, Target: "beta", Action: engine.ActionStart}} {
			_, _ = c.Do(k.Context(), op) // it may have been killed while the way was closed
		}
	}
	for _, con := range list {
		call(k.T, c, engine.Wait{ID: con.ID, For: engine.WaitMirror})
		s := call(k.T, c, engine.GetConnection{ID: con.ID})
		if !s.Replication.Active { // killed between stopping and starting
			call(k.T, c, engine.ReplicationStart{ID: con.ID})
			call(k.T, c, engine.MirrorStart{ID: con.ID, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}})
			call(k.T, c, engine.Wait{ID: con.ID, For: engine.WaitMirror})
		}
		s = call(k.T, c, engine.Wait{ID: con.ID, For: engine.WaitQueue})
		if s.TargetState != engine.TargetReplicating || s.Mirror.Errors > 0 || s.Replication.Errors > 0 {
			k.Errorf("%s: %+v", what, s)
		}
		call(k.T, c, engine.BlockTargetPath{ID: con.ID, Unblock: true})
		k.same(what, filepath.Join(k.dir, "alpha/data"), filepath.Join(k.dir, "beta", string(con.Mapping.Base)))
	}
	if k.Failed() {
		k.FailNow()
	}
}

// acknowledged compares the connections with those that victims were told of.
func (k *killing) acknowledged(what string, list engine.ConnectionList) {
	k.Helper()
	there := map[string]bool{}
	for _, con := range list {
		there[fmt.Sprint(con.ID)] = true
	}
	told := strings.Fields(read(filepath.Join(k.dir, "told")))
	if len(told) > 0 && told[0] == "open" { // the file is not there yet
		told = nil
	}
	for _, id := range told {
		if !there[id] {
			k.Errorf("%s: connection %s is lost; there are %+v", what, id, list)
		}
	}
	if len(list) > len(told)+1 {
		k.Errorf("%s: %d connections, of which %q were told", what, len(list), told)
	}
	must(k.T, os.WriteFile(filepath.Join(k.dir, "told"), nil, 0o644))
	for id := range there {
		tell(k.T, k.dir, id)
	}
}

func tell(t testing.TB, dir, id string) {
	f, err := os.OpenFile(filepath.Join(dir, "told"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	must(t, err)
	_, err = f.WriteString(id + "\n")
	must(t, err)
	must(t, f.Close())
}

// whole checks that no copy shows half of a file.
func (k *killing) whole(what string) {
	k.Helper()
	must(k.T, filepath.WalkDir(filepath.Join(k.dir, "beta"), func(path string, e os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == snapshotsDir:
			return filepath.SkipDir
		case !e.Type().IsRegular() || strings.HasPrefix(e.Name(), copier.TempPrefix):
			return nil
		}
		if err := wholeFile(path); err != nil {
			k.Errorf("%s: %v", what, err)
		}
		return nil
	}))
}

// same compares source and copy in everything but the times of folders.
func (k *killing) same(what, src, dst string) {
	k.Helper()
	a, b := listing(k.T, src), listing(k.T, dst)
	for name, is := range a {
		if b[name] != is {
			k.Errorf("%s: %s is %s, its copy in %s is %q", what, name, is, filepath.Base(dst), b[name])
		}
	}
	for name, is := range b {
		if _, ok := a[name]; !ok {
			k.Errorf("%s: %s is in the copy %s only: %s", what, name, filepath.Base(dst), is)
		}
	}
}

// killer ends the process at a point such as "rename 3": the third time.
type killer struct {
	mu   sync.Mutex
	name string
	left int
}

func newKiller(point string) *killer {
	i := strings.LastIndexByte(point, ' ')
	n, _ := strconv.Atoi(point[i+1:])
	return &killer{name: point[:max(i, 0)], left: n}
}

func (k *killer) point(name string) {
	if name != k.name {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.left--; k.left == 0 {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			_ = self.Kill()
		}
		select {} // until it takes effect
	}
}

// victim works with an engine until it ends itself or is killed.
func victim(t *testing.T) {
	dir := os.Getenv(victimDir)
	k := newKiller(os.Getenv(victimPoint))
	cfg := testConfig(t, dir)
	cfg.Settings.LockTimeout = 10 * time.Second
	cfg.Settings.QueueMemory = 4000 // so that the queue goes to disk as well
	if k.name != "" {
		cfg.point = k.point
		cfg.wrap = func(d tree.Dir) tree.Dir {
			return treetest.Wrap(d, func(op, _ string) error { k.point(op); return nil })
		}
	}
	seed, err := strconv.ParseUint(os.Getenv(victimSeed), 10, 64)
	must(t, err)
	storm := newStorm(dir, seed)
	c, err := Open(cfg)
	must(t, err)
	fmt.Fprint(os.Stderr, "x") // the parent waits for it
	call(t, c, engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "s", Rules: []engine.Rule{{Path: "/data"}}}})
	for i := range 600 {
		if err := storm.step(); err != nil {
			t.Fatal(err)
		}
		if i%40 == 20 {
			victimOperation(t, c, storm.rnd, dir)
		}
		if i%100 == 99 {
			victimMove(t, c, storm)
		}
		if i%70 == 35 {
			for _, con := range call(t, c, engine.FindConnections{}) {
				_, _ = c.Do(t.Context(), engine.BlockTargetPath{ID: con.ID, Unblock: i%140 != 35}) // refused if it is blocked
			}
		}
	}
	_, _ = c.Do(t.Context(), engine.ReleaseTarget{Target: "beta"}) // refused unless it is held
	for _, con := range call(t, c, engine.FindConnections{}) {
		call(t, c, engine.Wait{ID: con.ID, For: engine.WaitMirror})
	}
	must(t, c.Close())
}

// victimMove renames a file when nothing else is going on, which the copy follows by renaming.
func victimMove(t *testing.T, c engine.Client, s *storm) {
	quiet := func() {
		for _, con := range call(t, c, engine.FindConnections{}) {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			_, _ = c.Do(ctx, engine.Wait{ID: con.ID, For: engine.WaitMirror})
			_, _ = c.Do(ctx, engine.Wait{ID: con.ID, For: engine.WaitQueue}) // refused when it does not replicate
			cancel()
		}
	}
	_, _ = c.Do(t.Context(), engine.ReleaseTarget{Target: "beta"}) // refused unless it is held
	from, to := filepath.Join(s.data, "moved from"), filepath.Join(s.data, "moved to")
	must(t, os.WriteFile(filepath.Join(s.stage, "new"), content(7, 5000), 0o644))
	must(t, os.Rename(filepath.Join(s.stage, "new"), from))
	quiet()
	must(t, os.Rename(from, to))
	quiet()
}

// victimOperation asks for something that changes the state.
func victimOperation(t *testing.T, c engine.Client, rnd *rand.Rand, dir string) {
	list := call(t, c, engine.FindConnections{})
	if len(list) < 2 {
		id := call(t, c, engine.Connect{Source: "alpha", Repset: "s", Target: "beta", Mapping: engine.Mapping{Kind: engine.MapBase, Base: engine.Path(fmt.Sprintf("/copy%d", len(list)))},
			Mirror: &engine.MirrorOptions{}, Replicate: true, Orphans: true})
		tell(t, dir, id.String())
		return
	}
	id := list[rnd.IntN(len(list))].ID
	var ops []engine.Op
	switch rnd.IntN(6) {
	case 0:
		ops = []engine.Op{engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: rnd.IntN(2) == 0}}}
	case 1:
		ops = []engine.Op{engine.ReplicationStop{ID: id}, engine.ReplicationStart{ID: id}, engine.MirrorStart{ID: id, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent}}}
	case 2:
		ops = []engine.Op{engine.HoldTarget{Target: "beta"}}
	case 3:
		ops = []engine.Op{engine.ReleaseTarget{Target: "beta"}}
	case 4:
		ops = []engine.Op{engine.CreateSnapshot{ID: id, Label: "kept"}, engine.DeleteSnapshot{ID: id, Label: "kept"}}
	case 5:
		ops = []engine.Op{engine.MirrorStop{ID: id}, engine.MirrorStart{ID: id}}
	}
	for _, op := range ops {
		// Some are refused, as when a mirror runs already, or wait for what a held target holds up; what counts is what they leave.
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		_, _ = c.Do(ctx, op)
		cancel()
	}
}

package agent_test

// This file tests what settings change.

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/agent"
)

// guideSettings are the names of the guide's settings.
const guideSettings = `AcquireDataRetryLimit ActivationCode AdapterFlags AddOnCodes Advertisement AllFailover AllMustFail ArchiveExclusionDirectories AutoReconnect
	AutoRemirror AutoRemirrorRetry AutoRetransmit BackupDir CalculateByVolume MaxDriverPagefileSize MaxLogFileSize MaxLogPathname MaxNumberofLogFiles
	MaxRemoveOrphansOpSize MaxRetry MaxWriteChunkSize MemoryAllocatorCallbackMode MemoryQueueToDiskThreshold MinCompressionFileSize MirrorChunkSize
	MirrorEncryptedFiles MirrorOverwrite MirrorPrompting MirrorQueueLimit MirrorZeroKFiles MissedHeartbeats MissedPackets MoveOrphanedFiles QmemoryBufferMax
	QJournalDir MoveOrphansDir`

// TestEverySettingAnswers: each has a value that can be set again, or is refused by name with a reason.
func TestEverySettingAnswers(t *testing.T) { onBoth(t, testEverySettingAnswers) }

func testEverySettingAnswers(t *testing.T, s *sandbox) {
	works := 0
	for _, label := range strings.Fields(guideSettings) {
		got, err := engine.Call(t.Context(), s.Agent, engine.GetSetting{Machine: "alpha", Label: strings.ToUpper(label)})
		var e *engine.Error
		switch {
		case err == nil && label == "QJournalDir": // where the queues lie cannot be changed
			s.fails(engine.CodeBadParameter, engine.SaveSetting{Machine: "alpha", Label: label, Value: got.Value})
		case err == nil:
			works++
			if got.Label != label || got.Value != got.Default {
				t.Errorf("%s: %+v", label, got)
			}
			must(t, s, engine.SaveSetting{Machine: "alpha", Label: label, Value: got.Value})
			s.fails(engine.CodeBadParameter, engine.SaveSetting{Machine: "alpha", Label: label, Value: "many"})
		case !errors.As(err, &e) || e.Code != engine.CodeUnsupported || e.Subject != label || e.Cause == nil:
			t.Errorf("%s: %v", label, err)
		default:
			s.fails(engine.CodeUnsupported, engine.SaveSetting{Machine: "alpha", Label: label, Value: "1"})
		}
	}
	if want := map[bool]int{true: 17, false: 5}[s.native]; works < want {
		t.Errorf("only %d settings work, want %d", works, want)
	}
}

func TestMirrorOverwrite(t *testing.T) { onBoth(t, testMirrorOverwrite) }

func testMirrorOverwrite(t *testing.T, s *sandbox) {
	id := s.connect(false)
	s.file("alpha/data/one", "newer on the source\n")
	s.file("beta/copy/sub/two", "newer in the copy\n")
	later := time.Now().Add(time.Hour)
	for _, name := range []string{"alpha/data/one", "beta/copy/sub/two"} {
		if err := os.Chtimes(s.path(name), later, later); err != nil {
			t.Fatal(err)
		}
	}
	must(t, s, engine.SaveSetting{Machine: "Alpha", Label: "mirroroverwrite", Value: "2"})
	must(t, s, engine.MirrorStart{ID: id})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.read("beta/copy/one") != "newer on the source\n" || s.read("beta/copy/sub/two") != "newer in the copy\n" {
		t.Errorf("MirrorOverwrite = 2: %q, %q", s.read("beta/copy/one"), s.read("beta/copy/sub/two"))
	}
	must(t, s, engine.SaveSetting{Machine: "alpha", Label: "MirrorOverwrite", Value: "1"})
	must(t, s, engine.MirrorStart{ID: id})
	must(t, s, engine.Wait{ID: id, For: engine.WaitMirror})
	if s.read("beta/copy/sub/two") != "world\n" {
		t.Errorf("MirrorOverwrite = 1: %q", s.read("beta/copy/sub/two"))
	}
}

func TestLogKeepsItsBounds(t *testing.T) {
	s := newSandbox(t)
	log := s.path("state/own.log")
	a, err := agent.New(s.Agent.Client, agent.Config{File: s.path("state/own.json"), Log: log, Clock: s.clock})
	if err != nil {
		t.Fatal(err)
	}
	set := func(label, value string) {
		t.Helper()
		if _, err := a.Do(t.Context(), engine.SaveSetting{Machine: "beta", Label: label, Value: value}); err != nil {
			t.Fatal(err)
		}
	}
	set("MaxLogFileSize", "1024")
	set("MaxNumberofLogFiles", "3")
	if got, err := engine.Call(t.Context(), a, engine.GetSetting{Machine: "alpha", Label: "MaxLogFileSize"}); err != nil || got.Value != "1024" {
		t.Errorf("the log is one for all machines: %+v, %v", got, err)
	}
	// A failover tells one line.
	turn := func() {
		for range 12 {
			for _, op := range []engine.Op{engine.Failover{Source: "alpha", Target: "beta"}, engine.Failback{Source: "alpha", Target: "beta"}} {
				if _, err := a.Do(t.Context(), op); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	sizes := func() (all []int64) {
		for i := range 5 {
			name := log
			if i > 0 {
				name += fmt.Sprintf(".%d", i)
			}
			if info, err := os.Stat(name); err == nil {
				all = append(all, info.Size())
			}
		}
		return all
	}
	for range 4 {
		turn()
	}
	got := sizes()
	if len(got) != 3 {
		t.Fatalf("%d logs, want 3: %v", len(got), got)
	}
	for i, n := range got {
		if n > 1024 || n == 0 || i > 0 && n < 700 {
			t.Errorf("log %d has %d bytes", i, n)
		}
	}
	set("MaxNumberofLogFiles", "1")
	turn()
	if got := sizes(); len(got) != 1 {
		t.Errorf("%d logs, want 1: %v", len(got), got)
	}
	if text := s.read("state/own.log"); !strings.Contains(text, "beta stands in for alpha") || strings.Count(text, "\n") < 2 {
		t.Errorf("the log holds %q", text)
	}
}

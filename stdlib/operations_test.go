package stdlib

// This file tests which operations commands become, with an engine that only writes them down.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

// A scribe is an engine that writes operations down and answers as told, else with the zero result.
type scribe struct {
	ops    []engine.Op
	answer func(engine.Op) (engine.Result, error)
	events []engine.Event
	closed int
}

func (s *scribe) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	s.ops = append(s.ops, op)
	if s.answer != nil {
		if r, err := s.answer(op); r != nil || err != nil {
			return r, err
		}
	}
	switch op := op.(type) {
	case engine.Login:
		return engine.AccessFull, nil
	case engine.ListMachines:
		return engine.MachineList{}, nil
	case engine.Version:
		return engine.VersionInfo{}, nil
	case engine.GetRepset:
		return nil, &engine.Error{Code: engine.CodeNoRepset, Subject: op.Repset}
	case engine.ListRepsets:
		return engine.RepsetList{}, nil
	case engine.CalculateRepset:
		return engine.Size{}, nil
	case engine.Connect:
		return engine.ConnectionID(7), nil
	case engine.Disconnect:
		return engine.Disconnected{IDs: []engine.ConnectionID{op.ID}, Settled: op.Settle}, nil
	case engine.FindConnections:
		return engine.ConnectionList{}, nil
	case engine.GetConnection:
		return engine.ConnectionStatus{Connection: engine.Connection{ID: op.ID}}, nil
	case engine.Wait:
		return engine.ConnectionStatus{Connection: engine.Connection{ID: op.ID}}, ctx.Err()
	}
	return engine.Done{}, nil
}

func (s *scribe) Events(ctx context.Context, f engine.Filter) iter.Seq2[engine.Event, error] {
	return func(yield func(engine.Event, error) bool) {
		for _, e := range s.events {
			if f.Match(e) && !yield(e, nil) {
				return
			}
		}
		<-ctx.Done()
	}
}

func (s *scribe) Close() error { s.closed++; return nil }

// dictate runs a script against a scribe and returns what it wrote and its exit status.
func dictate(t testing.TB, s *scribe, cfg Config, script string) (out string, exit int) {
	t.Helper()
	var text bytes.Buffer
	cfg.Engine = s
	cfg.Runtime.Stdin, cfg.Runtime.Stdout, cfg.Runtime.Stderr = strings.NewReader(""), &text, &text
	in := NewInterp(cfg)
	exit, err := in.Run(context.Background(), source.NewFile("t.smr", script))
	if err != nil {
		in.complain(err)
	}
	return text.String(), exit
}

// last returns the last operation that is not a question about a machine's name.
func (s *scribe) last() engine.Op {
	for i := len(s.ops) - 1; i >= 0; i-- {
		if _, ok := s.ops[i].(engine.Version); !ok {
			return s.ops[i]
		}
	}
	return nil
}

func base(p engine.Path) engine.Mapping { return engine.Mapping{Kind: engine.MapBase, Base: p} }

func pairs(paths ...engine.Path) engine.Mapping {
	m := engine.Mapping{Kind: engine.MapCustom}
	for i := 0; i < len(paths); i += 2 {
		m.Pairs = append(m.Pairs, engine.PathPair{Source: paths[i], Target: paths[i+1]})
	}
	return m
}

func TestOperations(t *testing.T) {
	all, different := engine.MirrorOptions{Kind: engine.MirrorAll}, engine.MirrorOptions{Kind: engine.MirrorDifferent}
	orphans := engine.MirrorOptions{Kind: engine.MirrorAll, Orphans: true}
	full := engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true, Checksum: true, Orphans: true}
	connect := func(edit func(*engine.Connect)) engine.Connect {
		op := engine.Connect{Source: "alpha", Repset: "db", Target: "beta", Mirror: &all, Replicate: true}
		edit(&op)
		return op
	}
	exact, one := engine.Mapping{Kind: engine.MapExact}, base("/one")
	for _, c := range []struct {
		script string
		want   engine.Op
	}{
		{`login beta;`, engine.Login{Machine: "beta"}},
		{`LOGON "beta.example.org" admin "x y";`, engine.Login{Machine: "beta.example.org", User: "admin", Password: engine.NewSecret("x y")}},
		{`logout beta;`, engine.Logout{Machine: "beta"}},
		{`ping 10.0.0.7;`, engine.Ping{Machine: "10.0.0.7"}},
		{`machines;`, engine.ListMachines{}},
		{`version beta;`, engine.Version{Machine: "beta"}},

		{`repset list;`, engine.ListRepsets{Source: "alpha"}},
		{`repset create db; repset rule add "d:\" include to db; repset rule add 'c:\x\*.tmp' exclude, norec; repset save;`,
			engine.SaveRepset{Repset: engine.Repset{Source: "alpha", Name: "db", Rules: []engine.Rule{{Path: `d:\`}, {Path: `c:\x\*.tmp`, Exclude: true, NoRecurse: true}}}}},
		{`repset delete db;`, engine.DeleteRepset{Source: "alpha", Repset: "db"}},
		{`repset copy db to "db two";`, engine.CopyRepset{Source: "alpha", Repset: "db", To: "db two"}},
		{`repset rename db to db2;`, engine.RenameRepset{Source: "alpha", Repset: "db", To: "db2"}},
		{`repset calculate db;`, engine.CalculateRepset{Source: "alpha", Repset: "db"}},

		{`connect db to beta;`, connect(func(*engine.Connect) {})},
		{`connect db to beta map exact;`, connect(func(op *engine.Connect) { op.Mapping = exact })},
		{`connect db to beta map base "/one" nomirror noreplicate;`, connect(func(op *engine.Connect) { op.Mapping, op.Mirror, op.Replicate = one, nil, false })},
		{`connect db to beta map "d:\" to "e:\backup", /srv to /copy;`, connect(func(op *engine.Connect) { op.Mapping = pairs(`d:\`, `e:\backup`, "/srv", "/copy") })},
		{`connect db to beta mirror;`, connect(func(*engine.Connect) {})},
		{`connect db to beta mirror all, orphans;`, connect(func(op *engine.Connect) { op.Mirror, op.Orphans = &orphans, true })},
		{`connect db to beta mirror different;`, connect(func(op *engine.Connect) { op.Mirror = &different })},
		{`connect db to beta mirror different, newer, checksum, orphans replicate;`, connect(func(op *engine.Connect) { op.Mirror, op.Orphans = &full, true })},
		{`connect db to beta mirror different, newer, checksum replicate, orphans;`, connect(func(op *engine.Connect) { op.Mirror, op.Orphans = &full, true })},
		{`connect db to beta mirror different newer checksum noreplicate orphans;`, connect(func(op *engine.Connect) { op.Mirror, op.Orphans, op.Replicate = &full, true, false })},
		{`connect db to beta orphans replicate noorphans;`, connect(func(*engine.Connect) {})},
		{`CONNECT db TO beta MAP BASE "/one" MIRROR DIFFERENT;`, connect(func(op *engine.Connect) { op.Mapping, op.Mirror = one, &different })},
		{`my ($set, $to, $p) = ("db", "beta", "/one"); connect $set to $to map base "$p";`, connect(func(op *engine.Connect) { op.Mapping = one })},

		{`disconnect 3;`, engine.Disconnect{ID: 3, Settle: true}},
		{`disconnect 3 alpha;`, engine.Disconnect{ID: 3, Source: "alpha", Settle: true}},
		{`disconnect *;`, engine.Disconnect{All: true, Source: "alpha", Settle: true}},
		{`disconnect * gamma nosettle;`, engine.Disconnect{All: true, Source: "gamma"}},
		{`disconnect 3 timeout=2 minutes;`, engine.Disconnect{ID: 3, Settle: true, SettleTimeout: 2 * time.Minute}},

		{`my @a = conid;`, engine.FindConnections{Source: "alpha", Target: "beta"}},
		{`my @a = conid db to gamma from delta;`, engine.FindConnections{Source: "delta", Target: "gamma", Repset: "db"}},
		{`my @a = find con db map base "/one";`, engine.FindConnections{Source: "alpha", Target: "beta", Repset: "db", Mapping: &one}},
		{`my @a = find connection map exact;`, engine.FindConnections{Source: "alpha", Target: "beta", Mapping: &exact}},

		{`mirror start 3;`, engine.MirrorStart{ID: 3, Options: all}},
		{`mirror start 3 alpha different, newer, checksum, orphans;`, engine.MirrorStart{ID: 3, Source: "alpha", Options: full}},
		{`mirror stop 3;`, engine.MirrorStop{ID: 3}},
		{`mirror pause 3 alpha;`, engine.MirrorPause{ID: 3, Source: "alpha"}},
		{`mirror resume "3";`, engine.MirrorResume{ID: 3}},
		{`replication start 3;`, engine.ReplicationStart{ID: 3}},
		{`replication stop 3 alpha;`, engine.ReplicationStop{ID: 3, Source: "alpha"}},
		{`wait on mirror 3;`, engine.Wait{ID: 3, For: engine.WaitMirror}},
		{`wait on queue 3 timeout = 90;`, engine.Wait{ID: 3, For: engine.WaitQueue, Timeout: 90 * time.Second}},
		{`my $t = 2; wait on mirror 3 timeout=$t hours;`, engine.Wait{ID: 3, For: engine.WaitMirror, Timeout: 2 * time.Hour}},
		{`status con 3;`, engine.GetConnection{ID: 3}},
		{`status;`, engine.FindConnections{}},
		{`status source;`, engine.FindConnections{Source: "alpha"}},
		{`status target gamma;`, engine.FindConnections{Target: "gamma"}},
		{`status gamma;`, engine.FindConnections{Target: "gamma"}},
	} {
		s := &scribe{}
		out, exit := dictate(t, s, Config{}, "source alpha; target beta; "+c.script)
		if exit != 0 {
			t.Errorf("%s: exit %d: %s", c.script, exit, out)
		}
		got := s.last()
		if v, ok := c.want.(engine.Version); ok {
			got, _ = s.ops[len(s.ops)-1].(engine.Version)
			c.want = v
		}
		if diff := cmp.Diff(c.want, got, cmp.Comparer(engine.Secret.Equal)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.script, diff)
		}
	}
}

func TestNothingCurrent(t *testing.T) {
	for script, code := range map[string]string{
		`repset create db;`:                            "-104",
		`repset list;`:                                 "-104",
		`repset display;`:                              "-104",
		`source alpha; repset display;`:                "-124",
		`source alpha; repset rule add "/x";`:          "-124",
		`source alpha; repset calculate;`:              "-124",
		`connect db to beta;`:                          "-104",
		`disconnect *;`:                                "-104",
		`status source;`:                               "-104",
		`status target;`:                               "-131",
		`source "";`:                                   "-101",
		`my $u; disconnect $u;`:                        "-183",
		`$e = ""; disconnect $e;`:                      "-183",
		`$e = "three"; mirror start $e;`:               "-183",
		`my $t = "soon"; wait on mirror 3 timeout=$t;`: "-101",
		`source alpha; repset create "";`:              "-101",
	} {
		out, exit := dictate(t, &scribe{}, Config{}, script)
		if exit != 1 || !strings.Contains(out, "("+code+")") {
			t.Errorf("%s: exit %d, want %s: %s", script, exit, code, out)
		}
	}
}

func TestResults(t *testing.T) {
	con := engine.Connection{ID: 4, Source: "alpha", Target: "beta", Repset: "db"}
	other := con
	other.ID = 9
	answers := func(op engine.Op) (engine.Result, error) {
		switch op.(type) {
		case engine.Login:
			return engine.AccessNone, nil
		case engine.FindConnections:
			return engine.ConnectionList{con, other}, nil
		case engine.ListRepsets:
			return engine.RepsetList{{Repset: engine.Repset{Name: "a"}, Connections: 2}, {Repset: engine.Repset{Name: "b"}}}, nil
		case engine.ListMachines:
			return engine.MachineList{{Name: "alpha", Driver: "embedded", Online: true, Address: "/x", Access: engine.AccessFull}}, nil
		case engine.CalculateRepset:
			return engine.Size{Bytes: 0, Files: 1, Folders: 2, Errors: 1}, nil
		case engine.Disconnect:
			return engine.Disconnected{IDs: []engine.ConnectionID{4, 9}, Reason: "connection 4: it never held still"}, nil
		}
		return nil, nil
	}
	for _, c := range []struct{ script, want string }{
		{`$x = login a; write "$x ", $x ? "in" : "out";`, "User access level set to DT_NO_ACCESS\n0 out\n"},
		{`$x = conid; @x = conid; write "$x: @x";`, "9: 4 9\n"},
		{`source s; $n = repset list; @n = repset list; write "$n @n";`, "- List of rep sets -\na                                enabled\nb                                disabled\n" +
			"- List of rep sets -\na                                enabled\nb                                disabled\n2 a b\n"},
		{`@m = machines; write "@m";`, "Machine  Engine    State   Access          Address\nalpha    embedded  online  DT_FULL_ACCESS  /x\nalpha\n"},
		{`source s; $b = repset calculate db; write "[$b]", $b ? " done" : " failed";`, "db: 0 bytes in 1 file, 2 folders\n1 entry could not be read\n[0] done\n"},
		{`source s; $d = disconnect *; write "[$d]", $d ? " true" : " false";`, "Connections 4, 9 ended, copy not settled: connection 4: it never held still\n[0] true\n"},
		{`source s; @d = disconnect *; write "@d";`, "Connections 4, 9 ended, copy not settled: connection 4: it never held still\n4 9\n"},
		{`$s = status; write "= $s";`, "beta\n  ID  Set  Source  Transmit  Mirror  Replication  Target state  Map\n  4   db   alpha             Idle    Stopped                    exact\n" +
			"  9   db   alpha             Idle    Stopped                    exact\n= 2\n"},
	} {
		s := &scribe{answer: answers}
		s.answer = func(op engine.Op) (engine.Result, error) {
			if get, ok := op.(engine.GetConnection); ok {
				con := con
				con.ID = get.ID
				return engine.ConnectionStatus{Connection: con}, nil
			}
			return answers(op)
		}
		if got, _ := dictate(t, s, Config{}, c.script); got != c.want {
			t.Errorf("%s\ngot:  %q\nwant: %q", c.script, got, c.want)
		}
	}
}

func TestFailureIsAValue(t *testing.T) {
	s := &scribe{answer: func(op engine.Op) (engine.Result, error) {
		if _, ok := op.(engine.MirrorStart); ok {
			return nil, &engine.Error{Code: engine.CodeMirroring, Subject: "connection 3", Cause: errors.New("since noon")}
		}
		return nil, nil
	}}
	out, exit := dictate(t, s, Config{Runtime: runtime.Config{Report: func(d *diagnostic) {}}},
		`$@ = "as it was"; $x = mirror start 3; write "$x|", $x + 0, "|", $! + 0, "|$!|$@|", $x ? "true" : "false"; mirror start 3 or write "no: $!";`)
	if want := "-108|-108|-108|connection 3: a mirror is running: since noon|as it was|false\nno: connection 3: a mirror is running: since noon\n"; out != want || exit != 0 {
		t.Errorf("exit %d\ngot:  %q\nwant: %q", exit, out, want)
	}
}

// TestOperationsSurviveTheWire makes sure that everything that commands send can be written down and read again.
func TestOperationsSurviveTheWire(t *testing.T) {
	s := &scribe{}
	dictate(t, s, Config{}, `source alpha; repset create s; repset rule add "/x"; repset save; connect s to beta map "/x" to "/y" mirror different; disconnect *; conid; status con 3;`)
	if len(s.ops) < 6 {
		t.Fatalf("only %d operations", len(s.ops))
	}
	for _, op := range s.ops {
		if _, err := json.Marshal(op); err != nil {
			t.Errorf("%s: %v", op.Name(), err)
		}
	}
}

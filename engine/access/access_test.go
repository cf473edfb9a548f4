package access

// This file tests what sessions may do.

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"

	"github.com/smrscript/smrscript/engine"
)

// A world is an engine with two machines and two connections that trusts everybody, and notes what reaches it.
type world struct {
	ops    []engine.Op
	events []engine.Event
	block  chan struct{} // waits are answered when it is closed
}

func (w *world) Do(ctx context.Context, op engine.Op) (engine.Result, error) {
	w.ops = append(w.ops, op)
	cons := engine.ConnectionList{{ID: 1, Source: "Alpha", Target: "beta"}, {ID: 2, Source: "beta", Target: "Alpha"}}
	switch op := op.(type) {
	case engine.Login:
		if strings.EqualFold(op.Machine, "nowhere") {
			return nil, &engine.Error{Code: engine.CodeNoMachine, Subject: op.Machine}
		}
		return engine.AccessFull, nil
	case engine.ListMachines:
		return engine.MachineList{{Name: "Alpha", Access: engine.AccessFull}, {Name: "beta", Access: engine.AccessFull}}, nil
	case engine.FindConnections:
		list := engine.ConnectionList{}
		for _, c := range cons {
			if (op.ID == 0 || op.ID == c.ID) && (op.Source == "" || strings.EqualFold(op.Source, c.Source)) {
				list = append(list, c)
			}
		}
		return list, nil
	case engine.Wait:
		if w.block != nil {
			select {
			case <-w.block:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
	}
	return engine.ZeroResult(op)
}

func (w *world) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] {
	return func(yield func(engine.Event, error) bool) {
		for _, e := range w.events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func (w *world) Close() error { return nil }

func newKeeper(t *testing.T, w *world, change ...func(*Config)) *Keeper {
	t.Helper()
	h, err := hash(engine.NewSecret("right"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	cfg := Config{Machines: []string{"Alpha", "beta"}, Users: map[string]User{
		"admin":   {Hash: h, Access: engine.AccessFull},
		"watcher": {Password: engine.NewSecret("look"), Access: engine.AccessMonitor},
	}}
	for _, f := range change {
		f(&cfg)
	}
	k, err := New(w, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func login(t *testing.T, s *Session, machine, user, password string) engine.AccessLevel {
	t.Helper()
	level, err := engine.Call(t.Context(), s, engine.Login{Machine: machine, User: user, Password: engine.NewSecret(password)})
	if err != nil {
		t.Fatal(err)
	}
	return level
}

func TestLogin(t *testing.T) {
	k := newKeeper(t, &world{})
	for _, c := range []struct {
		user, password string
		want           engine.AccessLevel
	}{
		{"admin", "right", engine.AccessFull}, {"watcher", "look", engine.AccessMonitor},
		{"admin", "wrong", engine.AccessNone}, {"admin", "", engine.AccessNone}, {"admin", strings.Repeat("right", 30), engine.AccessNone},
		{"watcher", "right", engine.AccessNone}, {"nobody", "right", engine.AccessNone}, {"nobody", "", engine.AccessNone}, {"", "", engine.AccessNone},
	} {
		s := k.Session("test")
		if got := login(t, s, "ALPHA", c.user, c.password); got != c.want || s.Highest() != c.want {
			t.Errorf("%s with %q: %v and %v, want %v", c.user, c.password, got, s.Highest(), c.want)
		}
	}
	s := k.Session("test")
	if _, err := s.Do(t.Context(), engine.Login{Machine: "nowhere", User: "admin", Password: engine.NewSecret("right")}); engine.CodeOf(err) != engine.CodeNoMachine {
		t.Errorf("a machine that is not there: %v", err)
	}
	if s.Highest() != engine.AccessNone {
		t.Error("a login on a machine that is not there counts")
	}
}

// TestNextMachine makes sure that a password which was right is known for the session only, and that another one is not taken for it.
func TestNextMachine(t *testing.T) {
	k := newKeeper(t, &world{})
	s := k.Session("test")
	for _, c := range []struct {
		machine, password string
		want              engine.AccessLevel
	}{{"alpha", "right", engine.AccessFull}, {"beta", "right", engine.AccessFull}, {"beta", "wrong", engine.AccessNone}, {"beta", "", engine.AccessNone},
		{"beta", "right", engine.AccessFull}} {
		if got := login(t, s, c.machine, "admin", c.password); got != c.want || s.level(c.machine) != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	if got := login(t, s, "alpha", "watcher", "right"); got != engine.AccessNone {
		t.Errorf("another user with the same password: %v", got)
	}
	s.Close()
	if len(s.proved) != 0 || len(k.Session("test").proved) != 0 {
		t.Error("what was proved outlives the session")
	}
}

// TestPasswordsStayHere makes sure that the engine never sees a password.
func TestPasswordsStayHere(t *testing.T) {
	w := &world{}
	login(t, newKeeper(t, w).Session("test"), "alpha", "admin", "right")
	for _, op := range w.ops {
		if l, ok := op.(engine.Login); !ok || l.User != "" || !l.Password.IsZero() {
			t.Errorf("the engine got %#v", op)
		}
	}
}

// TestNothingWithoutLogin makes sure that every operation there is, and every one that is added later, needs a login.
func TestNothingWithoutLogin(t *testing.T) {
	free := map[string]bool{"login": true, "logout": true, "ping": true, "machines": true, "version": true, "find-connections": true}
	w := &world{}
	k := newKeeper(t, w)
	for _, name := range engine.OpNames() {
		for _, fields := range []string{"", `"source":"alpha"`, `"machine":"alpha"`, `"target":"beta"`, `"id":1`, `"repset":{"source":"alpha"}`, `"monitor":{"source":"alpha"}`,
			`"script":{"id":1}`, `"all":true,"source":"alpha"`} {
			op, err := engine.DecodeOp([]byte(`{"op":"` + name + `","args":{` + fields + `}}`))
			if err != nil {
				continue // it has no such field
			}
			s := k.Session("test")
			w.ops = nil
			_, err = s.Do(t.Context(), op)
			code := engine.CodeOf(err)
			refused := code == engine.CodeSourceAccess || code == engine.CodeTargetAccess
			if refused == free[name] {
				t.Errorf("%s {%s} without a login: %v", name, fields, err)
			}
			s.set("beta", "watcher", engine.AccessMonitor)
			s.set("alpha", "watcher", engine.AccessMonitor)
			_, err = s.Do(t.Context(), op)
			if op.Effect() != engine.Read && !errors.Is(err, engine.CodeSourceAccess) && !errors.Is(err, engine.CodeTargetAccess) {
				t.Errorf("%s {%s} by one who may only look: %v", name, fields, err)
			}
			if op.Effect() == engine.Read && err != nil {
				t.Errorf("%s {%s} is refused to one who may look: %v", name, fields, err)
			}
			s.set("beta", "admin", engine.AccessFull)
			s.set("alpha", "admin", engine.AccessFull)
			if _, err = s.Do(t.Context(), op); err != nil {
				t.Errorf("%s {%s} is refused to one who may do everything: %v", name, fields, err)
			}
		}
	}
}

func TestLevelsByMachine(t *testing.T) {
	const none, monitor, full = engine.AccessNone, engine.AccessMonitor, engine.AccessFull
	for _, c := range []struct {
		op          engine.Op
		alpha, beta engine.AccessLevel
		want        engine.Code
	}{
		{engine.GetConnection{ID: 1}, monitor, none, 0},
		{engine.GetConnection{ID: 1}, none, full, engine.CodeSourceAccess},
		{engine.GetConnection{ID: 1, Source: "alpha"}, monitor, none, 0},
		{engine.GetConnection{ID: 1, Source: "beta"}, full, none, engine.CodeSourceAccess}, // not its source: no way round
		{engine.GetConnection{ID: 99}, none, none, 0},                                      // the engine says that there is none
		{engine.MirrorStart{ID: 1}, full, monitor, engine.CodeTargetAccess},
		{engine.MirrorStart{ID: 1}, full, full, 0},
		{engine.MirrorStart{ID: 2}, monitor, full, engine.CodeTargetAccess},
		{engine.Wait{ID: 1, For: engine.WaitMirror}, monitor, none, 0},
		{engine.Wait{ID: 1, For: engine.WaitConsistent}, full, monitor, engine.CodeTargetAccess},
		{engine.Verify{ID: 1}, monitor, none, 0},
		{engine.Verify{ID: 1, Sync: true}, monitor, full, engine.CodeSourceAccess},
		{engine.Disconnect{All: true, Source: "alpha"}, full, monitor, engine.CodeTargetAccess},
		{engine.Disconnect{All: true, Source: "alpha"}, full, full, 0},
		{engine.Disconnect{All: true, Source: "nowhere"}, none, none, 0},
		{engine.HoldTarget{Target: "beta"}, none, full, 0},
		{engine.HoldTarget{Source: "alpha", Target: "beta"}, monitor, full, 0},
		{engine.HoldTarget{Source: "alpha", Target: "beta"}, none, full, engine.CodeSourceAccess},
		{engine.SetOrphanPolicy{Target: "beta"}, full, monitor, engine.CodeTargetAccess},
		{engine.SaveMonitor{Monitor: engine.Monitor{Source: "alpha", Target: "beta"}}, full, none, engine.CodeTargetAccess},
		{engine.SaveScript{Script: engine.Script{ID: 1}}, full, none, engine.CodeTargetAccess},
		{engine.DeleteScripts{}, full, none, 0},
		{engine.DeleteScripts{}, monitor, monitor, engine.CodeSourceAccess},
		{engine.GetNotices{}, none, monitor, 0},
	} {
		s := newKeeper(t, &world{}).Session("test")
		s.set("alpha", "x", c.alpha)
		s.set("beta", "x", c.beta)
		_, err := s.Do(t.Context(), c.op)
		if got := engine.CodeOf(err); got != c.want {
			t.Errorf("%s %+v with %v, %v: %d (%v), want %d", c.op.Name(), c.op, c.alpha, c.beta, got, err, c.want)
		}
		var e *engine.Error
		if err != nil && (!errors.As(err, &e) || e.Op != c.op.Name() || e.Subject == "" && len(s.levels) == 0) {
			t.Errorf("%s: the error %#v says too little", c.op.Name(), err)
		}
	}
}

func TestWhatIsShown(t *testing.T) {
	w := &world{events: []engine.Event{{Seq: 1, Source: "alpha"}, {Seq: 2, Source: "beta"}, {Seq: 3}}}
	s := newKeeper(t, w).Session("test")
	login(t, s, "alpha", "watcher", "look")
	cons, err := engine.Call(t.Context(), s, engine.FindConnections{})
	if err != nil || len(cons) != 1 || cons[0].ID != 1 {
		t.Errorf("connections %v, %v", cons, err)
	}
	machines, err := engine.Call(t.Context(), s, engine.ListMachines{})
	if err != nil || len(machines) != 2 || machines[0].Access != engine.AccessMonitor || machines[1].Access != engine.AccessNone {
		t.Errorf("machines %v, %v", machines, err)
	}
	var seen []uint64
	for e, err := range s.Events(t.Context(), engine.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, e.Seq)
	}
	if len(seen) != 2 || seen[0] != 1 || seen[1] != 3 {
		t.Errorf("events %v", seen)
	}
}

func TestLogoutAndClose(t *testing.T) {
	w := &world{block: make(chan struct{})}
	s := newKeeper(t, w).Session("test")
	login(t, s, "alpha", "admin", "right")
	if _, err := s.Do(t.Context(), engine.Logout{Machine: "Alpha"}); err != nil || s.Highest() != engine.AccessNone {
		t.Errorf("logout: %v, %v", err, s.Highest())
	}
	login(t, s, "alpha", "admin", "right")
	ended := make(chan error, 1)
	go func() {
		_, err := s.Do(context.Background(), engine.Wait{ID: 1, For: engine.WaitMirror})
		ended <- err
	}()
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Error(err)
	}
	if err := <-ended; engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("what was waiting: %v", err)
	}
	if _, err := s.Do(t.Context(), engine.Ping{Machine: "alpha"}); engine.CodeOf(err) != engine.CodeNoAnswer || s.Highest() != engine.AccessNone {
		t.Errorf("after the end: %v, %v", err, s.Highest())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newKeeper(t, w).Session("").Do(ctx, engine.ListMachines{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := s.Do(t.Context(), nil); engine.CodeOf(err) != engine.CodeBadParameter {
		t.Errorf("no operation: %v", err)
	}
}

func TestWithoutUsers(t *testing.T) {
	k := newKeeper(t, &world{}, func(c *Config) { c.Users = nil })
	s := k.Session("test")
	if _, err := s.Do(t.Context(), engine.MirrorStart{ID: 1}); err != nil || !k.Open() || s.Highest() != engine.AccessFull {
		t.Errorf("%v, %v", err, s.Highest())
	}
	if level, err := s.Authenticate(t.Context(), "any", engine.NewSecret("thing")); level != engine.AccessFull || err != nil {
		t.Errorf("%v, %v", level, err)
	}
}

// TestDelegated leaves the logins of a machine to the engine.
func TestDelegated(t *testing.T) {
	w := &world{}
	s := newKeeper(t, w, func(c *Config) { c.Delegated = []string{"beta"} }).Session("test")
	if got := login(t, s, "beta", "theirs", "secret"); got != engine.AccessFull {
		t.Errorf("level %v", got)
	}
	if l, ok := w.ops[0].(engine.Login); !ok || l.User != "theirs" || l.Password.Reveal() != "secret" {
		t.Errorf("the engine got %#v", w.ops)
	}
	if _, err := s.Do(t.Context(), engine.Logout{Machine: "beta"}); err != nil || s.Highest() != engine.AccessNone || len(w.ops) != 2 {
		t.Errorf("logout: %v, %v", err, w.ops)
	}
	if _, err := s.Authenticate(t.Context(), "admin", engine.NewSecret("right")); err != nil || s.level("alpha") != engine.AccessFull || s.level("beta") != engine.AccessNone {
		t.Errorf("authenticated: %v, %v", err, s.levels)
	}
}

func TestLog(t *testing.T) {
	var b bytes.Buffer
	k := newKeeper(t, &world{}, func(c *Config) { c.Log = slog.New(slog.NewTextHandler(&b, nil)) })
	s := k.Session("10.1.2.3")
	login(t, s, "alpha", "admin", "a bad guess")
	login(t, s, "alpha", "admin", "right")
	text := b.String()
	if !strings.Contains(text, `level=WARN msg="login failed" user=admin machine=alpha from=10.1.2.3 failures=1`) || !strings.Contains(text, "level=INFO msg=login user=admin") {
		t.Errorf("log: %s", text)
	}
	if strings.Contains(text, "guess") || strings.Contains(text, "right") {
		t.Errorf("a password is in the log: %s", text)
	}
	if s.User() != "admin" {
		t.Errorf("user %q", s.User())
	}
}

func TestHashes(t *testing.T) {
	for _, c := range []struct{ password, want string }{{"", "empty"}, {strings.Repeat("x", 73), "at most 72"}} {
		if _, err := hash(engine.NewSecret(c.password), bcrypt.MinCost); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.password, err)
		}
	}
	long := strings.Repeat("y", 72)
	h, err := hash(engine.NewSecret(long), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	u := User{Hash: h}
	if !u.is(engine.NewSecret(long)) || u.is(engine.NewSecret(long+"z")) {
		t.Error("the end of a long password does not count")
	}
	if (User{}).is(engine.Secret{}) {
		t.Error("a user without a password can log in")
	}
	if err := CheckHash("secret"); err == nil {
		t.Error("any text is a hash")
	}
	if _, err := New(&world{}, Config{Users: map[string]User{"u": {Hash: "$2a$nonsense"}}}); err == nil || !strings.Contains(err.Error(), `"u"`) {
		t.Errorf("a bad hash: %v", err)
	}
	if got, err := HashPassword(engine.NewSecret("x")); err != nil || CheckHash(got) != nil {
		t.Errorf("%q, %v", got, err)
	}
}

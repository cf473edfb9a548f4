package engine

// This file tests that operations, results and errors survive JSON, and that
// the tables are complete.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// fill sets every field of a value to something that is not zero.
func fill(v reflect.Value, depth int) {
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(time.Date(2026, 1, 2, 3, 4, 5, 678, time.UTC)))
		return
	case v.Type() == reflect.TypeFor[Secret]():
		v.Set(reflect.ValueOf(NewSecret("hidden")))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), depth+1)
		}
	case reflect.String:
		v.SetString("x\xffy" + strings.Repeat("z", depth))
		if v.Type() != reflect.TypeFor[Path]() {
			v.SetString("text é")
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint64:
		v.SetUint(1<<60 + 1)
	case reflect.Int, reflect.Int64:
		v.SetInt(1<<40 + int64(depth))
	}
}

func TestOpsSurviveJSON(t *testing.T) {
	for _, name := range OpNames() {
		zero, ok := NewOp(name)
		if !ok || zero.Name() != name {
			t.Fatalf("NewOp(%q) = %v, %v", name, zero, ok)
		}
		full := reflect.New(reflect.TypeOf(zero)).Elem()
		fill(full, 0)
		for _, op := range []Op{zero, full.Interface().(Op)} {
			data, err := EncodeOpWithSecrets(op)
			if err != nil {
				t.Fatal(err)
			}
			back, err := DecodeOp(data)
			if err != nil || !reflect.DeepEqual(back, op) {
				t.Errorf("%s: %s became %+v, %v", name, data, back, err)
			}
		}
	}
}

func TestResultsSurviveJSON(t *testing.T) {
	for _, k := range kinds() {
		zero, err := k.decodeResult([]byte("null"))
		if err != nil {
			t.Fatalf("%s: %v", k.name, err)
		}
		full := reflect.New(reflect.TypeOf(zero)).Elem()
		fill(full, 0)
		data, err := EncodeResult(full.Interface().(Result))
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeResult(k.name, data)
		if err != nil || !reflect.DeepEqual(back, full.Interface()) {
			t.Errorf("%s: %s became %+v, %v", k.name, data, back, err)
		}
	}
}

func TestNamesAndEffects(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range OpNames() {
		op, _ := NewOp(name)
		if seen[name] || strings.ToLower(name) != name {
			t.Errorf("name %q", name)
		}
		seen[name] = true
		if e := op.Effect(); e != Read && e != Change && e != Destroy {
			t.Errorf("%s has effect %q", name, e)
		}
	}
	orphans := MirrorOptions{Orphans: true}
	for _, tt := range []struct {
		op   Op
		want Effect
	}{
		{Connect{}, Change}, {Connect{Orphans: true}, Destroy}, {Connect{Mirror: &orphans}, Destroy},
		{Connect{Mirror: &MirrorOptions{}}, Change}, {MirrorStart{}, Change}, {MirrorStart{Options: orphans}, Destroy},
		{DeleteRepset{}, Destroy}, {Wait{}, Read}, {Disconnect{}, Change},
	} {
		if got := tt.op.Effect(); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.op, got, tt.want)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, data := range []string{
		``, `null`, `{}`, `[]`, `{"op":"rain"}`, `{"op":"ping","args":{"machine":5}}`, `{"op":"ping","args":{"typo":"x"}}`,
		`{"op":"ping","more":1}`, `{"op":"ping"} {"op":"ping"}`, `{"op":"ping","args":[]}`, `{"op":"connect","args":{"mapping":{"base":{"bytes":"!"}}}}`,
	} {
		if op, err := DecodeOp([]byte(data)); !errors.Is(err, CodeBadParameter) {
			t.Errorf("%s: %v, %v", data, op, err)
		}
	}
	if op, err := DecodeOp([]byte(`{"op":"machines"}`)); err != nil || op != (ListMachines{}) {
		t.Errorf("without args: %v, %v", op, err)
	}
	if _, err := DecodeResult("rain", []byte("1")); err == nil {
		t.Error("result of an unknown operation")
	}
	if _, err := DecodeResult("connect", []byte(`"x"`)); err == nil {
		t.Error("result of a wrong type")
	}
}

func TestSecretIsNeverShown(t *testing.T) {
	s := NewSecret("hidden")
	login := Login{Machine: "m", User: "u", Password: s}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "s", s, "login", login)
	plain, err := EncodeOp(login)
	if err != nil {
		t.Fatal(err)
	}
	shown := []string{log.String(), string(plain), s.String()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		shown = append(shown, fmt.Sprintf(verb, s), fmt.Sprintf(verb, login), fmt.Sprintf(verb, &login), fmt.Sprintf(verb, []Secret{s}))
	}
	for _, text := range shown {
		if strings.Contains(text, "hidden") || strings.Contains(text, fmt.Sprintf("%x", "hidden")) {
			t.Errorf("shown: %s", text)
		}
	}
	if s.Reveal() != "hidden" || !s.Equal(NewSecret("hidden")) || s.Equal(Secret{}) || s.IsZero() {
		t.Error("the secret is lost")
	}
	if err := json.Unmarshal([]byte(`{"hidden":1}`), &s); err == nil || strings.Contains(err.Error(), "hidden") {
		t.Errorf("a wrong secret: %v", err)
	}
}

func TestCodes(t *testing.T) {
	seen := map[Code]bool{}
	names := map[string]bool{}
	last := Code(0)
	for _, info := range Codes() {
		c := info.Code
		if c >= last || seen[c] || names[info.Name] {
			t.Errorf("%d (%s) is out of order or twice", c, info.Name)
		}
		seen[c], names[info.Name], last = true, true, c
		if c.Name() == "" || c.Sentence() == "" || c.Help() == "" || strings.HasSuffix(c.Sentence(), ".") || !strings.HasSuffix(c.Help(), ".") || c.Error() != c.Sentence() {
			t.Errorf("%d: %+v", c, info)
		}
	}
	for _, c := range []Code{-1, -101, -102, -103, -104, -105, -106, -107, -108, -109, -110, -114, -115, -116, -117, -118, -121, -122, -123, -124,
		-125, -126, -130, -131, -136, -138, -139, -140, -142, -144, -145, -150, -152, -153, -155, -162, -178, -183, -201, -202, -203, -204, -209, -210, -211} {
		if !seen[c] {
			t.Errorf("%d is missing", c)
		}
	}
	if info, ok := LookupCode(-999); ok || info.Sentence == "" || info.Name == "" {
		t.Errorf("unknown code: %+v", info)
	}
}

func TestError(t *testing.T) {
	e := &Error{Code: CodeNoConnection, Op: "wait", Subject: "connection 5", Cause: io.ErrUnexpectedEOF}
	wrapped := fmt.Errorf("around: %w", e)
	if !errors.Is(wrapped, CodeNoConnection) || errors.Is(wrapped, CodeTimeout) || !errors.Is(wrapped, io.ErrUnexpectedEOF) {
		t.Error("errors.Is")
	}
	if got := e.Error(); got != "connection 5: there is no such connection: unexpected EOF" {
		t.Error(got)
	}
	if e.Help() != CodeNoConnection.Help() || (&Error{Hint: "so"}).Help() != "so" {
		t.Error("help")
	}
	for err, want := range map[error]Code{nil: 0, io.EOF: CodeFailed, wrapped: CodeNoConnection, CodeTimeout: CodeTimeout} {
		if got := CodeOf(err); got != want {
			t.Errorf("CodeOf(%v) = %d", err, got)
		}
	}
	for _, in := range []*Error{e, {Code: CodeFailed}, {Code: -999, Hint: "h"}} {
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var out Error
		if err := json.Unmarshal(data, &out); err != nil || out.Error() != in.Error() || out.Op != in.Op || out.Help() != in.Help() {
			t.Errorf("%s became %+v, %v", data, out, err)
		}
	}
}

func TestPath(t *testing.T) {
	for _, p := range []Path{"", "/a", "/\xff\n", `d:\x`} {
		data, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var back Path
		if err := json.Unmarshal(data, &back); err != nil || back != p {
			t.Errorf("%q: %s became %q, %v", p, data, back, err)
		}
	}
}

func TestDraft(t *testing.T) {
	d := NewDraft("alpha", "s")
	if !d.Changed() {
		t.Error("a set that was never saved is not changed")
	}
	one := d.AddRule(Rule{Path: "/a"})
	two := one.AddRule(Rule{Path: "/b", Exclude: true})
	if len(d.Rules) != 0 || len(one.Rules) != 1 || len(two.Rules) != 2 {
		t.Errorf("drafts share rules: %v %v %v", d.Rules, one.Rules, two.Rules)
	}
	saved := two.Saved()
	if saved.Changed() {
		t.Error("changed right after saving")
	}
	again := saved.AddRule(Rule{Path: "/a", Exclude: true})
	if want := []Rule{{Path: "/b", Exclude: true}, {Path: "/a", Exclude: true}}; !slices.Equal(again.Rules, want) || !again.Changed() {
		t.Errorf("replacing a rule gives %v", again.Rules)
	}
	less, err := again.RemoveRule("/b")
	if err != nil || len(less.Rules) != 1 || len(again.Rules) != 2 {
		t.Errorf("removing gives %v, %v", less.Rules, err)
	}
	if _, err := less.RemoveRule("/b"); !errors.Is(err, CodeNoRule) {
		t.Errorf("removing twice: %v", err)
	}
	if back := less.Undo(); back.Changed() || !slices.Equal(back.Rules, two.Rules) {
		t.Errorf("undo gives %v", back.Rules)
	}
	if back := one.Undo(); len(back.Rules) != 0 || back.Name != "s" {
		t.Errorf("undo of a new set gives %+v", back)
	}
	if got := (Rule{Path: "/a/*", Exclude: true, NoRecurse: true}).String(); got != "/a/* exc, norec" {
		t.Error(got)
	}
}

func TestMapping(t *testing.T) {
	exact, base := Mapping{Kind: MapExact}, Mapping{Kind: MapBase, Base: "/c"}
	custom := Mapping{Kind: MapCustom, Pairs: []PathPair{{"/a", "/b"}, {"/c", "/d"}}}
	for i, m := range []Mapping{exact, base, custom} {
		for j, n := range []Mapping{{}, {Kind: MapBase, Base: "/c"}, {Kind: MapCustom, Pairs: slices.Clone(custom.Pairs)}} {
			if m.Equal(n) != (i == j) {
				t.Errorf("%v equals %v: %v", m, n, m.Equal(n))
			}
		}
	}
	if exact.String() != "exact" || base.String() != `base "/c"` || custom.String() != `"/a" to "/b", "/c" to "/d"` {
		t.Error(exact, base, custom)
	}
}

// echo answers with fixed values.
type echo struct {
	result Result
	err    error
}

func (e echo) Do(context.Context, Op) (Result, error)                 { return e.result, e.err }
func (e echo) Events(context.Context, Filter) iter.Seq2[Event, error] { return nil }
func (e echo) Close() error                                           { return nil }

func TestCall(t *testing.T) {
	ctx := context.Background()
	if id, err := Call(ctx, echo{result: ConnectionID(7)}, Connect{}); id != 7 || err != nil {
		t.Errorf("%d, %v", id, err)
	}
	if _, err := Call(ctx, echo{result: Done{}}, Connect{}); !errors.Is(err, CodeFailed) {
		t.Errorf("wrong type: %v", err)
	}
	if id, err := Call(ctx, echo{err: CodeTimeout}, Connect{}); id != 0 || err != CodeTimeout {
		t.Errorf("%d, %v", id, err)
	}
	status := ConnectionStatus{Connection: Connection{ID: 3}}
	if s, err := Call(ctx, echo{status, CodeTimeout}, Wait{}); s.ID != 3 || err != CodeTimeout {
		t.Errorf("status beside an error: %+v, %v", s, err)
	}
}

func TestFilter(t *testing.T) {
	e := Event{Kind: EventNote, Connection: 3, Source: "a", Target: "b"}
	for _, tt := range []struct {
		f    Filter
		want bool
	}{
		{Filter{}, true}, {Filter{Connection: 3}, true}, {Filter{Connection: 4}, false}, {Filter{Machine: "a"}, true}, {Filter{Machine: "b"}, true},
		{Filter{Machine: "c"}, false}, {Filter{Kinds: []EventKind{EventNote}}, true}, {Filter{Kinds: []EventKind{EventFailure}}, false},
	} {
		if got := tt.f.Match(e); got != tt.want {
			t.Errorf("%+v: %v", tt.f, got)
		}
	}
	for level, want := range map[AccessLevel]string{0: "DT_NO_ACCESS", 1: "DT_MONITOR_ACCESS", 2: "DT_FULL_ACCESS", 9: "DT_NO_ACCESS"} {
		if level.String() != want {
			t.Errorf("%d is %s", level, level)
		}
	}
	if MirrorIdle.Running() || MirrorState("").Running() || !MirrorPaused.Running() {
		t.Error("running")
	}
}

func FuzzDecodeOp(f *testing.F) {
	for _, name := range OpNames() {
		op, _ := NewOp(name)
		data, _ := EncodeOp(op)
		f.Add(data)
	}
	f.Add([]byte(`{"op":"connect","args":{"mapping":{"base":{"bytes":"/w=="}}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		op, err := DecodeOp(data)
		if err != nil {
			return
		}
		again, err := EncodeOpWithSecrets(op)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := DecodeOp(again); err != nil || back.Name() != op.Name() {
			t.Errorf("%s became %s: %v", data, again, err)
		}
	})
}

package main

// This file tests what the prompt does beyond entries: words with a colon, pasted text, questions before something is destroyed.

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestColonWords(t *testing.T) {
	dir := world(t)
	if err := os.WriteFile("lib.smr", []byte("sub twice { 2 * $_[0] }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	in := strings.Join([]string{":help", "6 * 7", "_ ", ":type [1, 2]", ":time 1", ":load lib.smr", "twice(4)", ":trace", "1", ":trace off", ":jobs", ":paste",
		"if (0) { say 1 }", "else { say 'pasted' }", ".", "ping ?", "?no_such_word", ":nope", ":docs", `login alpha admin "swordfish"`, ":save out.smr",
		"$kept = 1", ":reset", "defined $kept ? 1 : 0", "({ id => 1, n => 'x' }, { n => 'yy', id => 22 })", ":history ping", ":edit 999", ":quit", "99"}, "\n")
	out, errs, exit := invoke(t, in, "repl")
	for _, want := range []string{":time ENTRY", "= 42\n= 42\n", "= reference to an array of 2 entries", "= 8\n", "trace is on", "no mirror is running", "pasted\n", "PING <machine>", "= 0\n", "id  n\n1   x\n22  yy\n"} {
		if exit != 0 || !strings.Contains(out, want) {
			t.Errorf("exit %d, no %q in\n%s", exit, want, out)
		}
	}
	for _, want := range []string{"prompt:", "nothing is called \"no_such_word\"", "there is no :nope", "there is no entry \"999\""} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in\n%s", want, errs)
		}
	}
	if strings.Contains(out, "99") && strings.Contains(out, "= 99") {
		t.Error("it went on after :quit")
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out.smr"))
	if err != nil || !strings.Contains(string(saved), `login alpha admin "******"`) || strings.Contains(string(saved), "swordfish") {
		t.Errorf("saved %v: %s", err, saved)
	}
}

func TestPasting(t *testing.T) {
	for _, c := range []struct{ in, want, expanded string }{
		{"plain\r", "plain\r", "plain\r"},
		{"a" + pasteBegin + "b" + pasteEnd + "c", "abc", "abc"},
		{pasteBegin + "one\r" + pasteEnd, "one\r", "one\r"},
		{pasteBegin + "if (1) {\r\n\tx\r\n}\n" + pasteEnd, "«paste 1: 3 lines»\r", "if (1) {\n\tx\n}\r"},
		{pasteBegin + "a\nb" + pasteEnd + ";", "«paste 1: 2 lines»;", "a\nb;"},
		{"\x1b[A", "\x1b[A", "\x1b[A"},
		{pasteBegin + "cut off", "cut off", "cut off"},
	} {
		for _, size := range []int{1, 3, 4096} { // marks may come in pieces
			p := newPasting(io.NopCloser(&dribble{c.in, size}))
			got, err := io.ReadAll(p)
			if err != nil || string(got) != c.want || p.expand(string(got)) != c.expanded {
				t.Errorf("%q by %d: %q, %q, %v", c.in, size, got, p.expand(string(got)), err)
			}
		}
	}
	if p := newPasting(io.NopCloser(strings.NewReader(""))); p.expand("a⏎b") != "a\nb" || p.Close() != nil {
		t.Error("marks of line ends stay")
	}
}

// dribble yields a text in pieces.
type dribble struct {
	text string
	size int
}

func (d *dribble) Read(b []byte) (int, error) {
	if d.text == "" {
		return 0, io.EOF
	}
	n := copy(b[:min(d.size, len(b))], d.text)
	d.text = d.text[n:]
	return n, nil
}

func TestHistoryLines(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history")
	if err := os.WriteFile(file, []byte("one\nif (1) {⏎2⏎}\n\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := readHistory(file)
	if len(got) != 2 || got[1] != "if (1) {\n2\n}" || joined(got[1]+"\n") != "if (1) {⏎2⏎}" || readHistory("") != nil {
		t.Errorf("got %q", got)
	}
}

// nobody is an engine that does everything.
type nobody struct{ done []string }

func (n *nobody) Do(_ context.Context, op engine.Op) (engine.Result, error) {
	n.done = append(n.done, op.Name())
	return engine.Done{}, nil
}
func (n *nobody) Close() error { return nil }

func TestConfirmation(t *testing.T) {
	for _, c := range []struct {
		op       engine.Op
		question string
	}{
		{engine.Disconnect{All: true, Source: "alpha"}, "every connection of alpha"},
		{engine.Disconnect{ID: 3}, ""},
		{engine.DeleteRepset{Source: "alpha", Repset: "db"}, "Delete the replication set db"},
		{engine.Connect{Repset: "db", Target: "beta", Orphans: true}, "Delete what is on beta"},
		{engine.Connect{Repset: "db", Target: "beta"}, ""},
		{engine.MirrorStart{ID: 2, Options: engine.MirrorOptions{Orphans: true}}, "connection 2"},
		{engine.RevertSnapshot{}, "Really snapshot revert?"},
		{engine.ListMachines{}, ""},
	} {
		for _, yes := range []bool{true, false} {
			var asked string
			target := &nobody{}
			client := &confirmer{doer{target}, func(q string) bool { asked = q; return yes }}
			_, err := client.Do(context.Background(), c.op)
			if c.question == "" && (asked != "" || err != nil) || !strings.Contains(asked, c.question) {
				t.Errorf("%T: asked %q, %v", c.op, asked, err)
			}
			if done := len(target.done) == 1; done != (yes || c.question == "") || (err == nil) != done {
				t.Errorf("%T, answered %v: done %v, %v", c.op, yes, done, err)
			}
		}
	}
}

// doer is a client that only does.
type doer struct{ *nobody }

func (doer) Events(context.Context, engine.Filter) iter.Seq2[engine.Event, error] { return nil }

func TestCompletionWithoutTerminal(t *testing.T) {
	world(t)
	c, _ := prompted(t)
	k := &completer{c}
	for line, want := range map[string]string{":hi": "story ", "ping al": "pha ", "conn": "ect ", "login ": "alpha "} {
		items, _ := k.Do([]rune(line), len([]rune(line)))
		found := false
		for _, i := range items {
			found = found || string(i) == want
		}
		if !found {
			t.Errorf("%q: %q", line, items)
		}
	}
	if got := string((&painter{c}).Paint([]rune(`connect $x`), 0)); !strings.Contains(got, "\x1b[") || !strings.Contains(got, "connect") {
		t.Errorf("painted %q", got)
	}
}

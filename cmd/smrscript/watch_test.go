package main

// This file tests the table of connections: its order, its width, and the keys of smrscript watch.

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

// three are connections that every column sorts in its own way.
func three() []engine.ConnectionStatus {
	con := func(id engine.ConnectionID, set, source, target string, state engine.TargetState, m engine.MirrorProgress, queue, errors int64) engine.ConnectionStatus {
		return engine.ConnectionStatus{Connection: engine.Connection{ID: id, Repset: set, Source: source, Target: target}, TargetState: state, Mirror: m,
			Replication: engine.ReplicationProgress{BytesQueue: queue, Errors: errors}}
	}
	return []engine.ConnectionStatus{
		con(2, "mail", "alpha", "gamma", engine.TargetReplicating, engine.MirrorProgress{}, 3<<10, 0),
		con(10, "帳簿", "beta", "delta", engine.TargetMirroring, engine.MirrorProgress{State: engine.MirrorMirroring, Percent: 8, BytesRate: 5 << 20, BytesQueue: 1 << 20}, 1<<20, 12),
		con(1, "db", "gamma", "beta", engine.TargetMirroring, engine.MirrorProgress{State: engine.MirrorMirroring, Percent: 70, BytesRate: 900}, 0, 2),
	}
}

func TestStatusOrder(t *testing.T) {
	for _, c := range []struct {
		key           byte
		once, twice   []engine.ConnectionID
		marks, marks2 string
	}{
		{'i', []engine.ConnectionID{1, 2, 10}, []engine.ConnectionID{10, 2, 1}, "ID+", "ID-"},
		{'s', []engine.ConnectionID{1, 2, 10}, []engine.ConnectionID{10, 2, 1}, "Set+", "Set-"},
		{'f', []engine.ConnectionID{2, 10, 1}, []engine.ConnectionID{1, 10, 2}, "Source+", "Source-"},
		{'t', []engine.ConnectionID{1, 10, 2}, []engine.ConnectionID{2, 10, 1}, "Target+", "Target-"},
		{'a', []engine.ConnectionID{10, 1, 2}, []engine.ConnectionID{2, 10, 1}, "State+", "State-"}, // equal ones keep their places
		{'m', []engine.ConnectionID{2, 10, 1}, []engine.ConnectionID{10, 1, 2}, "Mirror+", "Mirror-"},
		{'p', []engine.ConnectionID{1, 10, 2}, []engine.ConnectionID{2, 10, 1}, "Progress-", "Progress+"},
		{'r', []engine.ConnectionID{10, 1, 2}, []engine.ConnectionID{2, 1, 10}, "Rate-", "Rate+"},
		{'u', []engine.ConnectionID{10, 2, 1}, []engine.ConnectionID{1, 2, 10}, "Queue-", "Queue+"},
		{'e', []engine.ConnectionID{10, 1, 2}, []engine.ConnectionID{2, 1, 10}, "Errors-", "Errors+"},
	} {
		v := &watchView{}
		list := three()
		for i, want := range [][]engine.ConnectionID{c.once, c.twice, c.once} {
			if !v.press(c.key) {
				t.Fatalf("%c is no key", c.key)
			}
			var got []engine.ConnectionID
			for _, st := range v.order.sorted(list) {
				got = append(got, st.ID)
			}
			mark := []string{c.marks, c.marks2, c.marks}[i]
			if head, _, _ := strings.Cut(statusTable(list, 0, v.order), "\n"); !slices.Equal(got, want) || !slices.Contains(strings.Fields(head), mark) {
				t.Errorf("%c, %d times: %v, want %v; %q has no %q", c.key, i+1, got, want, head, mark)
			}
		}
		if list[0].ID != 2 {
			t.Errorf("%c: the list itself was sorted", c.key)
		}
	}
	v := &watchView{}
	for _, key := range []byte{'x', '[', 0x1b, 0, 0xff, 'R'} {
		if v.press(key) {
			t.Errorf("%q sorts", key)
		}
	}
}

// Another column starts in its own direction, whatever the one before was.
func TestPressAnother(t *testing.T) {
	v := &watchView{}
	for _, c := range []struct {
		key  byte
		want statusOrder
	}{{'r', statusOrder{"Rate", false}}, {'r', statusOrder{"Rate", true}}, {'u', statusOrder{"Queue", false}}, {'r', statusOrder{"Rate", false}}} {
		if v.press(c.key); v.order != c.want {
			t.Errorf("%c: %+v, want %+v", c.key, v.order, c.want)
		}
	}
}

func TestStatusKeysAreTold(t *testing.T) {
	seen := map[byte]string{}
	for _, col := range statusColumns() {
		if other := seen[col.key]; other != "" || col.key < 'a' || col.key > 'z' || col.key == 'q' {
			t.Errorf("%c of %s is not its own: %s", col.key, col.name, other)
		}
		seen[col.key] = col.name
	}
	var out bytes.Buffer
	keys := make(chan byte)
	v := &watchView{out: &out, screen: true, keys: keys}
	v.draw(three())
	for key, name := range seen {
		if !strings.Contains(out.String(), fmt.Sprintf("%c %s ", key, strings.ToLower(name))) {
			t.Errorf("nothing tells of %c %s:\n%s", key, name, out.String())
		}
	}
	if rest := strings.ReplaceAll(out.String(), "\r\n", ""); strings.ContainsAny(rest, "\r\n") || !strings.HasPrefix(rest, "\x1b[H\x1b[2J") {
		t.Errorf("a raw terminal needs carriage returns: %q", out.String())
	}
}

func TestStatusTableWidth(t *testing.T) {
	whole := strings.Split(statusTable(three(), 0, statusOrder{}), "\n")
	at := uniseg.StringWidth(whole[0][:strings.Index(whole[0], "Source")])
	for i, word := range []string{"alpha", "beta", "gamma"} {
		if before, _, _ := strings.Cut(whole[i+1], word); uniseg.StringWidth(before) != at {
			t.Errorf("%q begins at %d, not at %d:\n%s", word, uniseg.StringWidth(before), at, strings.Join(whole, "\n"))
		}
	}
	for width := 1; width < 120; width++ {
		for _, line := range strings.Split(statusTable(three(), width, statusOrder{}), "\n") {
			if uniseg.StringWidth(line) > width || strings.ContainsRune(line, '\uFFFD') {
				t.Errorf("too wide for %d, or torn: %q", width, line)
			}
		}
	}
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{{"漢字x", 0, "漢字x"}, {"漢字x", 1, ""}, {"漢字x", 2, "漢"}, {"漢字x", 3, "漢"}, {"漢字x", 4, "漢字"}, {"漢字x", 9, "漢字x"}, {"e\u0301e", 1, "e\u0301"}, {"", 3, ""}} {
		if got := cutCells(c.text, c.width); got != c.want {
			t.Errorf("%q cut at %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := statusTable(nil, 10, statusOrder{"Rate", true}); got != "no connections\n" {
		t.Errorf("nothing: %q", got)
	}
}

func TestWatchSorts(t *testing.T) {
	world(t)
	if out, errs, exit := invoke(t, `login alpha; login beta; source alpha; repset create db; repset rule add "/data"; repset save; `+
		`connect db to beta map base "/one" nomirror noreplicate; connect db to beta map base "/two" nomirror noreplicate;`, "run", "-"); exit != 0 {
		t.Fatalf("exit %d: %s%s", exit, out, errs)
	}
	for _, c := range []struct {
		args []string
		exit int
		out  string
		errs string
	}{
		{[]string{"watch", "--times", "2", "--every", "50ms"}, 0, "ID  Set", ""},
		{[]string{"watch", "--times", "1", "--sort", "queue"}, 0, "Queue-", ""},
		{[]string{"watch", "--times", "1", "--sort", "id"}, 0, "ID+", ""},
		{[]string{"watch", "--times", "1", "--sort", "colour"}, stdlib.ExitUsage, "", "--sort"},
	} {
		out, errs, exit := invoke(t, "", c.args...)
		if exit != c.exit || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) || strings.ContainsAny(out, "\x1b\r") {
			t.Errorf("%q: exit %d, %q, %q", c.args, exit, out, errs)
		}
	}
}

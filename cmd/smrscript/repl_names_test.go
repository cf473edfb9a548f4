package main

// This file tests the names and paths that the prompt completes, asked of a real engine and of the folders of its machines.

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
)

// prompted returns a conversation in the folder of world, after the entries.
func prompted(t *testing.T, entries ...string) (*console, *bytes.Buffer) {
	t.Helper()
	var out bytes.Buffer
	a := &app{Stdio: Stdio{In: strings.NewReader(""), Out: &out, Err: &out}, ctx: context.Background()}
	c := &console{app: a}
	reader, err := a.lineReader(c)
	if err != nil {
		t.Fatal(err)
	}
	c.reader, c.make = reader, func(*console) *smrscript.Interp { return newInterp(t, a.In, a.Out) }
	c.begin()
	for _, entry := range entries {
		c.enter(entry)
	}
	return c, &out
}

func TestCompletionOfNamesAndPaths(t *testing.T) {
	world(t)
	for _, name := range []string{"alpha/data/deep", "alpha/doc s", "alpha/.hidden", "beta/copy", "beta/copies"} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c, said := prompted(t, "login alpha", "login beta", "source alpha", "target beta", "repset create db", `repset rule add "/data"`, "repset save",
		"$con = connect db to beta map base '/copy' nomirror noreplicate", "snapshot create $con name=monday", "snapshot create $con name=tuesday", "monitor create night")
	k := &completer{c}
	for _, test := range []struct {
		line string
		want []string
	}{
		{"repset rule add ", []string{"/data/"}},
		{"repset rule add /d", []string{"ata/"}},
		{"repset rule add /data/", []string{"deep/", "f "}},
		{"repset rule add /.", []string{"hidden/"}},
		{`repset rule add "/d`, []string{"ata/", "oc s/"}},
		{`repset rule add "/data/f`, []string{`" `}},
		{"repset rule add /../../", []string{"data/"}},
		{"repset rule add da", nil},
		{"connect db to beta map base /c", []string{"opies/", "opy/"}},
		{"connect db to BETA map base '/copy", []string{"/"}},
		{"connect db to beta map /data to /copi", []string{"es/"}},
		{"connect db to nowhere map base /c", nil},
		{"monitor use ", []string{"night "}},
		{"monitor create ", nil},
		{"snapshot delete 1 ", []string{"monday ", "tuesday "}},
		{"snapshot revert $con to t", []string{"uesday "}},
		{"snapshot delete 77 ", nil},
		{"snapshot delete $unset ", nil},
		{"snapshot list ", []string{"1 "}},
	} {
		var got []string
		items, _ := k.Do([]rune(test.line), len([]rune(test.line)))
		for _, i := range items {
			got = append(got, string(i))
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.line, got, test.want)
		}
	}
	if t.Failed() {
		t.Logf("the entries said:\n%s", said)
	}
	c.in.Session.Locate = nil // as with an engine that no configuration describes
	if got := c.paths("alpha", "/"); got != nil {
		t.Errorf("paths of an engine elsewhere: %q", got)
	}
}

package config

// This file tests where the files behind the paths of machines are.

import (
	"path/filepath"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestLocate(t *testing.T) {
	root, drive := t.TempDir(), t.TempDir()
	machines := map[string]Machine{"Alpha": {Engine: "embedded", Root: root, Drives: map[string]string{"d:": drive}}, "far": {Engine: "syncthing", Root: root}}
	here := &Config{Machines: machines}
	for _, c := range []struct {
		machine string
		path    engine.Path
		want    string // "": nowhere on this host
	}{
		{"alpha", "/", root},
		{"ALPHA", "/srv/data", filepath.Join(root, "srv", "data")},
		{"alpha", "/srv//./data/", filepath.Join(root, "srv", "data")},
		{"alpha", `\\srv\data`, filepath.Join(root, "srv", "data")},
		{"alpha", "/../../etc/passwd", filepath.Join(root, "etc", "passwd")},
		{"alpha", "d:/..", drive},
		{"alpha", `D:\x`, filepath.Join(drive, "x")},
		{"alpha", "", root},
		{"far", "/srv", ""},
		{"nowhere", "/srv", ""},
		{"", "/srv", ""},
	} {
		if got, ok := here.Locate(c.machine, c.path); got != c.want || ok != (c.want != "") {
			t.Errorf("%s %s: %q, %v, want %q", c.machine, c.path, got, ok, c.want)
		}
	}
	// The same names may be other machines behind a daemon elsewhere.
	for _, c := range []struct {
		which Choice
		ok    bool
	}{{ChooseAny, true}, {ChooseHere, true}, {ChooseDaemon, true}, {"https://other.example.com:7443", false}} {
		chosen := &Config{Machines: machines}
		if err := chosen.Choose(c.which); err != nil {
			t.Fatal(err)
		}
		if file, ok := chosen.Locate("alpha", "/x"); ok != c.ok {
			t.Errorf("%q: %q, %v", c.which, file, ok)
		}
	}
}

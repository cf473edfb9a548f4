package perl_test

// This file runs the oracle scripts with the fast paths of the interpreter off: they must not change any answer.

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestFastPathsChangeNothing(t *testing.T) {
	root, err := filepath.Abs("../../testdata/perl")
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(root, "*", "*.pl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts under %s: %v", root, err)
	}
	for _, path := range paths {
		family, name := filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".pl")
		t.Run(family+"/"+name, func(t *testing.T) {
			t.Parallel()
			fast, plain := readScript(t, path), readScript(t, path)
			plain.plain = true
			if diff := fast.underUs(t, t.TempDir()).differences(plain.underUs(t, t.TempDir())); diff != "" {
				t.Errorf("%s: got is with the fast paths, perl without\n%s", path, diff)
			}
		})
	}
}

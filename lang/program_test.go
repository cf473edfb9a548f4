package lang

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrograms parses whole programs without a diagnostic; perl must accept them too.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/perl/*.pl")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d programs, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".pl"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, diags := parseAs(t, name, string(text), Options{Words: words()}); len(diags) > 0 {
				for _, d := range diags {
					t.Error(d.Error())
				}
			}
			if out, err := exec.Command("perl", "-c", name).CombinedOutput(); err != nil {
				t.Errorf("perl -c: %v\n%s", err, out)
			}
		})
	}
}

// TestScripts parses scripts of the command language without a diagnostic.
func TestScripts(t *testing.T) {
	files, _ := filepath.Glob("testdata/scripts/*.smr")
	if len(files) == 0 {
		t.Fatal("no scripts")
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{string(text), strings.ReplaceAll(string(text), "\n", "\r\n"), "\ufeff" + string(text)} {
			_, diags := parseAs(t, name, text, Options{Words: words()})
			for _, d := range diags {
				t.Errorf("%s", d.Error())
			}
		}
	}
}

// notPerl5 are files of perl's own library that use what this language leaves out or what Unicode does not have.
var notPerl5 = map[string]string{
	"Pod/Simple/RTF.pm": "a character beyond the last one of Unicode",
}

// TestLibrary parses perl's own library: nothing in it may be misread.
func TestLibrary(t *testing.T) {
	out, err := exec.Command("perl", "-MConfig", "-e", "print $Config{privlibexp}").Output()
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.EvalSymlinks(string(out))
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	err = filepath.WalkDir(root, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".pm" {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		text, err := os.ReadFile(name)
		if err != nil || notPerl5[rel] != "" {
			return err
		}
		count++
		_, diags := parseAs(t, name, string(text), Options{Words: words()})
		for _, d := range diags {
			if d.Code == "E0401" {
				break // what is left out is refused by name, and may upset what follows
			}
			t.Errorf("%s", d.Error())
		}
		return nil
	})
	if err != nil || count == 0 {
		t.Errorf("%d files read, %v", count, err)
	}
}

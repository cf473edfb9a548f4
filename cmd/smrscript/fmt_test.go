package main

// This file tests smrscript fmt: its flags, and that every script of the repository keeps its meaning and its output.

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/format"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

func TestFmt(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"a.smr": "if(1){2;3}\n", "good.smr": "ok();\n", "bad.smr": "if (\n"} {
		if err := os.WriteFile(name, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	want := "if (1) {\n    2;\n    3\n}\n"
	for _, c := range []struct {
		in   string
		args []string
		exit int
		out  string
		errs string
	}{
		{"$x=1", []string{"fmt"}, 0, "$x = 1\n", ""},
		{"", []string{"fmt", "a.smr"}, 0, want, ""},
		{"", []string{"fmt", "--list", "a.smr", "good.smr"}, 1, "a.smr\n", ""},
		{"", []string{"fmt", "--diff", "good.smr"}, 0, "", ""},
		{"", []string{"fmt", "bad.smr"}, stdlib.ExitCheck, "", "error[E"},
		{"", []string{"fmt", "none.smr"}, stdlib.ExitUsage, "", "there is no file"},
		{"", []string{"fmt", "--write", "a.smr", "bad.smr"}, stdlib.ExitCheck, "", "bad.smr"},
	} {
		out, errs, exit := invoke(t, c.in, c.args...)
		if exit != c.exit || out != c.out || !strings.Contains(errs, c.errs) {
			t.Errorf("%q: exit %d, out %q, errors %q", c.args, exit, out, errs)
		}
	}
	if got, _ := os.ReadFile("a.smr"); string(got) != want {
		t.Errorf("written: %q", got)
	}
	if info, err := os.Stat("a.smr"); err != nil || info.Mode().Perm() != 0o640 && os.PathSeparator == '/' {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(".smrscript-fmt-*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if out, _, exit := invoke(t, "", "fmt", "--diff", "a.smr"); exit != 0 || out != "" {
		t.Errorf("again: exit %d: %s", exit, out)
	}
	if err := os.WriteFile("a.smr", []byte("$x=1;\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if out, _, exit := invoke(t, "", "fmt", "--diff", "a.smr"); exit != 1 || !strings.Contains(out, "-$x=1;\n+$x = 1;\n") {
		t.Errorf("diff: exit %d: %s", exit, out)
	}
}

// linePlace is a line number in what a script says about itself.
var linePlace = regexp.MustCompile(`(?i)(line |:|\(eval |called at \S+ )[0-9]+`)

// Every script of the repository can be formatted, and says the same afterwards. What differs are the numbers of lines.
func TestFmtKeepsScripts(t *testing.T) {
	words := stdlib.Registry()
	whole, kept := 0, []string{}
	for _, root := range []string{"../../testdata/perl", "../../lang/testdata", "../../examples", "../../bench"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || d.IsDir() || ext != ".pl" && ext != ".smr" && ext != ".pm" {
				return err
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			out, level, mistakes := format.Source(source.NewFile(name, string(text)), words)
			switch {
			case mistakes != nil: // scripts that are about mistakes
			case level == format.Full:
				whole++
			default:
				kept = append(kept, name)
			}
			if again, _, _ := format.Source(source.NewFile(name, out), words); mistakes == nil && level == format.Full && again != out {
				t.Errorf("%s: not settled", name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(kept)*50 > whole {
		t.Errorf("%d of %d scripts cannot be given the layout: %v", len(kept), whole+len(kept), kept)
	}
}

func TestFmtKeepsOutput(t *testing.T) {
	words := stdlib.Registry()
	for _, family := range []string{"control", "data", "objects", "quoting", "regex", "text", "refs"} {
		t.Run(family, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join("../../testdata/perl", family)
			plain, formatted := t.TempDir(), t.TempDir()
			for _, to := range []string{plain, formatted} {
				if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
					t.Fatal(err)
				}
			}
			files, _ := filepath.Glob(filepath.Join(formatted, "*.pl"))
			for i, name := range files {
				if i%4 != 0 { // a quarter of them, to be done in seconds
					continue
				}
				text, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				out, level, mistakes := format.Source(source.NewFile(name, string(text)), words)
				if mistakes != nil || level != format.Full || tellsOfLines(string(text)) {
					continue
				}
				if err := os.WriteFile(name, []byte(out), 0o644); err != nil {
					t.Fatal(err)
				}
				before, after := scriptOutput(t, plain, filepath.Base(name)), scriptOutput(t, formatted, filepath.Base(name))
				if before != after {
					t.Errorf("%s says something else when it is formatted:\n%s\n---\n%s", name, before, after)
				}
			}
		})
	}
}

// tellsOfLines reports whether a script prints the numbers of its own lines, which a new layout changes.
func tellsOfLines(text string) bool {
	for _, word := range []string{"__LINE__", "caller", "PROPAGATE"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

func scriptOutput(t *testing.T, dir, name string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], name)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), asProgram+"=1")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run() // the status is part of what is compared
	text := strings.ReplaceAll(out.String(), dir, "DIR") + cmd.ProcessState.String()
	return linePlace.ReplaceAllString(text, "${1}N")
}

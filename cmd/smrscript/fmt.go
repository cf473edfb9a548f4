package main

// This file defines smrscript fmt.

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/smrscript/smrscript/lang/format"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/stdlib"
)

type fmtCommand struct {
	Write bool     `short:"w" help:"Write the files instead of printing them."`
	Diff  bool     `short:"d" help:"Print what would change, as diff -u has it."`
	List  bool     `short:"l" help:"Print the names of the files that would change."`
	Files []string `arg:"" optional:"" name:"file" help:"The scripts; - or nothing is standard input."`
}

// Help is shown by fmt --help.
func (*fmtCommand) Help() string {
	return "Lays scripts out in one way; comments stay. The result means the same: both texts are parsed and compared. " +
		"With --diff or --list the exit status is 1 when something would change; 3 when a script does not parse."
}

// Run formats the files.
func (c *fmtCommand) Run(a *app) error {
	if len(c.Files) == 0 {
		c.Files = []string{"-"}
	}
	words, code := stdlib.Registry(), 0
	for _, name := range c.Files {
		text, err := a.read(name)
		if err != nil {
			fmt.Fprintf(a.Err, "smrscript: %s\n", err)
			return exitStatus(stdlib.ExitUsage)
		}
		out, level, mistakes := format.Source(source.NewFile(name, text), words)
		if mistakes != nil {
			for _, d := range mistakes {
				a.report(d)
			}
			code = stdlib.ExitCheck
			continue
		}
		if level != format.Full {
			fmt.Fprintf(a.Err, "smrscript: %s: %s\n", name, level)
		}
		changed, err := c.emit(a, name, text, out)
		if err != nil {
			return err
		}
		if changed && code == 0 && (c.Diff || c.List) {
			code = stdlib.ExitFailed
		}
	}
	return status(code)
}

// emit writes a formatted script where it is to go.
func (c *fmtCommand) emit(a *app, name, was, text string) (changed bool, err error) {
	changed = was != text
	if changed && c.List {
		fmt.Fprintln(a.Out, name)
	}
	if changed && c.Diff {
		_, err = a.Out.Write(diff.Diff(name, []byte(was), name+" (formatted)", []byte(text)))
	}
	switch {
	case err != nil:
	case c.Write && name != "-":
		if changed {
			err = replaceFile(name, text)
		}
	case !c.List && !c.Diff:
		_, err = io.WriteString(a.Out, text)
	}
	return changed, err
}

// replaceFile puts a text in the place of a file's, at once: a reader sees the old or the new one. Permissions stay.
func replaceFile(name, text string) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".smrscript-fmt-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(text)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err
}

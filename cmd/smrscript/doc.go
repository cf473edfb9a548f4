package main

// This file defines smrscript doc.

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

type docCommand struct {
	Markdown string `placeholder:"DIR" help:"Write the reference manual as Markdown files into this folder."`
	Word     string `arg:"" optional:"" help:"A command or function; without one all commands are listed."`
}

// Run prints the page of a word.
func (c *docCommand) Run(a *app) error {
	words := stdlib.Registry()
	if c.Markdown != "" {
		return writeManual(c.Markdown, stdlib.Markdown(words))
	}
	page, ok := stdlib.Overview(words), true
	if c.Word != "" {
		page, ok = stdlib.Manual(words, c.Word)
	}
	if !ok {
		fmt.Fprintf(a.Err, "smrscript: no command or function is called %q\n", c.Word)
		if s := diag.Suggest(c.Word, stdlib.Words(words)); s != "" {
			fmt.Fprintf(a.Err, "did you mean %q?\n", diag.LikeCase(s, c.Word))
		}
		return exitStatus(stdlib.ExitUsage)
	}
	_, err := fmt.Fprint(a.Out, page)
	return err
}

// writeManual writes the pages of the manual, each as a whole.
func writeManual(dir string, pages map[string]string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

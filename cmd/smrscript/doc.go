package main

// This file defines smrscript doc.

import (
	"fmt"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

type docCommand struct {
	Word string `arg:"" optional:"" help:"A command or function; without one all commands are listed."`
}

// Run prints the page of a word.
func (c *docCommand) Run(a *app) error {
	words := stdlib.Registry()
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

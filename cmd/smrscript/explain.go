package main

// This file defines smrscript explain.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/stdlib"
)

type explainCommand struct {
	Codes []string `arg:"" name:"code" help:"E0201, W0103, -107, or the name of a result code such as no-connection."`
}

// Run explains the codes.
func (c *explainCommand) Run(a *app) error {
	for _, code := range c.Codes {
		text, ok := explain(code)
		if !ok {
			fmt.Fprintf(a.Err, "smrscript: there is no code %q\n", code)
			if s := diag.Suggest(code, codes()); s != "" {
				fmt.Fprintf(a.Err, "did you mean %q?\n", s)
			}
			return exitStatus(stdlib.ExitUsage)
		}
		if _, err := fmt.Fprint(a.Out, text); err != nil {
			return err
		}
	}
	return nil
}

// numbersAsWords keeps the command line of explain from being read as flags: in explain -107 the number is the code.
func numbersAsWords(args []string) []string {
	if len(args) == 0 || args[0] != "explain" {
		return args
	}
	for i, arg := range args {
		if _, err := strconv.Atoi(arg); err == nil {
			return slices.Concat(args[:i], []string{"--"}, args[i:])
		}
	}
	return args
}

func explain(code string) (string, bool) {
	if e, ok := diag.Explain(code); ok {
		return fmt.Sprintf("%s %s\n\n%s\n", e.Code, e.Title, e.Text), true
	}
	for _, info := range engine.Codes() {
		if strings.EqualFold(code, info.Name) || strings.TrimPrefix(code, "-") == strconv.Itoa(-int(info.Code)) {
			return fmt.Sprintf("%d %s\n\nA command gave this result: %s.\n%s\n", int(info.Code), info.Name, info.Sentence, info.Help), true
		}
	}
	return "", false
}

// codes lists everything that can be explained.
func codes() []string {
	var all []string
	for _, e := range diag.Codes() {
		all = append(all, e.Code)
	}
	for _, info := range engine.Codes() {
		all = append(all, info.Name, strconv.Itoa(int(info.Code)))
	}
	return all
}

package main

// This file defines the short way to run a script: the plain forms of the command line, which most calls have, need none of
// the parser that knows all the others. Building that parser costs as much as starting the process.

import (
	"reflect"
	"strings"
)

// plainRun recognises `smrscript FILE ARGS...` and `smrscript -e CODE`, with no other option before the file.
func plainRun(args []string) (*runCommand, bool) {
	run := &runCommand{OnError: "continue"}
	switch {
	case len(args) == 0:
		return nil, false
	case args[0] == "-e":
		if len(args) != 2 || strings.HasPrefix(args[1], "-") {
			return nil, false
		}
		run.Code = args[1:]
	case args[0] == "" || strings.HasPrefix(args[0], "-") && args[0] != "-" || isSubCommand(args[0]):
		return nil, false
	default:
		run.Args = args
	}
	return run, true
}

// isSubCommand tells whether a word is the name of a sub-command.
func isSubCommand(word string) bool {
	t := reflect.TypeFor[commandLine]()
	for i := range t.NumField() {
		f := t.Field(i)
		if _, ok := f.Tag.Lookup("cmd"); ok && strings.EqualFold(f.Name, word) {
			return true
		}
	}
	return false
}

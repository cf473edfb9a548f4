// Command peers runs a program under one of the interpreters written in Go that smrscript is compared with. It is a module of its
// own, so that none of them is a dependency of the project.
package main

// This file defines the command line: the name of an interpreter, a program, and the program's argument.

import (
	"bufio"
	"fmt"
	"os"
)

// runner returns the interpreter of that name, nil if there is none.
func runner(name string) func(path, text string, args []string) error {
	switch name {
	case "gopher-lua":
		return runLua
	case "goja":
		return runJS
	case "tengo":
		return runTengo
	case "starlark-go":
		return runStarlark
	}
	return nil
}

// out is standard output, buffered as fairly for all as for perl.
var out = bufio.NewWriterSize(os.Stdout, 64<<10)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || runner(args[0]) == nil {
		return fmt.Errorf("usage: peers gopher-lua|goja|tengo|starlark-go PROGRAM [ARGUMENT...]")
	}
	text, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	if err := runner(args[0])(args[1], string(text), args[2:]); err != nil {
		return err
	}
	return out.Flush()
}

// Command smrscript runs scripts that control replication.
//
// The program is a thin shell: each sub-command is a struct with its flags and a Run method in a file of its own; what
// the command line means is decided by kong from those structs, except that a file name, a dash or -e without a
// sub-command means run. main has no state: tests call Run with their own arguments and streams.
package main

// This file defines the entry point.

import (
	"context"
	"os"

	"github.com/smrscript/smrscript/lang"
)

func main() {
	go lang.Prepare()
	tuneCollector()
	os.Exit(Run(context.Background(), os.Args[1:], Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}

//go:build !unix

package main

// This file stands in for resident_unix.go elsewhere.

import "os"

const exeSuffix = ".exe"

// residentSize is unknown here.
func residentSize(*os.ProcessState) int64 { return 0 }

//go:build unix

package tree

// This file makes fifos for the tests.

import (
	"syscall"
	"testing"
)

func mkfifo(t *testing.T, path string) { must(t, syscall.Mkfifo(path, 0o644)) }

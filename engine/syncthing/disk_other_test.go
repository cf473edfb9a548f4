//go:build !linux

package syncthing_test

// This file stands in where no small file system can be made.

import "testing"

func tinyDisk(*testing.T, string) bool { return false }

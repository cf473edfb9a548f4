package syncthing_test

// This file makes a small file system.

import (
	"os"
	"syscall"
	"testing"
)

// tinyDisk mounts a file system of one megabyte at dir. Only the superuser can; for others the test has nothing to say.
func tinyDisk(t *testing.T, dir string) bool {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Logf("no small disk: %v", err)
		return false
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return true
}

//go:build unix

package enginetest

// This file compares owners where there are any.

import (
	"os"
	"syscall"
)

func (b *bench) sameOwner(src, dst string) {
	b.Helper()
	if os.Geteuid() != 0 || b.is(NoOwners) {
		return
	}
	var ids [2]*syscall.Stat_t
	for i, p := range []string{b.src(src), b.dst(dst)} {
		info, err := os.Lstat(p)
		b.must(err)
		ids[i] = info.Sys().(*syscall.Stat_t)
	}
	if ids[0].Uid != ids[1].Uid || ids[0].Gid != ids[1].Gid {
		b.Errorf("%s belongs to %d:%d, %s to %d:%d", src, ids[0].Uid, ids[0].Gid, dst, ids[1].Uid, ids[1].Gid)
	}
}

// fifo makes an entry that cannot be copied.
func (b *bench) fifo(path string) bool {
	b.must(syscall.Mkfifo(path, 0o644))
	return true
}

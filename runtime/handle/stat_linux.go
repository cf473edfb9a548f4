package handle

// This file reads Linux's own part of a Stat.

import (
	"io/fs"
	"syscall"
	"time"
)

func (st *Stat) system(info fs.FileInfo) {
	sys, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	st.Dev, st.Ino, st.Mode, st.Nlink = uint64(sys.Dev), sys.Ino, sys.Mode, uint64(sys.Nlink)
	st.Uid, st.Gid, st.Rdev = sys.Uid, sys.Gid, uint64(sys.Rdev)
	st.Blksize, st.Blocks = int64(sys.Blksize), sys.Blocks
	st.Atime = time.Unix(sys.Atim.Unix())
	st.Ctime = time.Unix(sys.Ctim.Unix())
}

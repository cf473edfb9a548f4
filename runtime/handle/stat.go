package handle

// This file defines Stat, the thirteen fields of perl's stat.

import (
	"io/fs"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Stat is what the system knows of a file. Where a system lacks a field it is 0.
type Stat struct {
	Dev, Ino            uint64
	Mode                uint32 // type and permissions as Unix numbers them
	Nlink               uint64
	Uid, Gid            uint32
	Rdev                uint64
	Size                int64
	Atime, Mtime, Ctime time.Time
	Blksize, Blocks     int64
}

// The file types in Mode.
const (
	typeMask   = 0o170000
	typeSocket = 0o140000
	typeLink   = 0o120000
	typeFile   = 0o100000
	typeBlock  = 0o060000
	typeDir    = 0o040000
	typeChar   = 0o020000
	typeFifo   = 0o010000
	modeSetuid = 0o4000
	modeSetgid = 0o2000
	modeSticky = 0o1000
)

// StatOf returns the Stat of what an FS knows of a file.
func StatOf(info fs.FileInfo) *Stat {
	st := &Stat{Mode: unixMode(info.Mode()), Nlink: 1, Size: info.Size(), Mtime: info.ModTime()}
	st.Atime, st.Ctime = st.Mtime, st.Mtime
	st.system(info)
	return st
}

// unixMode turns Go's file mode into Unix's.
func unixMode(m fs.FileMode) uint32 {
	u := uint32(m.Perm())
	switch {
	case m&fs.ModeDir != 0:
		u |= typeDir
	case m&fs.ModeSymlink != 0:
		u |= typeLink
	case m&fs.ModeNamedPipe != 0:
		u |= typeFifo
	case m&fs.ModeSocket != 0:
		u |= typeSocket
	case m&fs.ModeCharDevice != 0:
		u |= typeChar
	case m&fs.ModeDevice != 0:
		u |= typeBlock
	default:
		u |= typeFile
	}
	if m&fs.ModeSetuid != 0 {
		u |= modeSetuid
	}
	if m&fs.ModeSetgid != 0 {
		u |= modeSetgid
	}
	if m&fs.ModeSticky != 0 {
		u |= modeSticky
	}
	return u
}

// List returns the fields in perl's order: dev, ino, mode, nlink, uid, gid, rdev, size, atime, mtime, ctime, blksize,
// blocks. Times are whole seconds.
func (st *Stat) List() [13]value.Value {
	return [13]value.Value{
		value.Uint(st.Dev), value.Uint(st.Ino), value.Int(int64(st.Mode)), value.Uint(st.Nlink),
		value.Int(int64(st.Uid)), value.Int(int64(st.Gid)), value.Uint(st.Rdev), value.Int(st.Size),
		value.Int(st.Atime.Unix()), value.Int(st.Mtime.Unix()), value.Int(st.Ctime.Unix()),
		value.Int(st.Blksize), value.Int(st.Blocks),
	}
}

// IsDir reports whether the file is a directory.
func (st *Stat) IsDir() bool { return st.Mode&typeMask == typeDir }

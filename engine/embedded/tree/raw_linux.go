package tree

// This file defines the Linux folder handle: a descriptor and the *at calls.

import (
	"encoding/binary"
	"errors"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

type rawDir struct {
	fd   int
	read bool // by Each, so that it is not at the beginning
}

const dirFlags = unix.O_RDONLY | unix.O_DIRECTORY | unix.O_NOFOLLOW | unix.O_CLOEXEC

// fromRoot takes the folder over from root and closes root.
func fromRoot(root *os.Root) (Dir, error) {
	defer root.Close()
	f, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, pathError("dup", root.Name(), err)
	}
	return &rawDir{fd: fd}, nil
}

// retry repeats a call that a signal interrupted.
func retry(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}

func openat(dir int, name string, flags int, perm uint32) (fd int, err error) {
	err = retry(func() error {
		fd, err = unix.Openat(dir, name, flags|unix.O_CLOEXEC, perm)
		return err
	})
	return fd, err
}

// maxPath keeps below PATH_MAX, so that deeper folders are opened in steps.
const maxPath = 4000

func (d *rawDir) Sub(rel string) (Dir, error) {
	if rel == "" {
		rel = "."
	}
	if len(rel) < maxPath {
		how := unix.OpenHow{Flags: dirFlags, Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS}
		var fd int
		err := retry(func() (err error) { fd, err = unix.Openat2(d.fd, rel, &how); return err })
		switch err {
		case nil:
			return &rawDir{fd: fd}, nil
		case unix.ENOSYS, unix.EPERM, unix.EAGAIN:
			// an old kernel, a filter, or a rename going on: element by element
		default:
			return nil, pathError("open", rel, err)
		}
	}
	return d.subSteps(rel)
}

func (d *rawDir) subSteps(rel string) (Dir, error) {
	whole, cur := rel, d.fd
	for rel != "" {
		var name string
		name, rel = split(rel)
		if name == ".." {
			return nil, pathError("open", whole, unix.EXDEV)
		}
		next, err := openat(cur, name, dirFlags, 0)
		if cur != d.fd {
			unix.Close(cur)
		}
		if err != nil {
			return nil, pathError("open", whole, err)
		}
		cur = next
	}
	return &rawDir{fd: cur}, nil
}

// blocks are buffers for the entries of folders.
var blocks = sync.Pool{New: func() any { return new([32 << 10]byte) }}

func (d *rawDir) Each(visit func(Entry) bool) error {
	if d.read {
		if _, err := unix.Seek(d.fd, 0, 0); err != nil {
			return pathError("list", ".", err)
		}
	}
	d.read = true
	buf := blocks.Get().(*[32 << 10]byte)
	defer blocks.Put(buf)
	for {
		var n int
		err := retry(func() (err error) { n, err = unix.Getdents(d.fd, buf[:]); return err })
		if err != nil {
			return pathError("list", ".", err)
		}
		if n <= 0 || !eachDirent(buf[:n], visit) {
			return nil
		}
	}
}

// eachDirent reads struct linux_dirent64: ino 8, off 8, reclen 2, type 1, name, NUL. It reports whether visit wants more.
func eachDirent(b []byte, visit func(Entry) bool) bool {
	text := string(b) // which all names share
	for len(b) >= 19 {
		n := int(binary.NativeEndian.Uint16(b[16:]))
		if n < 20 || n > len(b) {
			return true
		}
		name := text[19:n]
		if end := strings.IndexByte(name, 0); end >= 0 {
			name = name[:end]
		}
		if name != "." && name != ".." && !visit(Entry{name, direntKind(b[18])}) {
			return false
		}
		b, text = b[n:], text[n:]
	}
	return true
}

func direntKind(t byte) Kind {
	switch t {
	case unix.DT_REG:
		return Regular
	case unix.DT_DIR:
		return Folder
	case unix.DT_LNK:
		return Link
	case unix.DT_UNKNOWN:
		return Unknown
	}
	return Special
}

func (d *rawDir) Stat(name string) (Info, error) {
	var st unix.Stat_t
	if err := retry(func() error { return unix.Fstatat(d.fd, name, &st, unix.AT_SYMLINK_NOFOLLOW) }); err != nil {
		return Info{}, pathError("stat", name, err)
	}
	return statInfo(&st), nil
}

func statInfo(st *unix.Stat_t) Info {
	i := Info{
		Perm: st.Mode & 0o7777, UID: int(st.Uid), GID: int(st.Gid), Size: st.Size,
		MTime: Stamp{int64(st.Mtim.Sec), int64(st.Mtim.Nsec)},
		CTime: Stamp{int64(st.Ctim.Sec), int64(st.Ctim.Nsec)},
		Dev:   uint64(st.Dev), Ino: st.Ino, Links: uint64(st.Nlink), Kind: Special,
	}
	switch st.Mode & unix.S_IFMT {
	case unix.S_IFREG:
		i.Kind, i.Sparse = Regular, st.Blocks*512 < st.Size
	case unix.S_IFDIR:
		i.Kind = Folder
	case unix.S_IFLNK:
		i.Kind = Link
	}
	return i
}

func (d *rawDir) Open(name string) (File, error) {
	// O_NONBLOCK: a fifo that took the file's place must not hold us up.
	fd, err := openat(d.fd, name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, pathError("open", name, err)
	}
	return &rawFile{fd: fd, name: name}, nil
}

func (d *rawDir) OpenWrite(name string) (File, error) {
	fd, err := openat(d.fd, name, unix.O_RDWR|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, pathError("open", name, err)
	}
	f := &rawFile{fd: fd, name: name}
	if info, err := f.Stat(); err != nil || info.Kind != Regular {
		f.Close()
		return nil, pathError("open", name, errKind)
	}
	return f, nil
}

func (d *rawDir) Create(name string, perm uint32) (File, error) {
	fd, err := openat(d.fd, name, unix.O_RDWR|unix.O_CREAT|unix.O_EXCL|unix.O_NOFOLLOW, perm&0o777)
	if err != nil {
		return nil, pathError("create", name, err)
	}
	return &rawFile{fd: fd, name: name}, nil
}

func (d *rawDir) Mkdir(name string, perm uint32) error {
	return pathError("mkdir", name, unix.Mkdirat(d.fd, name, perm&0o7777))
}

func (d *rawDir) Remove(name string) error {
	return pathError("remove", name, unix.Unlinkat(d.fd, name, 0))
}

func (d *rawDir) Rmdir(name string) error {
	return pathError("rmdir", name, unix.Unlinkat(d.fd, name, unix.AT_REMOVEDIR))
}

func (d *rawDir) Rename(from, to string) error {
	return pathError("rename", to, unix.Renameat(d.fd, from, d.fd, to))
}

func (d *rawDir) Move(from string, into Dir, to string) error {
	other, ok := into.(*rawDir)
	if !ok {
		return pathError("rename", to, errors.ErrUnsupported)
	}
	return pathError("rename", to, unix.Renameat(d.fd, from, other.fd, to))
}

func (d *rawDir) Link(from string, into Dir, to string) error {
	other, ok := into.(*rawDir)
	if !ok {
		return pathError("link", to, errors.ErrUnsupported)
	}
	return pathError("link", to, unix.Linkat(d.fd, from, other.fd, to, 0))
}

func (d *rawDir) Readlink(name string) (string, error) {
	for size := 256; ; size *= 4 {
		buf := make([]byte, size)
		n, err := unix.Readlinkat(d.fd, name, buf)
		if err != nil {
			return "", pathError("readlink", name, err)
		}
		if n < size {
			return string(buf[:n]), nil
		}
	}
}

func (d *rawDir) Symlink(text, name string) error {
	return pathError("symlink", name, unix.Symlinkat(text, d.fd, name))
}

// SetMode goes through a handle, because fchmodat follows links.
func (d *rawDir) SetMode(name string, perm uint32) error {
	fd, err := openat(d.fd, name, unix.O_PATH|unix.O_NOFOLLOW, 0)
	if err != nil {
		return pathError("chmod", name, err)
	}
	defer unix.Close(fd)
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return pathError("chmod", name, err)
	}
	if st.Mode&unix.S_IFMT == unix.S_IFLNK {
		return nil
	}
	return pathError("chmod", name, unix.Fchmodat(unix.AT_FDCWD, "/proc/self/fd/"+strconv.Itoa(fd), perm&0o7777, 0))
}

func (d *rawDir) SetOwner(name string, uid, gid int) error {
	return pathError("chown", name, unix.Fchownat(d.fd, name, uid, gid, unix.AT_SYMLINK_NOFOLLOW))
}

func (d *rawDir) SetTimes(name string, mtime Stamp) error {
	ts := []unix.Timespec{{Nsec: unix.UTIME_OMIT}, timespec(mtime)}
	return pathError("utime", name, unix.UtimesNanoAt(d.fd, name, ts, unix.AT_SYMLINK_NOFOLLOW))
}

func (d *rawDir) Sync() error  { return pathError("syncfs", ".", unix.Syncfs(d.fd)) }
func (d *rawDir) Close() error { return unix.Close(d.fd) }

type rawFile struct {
	fd   int
	name string
}

func (f *rawFile) Read(p []byte) (int, error) {
	var n int
	err := retry(func() (err error) { n, err = unix.Read(f.fd, p); return err })
	return eof(n, len(p), err, f.name)
}

func (f *rawFile) ReadAt(p []byte, off int64) (int, error) {
	done := 0
	for done < len(p) {
		var n int
		err := retry(func() (err error) { n, err = unix.Pread(f.fd, p[done:], off+int64(done)); return err })
		if n, err = eof(n, len(p), err, f.name); err != nil {
			return done, err
		}
		done += n
	}
	return done, nil
}

func (f *rawFile) Write(p []byte) (int, error) {
	return writeAll(p, f.name, func(b []byte, _ int) (int, error) { return unix.Write(f.fd, b) })
}

func (f *rawFile) WriteAt(p []byte, off int64) (int, error) {
	return writeAll(p, f.name, func(b []byte, done int) (int, error) { return unix.Pwrite(f.fd, b, off+int64(done)) })
}

func writeAll(p []byte, name string, write func([]byte, int) (int, error)) (int, error) {
	done := 0
	for done < len(p) {
		var n int
		err := retry(func() (err error) { n, err = write(p[done:], done); return err })
		if err != nil {
			return done, pathError("write", name, err)
		}
		done += n
	}
	return done, nil
}

func (f *rawFile) Stat() (Info, error) {
	var st unix.Stat_t
	if err := unix.Fstat(f.fd, &st); err != nil {
		return Info{}, pathError("stat", f.name, err)
	}
	return statInfo(&st), nil
}

func (f *rawFile) Truncate(size int64) error {
	return pathError("truncate", f.name, retry(func() error { return unix.Ftruncate(f.fd, size) }))
}

func (f *rawFile) SetMode(perm uint32) error {
	return pathError("chmod", f.name, unix.Fchmod(f.fd, perm&0o7777))
}

func (f *rawFile) SetOwner(uid, gid int) error {
	return pathError("chown", f.name, unix.Fchown(f.fd, uid, gid))
}

func (f *rawFile) Close() error { return pathError("close", f.name, unix.Close(f.fd)) }

// timespec has fields of different width on 32-bit systems.
func timespec(s Stamp) unix.Timespec {
	ts, err := unix.TimeToTimespec(s.Time())
	if err != nil { // beyond what the system can hold: the nearest it can
		return unix.Timespec(syscall.NsecToTimespec(0))
	}
	return ts
}

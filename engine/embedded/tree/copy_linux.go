package tree

// This file copies within the kernel, sharing blocks where the file system can.

import "golang.org/x/sys/unix"

func copyRange(dst, src File, n int64, step Step) (int64, error) {
	d, ok1 := dst.(*rawFile)
	s, ok2 := src.(*rawFile)
	if !ok1 || !ok2 {
		return 0, errNoRange
	}
	var done int64
	for done < n {
		var got int
		err := retry(func() (err error) {
			got, err = unix.CopyFileRange(s.fd, nil, d.fd, nil, int(min(n-done, piece)), 0)
			return err
		})
		switch {
		case err == unix.EXDEV, err == unix.ENOSYS, err == unix.EINVAL, err == unix.EOPNOTSUPP, err == unix.EPERM, err == unix.EBADF:
			return done, errNoRange // positions have advanced by done, so the caller can go on
		case err != nil:
			return done, pathError("copy", d.name, err)
		case got == 0:
			if done == 0 {
				return 0, errNoRange // some virtual files only answer to read
			}
			return done, nil
		}
		done += int64(got)
		if err := step(got); err != nil {
			return done, err
		}
	}
	return done, nil
}

// Clone makes dst share all blocks of src; false when the file system cannot.
func Clone(dst, src File) bool {
	d, ok1 := dst.(*rawFile)
	s, ok2 := src.(*rawFile)
	return ok1 && ok2 && unix.IoctlFileClone(d.fd, s.fd) == nil
}

// SetTimes sets the modification time of an open file; false when it has to be set by its name, which costs another search for it.
func SetTimes(f File, mtime Stamp) bool {
	r, ok := f.(*rawFile)
	if !ok {
		return false
	}
	ts := []unix.Timespec{{Nsec: unix.UTIME_OMIT}, timespec(mtime)}
	return unix.UtimesNanoAt(r.fd, "", ts, unix.AT_EMPTY_PATH) == nil // kernels before 5.8 refuse
}

// Begin lets the system begin to write what was put into f to disk, without waiting.
func Begin(f File) {
	if r, ok := f.(*rawFile); ok {
		_ = unix.SyncFileRange(r.fd, 0, 0, unix.SYNC_FILE_RANGE_WRITE) // only a hint
	}
}

package tree

// This file copies files with holes.

import "golang.org/x/sys/unix"

// CopySparse copies the first n bytes of src to the beginning of dst, which is
// empty, and leaves out the holes. It returns how many bytes were written. Where
// holes cannot be found it copies everything.
func CopySparse(dst, src File, n int64, buf []byte, step Step) (int64, error) {
	d, ok1 := dst.(*rawFile)
	s, ok2 := src.(*rawFile)
	if !ok1 || !ok2 {
		return Copy(dst, src, n, buf, step)
	}
	var written int64
	for at := int64(0); at < n; {
		begin, err := unix.Seek(s.fd, at, unix.SEEK_DATA)
		if err == unix.ENXIO || err == nil && begin >= n {
			break // nothing but a hole
		}
		end := n
		if err == nil {
			if end, err = unix.Seek(s.fd, begin, unix.SEEK_HOLE); err != nil {
				end = n
			}
		} else {
			begin = at
		}
		end = min(end, n)
		for _, f := range []*rawFile{s, d} {
			if _, err := unix.Seek(f.fd, begin, unix.SEEK_SET); err != nil {
				return written, pathError("seek", f.name, err)
			}
		}
		done, err := Copy(d, s, end-begin, buf, step)
		written += done
		if err != nil || done < end-begin {
			return written, err
		}
		at = end
	}
	return written, dst.Truncate(n)
}

package tree

// This file copies extended attributes, access control lists among them.

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// CopyAttrs gives dst the extended attributes of src; both are a Dir or a File.
// With all those are copied that only the superuser may set. changed tells whether
// anything was different. Handles of other kinds have no attributes.
func CopyAttrs(dst, src any, all bool) (changed bool, err error) {
	d, ok1 := descriptor(dst)
	s, ok2 := descriptor(src)
	if !ok1 || !ok2 {
		return false, nil
	}
	want, err := attrNames(s, all)
	if errors.Is(err, unix.ENOTSUP) {
		return false, nil // the source cannot have any
	}
	if err != nil {
		return false, pathError("list attributes", ".", err)
	}
	have, err := attrNames(d, all)
	if errors.Is(err, unix.ENOTSUP) && len(want) == 0 {
		return false, nil
	}
	if err != nil {
		return false, pathError("list attributes", ".", err)
	}
	for _, name := range want {
		value, err := attr(s, name)
		if err == unix.ENODATA {
			continue // removed meanwhile
		}
		if err != nil {
			return changed, pathError("read attribute "+name, ".", err)
		}
		if slices.Contains(have, name) {
			if old, err := attr(d, name); err == nil && bytes.Equal(old, value) {
				continue
			}
		}
		if err := unix.Fsetxattr(d, name, value, 0); err != nil {
			if err == unix.ENOSPC { // there is no room for attributes; the disk need not be full
				return changed, fmt.Errorf("set attribute %s: the file system has no room for it", name)
			}
			return changed, pathError("set attribute "+name, ".", err)
		}
		changed = true
	}
	for _, name := range have {
		if slices.Contains(want, name) {
			continue
		}
		if err := unix.Fremovexattr(d, name); err != nil && err != unix.ENODATA {
			return changed, pathError("remove attribute "+name, ".", err)
		}
		changed = true
	}
	return changed, nil
}

// HasAttrs reports whether a Dir or File may have attributes that CopyAttrs copies.
func HasAttrs(x any, all bool) bool {
	fd, ok := descriptor(x)
	if !ok {
		return false
	}
	names, err := attrNames(fd, all)
	return len(names) > 0 || err != nil && !errors.Is(err, unix.ENOTSUP)
}

func descriptor(x any) (int, bool) {
	switch x := x.(type) {
	case *rawDir:
		return x.fd, true
	case *rawFile:
		return x.fd, true
	}
	return -1, false
}

// attrNames lists the attributes that are copied.
func attrNames(fd int, all bool) ([]string, error) {
	var small [256]byte
	buf := small[:]
	for {
		n, err := unix.Flistxattr(fd, buf)
		switch {
		case err == unix.ERANGE:
			buf = make([]byte, 64<<10) // the most that the system allows
			continue
		case err != nil || n == 0:
			return nil, err
		}
		var names []string
		for name := range strings.SplitSeq(string(buf[:n]), "\x00") {
			switch {
			case strings.HasPrefix(name, "user."), name == "system.posix_acl_access", name == "system.posix_acl_default",
				all && name == "security.capability":
				names = append(names, name)
			}
		}
		return names, nil
	}
}

func attr(fd int, name string) ([]byte, error) {
	buf := make([]byte, 512)
	for {
		n, err := unix.Fgetxattr(fd, name, buf)
		if err == unix.ERANGE && len(buf) < 64<<10 {
			buf = make([]byte, 64<<10)
			continue
		}
		return buf[:max(n, 0)], err
	}
}

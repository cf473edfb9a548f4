package watch

import "syscall"

// identity tells a folder from all others of this host, whatever its path.
type identity struct{ dev, ino uint64 }

// identify returns the identity of what a path leads to now.
func identify(path string) (identity, bool) {
	var st syscall.Stat_t
	if err := syscall.Stat(path, &st); err != nil {
		return identity{}, false
	}
	return identity{uint64(st.Dev), st.Ino}, true
}

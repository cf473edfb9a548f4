package handle

// This file removes directories with all that is in them.

import (
	"errors"
	"path/filepath"
)

// RemoveAll removes what is at path, a directory with everything in it. Symbolic links are removed, not followed. It goes on after an
// error and returns all of them.
func (s *Set) RemoveAll(path string) error {
	if err := s.checkName("unlink", path); err != nil {
		return err
	}
	return s.removeAll(s.Path(path))
}

func (s *Set) removeAll(full string) error {
	info, err := s.fs.Lstat(full)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return s.fs.Unlink(full)
	}
	names, err := s.fs.ReadDirNames(full)
	errs := []error{err}
	for _, n := range names {
		errs = append(errs, s.removeAll(filepath.Join(full, n)))
	}
	return errors.Join(append(errs, s.fs.Rmdir(full))...)
}

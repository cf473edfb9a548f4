package handle

// This file lends the files of a set to Go code that works beside the script.

// Files returns the file system that the set's handles work on. Names are as the system has them: see Path.
func (s *Set) Files() FS { return s.fs }

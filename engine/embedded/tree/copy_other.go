//go:build !linux

package tree

// This file stands in where the system cannot copy by itself.

func copyRange(File, File, int64, Step) (int64, error) { return 0, errNoRange }

// Clone makes dst share all blocks of src; false when the file system cannot.
func Clone(File, File) bool { return false }

// SetTimes sets the modification time of an open file; false when it has to be set by its name.
func SetTimes(File, Stamp) bool { return false }

// Begin lets the system begin to write what was put into f to disk, where it can be told to.
func Begin(File) {}

//go:build !linux

package tree

// This file chooses the portable handles where there are no raw ones.

import "os"

func fromRoot(root *os.Root) (Dir, error) { return rootDir{root}, nil }

//go:build !linux && !darwin

package handle

// This file stands in where a file's owner, device and blocks are not known.

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// system marks what Windows starts by its extension as executable.
func (st *Stat) system(info fs.FileInfo) {
	switch strings.ToLower(filepath.Ext(info.Name())) {
	case ".exe", ".com", ".bat", ".cmd":
		st.Mode |= 0o111
	}
}

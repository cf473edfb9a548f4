package stdlib

// This file opens the files that commands write, on the file system that the script has.

import (
	"io/fs"

	"github.com/smrscript/smrscript/runtime/handle"
)

// scriptFiles are the files of a script: names are relative to its working folder.
type scriptFiles struct{ set *handle.Set }

func (c *call) files() scriptFiles { return scriptFiles{c.VM.Handles()} }

func (f scriptFiles) Open(name string, flag int, perm fs.FileMode) (handle.File, error) {
	return f.set.Files().Open(f.set.Path(name), flag, perm)
}

func (f scriptFiles) Stat(name string) (fs.FileInfo, error) {
	return f.set.Files().Stat(f.set.Path(name))
}

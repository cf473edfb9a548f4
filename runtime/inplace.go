package runtime

// This file defines editing in place: while $^I is defined, what is printed as <> reads a file becomes the file's new content. It is
// written beside the file and takes its place only when the file was read to its end, so that nothing is lost when a script dies.

import (
	"path/filepath"
	"strings"

	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// An inPlace is a file that is being edited.
type inPlace struct {
	path, work string // the file, and where its new content grows
	backup     string // what the old content is kept as, "" for nothing
	out        *handle.Handle
}

// editInPlace begins to edit the file that h reads, if $^I says so.
func (vm *VM) editInPlace(path string, h *handle.Handle) error {
	suffix := vm.Glob("main::^I").Scalar.Get()
	if !suffix.Defined() {
		return nil
	}
	st, err := h.Stat()
	if err != nil {
		return err
	}
	e := &inPlace{path: path, backup: backupName(path, suffix.String()), work: path + ".new"}
	if e.out, err = vm.files.OpenFile(">", e.work); err != nil {
		return err
	}
	if err := vm.files.Chmod(e.work, st.Mode&0o7777); err != nil {
		vm.warnf(nil, "Can't keep the permissions of %s: %s", value.Str(path), err.Error())
	}
	vm.edited = e
	out := vm.Glob("main::ARGVOUT")
	out.IO = e.out
	vm.selected = out
	return nil
}

// backupName is the name of the old content: the suffix is appended, or its * replaced by the file's name.
func backupName(path, suffix string) string {
	if suffix == "" {
		return ""
	}
	dir, base := filepath.Split(path)
	switch name := strings.ReplaceAll(suffix, "*", base); {
	case !strings.Contains(suffix, "*"):
		return path + suffix
	case strings.ContainsAny(name, `/\`):
		return name
	default:
		return dir + name
	}
}

// finishEdit puts the new content of the file that was read to its end into its place.
func (vm *VM) finishEdit() {
	e := vm.edited
	if e == nil {
		return
	}
	vm.edited = nil
	vm.selected = vm.Glob("main::STDOUT")
	_, err := e.out.Close()
	if err == nil && e.backup != "" {
		err = vm.files.Rename(e.path, e.backup)
	}
	if err == nil {
		err = vm.files.Rename(e.work, e.path)
	}
	if err != nil {
		vm.setErrno(err)
		panic(vm.dief(nil, "Can't edit %s in place: %s", e.path, vm.osErr.text()))
	}
}

// abandonEdit throws the new content of a file away that the script has not read to its end.
func (vm *VM) abandonEdit() {
	if e := vm.edited; e != nil {
		vm.edited = nil
		_, _ = e.out.Close() // nobody wants what was written
		_ = vm.files.Unlink(e.work)
	}
}

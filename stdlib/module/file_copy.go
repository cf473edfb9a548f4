package module

// This file defines File::Copy and File::Compare.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func fileCopyEntries() []*runtime.Entry {
	file := func(name, summary string, f func(c *runtime.Call, from, to value.Value) error) *runtime.Entry {
		e := function(name+" LIST", summary, "The second operand may be a directory. False, with $! set, if that fails.\n\n    use File::Copy \""+name+"\";\n    say "+name+"(\"/no/such/file\", \"/no/such/other\") ? \"done\" : \"failed\";   #> failed\n", func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				c.Die("Usage: %s(FROM, TO [, BUFFERSIZE]) ", name)
			}
			if err := f(c, c.Args[0], c.Args[1]); err != nil {
				c.VM.SetErrno(err)
				return value.Int(0)
			}
			return value.Int(1)
		})
		e.Default = name == "copy" || name == "move"
		return e
	}
	return []*runtime.Entry{
		file("copy", "copy a file", func(c *runtime.Call, from, to value.Value) error { return copyFile(c.VM, from, to, false) }), file("cp", "copy a file with its permissions", func(c *runtime.Call, from, to value.Value) error { return copyFile(c.VM, from, to, true) }),
		file("move", "move a file", moveFile), file("mv", "move a file", moveFile),
	}
}

// inDirectory returns the path that copying from to a target makes: inside of it if it is a directory.
func inDirectory(vm *runtime.VM, from, to value.Value) string {
	target := to.String()
	if st, err := vm.Handles().Stat(target); err == nil && st.IsDir() && !from.IsRef() && from.Kind() != value.KGlob {
		name := stripSlashes(from.String())
		return strings.TrimSuffix(target, "/") + "/" + name[strings.LastIndexByte(name, '/')+1:]
	}
	return target
}

// isHandle tells whether an operand is an open handle rather than a name.
func isHandle(vm *runtime.VM, v value.Value) bool {
	k := v.Kind()
	return (k == value.KGlob || k == value.KGlobRef || v.IsRef()) && vm.HandleOf(v).IsOpen()
}

func copyFile(vm *runtime.VM, from, to value.Value, permissions bool) error {
	in, out := vm.HandleOf(from), vm.HandleOf(to)
	var err error
	var st *handle.Stat
	if !isHandle(vm, from) {
		if in, err = vm.Handles().OpenFile("<", from.String()); err != nil {
			return err
		}
		defer in.Close()
		if st, err = in.Stat(); err == nil && st.IsDir() {
			return &handle.StateError{Op: "copy", Name: from.String(), Reason: handle.NotAFile}
		}
	}
	own := !isHandle(vm, to)
	if own {
		if out, err = vm.Handles().OpenFile(">", inDirectory(vm, from, to)); err != nil {
			return err
		}
	}
	for {
		part, err := in.Read(1 << 16)
		if err == nil && part != "" {
			err = out.Write(part, in.Wide())
		}
		if err != nil {
			if own {
				_, _ = out.Close() // the first error counts
			}
			return err
		}
		if part == "" {
			break
		}
	}
	if permissions && st != nil {
		if err := out.Chmod(st.Mode & 0o7777); err != nil {
			return err
		}
	}
	if own {
		_, err = out.Close()
	}
	return err
}

func moveFile(c *runtime.Call, from, to value.Value) error {
	target := inDirectory(c.VM, from, to)
	if err := c.VM.Handles().Rename(from.String(), target); err == nil {
		return nil
	} else if _, statErr := c.VM.Handles().Stat(from.String()); statErr != nil {
		return err
	}
	if err := copyFile(c.VM, from, value.Str(target), true); err != nil {
		return err
	}
	return c.VM.Handles().Unlink(from.String())
}

func fileCompareEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("compare FROM,TO", "compare two files", "0 if they are equal, 1 if not, -1 after an error.\n\n    use File::Compare;\n    say compare($0, $0);   #> 0\n", func(c *runtime.Call) value.Value {
			a, errA := readAll(c.VM, c.Arg(0).String())
			b, errB := readAll(c.VM, c.Arg(1).String())
			switch {
			case errA != nil || errB != nil:
				return value.Int(-1)
			case a == b:
				return value.Int(0)
			}
			return value.Int(1)
		}),
	}
}

// readAll returns the bytes of a file.
func readAll(vm *runtime.VM, path string) (string, error) {
	h, err := vm.Handles().OpenFile("<", path)
	if err != nil {
		return "", err
	}
	defer h.Close()
	sep := handle.NewSeparator(value.Undef)
	text, _, err := h.ReadLine(&sep)
	return text, err
}

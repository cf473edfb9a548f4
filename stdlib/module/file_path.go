package module

// This file defines File::Path.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func filePathEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("make_path LIST", "make directories and those above", `Returns the directories that were made. A final hash reference may hold mode, verbose and error.

    use File::Path "make_path";
    say scalar(my @made = make_path("/"));   #> 0
`, func(c *runtime.Call) value.Value { return makePath(c, false) }),
		exported("mkpath LIST", "make directories and those above", "As make_path; the older operands, a list reference, verbose and mode, work too.\n\n    use File::Path;\n    say scalar(my @made = mkpath(\"/\"));   #> 0\n", func(c *runtime.Call) value.Value { return makePath(c, true) }),
		exported("remove_tree LIST", "remove directories and all in them", `Returns how many files and directories were removed. A final hash reference may hold keep_root, verbose,
result and error.

    use File::Path "remove_tree";
    say remove_tree("/no/such/dir");   #> 0
`, func(c *runtime.Call) value.Value { return removeTree(c, false) }),
		exported("rmtree LIST", "remove directories and all in them", "As remove_tree; a list reference works too.\n\n    use File::Path;\n    say rmtree(\"/no/such/dir\");   #> 0\n", func(c *runtime.Call) value.Value { return removeTree(c, true) }),
	}
}

// pathOptions takes the options off the end of the operands; old functions may have a list reference first and plain options after it.
func pathOptions(c *runtime.Call, old bool) (paths []value.Value, opts *value.Hash) {
	args := c.Args
	if n := len(args); n > 0 && args[n-1].Kind() == value.KHashRef {
		opts, args = args[n-1].Hash(), args[:n-1]
	} else if opts = value.NewHash(); old && n > 0 && args[0].Kind() == value.KArrayRef {
		if n > 1 {
			opts.SetString("verbose", args[1])
		}
		if n > 2 {
			opts.SetString("mode", args[2])
		}
		args = args[:1]
	} else if old && n > 1 && args[n-1].LooksLikeNumber() && !args[n-1].IsString() {
		paths := args[:1] // mkpath($dir, $verbose, $mode)
		opts.SetString("verbose", args[1])
		if n > 2 {
			opts.SetString("mode", args[2])
		}
		args = paths
	}
	for _, v := range args {
		if v.Kind() == value.KArrayRef {
			paths = append(paths, v.Array().Values(nil)...)
		} else {
			paths = append(paths, v)
		}
	}
	return paths, opts
}

// pathErrors collects what went wrong: in the list that the script asked for, else as warnings.
type pathErrors struct {
	c    *runtime.Call
	list *value.Array
}

func pathErrorsOf(c *runtime.Call, opts *value.Hash) *pathErrors {
	e := &pathErrors{c: c}
	if v := opts.Get(value.KeyString("error")); v.Kind() == value.KScalarRef {
		e.list = value.NewArray(nil)
		v.Cell().Set(value.RefArray(e.list))
	}
	return e
}

func (e *pathErrors) add(what, path string, err error, fatal bool) {
	e.c.VM.SetErrno(err)
	text := e.c.VM.Scalar("main::!").Get().String()
	if e.list != nil {
		h := value.NewHash()
		h.SetString(path, value.Str(text))
		e.list.Push(value.RefHash(h))
		return
	}
	if fatal {
		e.c.Die("%s %s: %s", what, path, text)
	}
	e.c.Warn("%s %s: %s", what, path, text)
}

func makePath(c *runtime.Call, old bool) value.Value {
	paths, opts := pathOptions(c, old)
	errs := pathErrorsOf(c, opts)
	mode := uint32(0o777)
	for _, name := range []string{"mode", "mask"} {
		if v := opts.Get(value.KeyString(name)); v.Defined() {
			mode = uint32(v.ToInt())
		}
	}
	verbose := opts.Get(value.KeyString("verbose")).Truth()
	var made []value.Value
	for _, p := range paths {
		path := p.String()
		for i := 1; i <= len(path); i++ {
			if i < len(path) && path[i] != '/' {
				continue
			}
			dir := path[:i]
			if st, err := c.VM.Handles().Stat(dir); err == nil && st.IsDir() || strings.HasSuffix(dir, "/") {
				continue
			}
			if verbose {
				print(c.VM, "mkdir "+dir+"\n")
			}
			if err := c.VM.Handles().Mkdir(dir, mode); err != nil {
				errs.add("mkdir", dir, err, true)
				continue
			}
			made = append(made, value.Str(dir))
		}
	}
	if c.Want != runtime.WantList {
		return value.Int(int64(len(made)))
	}
	return c.Return(made...)
}

// print writes to the selected handle.
func print(vm *runtime.VM, text string) {
	if h := vm.HandleOf(value.GlobValue(vm.Selected())); h.IsOpen() {
		if err := h.Write(text, false); err != nil {
			vm.SetErrno(err)
		}
	}
}

func removeTree(c *runtime.Call, old bool) value.Value {
	paths, opts := pathOptions(c, old)
	t := &treeRemover{c: c, errs: pathErrorsOf(c, opts), verbose: opts.Get(value.KeyString("verbose")).Truth()}
	if v := opts.Get(value.KeyString("result")); v.Kind() == value.KScalarRef {
		t.result = value.NewArray(nil)
		v.Cell().Set(value.RefArray(t.result))
	}
	keep := opts.Get(value.KeyString("keep_root")).Truth()
	for _, p := range paths {
		t.remove(strings.TrimRight(p.String(), "/"), keep)
	}
	return value.Int(int64(t.removed))
}

type treeRemover struct {
	c       *runtime.Call
	errs    *pathErrors
	result  *value.Array
	verbose bool
	removed int
}

func (t *treeRemover) remove(path string, keep bool) {
	files := t.c.VM.Handles()
	st, err := files.Lstat(path)
	if err != nil || path == "" {
		return
	}
	if !st.IsDir() {
		t.done("unlink", path, files.Unlink(path))
		return
	}
	dir, err := files.Opendir(path)
	if err != nil {
		t.errs.add("opendir", path, err, false)
		return
	}
	for _, name := range dir.ReadAll() {
		if name != "." && name != ".." {
			t.remove(path+"/"+name, false)
		}
	}
	_ = dir.Close() // its names were read at once
	if !keep {
		t.done("rmdir", path, files.Rmdir(path))
	}
}

func (t *treeRemover) done(what, path string, err error) {
	if err != nil {
		t.errs.add(map[string]string{"unlink": "cannot unlink file for", "rmdir": "cannot remove directory for"}[what], path, err, false)
		return
	}
	if t.verbose {
		print(t.c.VM, what+" "+path+"\n")
	}
	t.removed++
	if t.result != nil {
		t.result.Push(value.Str(path))
	}
}

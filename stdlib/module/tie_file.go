package module

// This file defines Tie::File: a file as an array of its lines. The lines are in memory and every change is written at once.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A tiedFile is the object behind a tied array.
type tiedFile struct {
	path, separator string
	autochomp       bool
	lines           []string // without separators
	deferred        bool     // changes wait for flush
}

func (f *tiedFile) Text() value.Value   { return value.Str(f.path) }
func (f *tiedFile) Number() value.Value { return value.Int(0) }
func (f *tiedFile) Truth() bool         { return true }
func (f *tiedFile) Defined() bool       { return true }
func (f *tiedFile) TypeName() string    { return "tied file" }

// write stores the lines in the file.
func (f *tiedFile) write(c *runtime.Call) {
	if f.deferred {
		return
	}
	h, err := c.VM.Handles().OpenFile(">", f.path)
	if err == nil {
		text := ""
		if len(f.lines) > 0 {
			text = strings.Join(f.lines, f.separator) + f.separator
		}
		err = h.Write(text, false)
		if _, closing := h.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		c.VM.SetErrno(err)
		c.Die("Couldn't write %s: %s", f.path, c.VM.Scalar("main::!").Get().String())
	}
}

func (f *tiedFile) value(i int) value.Value {
	switch {
	case i < 0 || i >= len(f.lines):
		return value.Undef
	case f.autochomp:
		return value.Str(f.lines[i])
	}
	return value.Str(f.lines[i] + f.separator)
}

// texts turns values into lines.
func (f *tiedFile) texts(list []value.Value) []string {
	out := make([]string, len(list))
	for i, v := range list {
		if v.Defined() {
			out[i] = strings.TrimSuffix(v.String(), f.separator)
		}
	}
	return out
}

func (f *tiedFile) resize(n int) {
	for len(f.lines) < n {
		f.lines = append(f.lines, "")
	}
	f.lines = f.lines[:n]
}

// splice replaces n lines from offset on and returns what they were.
func (f *tiedFile) splice(offset, n int, list []string) []value.Value {
	f.resize(max(offset, len(f.lines)))
	end := min(max(offset+n, offset), len(f.lines))
	var old []value.Value
	for i := offset; i < end; i++ {
		old = append(old, f.value(i))
	}
	f.lines = append(append(append([]string(nil), f.lines[:offset]...), list...), f.lines[end:]...)
	return old
}

func openTiedFile(c *runtime.Call) value.Value {
	f := &tiedFile{path: c.Arg(1).String(), separator: "\n", autochomp: true}
	if v, ok := namedArgument(c.Args[2:], "recsep"); ok && v.Defined() {
		f.separator = v.String()
	}
	if v, ok := namedArgument(c.Args[2:], "autochomp"); ok {
		f.autochomp = v.Truth()
	}
	mode := int64(0o102) // read, write, create
	if v, ok := namedArgument(c.Args[2:], "mode"); ok {
		mode = v.ToInt()
	}
	text, err := readAll(c.VM, f.path)
	if err != nil && mode&0o100 != 0 {
		if h, failed := c.VM.Handles().OpenFile(">", f.path); failed == nil {
			_, err = h.Close()
		}
	}
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	if text != "" {
		f.lines = strings.Split(strings.TrimSuffix(text, f.separator), f.separator)
	}
	h := value.NewHash()
	h.SetString("file", value.NewBox(f))
	return blessHash(c.VM, h, c.Arg(0).String())
}

func setupTieFile(vm *runtime.VM) {
	vm.Load("Tie::Array")
	vm.Inherit("Tie::File", "Tie::Array")
	vm.Define("Tie::File::TIEARRAY", openTiedFile)
	define := func(name string, changes bool, f func(c *runtime.Call, t *tiedFile) value.Value) {
		vm.Define("Tie::File::"+name, func(c *runtime.Call) value.Value {
			t, ok := c.Arg(0).Hash().Get(value.KeyString("file")).Box().(*tiedFile)
			if !ok {
				c.Die("This is no tied file")
			}
			out := f(c, t)
			if changes {
				t.write(c)
			}
			return out
		})
	}
	define("FETCH", false, func(c *runtime.Call, t *tiedFile) value.Value { return t.value(int(c.Arg(1).ToInt())) })
	define("FETCHSIZE", false, func(_ *runtime.Call, t *tiedFile) value.Value { return value.Int(int64(len(t.lines))) })
	define("EXISTS", false, func(c *runtime.Call, t *tiedFile) value.Value {
		return value.Bool(int(c.Arg(1).ToInt()) < len(t.lines))
	})
	define("STORE", true, func(c *runtime.Call, t *tiedFile) value.Value {
		t.splice(int(c.Arg(1).ToInt()), 1, t.texts(c.Args[2:3]))
		return c.Arg(2)
	})
	define("STORESIZE", true, func(c *runtime.Call, t *tiedFile) value.Value { t.resize(int(c.Arg(1).ToInt())); return value.Undef })
	define("CLEAR", true, func(_ *runtime.Call, t *tiedFile) value.Value { t.lines = nil; return value.Undef })
	define("PUSH", true, func(c *runtime.Call, t *tiedFile) value.Value {
		t.lines = append(t.lines, t.texts(c.Args[1:])...)
		return value.Int(int64(len(t.lines)))
	})
	define("UNSHIFT", true, func(c *runtime.Call, t *tiedFile) value.Value {
		t.splice(0, 0, t.texts(c.Args[1:]))
		return value.Int(int64(len(t.lines)))
	})
	one := func(name string, place func(t *tiedFile) int) {
		define(name, true, func(_ *runtime.Call, t *tiedFile) value.Value {
			if len(t.lines) == 0 {
				return value.Undef
			}
			return t.splice(place(t), 1, nil)[0]
		})
	}
	one("POP", func(t *tiedFile) int { return len(t.lines) - 1 })
	one("SHIFT", func(*tiedFile) int { return 0 })
	define("DELETE", true, func(c *runtime.Call, t *tiedFile) value.Value {
		i := int(c.Arg(1).ToInt())
		old := t.value(i)
		switch {
		case i == len(t.lines)-1:
			t.lines = t.lines[:i]
		case i >= 0 && i < len(t.lines):
			t.lines[i] = ""
		}
		return old
	})
	define("SPLICE", true, func(c *runtime.Call, t *tiedFile) value.Value {
		offset, n := 0, len(t.lines)
		if len(c.Args) > 1 {
			if offset = int(c.Args[1].ToInt()); offset < 0 {
				offset = max(0, offset+len(t.lines))
			}
		}
		if len(c.Args) > 2 && c.Args[2].Defined() {
			if n = int(c.Args[2].ToInt()); n < 0 {
				n = max(0, len(t.lines)-offset+n)
			}
		}
		return c.Return(t.splice(offset, n, t.texts(c.Args[min(3, len(c.Args)):]))...)
	})
	define("EXTEND", false, func(*runtime.Call, *tiedFile) value.Value { return value.Undef })
	define("defer", false, func(_ *runtime.Call, t *tiedFile) value.Value { t.deferred = true; return value.Undef })
	define("flush", false, func(c *runtime.Call, t *tiedFile) value.Value { t.deferred = false; t.write(c); return value.Int(1) })
	define("discard", false, func(*runtime.Call, *tiedFile) value.Value { return value.Undef })
	define("autodefer", false, func(*runtime.Call, *tiedFile) value.Value { return value.Int(1) })
	define("flock", false, func(*runtime.Call, *tiedFile) value.Value { return value.Int(1) })
	define("autochomp", false, func(c *runtime.Call, t *tiedFile) value.Value {
		old := t.autochomp
		if len(c.Args) > 1 {
			t.autochomp = c.Args[1].Truth()
		}
		return value.Bool(old)
	})
}

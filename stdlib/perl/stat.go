package perl

// This file defines stat and lstat.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func statEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("stat FILEHANDLE\nstat EXPR\nstat", "what is known of a file", `Thirteen values: device, inode, mode, links, user, group, special device, size,
times of access, modification and change, block size, blocks; the empty list if there is no such
file. $_ without operand; the handle _
stands for the file of the last stat or file test.

    say scalar(my @s = stat "/");   #> 13
`, func(c *runtime.Call) value.Value { return stat(c, (*handle.Set).Stat) }),
		called("lstat FILEHANDLE\nlstat EXPR\nlstat", "what is known of a symbolic link", `As stat, but of a symbolic link itself.

    say scalar(my @s = lstat "/");   #> 13
`, func(c *runtime.Call) value.Value { return stat(c, (*handle.Set).Lstat) }),
	}
}

func stat(c *runtime.Call, byName func(s *handle.Set, path string) (*handle.Stat, error)) value.Value {
	v := c.VM.Topic()
	if len(c.Args) > 0 {
		v = c.Args[0]
	}
	st, err := statOf(c, v, byName)
	c.VM.SetLastStat(st)
	if err != nil {
		c.VM.SetErrno(err)
	}
	if c.Want != runtime.WantList {
		return value.Bool(st != nil)
	}
	if st == nil {
		return c.Nothing()
	}
	list := st.List()
	return c.Return(list[:]...)
}

func statOf(c *runtime.Call, v value.Value, byName func(s *handle.Set, path string) (*handle.Stat, error)) (*handle.Stat, error) {
	if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
		if g := v.Glob(); g.Name == "_" && g.Package == "main" && k == value.KGlob {
			return c.VM.LastStat(), nil
		}
		h := c.VM.HandleOf(v)
		if !h.IsOpen() {
			warnClosed(c, v, h, "stat")
			return nil, &handle.StateError{Op: "stat", Reason: handle.Closed}
		}
		return h.Stat()
	}
	name := v.String()
	st, err := byName(c.VM.Handles(), name)
	if err != nil && strings.HasSuffix(name, "\n") && c.Warns() {
		c.Warn("Unsuccessful stat on filename containing newline")
	}
	return st, err
}

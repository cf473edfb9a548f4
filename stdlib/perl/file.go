package perl

// This file defines the functions that change what the file system knows of files.

import (
	"math"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func fileEntries() []*runtime.Entry {
	two := func(name, operands, summary, doc string, f func(c *runtime.Call, from, to string) error) *runtime.Entry {
		return called(name+" "+operands, summary, doc, func(c *runtime.Call) value.Value {
			return done(c, f(c, c.Arg(0).String(), c.Arg(1).String()))
		})
	}
	return []*runtime.Entry{
		called("unlink LIST\nunlink", "remove files", `Removes files, $_ without operand, and returns how many that were. Directories are never removed.

    say unlink "/no/such/file";   #> 0
`, func(c *runtime.Call) value.Value {
			if len(c.Args) == 0 && !c.Parens() {
				return forEach(c, []value.Value{c.VM.Topic()}, c.VM.Handles().Unlink)
			}
			return forEach(c, c.Args, c.VM.Handles().Unlink)
		}),
		two("rename", "OLDNAME,NEWNAME", "give a file another name", `Moves a file; one that has the new name is replaced.

    say rename("/no/such/file", "/no/such/other") ? "moved" : "failed";   #> failed
`, func(c *runtime.Call, from, to string) error { return c.VM.Handles().Rename(from, to) }),
		two("link", "OLDFILE,NEWFILE", "make a hard link", `Gives a file a second name.

    say link("/no/such/file", "/no/such/other") ? "linked" : "failed";   #> failed
`, func(c *runtime.Call, from, to string) error { return c.VM.Handles().Link(from, to) }),
		two("symlink", "OLDFILE,NEWFILE", "make a symbolic link", `Makes NEWFILE a symbolic link to OLDFILE.

    say symlink("x", "/no/such/dir/link") ? "linked" : "failed";   #> failed
`, func(c *runtime.Call, from, to string) error { return c.VM.Handles().Symlink(from, to) }),
		called("readlink EXPR\nreadlink", "target of a symbolic link", `What a symbolic link points to, undef for anything else.

    say readlink("/") // "no link";   #> no link
`, readlink),
		called("chmod LIST", "set permissions", `The first operand is the mode, the others files; returns how many were changed.

    say chmod 0644, "/no/such/file";   #> 0
`, func(c *runtime.Call) value.Value {
			if len(c.Args) == 0 {
				return value.Int(0)
			}
			mode := uint32(c.Args[0].ToInt())
			return forEachHandle(c, c.Args[1:], func(name string) error { return c.VM.Handles().Chmod(name, mode) }, func(v value.Value) error {
				return c.VM.HandleOf(v).Chmod(mode)
			})
		}),
		called("chown LIST", "set owner and group", `The first two operands are user and group number, -1 to keep one; the others files. Returns how many were
changed.

    say chown -1, -1, "/no/such/file";   #> 0
`, func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				return value.Int(0)
			}
			uid, gid := int(c.Args[0].ToInt()), int(c.Args[1].ToInt())
			return forEach(c, c.Args[2:], func(name string) error { return c.VM.Handles().Chown(name, uid, gid) })
		}),
		called("utime LIST", "set the times of files", `The first two operands are the times of last access and modification, undef for now; the others files.
Returns how many were changed.

    say utime undef, undef, "/no/such/file";   #> 0
`, utime),
		called("umask EXPR\numask", "mask of permissions", `Sets the permissions that new files do not get, and returns the mask before.

    umask 022;
    printf "%03o\n", umask;   #> 022
`, func(c *runtime.Call) value.Value {
			mask := -1
			if len(c.Args) > 0 && c.Args[0].Defined() {
				mask = int(c.Args[0].ToInt() & 0o777)
			}
			return value.Int(int64(c.VM.Handles().Umask(mask)))
		}),
	}
}

// forEach applies f to every name and returns how often it succeeded; $! is that of the last failure.
func forEach(c *runtime.Call, names []value.Value, f func(name string) error) value.Value {
	n := int64(0)
	for _, v := range names {
		if err := f(v.String()); err != nil {
			c.VM.SetErrno(err)
			continue
		}
		n++
	}
	return value.Int(n)
}

// forEachHandle is forEach for functions that take open handles among the names.
func forEachHandle(c *runtime.Call, files []value.Value, byName func(name string) error, byHandle func(v value.Value) error) value.Value {
	n := int64(0)
	for _, v := range files {
		err := error(nil)
		if k := v.Kind(); (k == value.KGlob || k == value.KGlobRef) && c.VM.HandleOf(v) != nil {
			err = byHandle(v)
		} else {
			err = byName(v.String())
		}
		if err != nil {
			c.VM.SetErrno(err)
			continue
		}
		n++
	}
	return value.Int(n)
}

func readlink(c *runtime.Call) value.Value {
	name := c.VM.Topic()
	if len(c.Args) > 0 {
		name = c.Args[0]
	}
	target, err := c.VM.Handles().Readlink(name.String())
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	return value.Str(target)
}

func utime(c *runtime.Call) value.Value {
	if len(c.Args) < 2 {
		return value.Int(0)
	}
	atime, mtime := timeOf(c.Args[0]), timeOf(c.Args[1])
	if !c.Args[0].Defined() && !c.Args[1].Defined() {
		atime, mtime = time.Time{}, time.Time{}
	}
	return forEach(c, c.Args[2:], func(name string) error { return c.VM.Handles().Utimes(name, atime, mtime) })
}

// timeOf reads seconds since 1970, fractions included.
func timeOf(v value.Value) time.Time {
	whole, fraction := math.Modf(v.ToFloat())
	return time.Unix(int64(whole), int64(fraction*1e9))
}

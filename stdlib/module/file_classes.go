package module

// This file defines File::stat, IO::Dir and DirHandle, Time::localtime and Time::gmtime: core functions that give objects.

import (
	"os"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// statFields are the methods of File::stat, in the order of the core function's list.
func statFields() []string {
	return []string{"dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "atime", "mtime", "ctime", "blksize", "blocks"}
}

func fileStatEntries() []*runtime.Entry {
	entry := func(name string, look func(s *handle.Set, path string) (*handle.Stat, error)) *runtime.Entry {
		return exported(name+" FILE\n"+name, "what is known of a file, as an object", "Its methods are dev ino mode nlink uid gid rdev size atime mtime ctime blksize blocks; undef if there is no such file.\n\n    use File::stat;\n    say "+name+"(\"/\")->nlink > 0 ? \"yes\" : \"no\";   #> yes\n",
			func(c *runtime.Call) value.Value {
				v := c.VM.Topic()
				if len(c.Args) > 0 {
					v = c.Args[0]
				}
				var st *handle.Stat
				var err error
				if h := c.VM.HandleOf(v); h.IsOpen() {
					st, err = h.Stat()
				} else {
					st, err = look(c.VM.Handles(), v.String())
				}
				if err != nil {
					c.VM.SetErrno(err)
					return c.Nothing()
				}
				c.VM.SetLastStat(st)
				list := st.List()
				return blessedArray(c.VM, list[:], "File::stat")
			})
	}
	return []*runtime.Entry{entry("stat", (*handle.Set).Stat), entry("lstat", (*handle.Set).Lstat)}
}

func blessedArray(vm *runtime.VM, list []value.Value, class string) value.Value {
	ref := value.RefArray(value.NewArray(append([]value.Value(nil), list...)))
	ref.Bless(vm.Package(class).Class)
	return ref
}

// fieldMethods makes a method of each element of objects that are arrays.
func fieldMethods(vm *runtime.VM, class string, names []string) {
	for i, name := range names {
		vm.Define(class+"::"+name, func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KArrayRef {
				c.Die("Can't call method \"%s\" without an object", name)
			}
			return c.Args[0].Array().Get(int64(i))
		})
	}
}

func setupFileStat(vm *runtime.VM) {
	fieldMethods(vm, "File::stat", statFields())
	vm.Define("File::stat::populate", func(c *runtime.Call) value.Value {
		if len(c.Args) == 0 {
			return value.Undef
		}
		return blessedArray(c.VM, c.Args, "File::stat")
	})
	test := func(op string, object value.Value) value.Value {
		mode := object.Array().Get(2).ToInt()
		kind := map[string]int64{"f": 0o100000, "d": 0o040000, "l": 0o120000, "p": 0o010000, "S": 0o140000, "b": 0o060000, "c": 0o020000}[op]
		switch op {
		case "e":
			return value.Bool(true)
		case "s":
			if n := object.Array().Get(7); n.Truth() {
				return n
			}
			return value.No
		case "z":
			return value.Bool(object.Array().Get(7).ToInt() == 0)
		case "u", "g", "k":
			return value.Bool(mode&map[string]int64{"u": 0o4000, "g": 0o2000, "k": 0o1000}[op] != 0)
		case "o", "O":
			return value.Bool(object.Array().Get(4).ToInt() == int64(os.Geteuid()))
		case "r", "w", "x", "R", "W", "X":
			return value.Bool(mode&map[string]int64{"r": 0o444, "R": 0o444, "w": 0o222, "W": 0o222, "x": 0o111, "X": 0o111}[op] != 0)
		}
		return value.Bool(mode&0o170000 == kind)
	}
	vm.Overload("File::stat", map[string]runtime.Native{"-X": func(c *runtime.Call) value.Value { return test(c.Arg(1).String(), c.Arg(0)) }})
	vm.Fallback("File::stat")
}

// timeFields are the methods of Time::localtime and Time::gmtime.
func timeFields() []string {
	return []string{"sec", "min", "hour", "mday", "mon", "year", "wday", "yday", "isdst"}
}

// timeObjects makes the functions of Time::localtime or Time::gmtime.
func timeObjects(class, name, text string, zone func(vm *runtime.VM) *time.Location) library {
	at := func(c *runtime.Call) time.Time {
		if len(c.Args) > 0 {
			return epochTime(c.Args[0]).In(zone(c.VM))
		}
		return time.Now().In(zone(c.VM))
	}
	return library{name: class, setup: func(vm *runtime.VM) { fieldMethods(vm, "Time::tm", timeFields()) }, load: func() []*runtime.Entry {
		return []*runtime.Entry{
			exported(name+" TIME\n"+name, "time as an object", "Its methods are sec min hour mday mon year wday yday isdst.\n\n    use "+class+";\n    say "+name+"(0)->year > 60 ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
				return blessedArray(c.VM, perl.BrokenDown(at(c)), "Time::tm")
			}),
			exported(text+" TIME\n"+text, "time as text", "As the core function in scalar context.\n\n    use "+class+";\n    say "+text+"(0) =~ /19/ ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
				return value.Str(at(c).Format("Mon Jan _2 15:04:05 2006"))
			}),
		}
	}}
}

// setupDirectories defines IO::Dir or DirHandle.
func setupDirectories(class string) func(vm *runtime.VM) {
	return func(vm *runtime.VM) {
		define := func(name string, f func(c *runtime.Call, d *handle.Dir) value.Value) {
			vm.Define(class+"::"+name, func(c *runtime.Call) value.Value {
				if c.Arg(0).Kind() != value.KGlobRef {
					return value.Undef
				}
				d, _ := c.Args[0].Glob().IO.(*handle.Dir)
				if !d.IsOpen() {
					return c.Nothing()
				}
				return f(c, d)
			})
		}
		open := func(c *runtime.Call, g *value.Glob) value.Value {
			d, err := c.VM.Handles().Opendir(c.Arg(1).String())
			if err == nil {
				g.IO = d
			}
			return truthOf(c, err)
		}
		vm.Define(class+"::new", func(c *runtime.Call) value.Value {
			g := &value.Glob{Package: class, Name: "$dh", Scalar: &value.Scalar{}}
			if len(c.Args) > 1 && !open(c, g).Truth() {
				return value.Undef
			}
			ref := value.RefGlob(g)
			ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
			return ref
		})
		vm.Define(class+"::open", func(c *runtime.Call) value.Value { return open(c, c.Arg(0).Glob()) })
		define("read", func(c *runtime.Call, d *handle.Dir) value.Value {
			if c.Want == runtime.WantList {
				var list []value.Value
				for _, n := range d.ReadAll() {
					list = append(list, value.Str(n))
				}
				return c.Return(list...)
			}
			if name, ok := d.Read(); ok {
				return value.Str(name)
			}
			return value.Undef
		})
		define("rewind", func(c *runtime.Call, d *handle.Dir) value.Value { return truthOf(c, d.Rewind()) })
		define("tell", func(_ *runtime.Call, d *handle.Dir) value.Value { return value.Int(int64(d.Tell())) })
		define("seek", func(c *runtime.Call, d *handle.Dir) value.Value { d.Seek(int(c.Arg(1).ToInt())); return value.Int(1) })
		define("close", func(c *runtime.Call, d *handle.Dir) value.Value { return truthOf(c, d.Close()) })
	}
}

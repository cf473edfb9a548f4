package perl

// This file defines the functions on directories.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func directoryEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("opendir DIRHANDLE,EXPR", "open a directory", `Opens a directory for readdir. False, with $! set, if that fails.

    opendir my $dir, "." or die "opendir: $!";
    say "open";   #> open
`, opendir),
		called("readdir DIRHANDLE", "read a directory", `The next name, or in list context all that are left, "." and ".." among them.

    opendir my $dir, "." or die;
    say scalar grep { $_ eq "." } readdir $dir;   #> 1
`, readdir),
		called("rewinddir DIRHANDLE", "start a directory again", `The next readdir begins at the start.

    opendir my $dir, "." or die;
    my @once = readdir $dir;
    rewinddir $dir;
    say @once == (() = readdir $dir) ? "same" : "different";   #> same
`, onDir("rewinddir", func(c *runtime.Call, d *handle.Dir) value.Value { return done(c, d.Rewind()) })),
		called("telldir DIRHANDLE", "position in a directory", `The position, for seekdir.

    opendir my $dir, "." or die;
    my $start = telldir $dir;
    readdir $dir;
    seekdir $dir, $start;
    say telldir($dir) == $start ? "back" : "lost";   #> back
`, onDir("telldir", func(_ *runtime.Call, d *handle.Dir) value.Value { return value.Int(int64(d.Tell())) })),
		called("seekdir DIRHANDLE,POS", "go to a position in a directory", `Goes back to a position that telldir gave.

    opendir my $dir, "." or die;
    say seekdir $dir, 0;   #> 1
`, onDir("seekdir", func(c *runtime.Call, d *handle.Dir) value.Value {
			d.Seek(int(c.Arg(1).ToInt()))
			return value.Bool(true)
		})),
		called("closedir DIRHANDLE", "close a directory", `Closes what opendir opened.

    opendir my $dir, "." or die;
    say closedir $dir;   #> 1
`, onDir("closedir", func(c *runtime.Call, d *handle.Dir) value.Value { return done(c, d.Close()) })),
		called("mkdir FILENAME,MODE\nmkdir FILENAME\nmkdir", "make a directory", `Makes a directory with permissions 0777, or those given, before the umask. False,
with $! set, if that fails.

    say mkdir("/") ? "made" : "failed";   #> failed
`, func(c *runtime.Call) value.Value {
			name, mode := c.VM.Topic(), uint32(0o777)
			if len(c.Args) > 0 {
				name = c.Args[0]
			}
			if len(c.Args) > 1 {
				mode = uint32(c.Args[1].ToInt())
			}
			return done(c, c.VM.Handles().Mkdir(name.String(), mode))
		}),
		pure("rmdir", "FILENAME", "remove an empty directory", `False, with $! set, if that fails.

    say rmdir("/") ? "removed" : "failed";   #> failed
`, func(vm *runtime.VM, v value.Value) value.Value { return succeeded(vm, vm.Handles().Rmdir(v.String())) }),
		called("chdir FILEHANDLE\nchdir EXPR\nchdir", "change the working directory", `Goes to a directory, $ENV{HOME} by default.

    chdir "/";
    use Cwd;
    say getcwd();   #> /
`, chdir),
		called("glob EXPR\nglob", "file names by pattern", `The names that match a pattern of *, ?, [...], {a,b} and ~. In scalar context it gives one after
the other, then undef.

    say join " ", glob "{a,b}c";   #> ac bc
`, globNames),
	}
}

// succeeded is the result of a function that succeeds or sets $!.
func succeeded(vm *runtime.VM, err error) value.Value {
	if err != nil {
		vm.SetErrno(err)
		return value.No
	}
	return value.Bool(true)
}

func opendir(c *runtime.Call) value.Value {
	d, err := c.VM.Handles().Opendir(c.Arg(1).String())
	if err != nil {
		return done(c, err)
	}
	c.VM.OpenTarget(c.Args[0], c.Package()).IO = d
	return value.Bool(true)
}

// dirOf returns the open directory behind a value; without one it warns and sets $!.
func dirOf(c *runtime.Call, name string) *handle.Dir {
	d, _ := ioOf(c, c.Arg(0)).(*handle.Dir)
	if d != nil && d.IsOpen() {
		return d
	}
	c.VM.SetErrno(&handle.StateError{Op: name, Reason: handle.Closed})
	if c.Warns() {
		label := ""
		if k := c.Arg(0).Kind(); k == value.KGlob || k == value.KGlobRef {
			label = " " + c.Arg(0).Glob().Name
		}
		c.WarnIn("io", name+"() attempted on invalid dirhandle"+label)
	}
	return nil
}

// onDir makes a function of one that gets the open directory.
func onDir(name string, f func(c *runtime.Call, d *handle.Dir) value.Value) runtime.Native {
	return func(c *runtime.Call) value.Value {
		d := dirOf(c, name)
		if d == nil {
			return value.Undef
		}
		return f(c, d)
	}
}

func readdir(c *runtime.Call) value.Value {
	d := dirOf(c, "readdir")
	if d == nil {
		return c.Nothing()
	}
	if c.Want == runtime.WantList {
		var names []value.Value
		for _, n := range d.ReadAll() {
			names = append(names, value.Str(n))
		}
		return c.Return(names...)
	}
	name, ok := d.Read()
	if !ok {
		return value.Undef
	}
	return value.Str(name)
}

func chdir(c *runtime.Call) value.Value {
	if len(c.Args) == 0 {
		env := c.VM.Hash("main::ENV")
		for _, name := range []string{"HOME", "LOGDIR"} {
			if dir := env.Get(value.KeyString(name)); dir.Defined() && dir.String() != "" {
				return done(c, c.VM.Handles().Chdir(dir.String()))
			}
		}
		return value.No
	}
	return done(c, c.VM.Handles().Chdir(c.Args[0].String()))
}

// globState is where a glob in scalar context stands; each place of the source has its own.
type globState struct{ left []string }

type globKey struct {
	file string
	line int
}

func globNames(c *runtime.Call) value.Value {
	pattern := c.VM.Topic()
	if len(c.Args) > 0 {
		pattern = c.Args[0]
	}
	if c.Want == runtime.WantList {
		var out []value.Value
		for _, n := range listFiles(c, pattern) {
			out = append(out, value.Str(n))
		}
		return c.Return(out...)
	}
	file, line := c.Site()
	states := c.VM.Local(globKey{}, func() any { return map[globKey]*globState{} }).(map[globKey]*globState)
	key := globKey{file, line}
	state := states[key]
	if state == nil {
		state = &globState{listFiles(c, pattern)}
		states[key] = state
	}
	if len(state.left) == 0 {
		delete(states, key)
		return value.Undef
	}
	name := state.left[0]
	state.left = state.left[1:]
	return value.Str(name)
}

func listFiles(c *runtime.Call, pattern value.Value) []string {
	names, err := c.VM.Handles().Glob(pattern.String())
	if err != nil {
		c.VM.SetErrno(err)
	}
	return names
}

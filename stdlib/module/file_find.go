package module

// This file defines File::Find.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func fileFindEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("find LIST", "visit files and directories", `The first operand is a sub, or a hash of wanted, preprocess, postprocess, no_chdir, bydepth,
follow; the others are where to begin. The
sub finds the name in $_, the path in $File::Find::name and the directory, where it also is, in
$File::Find::dir; $File::Find::prune leaves a
directory out.

    use File::Find;
    find(sub { say $File::Find::name if $_ eq "." }, "/proc/self/fdinfo");   #> /proc/self/fdinfo
`, func(c *runtime.Call) value.Value { return find(c, false) }),
		exported("finddepth LIST", "visit files before their directory", "As find, but a directory comes after what is in it.\n\n    use File::Find;\n    finddepth({ wanted => sub { }, no_chdir => 1 }, \"/proc/self/fdinfo\");\n", func(c *runtime.Call) value.Value { return find(c, true) }),
	}
}

// A finder is one walk.
type finder struct {
	c                        *runtime.Call
	wanted, before, after    value.Value
	noChdir, byDepth, follow bool
	name, dir, prune         *value.Scalar
	seen                     map[[2]uint64]bool
}

func find(c *runtime.Call, byDepth bool) value.Value {
	f := &finder{c: c, byDepth: byDepth, name: c.VM.Scalar("File::Find::name"), dir: c.VM.Scalar("File::Find::dir"), prune: c.VM.Scalar("File::Find::prune"), seen: map[[2]uint64]bool{}}
	switch spec := c.Arg(0); spec.Kind() {
	case value.KCodeRef:
		f.wanted = spec
	case value.KHashRef:
		get := func(name string) value.Value { return spec.Hash().Get(value.KeyString(name)) }
		f.wanted, f.before, f.after = get("wanted"), get("preprocess"), get("postprocess")
		f.noChdir, f.byDepth = get("no_chdir").Truth(), byDepth || get("bydepth").Truth()
		f.follow = get("follow").Truth() || get("follow_fast").Truth()
	}
	if f.wanted.Kind() != value.KCodeRef {
		c.Die("no &wanted subroutine given")
	}
	home, err := c.VM.Handles().Dir()
	if err != nil {
		c.Die("Can't find out the working directory: %s", err.Error())
	}
	for _, v := range append([]value.Value(nil), c.Args[1:]...) {
		f.start(v.String(), home)
	}
	return value.Undef
}

// start visits one of the places that find was given.
func (f *finder) start(top, home string) {
	stat := (*handle.Set).Lstat
	if f.follow {
		stat = (*handle.Set).Stat
	}
	st, err := stat(f.c.VM.Handles(), top)
	defer func() { _ = f.c.VM.Handles().Chdir(home) }() // it was the working directory a moment ago
	if err != nil {
		f.c.VM.SetErrno(err)
		if f.c.Warns() {
			f.c.Warn("Can't stat %s: %s", top, f.c.VM.Scalar("main::!").Get().String())
		}
		return
	}
	if !st.IsDir() {
		dir, base := dirname(top), top[strings.LastIndexByte(top, '/')+1:]
		if !f.noChdir {
			if err := f.c.VM.Handles().Chdir(dir); err != nil {
				return
			}
		}
		f.call(top, dir, base)
		return
	}
	if trimmed := strings.TrimRight(top, "/"); trimmed != "" {
		top = trimmed
	}
	f.directory(top, absolute(top, home), ".", top)
}

// absolute joins a path to a directory unless it begins at the root.
func absolute(path, dir string) string {
	if strings.HasPrefix(path, "/") {
		return path
	}
	return dir + "/" + path
}

// call calls the script's sub for one name.
func (f *finder) call(path, dir, base string) {
	f.name.Set(value.Str(path))
	f.dir.Set(value.Str(dir))
	topic := base
	if f.noChdir {
		topic = path
	}
	f.c.VM.EachTopic([]value.Value{value.Str(topic)}, func(value.Value) bool {
		f.c.Run(f.wanted.Code())
		return true
	})
}

// directory visits a directory whose full name is full; base and parent are what the script sees of it.
func (f *finder) directory(path, full, base, parent string) {
	enter := func(dir string) bool {
		if f.noChdir {
			return true
		}
		if err := f.c.VM.Handles().Chdir(dir); err != nil {
			f.c.VM.SetErrno(err)
			f.c.Warn("Can't cd to %s: %s", path, f.c.VM.Scalar("main::!").Get().String())
			return false
		}
		return true
	}
	outer := full
	if base != "." {
		outer = full[:strings.LastIndexByte(full, '/')]
	}
	if !f.byDepth {
		f.prune.Set(value.Int(0))
		if !enter(outer) {
			return
		}
		f.call(path, parent, base)
		if f.prune.Get().Truth() {
			return
		}
	}
	if names, ok := f.names(path, full); ok && enter(full) {
		var folders []func() // perl visits the files of a directory before its directories
		for _, name := range names {
			if visit := f.entry(strings.TrimSuffix(path, "/")+"/"+name, strings.TrimSuffix(full, "/")+"/"+name, name, path, enter, full); visit != nil {
				folders = append(folders, visit)
			}
		}
		for _, visit := range folders {
			visit()
		}
		if f.after.Kind() == value.KCodeRef && enter(full) {
			f.dir.Set(value.Str(path))
			f.c.Run(f.after.Code())
		}
	}
	if f.byDepth && enter(outer) {
		f.call(path, parent, base)
	}
}

// entry visits one name of a directory; for a directory it returns what visits that.
func (f *finder) entry(path, full, name, dir string, enter func(dir string) bool, dirFull string) func() {
	stat := (*handle.Set).Lstat
	if f.follow {
		stat = (*handle.Set).Stat
	}
	st, err := stat(f.c.VM.Handles(), full)
	if err == nil && st.IsDir() {
		if f.follow {
			if key := [2]uint64{st.Dev, st.Ino}; f.seen[key] {
				return nil
			} else {
				f.seen[key] = true
			}
		}
		return func() { f.directory(path, full, name, dir) }
	}
	if enter(dirFull) {
		f.call(path, dir, name)
	}
	return nil
}

// names lists a directory, through the script's preprocess if it has one.
func (f *finder) names(path, full string) ([]string, bool) {
	d, err := f.c.VM.Handles().Opendir(full)
	if err != nil {
		f.c.VM.SetErrno(err)
		f.c.Warn("Can't opendir(%s): %s", path, f.c.VM.Scalar("main::!").Get().String())
		return nil, false
	}
	all := d.ReadAll()
	_ = d.Close() // its names were read at once
	if f.before.Kind() == value.KCodeRef {
		f.dir.Set(value.Str(path))
		args := make([]value.Value, len(all))
		for i, n := range all {
			args[i] = value.Str(n)
		}
		all = texts(f.c.RunList(f.before.Code(), args...))
	}
	var out []string
	for _, n := range all {
		if n != "." && n != ".." {
			out = append(out, n)
		}
	}
	return out, true
}

package module

// This file defines File::Temp. Files and directories that are to vanish do so when the script ends.

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func fileTempEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("tempfile LIST", "open a temporary file", `Returns an open handle and its name. The operands are a template whose final X are replaced, and
pairs of DIR, SUFFIX, UNLINK and TMPDIR.

    use File::Temp "tempfile";
    my ($fh, $name) = tempfile(UNLINK => 1);
    say -e $name ? "there" : "missing";   #> there
`, func(c *runtime.Call) value.Value {
			template, opts := tempOptions(c.Args)
			g, name := openTemp(c, template, opts)
			if opts["UNLINK"].Truth() || !opts["OPEN"].Truth() && opts["OPEN"].Defined() {
				vanishing(c.VM).files = append(vanishing(c.VM).files, name)
			}
			if c.Want != runtime.WantList {
				vanishing(c.VM).files = append(vanishing(c.VM).files, name)
				return value.RefGlob(g)
			}
			return c.Return(value.RefGlob(g), value.Str(name))
		}),
		exported("tempdir LIST", "make a temporary directory", `Returns its name. The operands are a template and pairs of DIR, CLEANUP and TMPDIR.

    use File::Temp "tempdir";
    my $dir = tempdir(CLEANUP => 1);
    say -d $dir ? "there" : "missing";   #> there
`, func(c *runtime.Call) value.Value {
			template, opts := tempOptions(c.Args)
			name := makeTempDir(c, template, opts)
			if opts["CLEANUP"].Truth() {
				vanishing(c.VM).dirs = append(vanishing(c.VM).dirs, name)
			}
			return value.Str(name)
		}),
		function("unlink0 HANDLE,NAME", "remove an open file", "Removes the file by its name.\n\n    use File::Temp qw(tempfile unlink0);\n    my ($fh, $name) = tempfile();\n    say unlink0($fh, $name);   #> 1\n", func(c *runtime.Call) value.Value {
			if err := c.VM.Handles().Unlink(c.Arg(1).String()); err != nil {
				c.VM.SetErrno(err)
				return value.Int(0)
			}
			return value.Int(1)
		}),
	}
}

// vanishingKey is where a VM keeps what is removed at its end.
type vanishingKey struct{}

type vanishingFiles struct{ files, dirs []string }

func vanishing(vm *runtime.VM) *vanishingFiles {
	return vm.Local(vanishingKey{}, func() any {
		v := &vanishingFiles{}
		vm.AtEnd(func() {
			for _, f := range v.files {
				_ = vm.Handles().Unlink(f) // the script may have removed it
			}
			for _, d := range v.dirs {
				_ = vm.Handles().RemoveAll(d) // as far as that goes
			}
		})
		return v
	}).(*vanishingFiles)
}

// tempOptions reads an optional template and pairs; names of options count in any case.
func tempOptions(args []value.Value) (template string, opts map[string]value.Value) {
	opts = map[string]value.Value{}
	if len(args)%2 != 0 {
		template, args = args[0].String(), args[1:]
	}
	for i := 0; i+1 < len(args); i += 2 {
		opts[strings.ToUpper(args[i].String())] = args[i+1]
	}
	if t, ok := opts["TEMPLATE"]; ok && template == "" {
		template = t.String()
	}
	return template, opts
}

// tempName fills a template: its final X become letters and digits.
func tempName(c *runtime.Call, template string, opts map[string]value.Value) string {
	dir := opts["DIR"].String()
	switch {
	case template == "":
		template = "XXXXXXXXXX"
		if dir == "" {
			dir = tmpdir(c.VM)
		}
	case dir == "" && opts["TMPDIR"].Truth():
		dir = tmpdir(c.VM)
	}
	base := strings.TrimRight(template, "X")
	n := len(template) - len(base)
	if n < 4 {
		c.Die("Error in tempfile() using template %s: The template must end with at least 4 'X' characters\n", template)
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
	b := []byte(base)
	for range n {
		b = append(b, letters[rand.IntN(len(letters))])
	}
	name := string(b)
	if dir != "" {
		name = strings.TrimSuffix(dir, "/") + "/" + name
	}
	return name + opts["SUFFIX"].String()
}

const tempTries = 100

func openTemp(c *runtime.Call, template string, opts map[string]value.Value) (*value.Glob, string) {
	for try := 1; ; try++ {
		name := tempName(c, template, opts)
		h, err := c.VM.Handles().Sysopen(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			g := &value.Glob{Package: "File::Temp", Name: "$fh", Scalar: &value.Scalar{}, IO: h}
			return g, name
		}
		if !errors.Is(err, fs.ErrExist) || try == tempTries {
			failTemp(c, "tempfile", name, err)
		}
	}
}

func makeTempDir(c *runtime.Call, template string, opts map[string]value.Value) string {
	for try := 1; ; try++ {
		name := tempName(c, template, opts)
		err := c.VM.Handles().Mkdir(name, 0o700)
		if err == nil {
			return name
		}
		if !errors.Is(err, fs.ErrExist) || try == tempTries {
			failTemp(c, "tempdir", name, err)
		}
	}
}

func failTemp(c *runtime.Call, function, name string, err error) {
	c.VM.SetErrno(err)
	text := c.VM.Scalar("main::!").Get().String()
	c.Die("Error in %s() using template %s: Could not create temp file %s: %s", function, name, name, text)
}

// setupFileTemp defines the class: objects are handles that know their name.
func setupFileTemp(vm *runtime.VM) {
	vm.Inherit("File::Temp", "IO::Handle", "IO::Seekable")
	vm.Define("File::Temp::new", func(c *runtime.Call) value.Value {
		template, opts := tempOptions(c.Args[1:])
		g, name := openTemp(c, template, opts)
		if u, ok := opts["UNLINK"]; !ok || u.Truth() {
			vanishing(c.VM).files = append(vanishing(c.VM).files, name)
		}
		g.Scalar.Set(value.Str(name))
		ref := value.RefGlob(g)
		ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
		return ref
	})
	vm.Define("File::Temp::newdir", func(c *runtime.Call) value.Value {
		template, opts := tempOptions(c.Args[1:])
		name := makeTempDir(c, template, opts)
		if v, ok := opts["CLEANUP"]; !ok || v.Truth() {
			vanishing(c.VM).dirs = append(vanishing(c.VM).dirs, name)
		}
		h := value.NewHash()
		h.SetString("DIRNAME", value.Str(name))
		return blessHash(c.VM, h, "File::Temp::Dir")
	})
	name := func(c *runtime.Call) value.Value { return c.Arg(0).Glob().Scalar.Get() }
	vm.Define("File::Temp::filename", name)
	vm.Define("File::Temp::unlink_on_destroy", func(*runtime.Call) value.Value { return value.Int(1) })
	vm.Overload("File::Temp", map[string]runtime.Native{`""`: name, "bool": func(*runtime.Call) value.Value { return value.Int(1) }})
	dirName := func(c *runtime.Call) value.Value { return c.Arg(0).Hash().Get(value.KeyString("DIRNAME")) }
	vm.Define("File::Temp::Dir::dirname", dirName)
	vm.Overload("File::Temp::Dir", map[string]runtime.Native{`""`: dirName, "bool": func(*runtime.Call) value.Value { return value.Int(1) }})
}

package module

// This file defines File::Spec and File::Spec::Functions for paths with slashes.

import (
	"os"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A specFunction is one function of File::Spec::Functions and method of File::Spec: its operands without the class.
type specFunction struct {
	name, operands, summary, example string
	byDefault                        bool
	f                                func(c *runtime.Call, args []string) []value.Value
}

func specFunctions() []specFunction {
	one := func(f func(args []string) string) func(c *runtime.Call, args []string) []value.Value {
		return func(_ *runtime.Call, args []string) []value.Value { return []value.Value{value.Str(f(args))} }
	}
	fixed := func(s string) func(c *runtime.Call, args []string) []value.Value {
		return func(*runtime.Call, []string) []value.Value { return []value.Value{value.Str(s)} }
	}
	return []specFunction{
		{"canonpath", "LIST", "path in its shortest form, without looking at files", "say canonpath(\"/a/./b//c/\");   #> /a/b/c", true, one(func(a []string) string { return canonpath(first(a)) })},
		{"catdir", "LIST", "directory of its parts", "say catdir(\"a\", \"b\");   #> a/b", true, one(catdir)},
		{"catfile", "LIST", "file name of its parts", "say catfile(\"a\", \"b\", \"c.txt\");   #> a/b/c.txt", true, one(catfile)},
		{"curdir", "", "the working directory", "say curdir();   #> .", true, fixed(".")},
		{"updir", "", "the parent directory", "say updir();   #> ..", true, fixed("..")},
		{"rootdir", "", "the root directory", "say rootdir();   #> /", true, fixed("/")},
		{"devnull", "", "the file that swallows everything", "say devnull();   #> /dev/null", false, fixed("/dev/null")},
		{"file_name_is_absolute", "LIST", "ask whether a path begins at the root", "say file_name_is_absolute(\"/a\") ? \"yes\" : \"no\";   #> yes", true, func(_ *runtime.Call, a []string) []value.Value {
			return []value.Value{value.Bool(strings.HasPrefix(first(a), "/"))}
		}},
		{"no_upwards", "LIST", "names other than . and .. of a list", "say join \" \", no_upwards(\".\", \"a\", \"..\");   #> a", true, func(_ *runtime.Call, a []string) []value.Value {
			var out []value.Value
			for _, s := range a {
				if s != "." && s != ".." {
					out = append(out, value.Str(s))
				}
			}
			return out
		}},
		{"path", "", "directories of programs", "say scalar(my @p = path()) > 0 ? \"some\" : \"none\";   #> some", true, func(c *runtime.Call, _ []string) []value.Value {
			var out []value.Value
			text, _ := envOf(c.VM, "PATH")
			for _, d := range strings.Split(text, ":") {
				if d == "" {
					d = "."
				}
				out = append(out, value.Str(d))
			}
			return out
		}},
		{"splitpath", "LIST", "volume, directory and file of a path", "say join \"|\", splitpath(\"/a/b.txt\");   #> |/a/|b.txt", false, splitpath},
		{"splitdir", "LIST", "parts of a directory", "say join \"|\", splitdir(\"/a/b\");   #> |a|b", false, func(_ *runtime.Call, a []string) []value.Value {
			var out []value.Value
			if first(a) != "" {
				for _, p := range strings.Split(first(a), "/") {
					out = append(out, value.Str(p))
				}
			}
			return out
		}},
		{"catpath", "LIST", "path of volume, directory and file", "say catpath(\"\", \"/a\", \"b\");   #> /a/b", false, one(func(a []string) string {
			dir, file := nth(a, 1), nth(a, 2)
			if dir != "" && file != "" && dir[len(dir)-1] != '/' && file[0] != '/' {
				return dir + "/" + file
			}
			return dir + file
		})},
		{"abs2rel", "LIST", "path from a directory", "say abs2rel(\"/a/b/c\", \"/a\");   #> b/c", false, func(c *runtime.Call, a []string) []value.Value {
			return []value.Value{value.Str(abs2rel(c, nth(a, 0), nth(a, 1)))}
		}},
		{"rel2abs", "LIST", "path from the root", "say rel2abs(\"b\", \"/a\");   #> /a/b", false, func(c *runtime.Call, a []string) []value.Value {
			return []value.Value{value.Str(rel2abs(c, nth(a, 0), nth(a, 1)))}
		}},
		{"tmpdir", "", "directory for temporary files", "say tmpdir() ne \"\" ? \"known\" : \"unknown\";   #> known", false, func(c *runtime.Call, _ []string) []value.Value { return []value.Value{value.Str(tmpdir(c.VM))} }},
		{"case_tolerant", "", "ask whether case matters in names", "say case_tolerant() ? \"no\" : \"it does\";   #> it does", false, func(*runtime.Call, []string) []value.Value { return []value.Value{value.Int(0)} }},
	}
}

func first(a []string) string { return nth(a, 0) }

func nth(a []string, i int) string {
	if i < len(a) {
		return a[i]
	}
	return ""
}

// texts returns values as text.
func texts(list []value.Value) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = v.String()
	}
	return out
}

func fileSpecFunctions() []*runtime.Entry {
	var out []*runtime.Entry
	for _, s := range specFunctions() {
		usage := strings.TrimSpace(s.name + " " + s.operands)
		e := function(usage, s.summary, "Works on the text alone.\n\n    use File::Spec::Functions \""+s.name+"\";\n    "+s.example+"\n", func(c *runtime.Call) value.Value { return c.Return(s.f(c, texts(c.Args))...) })
		e.Default = s.byDefault
		out = append(out, e)
	}
	return out
}

// setupFileSpec defines the class methods.
func setupFileSpec(vm *runtime.VM) {
	for _, s := range specFunctions() {
		vm.Define("File::Spec::"+s.name, func(c *runtime.Call) value.Value { return c.Return(s.f(c, texts(c.Args[min(1, len(c.Args)):]))...) })
	}
	vm.Inherit("File::Spec::Unix", "File::Spec")
	vm.Define("File::Spec::join", vm.Sub("File::Spec::catfile").Body.(runtime.Native))
}

func canonpath(path string) string {
	if path == "" {
		return ""
	}
	root := ""
	if path[0] == '/' {
		root = "/"
	}
	var parts []string
	for _, p := range strings.Split(path, "/") {
		if p != "" && p != "." && !(p == ".." && root == "/" && len(parts) == 0) {
			parts = append(parts, p)
		}
	}
	out := root + strings.Join(parts, "/")
	if out == "" {
		return "."
	}
	return out
}

func catdir(a []string) string {
	if len(a) == 0 {
		return ""
	}
	return canonpath(strings.Join(append(a[:len(a):len(a)], ""), "/"))
}

func catfile(a []string) string {
	if len(a) == 0 {
		return ""
	}
	file := canonpath(a[len(a)-1])
	if len(a) == 1 {
		return file
	}
	dir := catdir(a[:len(a)-1])
	if dir == "" {
		return file
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + file
}

func splitpath(_ *runtime.Call, a []string) []value.Value {
	path := first(a)
	if nth(a, 1) != "" && nth(a, 1) != "0" {
		return []value.Value{value.Str(""), value.Str(path), value.Str("")}
	}
	i := strings.LastIndexByte(path, '/')
	dir, file := path[:i+1], path[i+1:]
	if file == "." || file == ".." {
		dir, file = path, ""
	}
	return []value.Value{value.Str(""), value.Str(dir), value.Str(file)}
}

func rel2abs(c *runtime.Call, path, base string) string {
	if strings.HasPrefix(path, "/") {
		return canonpath(path)
	}
	switch {
	case base == "":
		base = currentDirectory(c.VM)
	case base[0] != '/':
		base = rel2abs(c, base, "")
	}
	return catdir([]string{canonpath(base), path})
}

func abs2rel(c *runtime.Call, path, base string) string {
	from, to := rel2abs(c, base, ""), rel2abs(c, path, "")
	if base == "" {
		from = currentDirectory(c.VM)
	}
	a, b := pathParts(from), pathParts(to)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	var out []string
	for range a {
		out = append(out, "..")
	}
	if out = append(out, b...); len(out) == 0 {
		return "."
	}
	return strings.Join(out, "/")
}

func pathParts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// currentDirectory is the script's working directory, "." if it cannot be found out.
func currentDirectory(vm *runtime.VM) string {
	dir, err := vm.Handles().Dir()
	if err != nil {
		return "."
	}
	return dir
}

func tmpdir(vm *runtime.VM) string {
	if dir, ok := envOf(vm, "TMPDIR"); ok && dir != "" {
		if st, err := vm.Handles().Stat(dir); err == nil && st.IsDir() {
			return dir
		}
	}
	if os.PathSeparator == '/' {
		return "/tmp"
	}
	return os.TempDir()
}

func workingDirectory(c *runtime.Call) value.Value {
	dir, err := c.VM.Handles().Dir()
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	return value.Str(dir)
}

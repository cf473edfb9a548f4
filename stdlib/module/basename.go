package module

// This file defines File::Basename.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

func basenameEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("fileparse LIST", "parts of a path", `Name, directory with its final slash, and suffix, if one of the patterns after the path matches the end of the name.

    use File::Basename;
    say join "|", fileparse("/a/b/c.txt", qr/\.[^.]*/);   #> c|/a/b/|.txt
`, func(c *runtime.Call) value.Value {
			name, dir, suffix := fileparse(c, c.Arg(0).String(), c.Args[min(1, len(c.Args)):])
			if c.Want != runtime.WantList {
				return value.Str(name)
			}
			return c.Return(value.Str(name), value.Str(dir), value.Str(suffix))
		}),
		exported("basename LIST", "last part of a path", `Without the suffix, if it is given and the name is more than that.

    use File::Basename;
    say basename("/a/b/c.txt", ".txt");   #> c
`, basename),
		exported("dirname PATH", "directory of a path", `All but the last part.

    use File::Basename;
    say dirname("/a/b/c.txt");   #> /a/b
`, func(c *runtime.Call) value.Value { return value.Str(dirname(c.Arg(0).String())) }),
		exported("fileparse_set_fstype TYPE\nfileparse_set_fstype", "kind of paths", "Returns \"Unix\"; other kinds are not known.\n\n    use File::Basename;\n    say fileparse_set_fstype();   #> Unix\n", func(*runtime.Call) value.Value { return value.Str("Unix") }),
	}
}

func fileparse(c *runtime.Call, path string, suffixes []value.Value) (name, dir, suffix string) {
	i := strings.LastIndexByte(path, '/')
	dir, name = path[:i+1], path[i+1:]
	if dir == "" {
		dir = "./"
	}
	for _, s := range suffixes {
		pattern := s.ToStr()
		re, err := regex.Compile("(?s)^(.*?)("+pattern.UTF8()+")$", regex.UTF8)
		if err != nil {
			c.Die("%s", err.Error())
		}
		var st regex.State
		ok, err := re.Match(&st, name, false, 0)
		if err != nil {
			c.Die("%s", err.Error())
		}
		if ok {
			cut := st.Caps[4]
			suffix = name[cut:] + suffix
			name = name[:cut]
		}
	}
	return name, dir, suffix
}

func basename(c *runtime.Call) value.Value {
	path := stripSlashes(c.Arg(0).String())
	name := path[strings.LastIndexByte(path, '/')+1:]
	switch path {
	case "/":
		name = "/"
	case "":
		name = "./" // a path without a name is told by its directory
	}
	for _, s := range c.Args[min(1, len(c.Args)):] {
		// Suffixes of basename are text, not patterns, and never the whole name.
		if cut, ok := strings.CutSuffix(name, s.String()); ok && cut != "" && s.String() != "" {
			name = cut
			break
		}
	}
	return value.Str(name)
}

// stripSlashes removes slashes at the end, but not the root.
func stripSlashes(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	return path
}

func dirname(path string) string {
	i := strings.LastIndexByte(path, '/')
	dir, name := path[:i+1], path[i+1:]
	if dir == "" {
		return "."
	}
	if name == "" {
		dir = stripSlashes(dir)
		if dir == "/" {
			return "/"
		}
		j := strings.LastIndexByte(dir, '/')
		if j < 0 {
			return "."
		}
		dir = dir[:j+1]
	}
	return stripSlashes(dir)
}

package module

// This file defines Cwd, Sys::Hostname, FindBin and what they need of the system.

import (
	"os"
	"path/filepath"
	goruntime "runtime"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func cwdEntries() []*runtime.Entry {
	here := func(name string, byDefault bool) *runtime.Entry {
		e := function(name, "working directory", "Its full name.\n\n    use Cwd \""+name+"\";\n    chdir \"/\";\n    say "+name+"();   #> /\n", workingDirectory)
		e.Default = byDefault
		return e
	}
	real := func(name string) *runtime.Entry {
		return function(name+" LIST", "path without symbolic links", "The full name of a file, of the working directory by default.\n\n    use Cwd \""+name+"\";\n    say "+name+"(\"/.\");   #> /\n", absolutePath)
	}
	return []*runtime.Entry{here("cwd", true), here("getcwd", true), here("fastcwd", true), here("fastgetcwd", true), real("abs_path"), real("realpath"), real("fast_abs_path"),
		function("chdir DIR", "change the working directory", "As the core function.\n\n    use Cwd ();\n    say Cwd::chdir(\"/\");   #> 1\n", func(c *runtime.Call) value.Value {
			if err := c.VM.Handles().Chdir(c.Arg(0).String()); err != nil {
				c.VM.SetErrno(err)
				return value.No
			}
			return value.Int(1)
		})}
}

func absolutePath(c *runtime.Call) value.Value {
	path := "."
	if len(c.Args) > 0 && c.Args[0].Defined() {
		path = c.Args[0].String()
	}
	full, err := resolvePath(c.VM, rel2abs(c, path, ""), 0)
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	return value.Str(full)
}

// resolvePath follows the symbolic links of an absolute path; its last part need not exist.
func resolvePath(vm *runtime.VM, path string, depth int) (string, error) {
	done := ""
	parts := pathParts(path)
	for i, p := range parts {
		if p == ".." {
			done = done[:max(strings.LastIndexByte(done, '/'), 0)]
			continue
		}
		st, err := vm.Handles().Lstat(done + "/" + p)
		if err != nil {
			if i == len(parts)-1 {
				return done + "/" + p, nil
			}
			return "", err
		}
		if st.Mode&0o170000 != 0o120000 {
			done += "/" + p
			continue
		}
		target, err := vm.Handles().Readlink(done + "/" + p)
		if err != nil {
			return "", err
		}
		if depth > 40 {
			return "", &os.PathError{Op: "readlink", Path: path, Err: os.ErrInvalid}
		}
		if !strings.HasPrefix(target, "/") {
			target = done + "/" + target
		}
		if done, err = resolvePath(vm, target, depth+1); err != nil {
			return "", err
		}
		done = strings.TrimSuffix(done, "/")
	}
	if done == "" {
		return "/", nil
	}
	return done, nil
}

func hostnameEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("hostname", "name of this machine", "As the system has it.\n\n    use Sys::Hostname;\n    say hostname() ne \"\" ? \"known\" : \"unknown\";   #> known\n", func(c *runtime.Call) value.Value {
			c.Forbid()
			name, err := os.Hostname()
			if err != nil {
				c.Die("Cannot get host name of local machine")
			}
			return value.Str(name)
		}),
	}
}

// systemNames are the fields of uname.
func systemNames() []value.Value {
	host, _ := os.Hostname() // an unknown name is an empty one
	release, version := kernelRelease()
	name := strings.ToUpper(goruntime.GOOS[:1]) + goruntime.GOOS[1:]
	machine := map[string]string{"amd64": "x86_64", "386": "i686", "arm64": "aarch64"}[goruntime.GOARCH]
	if machine == "" {
		machine = goruntime.GOARCH
	}
	return []value.Value{value.Str(name), value.Str(host), value.Str(release), value.Str(version), value.Str(machine)}
}

// kernelRelease reads what Linux tells of itself; elsewhere nothing is known.
func kernelRelease() (release, version string) {
	read := func(file string) string {
		b, err := os.ReadFile("/proc/sys/kernel/" + file)
		if err != nil {
			return ""
		}
		return strings.TrimSpace(string(b))
	}
	return read("osrelease"), read("version")
}

// setupFindBin sets the variables that say where the script is.
func setupFindBin(vm *runtime.VM) {
	script := vm.Scalar("main::0").Get().String()
	dir := filepath.ToSlash(filepath.Dir(vm.Handles().Path(script)))
	if full, err := filepath.Abs(dir); err == nil {
		dir = filepath.ToSlash(full)
	}
	real := dir
	if r, err := resolvePath(vm, dir, 0); err == nil {
		real = r
	}
	for name, v := range map[string]string{"Bin": dir, "RealBin": real, "Script": filepath.Base(script), "RealScript": filepath.Base(script)} {
		vm.Scalar("FindBin::" + name).Set(value.Str(v))
	}
}

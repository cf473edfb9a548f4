package module

// This file defines Exporter for the script's own modules.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// setupExporter defines import, which classes inherit or import themselves.
func setupExporter(vm *runtime.VM) {
	vm.Define("Exporter::import", func(c *runtime.Call) value.Value {
		class := c.Arg(0).String()
		if class == "Exporter" {
			for _, v := range c.Args[1:] {
				if v.String() == "import" {
					c.VM.Glob(c.Package() + "::import").Code = c.VM.Sub("Exporter::import")
					c.VM.SubsChanged()
				}
			}
			return value.Undef
		}
		export(c, class, c.Package(), c.Args[1:])
		return value.Undef
	})
	vm.Define("Exporter::export_to_level", func(c *runtime.Call) value.Value {
		pkg := c.Package()
		if frame, ok := c.VM.Caller(int(c.Arg(1).ToInt()) - 1); ok {
			pkg = frame.Package
		}
		export(c, c.Arg(0).String(), pkg, c.Args[min(3, len(c.Args)):])
		return value.Undef
	})
	vm.Define("Exporter::export_tags", func(c *runtime.Call) value.Value { return addTags(c, "EXPORT") })
	vm.Define("Exporter::export_ok_tags", func(c *runtime.Call) value.Value { return addTags(c, "EXPORT_OK") })
	vm.Define("Exporter::require_version", func(c *runtime.Call) value.Value { return value.Int(1) })
}

// importExporter is `use Exporter 'import'`.
func importExporter(vm *runtime.VM, pkg string, args []value.Value) error {
	for _, v := range args {
		if v.String() == "import" {
			vm.Glob(pkg + "::import").Code = vm.Sub("Exporter::import")
			vm.SubsChanged()
		}
	}
	return nil
}

// addTags adds the members of tags to a list of exports.
func addTags(c *runtime.Call, list string) value.Value {
	pkg := c.Package()
	tags := c.VM.Hash(pkg + "::EXPORT_TAGS")
	for _, v := range c.Args {
		c.VM.Array(pkg + "::" + list).PushAll(listOf(tags.Get(value.KeyOf(v))))
	}
	return value.Undef
}

// export imports names of a class into a package: its default ones when none are asked for.
func export(c *runtime.Call, class, pkg string, args []value.Value) {
	defaults := texts(c.VM.Array(class + "::EXPORT").Values(nil))
	if len(args) == 0 {
		for _, name := range defaults {
			alias(c.VM, class, pkg, name)
		}
		return
	}
	allowed := map[string]bool{}
	for _, n := range append(defaults, texts(c.VM.Array(class+"::EXPORT_OK").Values(nil))...) {
		allowed[strings.TrimPrefix(n, "&")] = true
	}
	names, bad := wanted(c, class, texts(args), defaults, allowed)
	for _, n := range names {
		if !allowed[strings.TrimPrefix(n, "&")] {
			bad = append(bad, fmt.Sprintf("\"%s\" is not exported by the %s module", strings.TrimPrefix(n, "&"), class))
		}
	}
	if len(bad) > 0 {
		c.Die("%s\nCan't continue after import errors", strings.Join(bad, "\n"))
	}
	for _, n := range names {
		alias(c.VM, class, pkg, n)
	}
}

// wanted resolves tags, patterns and exclusions to names.
func wanted(c *runtime.Call, class string, args, defaults []string, allowed map[string]bool) (names, bad []string) {
	if first := args[0]; strings.HasPrefix(first, "!") {
		names = append(names, defaults...)
	}
	for _, a := range args {
		remove := strings.HasPrefix(a, "!")
		a = strings.TrimPrefix(a, "!")
		list := []string{a}
		switch {
		case a == ":DEFAULT":
			list = defaults
		case strings.HasPrefix(a, ":"):
			tag := c.VM.Hash(class + "::EXPORT_TAGS").Get(value.KeyString(a[1:]))
			if tag.Kind() != value.KArrayRef {
				bad = append(bad, fmt.Sprintf("\"%s\" is not defined in %%%s::EXPORT_TAGS", a[1:], class))
				continue
			}
			list = texts(tag.Array().Values(nil))
		case len(a) > 1 && a[0] == '/' && a[len(a)-1] == '/':
			list = matching(c, a[1:len(a)-1], allowed)
		case a != "" && a[0]-'0' < 10:
			continue // a version
		}
		for _, n := range list {
			if !remove {
				names = append(names, n)
				continue
			}
			for i := len(names) - 1; i >= 0; i-- {
				if strings.TrimPrefix(names[i], "&") == strings.TrimPrefix(n, "&") {
					names = append(names[:i], names[i+1:]...)
				}
			}
		}
	}
	return names, bad
}

func matching(c *runtime.Call, pattern string, allowed map[string]bool) []string {
	re, err := regex.Compile(pattern, regex.UTF8)
	if err != nil {
		c.Die("%s", err.Error())
	}
	var out []string
	var st regex.State
	for n := range allowed {
		if ok, err := re.Match(&st, n, true, 0); err == nil && ok {
			out = append(out, n)
		}
	}
	return sorted(out)
}

// alias makes a name of one package known in another: the same sub or variable.
func alias(vm *runtime.VM, from, to, name string) {
	sigil := byte('&')
	if strings.IndexByte("$@%&*", name[0]) >= 0 {
		sigil, name = name[0], name[1:]
	}
	src, dst := vm.Glob(from+"::"+name), vm.Glob(to+"::"+name)
	vm.Imported(string(sigil) + to + "::" + name)
	switch sigil {
	case '$':
		dst.Scalar = src.Scalar
	case '@':
		dst.Array = vm.Array(from + "::" + name)
	case '%':
		dst.Hash = vm.Hash(from + "::" + name)
	case '*':
		dst.Scalar, dst.Array, dst.Hash, dst.Code, dst.IO = src.Scalar, vm.Array(from+"::"+name), vm.Hash(from+"::"+name), src.Code, src.IO
	default:
		if src.Code == nil {
			src.Code = &value.Code{Package: from, Name: name} // its body may follow
		}
		dst.Code = src.Code
		vm.SubsChanged()
	}
}

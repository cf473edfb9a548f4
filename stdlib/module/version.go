package module

// This file defines version: version numbers as objects, hashes of what they were written as and their numbers.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func versionEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("qv EXPR", "version with points", "A version object; a number with one point counts as one with points.\n\n    use version;\n    say qv(\"1.2\") > qv(\"1.1\") ? \"newer\" : \"older\";   #> newer\n", func(c *runtime.Call) value.Value {
			return declareVersion(c, "version", c.Arg(len(c.Args)-1))
		}),
		function("is_lax EXPR", "ask for a version number", "True for anything that can be read as a version.\n\n    use version;\n    say version::is_lax(\"1.2\") ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			_, err := runtime.ParseVersion(c.Arg(0).String())
			return value.Bool(err == nil)
		}),
		function("is_strict EXPR", "ask for a plain version number", "True for 1.23 and v1.2.3, but not for less careful forms.\n\n    use version;\n    say version::is_strict(\"v1.2.3\") ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			return value.Bool(c.VM.Matches(c.Arg(0), value.Str(`\A(?:(?:0|[1-9][0-9]*)\.[0-9]+|v(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]{0,2})){2,})\z`)))
		}),
	}
}

// newVersion makes an object.
func newVersion(vm *runtime.VM, class string, v *runtime.Version) value.Value {
	h := value.NewHash()
	h.SetString("original", value.Str(v.Original))
	if v.Dotted {
		h.SetString("qv", value.Int(1))
	}
	if v.Alpha {
		h.SetString("alpha", value.Int(1))
	}
	parts := make([]value.Value, len(v.Parts))
	for i, p := range v.Parts {
		parts[i] = value.Int(int64(p))
	}
	h.SetString("version", value.RefArray(value.NewArray(parts)))
	return blessHash(vm, h, class)
}

// versionOf reads an object or anything else as a version; what is none ends the call.
func versionOf(c *runtime.Call, v value.Value) *runtime.Version {
	if out := versionObject(c.VM, v); out != nil {
		return out
	}
	out, err := runtime.VersionOf(v)
	if err != nil {
		c.Die("%s", err.Error())
	}
	return out
}

// versionObject returns what an object of the class stands for, nil for anything else.
func versionObject(vm *runtime.VM, v value.Value) *runtime.Version {
	if cl := v.Blessed(); cl == nil || v.Kind() != value.KHashRef || !vm.Isa(cl.Name, "version") {
		return nil
	}
	h := v.Hash()
	get := func(name string) value.Value { return h.Get(value.KeyString(name)) }
	out := &runtime.Version{Original: get("original").String(), Dotted: get("qv").Truth(), Alpha: get("alpha").Truth()}
	for _, p := range listOf(get("version")) {
		out.Parts = append(out.Parts, int(p.ToInt()))
	}
	return out
}

// declareVersion is qv and declare: a plain number is read as one with points.
func declareVersion(c *runtime.Call, class string, v value.Value) value.Value {
	if versionObject(c.VM, v) != nil {
		return v
	}
	if text := v.String(); !strings.HasPrefix(text, "v") && strings.Count(text, ".") == 1 && !strings.Contains(text, "_") {
		v = value.Str("v" + text)
	}
	return newVersion(c.VM, class, versionOf(c, v))
}

func setupVersion(vm *runtime.VM) {
	define := func(name string, f func(c *runtime.Call) value.Value) { vm.Define("version::"+name, f) }
	for _, name := range []string{"new", "parse"} {
		define(name, func(c *runtime.Call) value.Value {
			v := c.Arg(1)
			if len(c.Args) > 2 { // version->new("", "1.2")
				v = value.Str("v" + c.Args[2].String())
			}
			if len(c.Args) == 1 && c.Args[0].Blessed() != nil {
				v = c.Args[0]
			}
			return newVersion(c.VM, classOf(c, "version"), versionOf(c, v))
		})
	}
	define("declare", func(c *runtime.Call) value.Value { return declareVersion(c, classOf(c, "version"), c.Arg(1)) })
	text := func(c *runtime.Call) value.Value { return value.Str(versionOf(c, c.Arg(0)).Original) }
	define("stringify", text)
	define("normal", func(c *runtime.Call) value.Value { return value.Str(versionOf(c, c.Arg(0)).Normal()) })
	define("numify", func(c *runtime.Call) value.Value {
		v := versionOf(c, c.Arg(0))
		if v.Alpha && c.Warns() {
			c.Warn("alpha->numify() is lossy")
		}
		return value.Str(v.Numify())
	})
	define("is_qv", func(c *runtime.Call) value.Value { return value.Bool(versionOf(c, c.Arg(0)).Dotted) })
	define("is_alpha", func(c *runtime.Call) value.Value { return value.Bool(versionOf(c, c.Arg(0)).Alpha) })
	compare := func(c *runtime.Call) value.Value {
		if versionObject(c.VM, c.Arg(0)) == nil {
			c.Die("lobj is not of type version")
		}
		order := versionOf(c, c.Args[0]).Compare(versionOf(c, c.Arg(1)))
		if c.Arg(2).Truth() {
			order = -order
		}
		return value.Int(int64(order))
	}
	define("vcmp", compare)
	ops := map[string]runtime.Native{`""`: text, "<=>": compare, "cmp": compare,
		"0+": func(c *runtime.Call) value.Value { return value.Str(versionOf(c, c.Arg(0)).Numify()).ToNum() },
		"bool": func(c *runtime.Call) value.Value {
			return value.Bool(versionOf(c, c.Arg(0)).Compare(&runtime.Version{}) != 0)
		},
	}
	for _, op := range []string{"+", "-", "*", "/", "+=", "-=", "*=", "/=", "abs"} {
		ops[op] = func(c *runtime.Call) value.Value {
			c.Die("operation not supported with version object")
			return value.Undef
		}
	}
	vm.Overload("version", ops)
	vm.Fallback("version")
}

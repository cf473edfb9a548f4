package module

// This file defines Memoize: functions that remember their results.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A memo is one memoized function.
type memo struct {
	original, wrapper *value.Code
	normalizer        *value.Code // nil for the arguments joined
	name              string      // where the wrapper was installed, "" for nowhere
	scalar, list      *value.Hash // nil where a call is a mistake
	merged            bool
}

type memoKey struct{}

// memos returns the memoized functions of a VM, by wrapper and by original.
func memos(vm *runtime.VM) map[*value.Code]*memo {
	return vm.Local(memoKey{}, func() any { return map[*value.Code]*memo{} }).(map[*value.Code]*memo)
}

func memoizeEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("memoize LIST", "have a function remember its results", `Takes the name of a sub, or a reference, and options: NORMALIZER, INSTALL, SCALAR_CACHE and LIST_CACHE. Returns
a reference to the sub that remembers.

    use Memoize;
    my $calls = 0;
    sub double { $calls++; 2 * $_[0] }
    memoize "double";
    say double(4), " ", double(4), " ", $calls;   #> 8 8 1
`, memoize),
		function("unmemoize LIST", "have a function forget", "Puts the original sub back and returns a reference to it.\n\n    use Memoize \"memoize\", \"unmemoize\";\n    sub f { $_[0] }\n    memoize \"f\";\n    say ref unmemoize \"f\";   #> CODE\n",
			func(c *runtime.Call) value.Value {
				table := memos(c.VM)
				m := table[memoCode(c, c.Arg(0))]
				if m == nil {
					c.Die("Could not unmemoize function `%s', because it was not memoized to begin with", c.Arg(0).String())
				}
				if m.name != "" {
					c.VM.Glob(m.name).Code = m.original
					c.VM.SubsChanged()
				}
				delete(table, m.wrapper)
				return value.RefCode(m.original)
			}),
		function("flush_cache LIST", "forget the results of a function", "The function stays memoized.\n\n    use Memoize qw(memoize flush_cache);\n    my $n = 0;\n    sub g { ++$n }\n    memoize \"g\";\n    g();\n    flush_cache \"g\";\n    say g();   #> 2\n",
			func(c *runtime.Call) value.Value {
				code := memoCode(c, c.Arg(0))
				m := memos(c.VM)[code]
				if m == nil {
					c.Die("%s not memoized", value.RefCode(code).String())
				}
				for _, h := range []*value.Hash{m.scalar, m.list} {
					if h != nil {
						h.Clear()
					}
				}
				return value.Undef
			}),
	}
}

// memoCode finds the sub of a name or reference.
func memoCode(c *runtime.Call, v value.Value) *value.Code {
	if v.Kind() == value.KCodeRef {
		return v.Code()
	}
	if v.IsRef() {
		c.Die("Usage: argument 1 to `Memoize::%s' must be a function name or reference.\n", c.Name())
	}
	code := c.VM.Sub(qualifiedIn(v.String(), c.Package()))
	if code == nil {
		c.Die("Cannot operate on nonexistent function `%s'", v.String())
	}
	return code
}

// qualifiedIn puts a package in front of a name that has none.
func qualifiedIn(name, pkg string) string {
	if strings.Contains(name, "::") {
		return name
	}
	return pkg + "::" + name
}

func memoize(c *runtime.Call) value.Value {
	fn := c.Arg(0)
	if !fn.Defined() || fn.IsRef() && fn.Kind() != value.KCodeRef {
		c.Die("Usage: memoize 'functionname'|coderef {OPTIONS}")
	}
	m := &memo{original: memoCode(c, fn)}
	option := func(name string) value.Value { v, _ := namedArgument(c.Args[1:], name); return v }
	if v := option("NORMALIZER"); v.Defined() {
		m.normalizer = memoCode(c, v)
	}
	if v, given := namedArgument(c.Args[1:], "INSTALL"); v.Defined() {
		m.name = qualifiedIn(v.String(), c.Package())
	} else if !given && !fn.IsRef() {
		m.name = qualifiedIn(fn.String(), c.Package())
	}
	m.scalar, m.list = m.cache(c, "SCALAR", option("SCALAR_CACHE")), m.cache(c, "LIST", option("LIST_CACHE"))
	if m.merged {
		m.scalar = m.list
	}
	m.wrapper = &value.Code{Package: "Memoize", Proto: m.original.Proto, HasProto: m.original.HasProto, Body: runtime.Native(m.call)}
	memos(c.VM)[m.wrapper] = m
	if m.name != "" {
		c.VM.Glob(m.name).Code = m.wrapper
		c.VM.SubsChanged()
	}
	return value.RefCode(m.wrapper)
}

// cache reads the option of one context.
func (m *memo) cache(c *runtime.Call, context string, option value.Value) *value.Hash {
	kind, rest := option, []value.Value(nil)
	if option.Kind() == value.KArrayRef {
		list := option.Array().Values(nil)
		if len(list) > 0 {
			kind, rest = list[0], list[1:]
		}
	}
	name := ""
	if kind.Defined() {
		name = kind.String()
	}
	switch name {
	case "FAULT":
		return nil
	case "HASH":
		if len(rest) > 0 && rest[0].Kind() == value.KHashRef {
			return rest[0].Hash()
		}
	case "MERGE":
		m.merged = true
	case "", "MEMORY":
	case "TIE":
		c.Die("Memoize: Couldn't load hash tie module: tie a hash yourself and hand it over with HASH; aborting")
	default:
		c.Die("Unrecognized option to `%s_CACHE': `%s' should be one of (MERGE TIE MEMORY FAULT HASH); aborting", context, name)
	}
	return value.NewHash()
}

// call is the body of a memoized sub.
func (m *memo) call(c *runtime.Call) value.Value {
	key := m.key(c)
	listed := c.Want == runtime.WantList
	cache := m.scalar
	if listed {
		cache = m.list
	}
	if cache == nil {
		context := "scalar"
		if listed {
			context = "list"
		}
		if m.name == "" {
			c.Die("Anonymous function called in forbidden %s context; faulting", context)
		}
		c.Die("Function `%s' called in forbidden %s context; faulting", m.name, context)
	}
	if cache.Exists(key) {
		v := cache.Get(key)
		if listed {
			return c.Return(listOf(v)...)
		}
		if m.merged && v.Kind() == value.KArrayRef {
			return v.Array().Get(0)
		}
		return v
	}
	if listed {
		list := append([]value.Value(nil), c.RunList(m.original, c.Args...)...)
		cache.Set(key, value.RefArray(value.NewArray(append([]value.Value(nil), list...))))
		return c.Return(list...)
	}
	v := c.Run(m.original, c.Args...)
	if m.merged {
		cache.Set(key, value.RefArray(value.NewArray([]value.Value{v})))
	} else {
		cache.Set(key, v)
	}
	return v
}

// key is what the arguments of a call are remembered by.
func (m *memo) key(c *runtime.Call) value.Key {
	if m.normalizer == nil {
		return value.KeyOf(value.Text(joinedBy(c.Args, "\x1c")))
	}
	if c.Want == runtime.WantList {
		if list := c.RunList(m.normalizer, c.Args...); len(list) > 0 {
			return value.KeyOf(list[0])
		}
		return value.KeyString("")
	}
	return value.KeyOf(c.Run(m.normalizer, c.Args...))
}

// joinedBy joins the texts of values; wide tells that the result is UTF-8.
func joinedBy(list []value.Value, sep string) (text string, wide bool) {
	for _, v := range list {
		wide = wide || v.ToStr().IsWide()
	}
	var b strings.Builder
	for i, v := range list {
		if i > 0 {
			b.WriteString(sep)
		}
		if wide {
			b.WriteString(v.ToStr().UTF8())
		} else {
			b.WriteString(v.ToStr().S())
		}
	}
	return b.String(), wide
}

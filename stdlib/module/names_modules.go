package module

// This file defines the modules that give names: English, Env, Config, Symbol, Sub::Util, mro, re, builtin.

import (
	"fmt"
	"math"
	goruntime "runtime"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// importEnglish makes the long names of special variables stand for them.
func importEnglish(vm *runtime.VM, pkg string, _ []value.Value) error {
	for _, pair := range runtime.EnglishNames() {
		for _, name := range strings.Fields(pair[1]) {
			vm.Alias(pkg+"::"+name, vm.Glob("main::"+pair[0]))
		}
	}
	return nil
}

// envVar is a variable that is an entry of %ENV.
type envVar struct {
	env *value.Hash
	key value.Key
}

func (e envVar) Fetch() value.Value  { return e.env.Get(e.key) }
func (e envVar) Store(v value.Value) { e.env.Set(e.key, v) }

// envList is an array that is an entry of %ENV, joined by colons.
type envList struct{ envVar }

func (e envList) list() []string {
	if s := e.envVar.Fetch(); s.Defined() && s.String() != "" {
		return strings.Split(s.String(), ":")
	}
	return nil
}

func (e envList) save(list []string) { e.envVar.Store(value.Str(strings.Join(list, ":"))) }
func (e envList) Len() int           { return len(e.list()) }

func (e envList) Fetch(i int) value.Value {
	if l := e.list(); i < len(l) {
		return value.Str(l[i])
	}
	return value.Undef
}

func (e envList) Store(i int, v value.Value) {
	l := e.list()
	for len(l) <= i {
		l = append(l, "")
	}
	l[i] = v.String()
	e.save(l)
}

func (e envList) Resize(n int) {
	l := e.list()
	for len(l) < n {
		l = append(l, "")
	}
	e.save(l[:n])
}

// importEnv ties variables to the environment: those named, or all whose names are names of variables.
func importEnv(vm *runtime.VM, pkg string, args []value.Value) error {
	env := vm.Hash("main::ENV")
	names := texts(args)
	if len(names) == 0 {
		for _, k := range env.Keys(nil) {
			names = append(names, k.String())
		}
	}
	for _, n := range names {
		plain := strings.TrimLeft(n, "$@")
		e := envVar{env, value.KeyString(plain)}
		if strings.HasPrefix(n, "@") {
			vm.Array(pkg + "::" + plain).Tie = envList{e}
			continue
		}
		vm.Glob(pkg + "::" + plain).Scalar = value.NewTied(e)
	}
	return nil
}

// importConfig gives the importing package %Config.
func importConfig(vm *runtime.VM, pkg string, _ []value.Value) error {
	vm.Glob(pkg + "::Config").Hash = vm.Hash("Config::Config")
	return nil
}

func setupConfig(vm *runtime.VM) {
	h := vm.Hash("Config::Config")
	machine := systemNames()[4].String()
	for _, kv := range [][2]string{{"osname", goruntime.GOOS}, {"archname", machine + "-" + goruntime.GOOS}, {"version", "5.36.0"}, {"api_versionstring", "5.36.0"}, {"path_sep", ":"}, {"sh", "/bin/sh"},
		{"perlpath", vm.Scalar("main::^X").Get().String()}, {"startperl", "#!" + vm.Scalar("main::^X").Get().String()}, {"byteorder", "12345678"}, {"so", "so"}, {"dlext", "so"}, {"exe_ext", ""}, {"cc", "cc"},
		{"uvtype", "unsigned long"}, {"ivtype", "long"}, {"nvtype", "double"}, {"use64bitint", "define"}, {"use64bitall", "define"}} {
		h.SetString(kv[0], value.Str(kv[1]))
	}
	for name, n := range map[string]int64{"ivsize": 8, "uvsize": 8, "nvsize": 8, "ptrsize": 8, "intsize": 4, "longsize": 8, "doublesize": 8, "d_double_has_inf": 1, "nv_preserves_uv_bits": 53} {
		h.SetString(name, value.Int(n))
	}
	for _, name := range []string{"useithreads", "usethreads", "d_fork"} {
		h.SetString(name, value.Undef)
	}
	var names, numbers []string
	names, numbers = append(names, "ZERO"), append(numbers, "0")
	for n := 1; n < 32; n++ {
		names, numbers = append(names, perl.SignalName(n)), append(numbers, fmt.Sprint(n))
	}
	h.SetString("sig_name", value.Str(strings.Join(names, " ")))
	h.SetString("sig_num", value.Str(strings.Join(numbers, " ")))
}

func symbolEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("gensym", "new anonymous handle", "A reference to a new glob.\n\n    use Symbol;\n    my $fh = gensym;\n    say ref $fh;   #> GLOB\n", func(*runtime.Call) value.Value {
			return value.RefGlob(&value.Glob{Package: "Symbol", Name: "$fh", Scalar: &value.Scalar{}})
		}),
		exported("qualify LIST", "name with its package", "The name with the package in front, unless it has one.\n\n    use Symbol;\n    say qualify(\"x\", \"Foo\");   #> Foo::x\n", func(c *runtime.Call) value.Value {
			return value.Str(qualified(c))
		}),
		exported("qualify_to_ref LIST", "glob by name", "A reference to the glob of a name.\n\n    use Symbol;\n    say ref qualify_to_ref(\"x\");   #> GLOB\n", func(c *runtime.Call) value.Value {
			return value.RefGlob(c.VM.Glob(qualified(c)))
		}),
		function("delete_package NAME", "forget a package", "Removes all that is defined in a package.\n\n    use Symbol \"delete_package\";\n    delete_package(\"Foo\");\n", func(c *runtime.Call) value.Value {
			for _, g := range c.VM.Package(c.Arg(0).String()).Globs {
				g.Code, g.Array, g.Hash, g.Scalar = nil, nil, nil, &value.Scalar{}
			}
			c.VM.SubsChanged()
			return value.Undef
		}),
	}
}

func qualified(c *runtime.Call) string {
	name, pkg := c.Arg(0).String(), c.Package()
	if len(c.Args) > 1 {
		pkg = c.Args[1].String()
	}
	if strings.Contains(name, "::") {
		return name
	}
	switch name {
	case "ENV", "INC", "ARGV", "ARGVOUT", "SIG", "STDIN", "STDOUT", "STDERR":
		pkg = "main"
	}
	return pkg + "::" + name
}

func subUtilEntries() []*runtime.Entry {
	return []*runtime.Entry{
		function("subname SUBREF", "name of a sub", "With its package; __ANON__ for one without.\n\n    use Sub::Util \"subname\";\n    sub f { }\n    say subname(\\&f);   #> main::f\n", func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KCodeRef {
				c.Die("Not a subroutine reference")
			}
			code := c.Args[0].Code()
			if code.Name == "" {
				return value.Str(code.Package + "::__ANON__")
			}
			return value.Str(code.Package + "::" + code.Name)
		}),
		function("set_subname NAME,SUBREF", "name a sub", "A copy of the sub that messages call by that name.\n\n    use Sub::Util qw(subname set_subname);\n    say subname(set_subname(\"Foo::bar\", sub { }));   #> Foo::bar\n", func(c *runtime.Call) value.Value {
			if c.Arg(1).Kind() != value.KCodeRef {
				c.Die("Not a subroutine reference")
			}
			code := *c.Args[1].Code()
			name := c.Arg(0).String()
			code.Name = name
			if i := strings.LastIndex(name, "::"); i >= 0 {
				code.Package, code.Name = name[:i], name[i+2:]
			}
			return value.RefCode(&code)
		}),
		function("prototype SUBREF", "prototype of a sub", "As the core function.\n\n    say Sub::Util::prototype(sub ($$) { });   #> $$\n", func(c *runtime.Call) value.Value {
			if code := c.Arg(0).Code(); c.Arg(0).Kind() == value.KCodeRef && code.HasProto {
				return value.Str(code.Proto)
			}
			return value.Undef
		}),
		function("set_prototype PROTO,SUBREF", "set a sub's prototype", "Returns the reference.\n\n    use Sub::Util \"set_prototype\";\n    say prototype set_prototype('$', sub { });   #> $\n", func(c *runtime.Call) value.Value {
			if c.Arg(1).Kind() == value.KCodeRef {
				c.Args[1].Code().Proto, c.Args[1].Code().HasProto = c.Arg(0).String(), c.Arg(0).Defined()
			}
			return c.Arg(1)
		}),
	}
}

func reEntries() []*runtime.Entry {
	return []*runtime.Entry{
		function("is_regexp EXPR", "ask for a compiled pattern", "True for what qr makes.\n\n    use re \"is_regexp\";\n    say is_regexp(qr/x/) ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value { return value.Bool(c.Arg(0).Kind() == value.KRegexRef) }),
		function("regexp_pattern EXPR", "text of a compiled pattern", "The pattern and its flags; in scalar context what qr prints as.\n\n    use re \"regexp_pattern\";\n    say join \"|\", regexp_pattern(qr/a.b/i);   #> a.b|i\n", func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KRegexRef {
				return c.Nothing()
			}
			text := c.Args[0].Regex().Source
			if c.Want != runtime.WantList {
				return text
			}
			flags, pattern, _ := strings.Cut(strings.TrimPrefix(text.String(), "(?^"), ":")
			return c.Return(value.Text(strings.TrimSuffix(pattern, ")"), text.IsWide()), value.Str(flags))
		}),
	}
}

// builtinEntries are the functions of package builtin.
func builtinEntries() []*runtime.Entry {
	one := func(name, summary, example string, f func(v value.Value) value.Value) *runtime.Entry {
		return &runtime.Entry{Usage: name + " EXPR", Summary: summary, Doc: "Also without use, as builtin::" + name + ".\n\n    say " + example + "\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return f(v) }}
	}
	var out []*runtime.Entry
	for _, e := range scalarUtil() {
		switch e.Name() {
		case "blessed", "refaddr", "reftype", "weaken", "unweaken":
			out = append(out, e)
		case "isweak":
			e.Usage = "is_weak SCALAR"
			out = append(out, e)
		}
	}
	return append(out,
		&runtime.Entry{Usage: "true", Summary: "true", Doc: "1.\n\n    say builtin::true;   #> 1\n", Fn0: func(*runtime.VM) value.Value { return value.Bool(true) }},
		&runtime.Entry{Usage: "false", Summary: "false", Doc: "The empty text, which is also 0.\n\n    say \"[\", builtin::false, \"]\";   #> []\n", Fn0: func(*runtime.VM) value.Value { return value.No }},
		one("is_bool", "ask for a result of a comparison", "builtin::is_bool(1 == 2) ? \"yes\" : \"no\";   #> yes", func(v value.Value) value.Value { return value.Bool(v.Same(value.No) || v.Same(value.Bool(true))) }),
		one("ceil", "smallest integer not below", "builtin::ceil(1.2);   #> 2", func(v value.Value) value.Value { return whole(math.Ceil(v.ToFloat())) }),
		one("floor", "largest integer not above", "builtin::floor(1.8);   #> 1", func(v value.Value) value.Value { return whole(math.Floor(v.ToFloat())) }),
		one("trim", "text without blanks around it", "\"[\", builtin::trim(\"  x \"), \"]\";   #> [x]", func(v value.Value) value.Value {
			t := v.ToStr()
			return value.Text(strings.TrimSpace(t.S()), t.IsWide())
		}),
		one("created_as_number", "ask for a number", "builtin::created_as_number(5) ? \"yes\" : \"no\";   #> yes", func(v value.Value) value.Value { return value.Bool(v.IsNumber()) }),
		one("created_as_string", "ask for a text", "builtin::created_as_string(\"5\") ? \"yes\" : \"no\";   #> yes", func(v value.Value) value.Value { return value.Bool(v.IsString()) }),
		function("indexed LIST", "values with their indices", "Each value behind its index.\n\n    say join \" \", builtin::indexed(\"a\", \"b\");   #> 0 a 1 b\n", func(c *runtime.Call) value.Value {
			var list []value.Value
			for i, v := range c.Args {
				list = append(list, value.Int(int64(i)), v)
			}
			return c.Return(list...)
		}),
	)
}

// refusedModule makes a module whose use ends with an explanation.
func refusedModule(name, instead string) library {
	return library{name: name, imports: func(*runtime.VM, string, []value.Value) error {
		return fmt.Errorf("module %s is not available here: %s", name, instead)
	}}
}

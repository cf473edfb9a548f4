package perl

// This file defines the functions that tell of the running program: caller, prototype, users.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func introspectionEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("caller EXPR\ncaller", "who called the running sub", `Package, file and line of the call; with an operand, that many levels up, also the name of the sub,
whether it has arguments and its context. The empty list outside of subs.

    sub who { (caller(0))[3] }
    say who();   #> main::who
`, caller),
		called("prototype FUNCTION\nprototype", "prototype of a sub", `The prototype, undef if the sub has none.

    sub pair ($$) { "@_" }
    say prototype \&pair;   #> $$
`, prototype),
		called("lock EXPR", "lock a variable", `Returns its operand: there are no threads to lock against.

    my $x = 5;
    say lock $x;   #> 5
`, func(c *runtime.Call) value.Value { return c.Arg(0) }),
		called("reset EXPR\nreset", "reset variables", `Forgets the package variables whose names begin with one of the characters; without operand m?? matches once more.

    our $xyz = 5;
    reset "x";
    say defined $xyz ? "set" : "forgotten";   #> forgotten
`, reset),
	}
}

func caller(c *runtime.Call) value.Value {
	level := 0
	if len(c.Args) > 0 {
		level = int(c.Args[0].ToInt())
	}
	frame, ok := c.VM.Caller(level)
	if !ok {
		return c.Nothing()
	}
	if c.Want != runtime.WantList {
		return value.Str(frame.Package)
	}
	list := []value.Value{value.Str(frame.Package), value.Str(frame.File), value.Int(int64(frame.Line))}
	if len(c.Args) == 0 {
		return c.Return(list...)
	}
	if c.Package() == "DB" && frame.Args != nil {
		c.VM.Array("DB::args").SetAll(frame.Args)
	}
	want := value.Undef
	switch frame.Want {
	case runtime.WantList:
		want = value.Int(1)
	case runtime.WantScalar:
		want = value.Str("")
	}
	hasArgs := value.Str("")
	if frame.HasArgs {
		hasArgs = value.Int(1)
	} else if frame.Eval {
		hasArgs = value.Int(0)
	}
	text, require := value.Undef, value.Undef
	if frame.Text != "" {
		text, require = value.Str(frame.Text), value.Bool(frame.Require)
	}
	return c.Return(append(list, value.Str(frame.Sub), hasArgs, want, text, require, value.Int(0), value.Undef, value.Undef)...)
}

func prototype(c *runtime.Call) value.Value {
	v := c.VM.Topic()
	if len(c.Args) > 0 {
		v = c.Args[0]
	}
	code := (*value.Code)(nil)
	if v.Kind() == value.KCodeRef {
		code = v.Code()
	} else {
		name := strings.TrimPrefix(v.String(), "&")
		if core, ok := strings.CutPrefix(name, "CORE::"); ok {
			return corePrototype(c, core)
		}
		if !strings.Contains(name, "::") {
			name = c.Package() + "::" + name
		}
		code = c.VM.Glob(name).Code
	}
	if code == nil || !code.HasProto {
		if code != nil {
			return modulePrototype(code.Package, code.Name)
		}
		return value.Undef
	}
	return value.Str(code.Proto)
}

// modulePrototype returns the prototype of a function of List::Util or Scalar::Util, undef for any other sub.
func modulePrototype(pkg, name string) value.Value {
	switch pkg {
	case "List::Util":
		switch name {
		case "reduce", "reductions", "first", "any", "all", "none", "notall", "pairmap", "pairgrep", "pairfirst":
			return value.Str("&@")
		case "zip", "zip_longest", "zip_shortest", "mesh", "mesh_longest", "mesh_shortest":
			return value.Undef
		case "head", "tail":
			return value.Str("$@")
		}
		return value.Str("@")
	case "Scalar::Util":
		switch name {
		case "dualvar":
			return value.Str("$$")
		case "set_prototype":
			return value.Str("&$")
		}
		return value.Str("$")
	}
	return value.Undef
}

func reset(c *runtime.Call) value.Value {
	if len(c.Args) == 0 {
		c.VM.ResetMatches(c.Package())
		return value.Int(1)
	}
	letters := c.Args[0].String()
	for name, g := range c.VM.Package(c.Package()).Globs {
		if name == "" || !strings.ContainsRune(letters, rune(name[0])) {
			continue
		}
		g.Scalar.Set(value.Undef)
		if g.Array != nil {
			g.Array.Resize(0)
		}
		if g.Hash != nil {
			g.Hash.Clear()
		}
	}
	return value.Int(1)
}

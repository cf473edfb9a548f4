package module

// This file defines what Test::More says of classes and objects, and Test::Builder's methods that scripts call.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// sortedAll returns texts in order, equal ones included.
func sortedAll(list []string) []string {
	slices.Sort(list)
	return list
}

func testCan(c *runtime.Call, t *testRun) value.Value {
	class := c.Arg(0).String()
	if cl := c.Arg(0).Blessed(); cl != nil {
		class = cl.Name
	}
	methods := texts(c.Args[min(1, len(c.Args)):])
	if len(methods) == 0 {
		return t.result(c, false, value.Str(class+"->can(...)"), "    can_ok() called with no methods\n")
	}
	more := ""
	for _, m := range methods {
		if c.VM.FindMethod(c.Args[0], m) == nil {
			more += fmt.Sprintf("    %s->can('%s') failed\n", class, m)
		}
	}
	name := class + "->can(...)"
	if len(methods) == 1 {
		name = class + "->can('" + methods[0] + "')"
	}
	return t.result(c, more == "", value.Str(name), more)
}

// describe says what a thing is, for the name of a test.
func describe(v value.Value, name value.Value) string {
	switch {
	case name.Defined() && name.String() != "":
		return name.String()
	case v.Blessed() != nil:
		return "An object of class '" + v.Blessed().Name + "'"
	case v.IsRef():
		return "A reference of type '" + v.RefType() + "'"
	case v.Defined() && v.String() != "":
		return "The class (or class-like) '" + v.String() + "'"
	}
	return "undef"
}

// definite makes "An object" "The object".
func definite(what string) string {
	for _, article := range []string{"An ", "A "} {
		if rest, ok := strings.CutPrefix(what, article); ok {
			return "The " + rest
		}
	}
	return what
}

func testIsa(c *runtime.Call, t *testRun) value.Value {
	thing, class := c.Arg(0), c.Arg(1).String()
	what := describe(thing, value.Undef)
	if c.Arg(2).Defined() {
		what = "'" + c.Args[2].String() + "'"
	}
	ok := false
	switch {
	case thing.Blessed() != nil:
		if code := c.VM.FindMethod(thing, "isa"); code != nil {
			ok = c.Run(code, thing, c.Args[1]).Truth()
		}
	case thing.IsRef():
		ok = thing.RefType() == class
	case thing.Defined():
		ok = c.VM.Isa(thing.String(), class)
	}
	if !thing.Defined() && !c.Arg(2).Defined() {
		what = "undef"
	}
	more := "    " + definite(what) + " isn't a '" + class + "'\n"
	if !thing.Defined() {
		more = "    undef isn't defined\n"
	}
	return t.result(c, ok, value.Str(what+" isa '"+class+"'"), more)
}

func testNew(c *runtime.Call, t *testRun) value.Value {
	class := c.Arg(0)
	code := c.VM.FindMethod(class, "new")
	object := value.Undef
	failure := ""
	if code == nil {
		failure = "Can't locate object method \"new\" via package \"" + class.String() + "\""
	} else if d := c.VM.Try(func() { object = c.Run(code, append([]value.Value{class}, listOf(c.Arg(1))...)...) }); d != nil {
		failure = d.Value.String()
	}
	if failure != "" {
		t.result(c, false, value.Str(class.String()+"->new() died"), "    Error was:  "+strings.TrimSuffix(failure, "\n")+"\n")
		return value.Undef
	}
	what := describe(object, c.Arg(2))
	ok := object.Blessed() != nil && c.VM.Isa(object.Blessed().Name, class.String())
	t.result(c, ok, value.Str(what+" isa '"+class.String()+"'"), "    "+definite(what)+" isn't a '"+class.String()+"'\n")
	return object
}

// builderMethods defines the methods of Test::Builder that scripts use beside Test::More.
func builderMethods(vm *runtime.VM) {
	object := func(c *runtime.Call) value.Value { return blessHash(c.VM, value.NewHash(), "Test::Builder") }
	vm.Define("Test::Builder::new", object)
	vm.Define("Test::More::builder", object)
	for name, method := range map[string]string{"ok": "ok", "is_eq": "is", "is_num": "is", "isnt_eq": "isnt", "like": "like", "unlike": "unlike", "cmp_ok": "cmp_ok", "diag": "diag", "note": "note", "skip": "skip", "plan": "plan",
		"done_testing": "done_testing", "subtest": "subtest", "explain": "explain", "BAIL_OUT": "BAIL_OUT"} {
		vm.Define("Test::Builder::"+name, func(c *runtime.Call) value.Value {
			return c.Forward(c.VM.Sub("Test::More::"+method), c.Args[1:])
		})
	}
	vm.Define("Test::Builder::level", func(c *runtime.Call) value.Value {
		level := c.VM.Scalar("Test::Builder::Level")
		if len(c.Args) > 1 {
			level.Set(c.Args[1])
		}
		return level.Get()
	})
	vm.Define("Test::Builder::current_test", func(c *runtime.Call) value.Value { return value.Int(int64(tests(c.VM).run.count)) })
	vm.Define("Test::Builder::is_passing", func(c *runtime.Call) value.Value { return value.Bool(tests(c.VM).run.failed == 0) })
	for _, name := range []string{"output", "failure_output", "todo_output", "no_ending", "no_header", "use_numbers"} {
		vm.Define("Test::Builder::"+name, func(*runtime.Call) value.Value { return value.Undef })
	}
}

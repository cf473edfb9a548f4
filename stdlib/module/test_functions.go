package module

// This file defines the functions of Test::More that report a test or say something.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func testEntries() []*runtime.Entry {
	// test makes an entry whose example is a whole script.
	test := func(usage, summary, doc, example string, f func(c *runtime.Call, t *testRun) value.Value) *runtime.Entry {
		return exported(usage, summary, doc+"\n\n    use Test::More tests => 1;\n    "+example+"\n    #> 1..1\n    #> ok 1 - works\n", func(c *runtime.Call) value.Value { return f(c, tests(c.VM).run) })
	}
	say := func(usage, summary, doc string, f func(c *runtime.Call, t *testRun) value.Value) *runtime.Entry {
		return exported(usage, summary, doc+"\n\n    use Test::More tests => 1;\n    pass(\"works\");\n    #> 1..1\n    #> ok 1 - works\n", func(c *runtime.Call) value.Value { return f(c, tests(c.VM).run) })
	}
	list := append([]*runtime.Entry{
		test("ok TEST,NAME\nok TEST", "test that something is true", "True if it passed.", "ok(1 + 1 == 2, \"works\");", func(c *runtime.Call, t *testRun) value.Value { return t.result(c, c.Arg(0).Truth(), c.Arg(1), "") }),
		test("pass LIST", "a test that passed", "Always passes.", "pass(\"works\");", func(c *runtime.Call, t *testRun) value.Value { return t.result(c, true, c.Arg(0), "") }),
		say("fail LIST", "a test that failed", "Always fails.", func(c *runtime.Call, t *testRun) value.Value { return t.result(c, false, c.Arg(0), "") }),
		test("is GOT,EXPECTED,NAME\nis GOT,EXPECTED", "test that two values are the same text", "Undef is only like undef.", "is(1 + 1, 2, \"works\");", testIs),
		test("isnt GOT,EXPECTED,NAME\nisnt GOT,EXPECTED", "test that two values differ as text", "The opposite of is.", "isnt(1, 2, \"works\");", testIsnt),
		test("like GOT,PATTERN,NAME\nlike GOT,PATTERN", "test that a text matches", "The pattern is made with qr.", "like(\"abc\", qr/b/, \"works\");", func(c *runtime.Call, t *testRun) value.Value { return testLike(c, t, true) }),
		test("unlike GOT,PATTERN,NAME\nunlike GOT,PATTERN", "test that a text does not match", "The opposite of like.", "unlike(\"abc\", qr/x/, \"works\");", func(c *runtime.Call, t *testRun) value.Value { return testLike(c, t, false) }),
		test("cmp_ok GOT,OP,EXPECTED,NAME\ncmp_ok GOT,OP,EXPECTED", "test with an operator", "Any binary operator of the language.", "cmp_ok(5, \">\", 3, \"works\");", testCmp),
		test("is_deeply GOT,EXPECTED,NAME\nis_deeply GOT,EXPECTED", "test that two data structures are the same", "Classes do not count.", "is_deeply([1, { a => 2 }], [1, { a => 2 }], \"works\");", testDeeply),
		say("can_ok LIST", "test that a class has methods", "The first operand is a class or object.", testCan),
		say("isa_ok LIST", "test what something is", "Takes an object, class or reference, a class and perhaps a name.", testIsa),
		say("new_ok LIST", "test that a class makes objects", "Takes a class, a reference to the operands of new and a name; returns the object.", testNew),
		say("plan LIST", "say how many tests there are", "tests => N, or skip_all => REASON.", func(c *runtime.Call, t *testRun) value.Value {
			if err := t.plan(c, c.Args); err != nil {
				c.Die("%s", err.Error())
			}
			return value.Int(1)
		}),
		say("done_testing LIST", "say that all tests were run", "Prints the plan.", doneTesting),
		say("diag LIST", "write a remark to standard error", "Each line becomes a comment. Returns false.", func(c *runtime.Call, t *testRun) value.Value {
			t.explain(t.todo(c) != "", joined(c.Args))
			return value.Int(0)
		}),
		say("note LIST", "write a remark to standard output", "Each line becomes a comment. Returns false.", func(c *runtime.Call, t *testRun) value.Value {
			t.out(comment(joined(c.Args)))
			return value.Int(0)
		}),
		say("explain LIST", "values as text for a remark", "References are written by Data::Dumper.", explain),
		say("BAIL_OUT LIST", "stop all testing", "Ends the script with exit status 255.", func(c *runtime.Call, t *testRun) value.Value {
			for t.parent != nil {
				t = t.parent
			}
			t.out("Bail out!  " + joined(c.Args) + "\n")
			t.bailed = true
			c.VM.Exit(255)
			return value.Undef
		}),
		say("skip LIST", "leave out the rest of the block SKIP", "Takes a reason and how many tests are left out.", testSkip),
		say("todo_skip LIST", "leave out tests that would fail", "As skip for tests that are not to be run yet.", testTodoSkip),
		say("subtest NAME,SUBREF", "tests within a test", "The sub runs tests of its own; together they are one.", subtest),
		say("use_ok LIST", "test that a module can be used", "Takes its name and what to import.", func(c *runtime.Call, t *testRun) value.Value { return testLoad(c, t, "use", true) }),
		say("require_ok LIST", "test that a module can be loaded", "Takes its name or a file.", func(c *runtime.Call, t *testRun) value.Value { return testLoad(c, t, "require", false) }),
	}, equalityEntries()...)
	for _, e := range list {
		e.Jumps = strings.HasSuffix(e.Name(), "skip")
	}
	return list
}

func doneTesting(c *runtime.Call, t *testRun) value.Value {
	if t.done {
		return t.result(c, false, value.Str("done_testing() was already called"), "")
	}
	n := t.count
	if len(c.Args) > 0 && c.Args[0].Defined() {
		n = int(c.Args[0].ToInt())
	}
	t.started = true
	if t.planned > 0 && n != t.planned {
		t.result(c, false, value.Str(fmt.Sprintf("planned to run %d but done_testing() expects %d", t.planned, n)), "")
	} else {
		t.planned = n
	}
	if !t.printed {
		t.out(fmt.Sprintf("1..%d\n", t.planned))
		t.printed = true
	}
	t.done = true
	return value.Int(1)
}

func explain(c *runtime.Call, _ *testRun) value.Value {
	var out []value.Value
	for _, v := range c.Args {
		if !v.IsRef() {
			out = append(out, v)
			continue
		}
		d := newDumper(c.VM, nil)
		d.indent, d.terse, d.sortkeys, d.sep, d.xpad = 1, true, value.Int(1), "\n", "  "
		out = append(out, value.Str(strings.Join(d.dumpAll([]value.Value{v}, nil), "")))
	}
	return c.Return(out...)
}

func testSkip(c *runtime.Call, t *testRun) value.Value {
	n := 1
	if len(c.Args) > 1 {
		n = int(c.Args[1].ToInt())
	}
	for range n {
		t.started = true
		t.count++
		line := fmt.Sprintf("ok %d # skip", t.count)
		if why := c.Arg(0).String(); why != "" {
			line += " " + why
		}
		t.out(line + "\n")
	}
	c.Last("SKIP")
	return value.Undef
}

func testTodoSkip(c *runtime.Call, t *testRun) value.Value {
	n := 1
	if len(c.Args) > 1 {
		n = int(c.Args[1].ToInt())
	}
	for range n {
		t.started = true
		t.count++
		t.out(fmt.Sprintf("not ok %d # TODO & SKIP %s\n", t.count, c.Arg(0).String()))
	}
	c.Last("TODO")
	return value.Undef
}

// subtest runs a sub whose tests are indented and count as one.
func subtest(c *runtime.Call, t *testRun) value.Value {
	name := c.Arg(0)
	if c.Arg(1).Kind() != value.KCodeRef {
		c.Die("subtest()'s second argument must be a code ref")
	}
	t.out(comment("Subtest: " + name.ToStr().UTF8()))
	state := tests(c.VM)
	inner := &testRun{vm: c.VM, parent: t, indent: t.indent + "    ", name: name.String(), started: true}
	state.run = inner
	d := c.VM.Try(func() { c.Run(c.Args[1].Code(), c.Args[2:]...) })
	state.run = t
	if d != nil && d.Value.String() != skipAllMark {
		c.VM.Throw(d.Value)
	}
	if inner.skipAll != "" || d != nil {
		t.started = true
		t.count++
		t.out(fmt.Sprintf("ok %d # skip %s\n", t.count, inner.skipAll))
		return value.Int(1)
	}
	if !inner.printed {
		inner.done = true
	}
	if inner.count == 0 {
		inner.out("1..0\n")
		inner.diag("No tests run!")
		return t.result(c, false, value.Str("No tests run for subtest \""+name.String()+"\""), "")
	}
	exit := inner.finish(false)
	return t.result(c, exit == 0, name, "")
}

// testLoad is use_ok and require_ok.
func testLoad(c *runtime.Call, t *testRun, verb string, imports bool) value.Value {
	name := c.Arg(0).String()
	pkg := c.Package()
	d := c.VM.Try(func() { c.VM.Use(name, pkg, c.Args[1:], imports) })
	if d == nil {
		return t.result(c, true, value.Str(verb+" "+name+";"), "")
	}
	text := strings.TrimSuffix(d.Value.String(), "\n")
	return t.result(c, false, value.Str(verb+" "+name+";"), "    Tried to "+verb+" '"+name+"'.\n    Error:  "+text+"\n")
}

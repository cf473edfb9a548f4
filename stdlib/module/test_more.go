package module

// This file defines Test::More: its state, the plan and the end of a test script. The comparisons are in test_compare.go.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A testRun is the tests of a script, or of one subtest.
type testRun struct {
	vm      *runtime.VM
	parent  *testRun
	indent  string
	name    string
	count   int
	failed  int
	planned int // 0 without a plan
	noPlan  bool
	printed bool // the plan was printed
	done    bool
	skipAll string
	bailed  bool
	started bool // something of Test::More was used
}

type testKey struct{}

// testState holds the innermost run.
type testState struct{ run *testRun }

func tests(vm *runtime.VM) *testState {
	return vm.Local(testKey{}, func() any { return &testState{run: &testRun{vm: vm}} }).(*testState)
}

// out writes to standard output, diag to standard error; both are lines, indented as deep as the subtest.
func (t *testRun) out(text string) { t.write("main::STDOUT", text) }

func (t *testRun) write(handle, text string) {
	h := t.vm.HandleOf(value.GlobValue(t.vm.Glob(handle)))
	if !h.IsOpen() {
		return
	}
	if handle == "main::STDERR" {
		_ = t.vm.Handles().FlushAll() // what was printed before comes first
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(t.indent + line)
	}
	_ = h.Write(b.String(), true) // kept by the handle for its close
}

// comment makes each line a comment.
func comment(text string) string {
	text = strings.TrimSuffix(text, "\n")
	return "# " + strings.ReplaceAll(text, "\n", "\n# ") + "\n"
}

func (t *testRun) diag(text string) { t.write("main::STDERR", comment(text)) }

// todo is the reason why failures are expected now: $TODO of the package.
func (t *testRun) todo(c *runtime.Call) string {
	if v := c.VM.Scalar(c.Package() + "::TODO").Get(); v.Defined() {
		return v.String()
	}
	return ""
}

// place is where the test stands: the call, or as many callers up as $Test::Builder::Level says.
func place(c *runtime.Call) (file string, line int) {
	level := int(c.VM.Scalar("Test::Builder::Level").Get().ToInt())
	if level > 1 {
		if frame, ok := c.VM.Caller(level - 2); ok {
			return frame.File, frame.Line
		}
	}
	return c.Site()
}

// result reports one test and returns whether it passed; more are the lines that explain a failure.
func (t *testRun) result(c *runtime.Call, ok bool, name value.Value, more string) value.Value {
	t.started = true
	if t.done {
		t.diagDone(c)
	}
	t.count++
	label := ""
	if name.Defined() {
		label = strings.ReplaceAll(name.ToStr().UTF8(), "#", "\\#")
	}
	todo := t.todo(c)
	line := fmt.Sprintf("ok %d", t.count)
	if !ok {
		line = "not " + line
	}
	if label != "" {
		line += " - " + label
	}
	if todo != "" {
		line += " # TODO " + todo
	}
	t.out(line + "\n")
	if ok {
		return value.Int(1)
	}
	text := "  Failed test"
	if todo != "" {
		text = "  Failed (TODO) test"
	} else {
		t.failed++
	}
	file, n := place(c)
	if name.Defined() && name.String() != "" {
		text += fmt.Sprintf(" '%s'\n  at %s line %d.\n", name.ToStr().UTF8(), file, n)
	} else {
		text += fmt.Sprintf(" at %s line %d.\n", file, n)
	}
	t.explain(todo != "", text+more)
	return value.Int(0)
}

// explain writes a comment to standard error, or to standard output for a failure that was expected.
func (t *testRun) explain(expected bool, text string) {
	if expected {
		t.out(comment(text))
		return
	}
	t.diag(text)
}

func (t *testRun) diagDone(c *runtime.Call) {
	t.done = false
	c.Warn("tests run after done_testing() was called")
}

// plan reads `tests => N`, `skip_all => REASON` or `no_plan`.
func (t *testRun) plan(c *runtime.Call, args []value.Value) error {
	if len(args) == 0 {
		return nil
	}
	t.started = true
	if t.planned > 0 || t.noPlan {
		return fmt.Errorf("You tried to plan twice")
	}
	arg := value.Undef
	if len(args) > 1 {
		arg = args[1]
	}
	switch args[0].String() {
	case "tests":
		n := arg.ToInt()
		if !arg.Defined() {
			return fmt.Errorf("Got an undefined number of tests")
		}
		if n < 1 {
			return fmt.Errorf("You said to run 0 tests")
		}
		t.planned = int(n)
		t.printed = true
		t.out(fmt.Sprintf("1..%d\n", n))
	case "no_plan":
		t.noPlan = true
	case "skip_all":
		t.skipAll = arg.String()
		line := "1..0 # SKIP"
		if t.skipAll != "" {
			line += " " + t.skipAll
		}
		t.out(line + "\n")
		t.printed = true
		if t.parent == nil {
			t.vm.Exit(0)
		}
		t.vm.Throw(value.Str(skipAllMark))
	default:
		return fmt.Errorf("plan() doesn't understand %s", strings.Join(texts(args), " "))
	}
	return nil
}

// skipAllMark ends a subtest that plans to skip everything.
const skipAllMark = "\x00skip_all"

// finish prints the plan if it was not printed, and what there is to say about the outcome.
func (t *testRun) finish(died bool) (exit int) {
	if !t.printed && (t.noPlan || t.done) && !t.bailed {
		t.out(fmt.Sprintf("1..%d\n", t.count))
		t.printed = true
		t.planned = t.count
	}
	if t.bailed || t.skipAll != "" || !t.started {
		return 0
	}
	switch {
	case t.count == 0:
		if t.planned > 0 {
			t.diag("No tests run!")
		}
		return 255
	case !t.printed:
		t.diag("Tests were run but no plan was declared and done_testing() was not seen.")
	case t.planned > 0 && t.count != t.planned:
		t.diag(fmt.Sprintf("Looks like you planned %d test%s but ran %d.", t.planned, plural(t.planned), t.count))
	}
	if t.failed > 0 && t.printed {
		total := t.count
		if t.planned > 0 && t.planned >= t.count {
			total = t.count
		}
		what := ""
		if t.planned > 0 && t.count != t.planned {
			what = " run"
		}
		t.diag(fmt.Sprintf("Looks like you failed %d test%s of %d%s.", t.failed, plural(t.failed), total, what))
	}
	switch {
	case t.failed > 0:
		return min(t.failed, 254)
	case !t.printed:
		return 254
	case t.planned > 0 && t.count != t.planned:
		return 255
	}
	return 0
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// setupTest has the outcome of the tests become the exit status.
func setupTest(vm *runtime.VM) {
	vm.Scalar("Test::Builder::Level").Set(value.Int(1))
	vm.OnExit(func(exit int, died bool) int {
		t := tests(vm).run
		for t.parent != nil {
			t = t.parent
		}
		if t.bailed {
			return 255
		}
		if died && t.started {
			if t.count > 0 && !t.printed && !t.noPlan {
				t.diag("Tests were run but no plan was declared and done_testing() was not seen.")
			}
			if t.noPlan || t.planned > 0 || t.count > 0 {
				t.diag(fmt.Sprintf("Looks like your test exited with %d just after %d.", exit, t.count))
			} else {
				t.diag(fmt.Sprintf("Looks like your test exited with %d before it could output anything.", exit))
			}
			return exit
		}
		if exit != 0 && t.started && t.skipAll == "" {
			if t.count > 0 && !t.printed && !t.noPlan {
				t.diag("Tests were run but no plan was declared and done_testing() was not seen.")
			}
			t.diag(fmt.Sprintf("Looks like your test exited with %d just after %d.", exit, t.count))
			return exit
		}
		if code := t.finish(died); exit == 0 {
			return code
		}
		return exit
	})
	builderMethods(vm)
}

// importTest plans, then imports what is asked for.
func importTest(vm *runtime.VM, pkg string, args []value.Value) error {
	t := tests(vm).run
	vm.Imported("$" + pkg + "::TODO")
	if len(args) > 0 && args[0].String() == "import" {
		args = args[2:]
	}
	if err := t.plan(nil, args); err != nil {
		return err
	}
	return vm.ImportDefaults("Test::More", pkg)
}

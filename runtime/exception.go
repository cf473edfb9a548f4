package runtime

// This file defines how scripts die: exceptions, eval, try, and the faults that eval does not stop.

import (
	"errors"
	"fmt"
	"os"
	goruntime "runtime"
	"strings"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A Die is an exception on its way: the value that $@ will hold.
type Die struct {
	Value value.Value
	// Failure is the failed command that ended the script, nil for other exceptions. Its diagnostic has not been shown.
	Failure *Failure
	site    *site
	calls   []callRec // the subs that were running
	// announced is set once $SIG{__DIE__} has seen it.
	announced bool
}

func (d *Die) Error() string { return d.Value.String() }

// exited is a script's exit on its way out.
type exited struct{ code int }

// cancelled is the end of the context the script runs in.
type cancelled struct{ cause error }

// dief makes an exception whose message ends with the place, as perl's do.
func (vm *VM) dief(at *site, format string, args ...any) *Die {
	return vm.dieValue(at, value.Text(fmt.Sprintf(format, args...)+vm.where(at), true))
}

func (vm *VM) dieValue(at *site, v value.Value) *Die {
	d := &Die{Value: v, site: at}
	if vm.inEval == 0 {
		d.calls = append(d.calls, vm.calls[:vm.depth]...)
	}
	return d
}

// where returns " at FILE line N.\n", with the last input line if there is one.
func (vm *VM) where(at *site) string {
	if at == nil {
		at = vm.callerSite()
	}
	if at == nil {
		return " at " + vm.scriptName + " line 0.\n"
	}
	return fmt.Sprintf(" at %s line %d%s.\n", at.name(), at.line, vm.inputLine())
}

// inputLine is what a message says of the line read last, "" if nothing was read.
func (vm *VM) inputLine() string {
	h := vm.lastRead
	if h == nil || h.Line() == 0 {
		return ""
	}
	name, unit := h.Name(), "line"
	if vm.lastGlob != nil {
		name = vm.lastGlob.Name
	}
	if vm.Glob("main::/").Scalar.Get().String() != "\n" {
		unit = "chunk"
	}
	return fmt.Sprintf(", <%s> %s %d", name, unit, h.Line())
}

// callerSite is the place of the innermost call that has one.
func (vm *VM) callerSite() *site {
	for i := vm.depth - 1; i >= 0; i-- {
		if s := vm.calls[i].site; s != nil {
			return s
		}
	}
	return nil
}

// warnf writes a warning, or hands it to $SIG{__WARN__}.
func (vm *VM) warnf(at *site, format string, args ...any) {
	if at != nil && at.fatal == warnAll {
		panic(vm.fatalWarning(at, format, args...))
	}
	vm.warnValue(value.Text(fmt.Sprintf(format, args...)+vm.where(at), true))
}

func (vm *VM) warnValue(v value.Value) {
	if code := vm.signalHandler("__WARN__"); code != nil && !vm.inWarn {
		vm.inWarn = true // a warning inside the handler goes to standard error
		defer func() { vm.inWarn = false }()
		vm.Call(code, []value.Value{v}, nil)
		return
	}
	vm.writeError(v)
}

// raise sends an exception on its way, through $SIG{__DIE__} if that is set.
func (vm *VM) raise(d *Die) {
	vm.tell(d)
	panic(d)
}

// tell hands an exception that sets out to $SIG{__DIE__}.
func (vm *VM) tell(d *Die) {
	d.announced = true
	if code := vm.signalHandler("__DIE__"); code != nil {
		h := globHash(vm.Glob("main::SIG"))
		old := h.Get(value.KeyString("__DIE__"))
		h.Set(value.KeyString("__DIE__"), value.Undef)
		defer h.Set(value.KeyString("__DIE__"), old)
		vm.Call(code, []value.Value{d.Value}, nil)
	}
}

// caught turns what a recover found into an exception; it panics on with what eval must not stop.
func (vm *VM) caught(e any) *Die {
	switch e := e.(type) {
	case *Die:
		return e
	case *LimitError:
		if e.Limit == "depth" {
			return vm.dief(nil, "Deep recursion limit exceeded (%d nested calls)", e.Value)
		}
	case goruntime.Error:
		return vm.dief(nil, "internal error: %s", e.Error())
	case error:
		var path *os.PathError
		if errors.As(e, &path) {
			return vm.dief(nil, "%s", e.Error())
		}
	}
	panic(e)
}

// protect runs f; what it dies of is returned, with everything f left behind undone.
func (vm *VM) protect(f func()) (d *Die) {
	state, outer := vm.snapshot(), vm.dying
	vm.dying = nil
	vm.inEval++
	defer func() {
		vm.inEval--
		vm.dying = outer
		if e := recover(); e != nil {
			d = vm.caught(e)
			vm.inEval++ // for the handler, which may ask
			d = vm.announce(d)
			vm.inEval--
			vm.restore(state)
		}
	}()
	f()
	if d = vm.dying; d != nil { // which came by the short way
		vm.restore(state)
	}
	return d
}

// announce hands an exception to $SIG{__DIE__} unless die did so already; the handler may replace it by dying itself.
func (vm *VM) announce(d *Die) *Die {
	if d.announced || vm.signalHandler("__DIE__") == nil {
		return d
	}
	d.announced = true
	if other := vm.protect(func() { vm.raise(d) }); other != nil {
		other.announced = true
		return other
	}
	return d
}

// evalBlock compiles eval { } in scalar context.
func (c *compiler) evalBlock(x *tree.EvalBlock) evalFn {
	body, at := c.evalBody(x, WantScalar), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		result := value.Undef
		if vm.runEval(at, WantScalar, func() {
			if body(vm, fr) == ctlReturn {
				result = plain(vm.ret)
			}
		}) {
			return result
		}
		return value.Undef
	}
}

// evalStmt compiles eval { } whose value nobody wants.
func (c *compiler) evalStmt(x *tree.EvalBlock) stmtFn {
	body, at := c.evalBody(x, WantVoid), c.site(x)
	return func(vm *VM, fr *Frame) ctl {
		vm.runEval(at, WantVoid, func() { body(vm, fr) })
		return ctlNone
	}
}

func (c *compiler) evalBlockList(x *tree.EvalBlock) listFn {
	body, at := c.evalBody(x, WantList), c.site(x)
	return func(vm *VM, fr *Frame) {
		vm.runEval(at, WantList, func() { body(vm, fr) })
	}
}

// evalBody compiles the block of an eval: a return in it leaves the eval, its last statement is its value.
func (c *compiler) evalBody(x *tree.EvalBlock, want Want) stmtFn {
	outer := c.want
	c.want = want
	deep := c.deep
	c.deep = new(bool)
	c.evals++
	c.markDies(x.Block.Stmts, softEval)
	c.markCalls(x.Block.Stmts)
	body := c.tailBlock(x.Block)
	c.evals--
	if *c.deep {
		body = catchReturns(body)
		*deep = true
	}
	c.want, c.deep = outer, deep
	return c.passJumps(body)
}

// passJumps turns a next or last that leaves an eval or do block into a jump.
func (c *compiler) passJumps(body stmtFn) stmtFn {
	c.markDeepIf(body)
	return func(vm *VM, fr *Frame) ctl {
		k := body(vm, fr)
		if k > ctlReturn {
			panic(&jump{k})
		}
		return k
	}
}

// markDeepIf makes the enclosing loops ready for jumps out of a nested block.
func (c *compiler) markDeepIf(stmtFn) {
	for _, l := range c.loops {
		l.deep = true
	}
}

// catchReturns stops return jumps only.
func catchReturns(s stmtFn) stmtFn {
	caught := catchJumps(s)
	return func(vm *VM, fr *Frame) ctl { return caught(vm, fr) }
}

// runEval runs the inside of an eval and sets $@. It reports whether f ended normally.
func (vm *VM) runEval(at *site, want Want, f func()) bool {
	vm.err.Scalar.Set(value.Str(""))
	outer := vm.match.last
	d := vm.protect(func() {
		vm.enter(at, nil, nil, want)
		vm.calls[vm.depth-1].eval, vm.calls[vm.depth-1].compiling = true, false
		f()
		vm.depth--
	})
	vm.leaveMatch(outer)
	if d != nil {
		vm.err.Scalar.Set(d.Value)
		return false
	}
	vm.err.Scalar.Set(value.Str(""))
	return true
}

// try compiles try/catch/finally. A return inside the blocks leaves the sub.
func (c *compiler) try(s *tree.Try) stmtFn { return c.tryWith(s, c.block) }

// tryWith is try with a way to compile its body and its handler: as statements, or as what gives the value of a sub.
func (c *compiler) tryWith(s *tree.Try, block func(*tree.Block) stmtFn) stmtFn {
	body := block(s.Body)
	var handler, final stmtFn
	var set storeFn
	if s.Catch != nil {
		if s.CatchVar != nil {
			set = c.store(&tree.Decl{Span: s.Span, Kind: "my", Vars: []*tree.Var{s.CatchVar}})
		}
		handler = block(s.Catch)
	}
	if s.Finally != nil {
		final = c.block(s.Finally)
	}
	run := func(vm *VM, fr *Frame) (k ctl) {
		d := vm.protect(func() { k = body(vm, fr) })
		if d == nil {
			return k
		}
		if handler == nil {
			panic(d)
		}
		if set != nil {
			set(vm, fr, d.Value)
		}
		return handler(vm, fr)
	}
	if final == nil {
		return run
	}
	return func(vm *VM, fr *Frame) ctl {
		defer final(vm, fr)
		return run(vm, fr)
	}
}

// dieMessage builds the value that die or warn is about from their arguments.
func (vm *VM) dieMessage(args []value.Value, at *site, fallback string) value.Value {
	if len(args) == 1 && args[0].IsRef() {
		return args[0]
	}
	text := joinValues(value.Str(""), args)
	if text.S() == "" {
		if prev := vm.err.Scalar.Get(); prev.IsRef() {
			return vm.propagate(prev, at, fallback == "Died")
		} else if s := prev.String(); s != "" {
			tail := "\t...propagated"
			if fallback != "Died" {
				tail = "\t...caught"
			}
			text = value.Text(s+tail, prev.IsWide())
		} else {
			text = value.Str(fallback)
		}
	}
	if strings.HasSuffix(text.S(), "\n") {
		return text
	}
	return value.Append(text, vm.where(at), false)
}

// propagate is die without arguments after an exception object, which may replace itself by its method PROPAGATE.
func (vm *VM) propagate(object value.Value, at *site, dying bool) value.Value {
	if p := packageOf(object); p != nil && dying {
		if code := vm.findMethod(p, "PROPAGATE"); code != nil {
			return vm.Call(code, []value.Value{object, value.Str(at.name()), value.Int(int64(at.line))}, at)
		}
	}
	return object
}

// stringEval is eval EXPR: the text is parsed where it stands and sees the variables there.
func (vm *VM) stringEval(text value.Value, info *evalInfo, prag pragmas, fr *Frame, off int, want Want, at *site) {
	vm.evals++
	base := len(vm.stack)
	ok := vm.runEval(at, want, func() {
		vm.calls[vm.depth-1].code = evalCode(text)
		if k := vm.keptEval(text, info); k != nil {
			vm.runKept(k, info, fr, off, want, at)
			return
		}
		prog, diags := vm.parseEval(text, fmt.Sprintf("(eval %d)", vm.evals), info, prag)
		if diags.HasErrors() {
			panic(vm.dieValue(at, value.Text(compileMessage(diags), true)))
		}
		vm.install(prog)
		c := vm.newCompiler(info.fn, WantScalar)
		k := &keptEval{prog: prog, body: vm.newProto(prog.main), take: c.captures(prog.main)}
		vm.keepEval(text, info, k)
		vm.runKept(k, info, fr, off, want, at)
	})
	if !ok {
		vm.stack = vm.stack[:base]
		if want != WantList {
			vm.stack = append(vm.stack, value.Undef)
		}
	}
}

// runKept runs a compiled string eval as a closure over the frame it stands in; its value is left on the stack.
func (vm *VM) runKept(k *keptEval, info *evalInfo, fr *Frame, off int, want Want, at *site) {
	k.busy = true
	defer func() { k.busy = false }()
	code := &value.Code{Package: k.prog.main.prag.pkg, Body: k.body, Caps: k.take(fr)}
	var args *value.Array
	if info.fn.argsSlot >= 0 {
		args = fr[uint8(info.fn.argsSlot)].Array()
	} else {
		args = globArray(vm.Glob("main::_"))
	}
	base := len(vm.stack)
	if want == WantList {
		vm.applyList(code, fr.window(off), base, args, at)
		return
	}
	v := vm.apply(code, fr.window(off), base, args, want, at)
	vm.stack = append(vm.stack[:base], v)
}

// compileMessage is what perl says of text that does not compile.
func compileMessage(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		if d.Severity != diag.Error {
			continue
		}
		line := 0
		name := ""
		if d.File != nil {
			line, name = d.File.Line(d.Span.Start), d.File.NameAt(d.Span.Start)
		}
		fmt.Fprintf(&b, "%s at %s line %d.\n", d.Message, name, line)
	}
	return b.String()
}

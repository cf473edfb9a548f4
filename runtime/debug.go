package runtime

// This file defines what a debugger asks of a VM that has stopped before a statement.

import (
	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

// Depth is how many subs and evals are running.
func (vm *VM) Depth() int { return vm.depth }

// Leave ends the script as exit does. It is called from within a hook such as Config.Trace.
func (vm *VM) Leave(code int) { panic(&exited{code: code}) }

// expressionFile is what messages call the text of Evaluate.
const expressionFile = "expression"

// Evaluate runs a text in list context while the script has stopped in a hook, and returns its values. It sees and may change the
// variables of the place if the VM has Config.Debug, else package variables alone; names need not be declared.
// The error is a diag.List, a *Die, or a *Jumped. The script is not disturbed: $@, $!, $? and what the last match has captured stay.
func (vm *VM) Evaluate(text string) (values []value.Value, err error) {
	p := vm.halted
	if p.spot == nil || p.info == nil {
		p.spot = &spot{prag: pragmas{pkg: "main"}, at: &site{file: source.NewFile(expressionFile, text), line: 1, pkg: "main"}}
	}
	prag := p.prag
	prag.strictVars, prag.warn, prag.fatal = false, false, 0
	prog, diags := vm.parseExpression(text, p.info, prag)
	if diags.HasErrors() {
		return nil, diags
	}
	defer vm.undisturbed()()
	state := vm.snapshot()
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *jump:
			vm.restore(state)
			values, err = nil, &Jumped{Word: jumpName(e.ctl)}
		default:
			panic(e)
		}
	}()
	if d := vm.protect(func() { values = vm.runExpression(prog, p) }); d != nil {
		return nil, d
	}
	return values, nil
}

// A Jumped says that an expression tried to leave a loop or sub of the script.
type Jumped struct {
	Word string // "next", "last", "redo" or "return"
}

func (e *Jumped) Error() string { return "an expression cannot " + e.Word + " out of the script" }

// parseExpression reads the text of Evaluate.
func (vm *VM) parseExpression(text string, info *evalInfo, prag pragmas) (*Program, diag.List) {
	if info != nil {
		return vm.parseEval(value.Text(text, true), expressionFile, info, prag)
	}
	t, diags := lang.Parse(source.NewFile(expressionFile, text), lang.Options{Words: vm.registry, Eval: true, Utf8: true, Package: prag.pkg, Subs: vm.knownSub(prag.pkg), Functions: vm.knownFunction(prag.pkg)})
	if diags.HasErrors() {
		return nil, diags
	}
	p, more := resolve(t, prag, vm.registry)
	return p, append(diags, more...)
}

// runExpression runs the text as a closure over the frame that has stopped.
func (vm *VM) runExpression(prog *Program, p halt) []value.Value {
	vm.install(prog)
	code := &value.Code{Package: prog.main.prag.pkg, Body: vm.newProto(prog.main)}
	args := globArray(vm.Glob("main::_"))
	base := len(vm.stack)
	if p.info == nil {
		vm.callValues(code, nil, WantList, p.at)
		return vm.take(base)
	}
	code.Caps = vm.newCompiler(p.info.fn, WantScalar).captures(prog.main)(p.frame)
	if slot := p.info.fn.argsSlot; slot >= 0 {
		args = p.frame[uint8(slot)].Array()
	}
	vm.applyList(code, p.frame.window(p.off), base, args, p.at)
	return vm.take(base)
}

// undisturbed keeps what an expression of a debugger must leave as it is; the result puts it back.
func (vm *VM) undisturbed() func() {
	where, depth, match, result := vm.halted, vm.depth, vm.match, vm.result
	status, at, errno := vm.status, vm.at, vm.osErr
	last := vm.err.Scalar
	vm.err.Scalar = value.NewScalar(last.Get())
	return func() {
		vm.halted, vm.depth, vm.match, vm.result = where, depth, match, result
		vm.status, vm.at, vm.osErr = status, at, errno
		vm.err.Scalar = last
	}
}

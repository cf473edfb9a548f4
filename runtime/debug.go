package runtime

// This file defines what a debugger asks of a VM that has stopped before a statement.

import (
	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

// Depth is how many subs and evals are running.
func (vm *VM) Depth() int { return vm.depth }

// Leave ends the script as exit does. It is called from within a hook such as Config.Trace.
func (vm *VM) Leave(code int) { panic(&exited{code: code}) }

// expressionSub is the sub that holds the expression being evaluated.
const expressionSub = "smrscript::expression"

// Evaluate returns the values of an expression, in list context, while the script has stopped in a hook. It sees package variables
// and subs, not the my variables of the place. The error is a diag.List or a *Die; the script is not disturbed by it.
func (vm *VM) Evaluate(text string) ([]value.Value, error) {
	file := source.NewFile("expression", "sub "+expressionSub+" {"+text+"\n}")
	t, diags := lang.Parse(file, lang.Options{Words: vm.registry, Subs: vm.knownSub("main"), Functions: vm.knownFunction("main")})
	if diags.HasErrors() {
		return nil, diags
	}
	p, more := resolve(t, pragmas{pkg: "main"}, vm.registry)
	if more.HasErrors() {
		return nil, more
	}
	var values []value.Value
	if d := vm.protect(func() {
		vm.install(p)
		values = vm.CallList(vm.Glob(expressionSub).Code, nil)
	}); d != nil {
		return nil, d
	}
	return values, nil
}

package runtime

// This file defines how an interactive prompt runs a script entry by entry in one VM.

import (
	"context"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// Session returns what the VM was configured with for its commands.
func (vm *VM) Session() any { return vm.session }

// entryValues is the array that holds the values of an entry.
const entryValues = "smrscript::entry"

// CompileEntry reads what was entered at a prompt. Subs that exist are known; variables that it declares with my outside of any
// block are package variables, so that the entries after it see them. A list that is Incomplete asks for more lines.
func (vm *VM) CompileEntry(file *source.File) (*Program, diag.List) {
	t, diags := lang.Parse(file, lang.Options{Words: vm.registry, Subs: vm.knownSub("main"), Functions: vm.knownFunction("main"), Module: vm.moduleText})
	if diags.HasErrors() {
		return nil, diags
	}
	for _, s := range t.Body.Stmts {
		if x, ok := s.(*tree.ExprStmt); ok {
			shareVariables(x)
		}
	}
	if n := len(t.Body.Stmts); n > 0 {
		if x, ok := t.Body.Stmts[n-1].(*tree.ExprStmt); ok && hasValue(x.X) {
			x.X = &tree.Assign{Span: x.Span, Op: "=", Left: &tree.Var{Span: x.Span, Sigil: '@', Name: entryValues}, Right: x.X}
		}
	}
	p, more := resolve(t, pragmas{pkg: "main", warn: vm.config.Warn}, vm.registry)
	return p, append(diags, more...)
}

// shareVariables turns the my variables of a statement into package variables.
func shareVariables(s *tree.ExprStmt) {
	tree.Inspect(s, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Block, *tree.AnonSub:
			return false
		case *tree.Decl:
			n.Kind = "our"
		}
		return true
	})
}

// hasValue tells whether an entry is an expression whose value somebody wants to see: no plain assignment or declaration, no
// call for its effect.
func hasValue(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var, *tree.Elem, *tree.HashElem, *tree.Deref, *tree.Slice, *tree.Num, *tree.Str, *tree.Interp, *tree.Binary, *tree.Chain,
		*tree.Unary, *tree.Ternary, *tree.RangeOp, *tree.Call, *tree.Method, *tree.Match, *tree.AnonArray, *tree.AnonHash, *tree.Qx:
		return true
	case *tree.List:
		return x.Paren
	case *tree.Logical:
		return hasValue(x.Left) && hasValue(x.Right)
	case *tree.Assign:
		_, ok := x.Right.(*tree.Command)
		return ok
	case *tree.Func:
		switch x.Name {
		case "length", "uc", "lc", "join", "sprintf", "keys", "values", "map", "grep", "sort", "reverse", "defined", "exists", "ref", "scalar",
			"substr", "index", "abs", "int", "time", "localtime", "split", "secret":
			return true
		}
	}
	return false
}

// RunEntry runs an entry and returns the values to show: those of an expression, or a command's when it says more than success.
// With left the entry asked the script to end with the exit code; the VM is then to be closed with End. The error is as Run's.
func (vm *VM) RunEntry(ctx context.Context, p *Program) (values []value.Value, left bool, exit int, err error) {
	vm.ctx, vm.scriptName, vm.result = ctx, p.File.Name, value.Undef
	shown := vm.Array(entryValues)
	shown.SetAll(nil)
	exit, err = vm.guard(func() {
		defer func() {
			if e := recover(); e != nil {
				_, left = e.(*exited)
				panic(e)
			}
		}()
		vm.install(p)
		vm.runMain(p)
	})
	vm.files.FlushAll()
	if err != nil || left {
		return nil, left, exit, err
	}
	values = shown.Values(nil)
	if n := len(p.Tree.Body.Stmts); n > 0 && !vm.result.IsUndef() {
		if x, ok := p.Tree.Body.Stmts[n-1].(*tree.ExprStmt); ok {
			if _, ok := x.X.(*tree.Command); ok {
				values = []value.Value{vm.result}
			}
		}
	}
	return values, false, 0, nil
}

// End runs the END blocks after the last entry; exit is what $? says while they run, and may be changed by them.
func (vm *VM) End(exit int) (int, error) {
	exit, err := vm.runEnds(exit, nil)
	vm.files.FlushAll()
	return exit, err
}

// VariableNames lists the package variables of main that hold something, with their sigils, sorted. Those that the language itself
// defines are left out.
func (vm *VM) VariableNames() []string {
	var names []string
	for name, g := range vm.globs {
		plain, ok := strings.CutPrefix(name, "main::")
		if !ok || plain == "" || strings.Contains(plain, "::") || plain[0] < 'A' || plain == "ENV" || plain == "INC" || plain == "ARGV" || plain == "STDIN" {
			continue
		}
		if g.Scalar != nil && g.Scalar.Get().Defined() {
			names = append(names, "$"+plain)
		}
		if g.Array != nil && g.Array.Len() > 0 {
			names = append(names, "@"+plain)
		}
		if g.Hash != nil && g.Hash.Len() > 0 {
			names = append(names, "%"+plain)
		}
	}
	slices.Sort(names)
	return names
}

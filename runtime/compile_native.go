package runtime

// This file defines how functions written in Go get their arguments.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime/value"
)

// nativeArguments compiles arguments by the kinds of the parameters: lists flattened, arrays and hashes as references,
// places as references to scalars, handles as names or globs, blocks as code references.
func (c *compiler) nativeArguments(x *tree.Func, u *usage.Function) listFn {
	var fs []listFn
	if x.Block != nil {
		fs = append(fs, c.list(&tree.AnonSub{Span: x.Span, Sub: x.Block}))
	}
	if x.Handle != nil && u.Handle {
		fs = append(fs, c.pushScalar(c.handleOperand(x.Handle)))
	} else if x.Handle != nil { // the program of system and exec
		fs = append(fs, c.pushScalar(c.scalar(x.Handle)))
	}
	first := len(fs)
	args := x.Args
	if len(args) == 0 && u.Topic && first == 0 && u.Param(0) == usage.Scalar && !ignoresTopic(x.Name) {
		args = []tree.Expr{c.operand(x, 0)}
	}
	if first > 0 && c.writesTopic(x) {
		fs = append(fs, c.aliasLists(args))
		args = nil
	}
	isImported := strings.Contains(x.Name, "::") // a sub of a module, to which variables are passed as to any other
	for i, a := range args {
		kind := u.Param(first + i)
		if _, isText := a.(*tree.Str); isText && kind == usage.Handle && takesName(u, first+i) {
			kind = usage.Scalar
		}
		if kind == usage.Scalar && !isUndefined(a) && (c.prag.warn && reportsUndef(x.Name, first+i) || x.Name == "open") {
			f := c.scalar(a)
			if c.prag.warn && reportsUndef(x.Name, first+i) {
				f = c.warnUndef(f, a, x.Name)
			}
			if x.Name == "open" {
				f = c.openName(x, i, f)
			}
			fs = append(fs, c.pushScalar(f))
			continue
		}
		fs = append(fs, c.nativeArgument(a, kind, isImported))
	}
	return func(vm *VM, fr *Frame) {
		for _, f := range fs {
			f(vm, fr)
		}
	}
}

// ignoresTopic lists the functions that mean something else than $_ when they have no operand.
func ignoresTopic(name string) bool {
	if strings.Contains(name, "::") {
		return true // functions of modules look at $_ themselves if they want it
	}
	switch name {
	case "caller", "localtime", "gmtime", "sleep", "rand", "srand", "exit", "umask", "getpgrp", "setpgrp", "reset", "select", "close", "chdir", "getc", "eof", "tell", "fileno", "write":
		return true
	}
	return false
}

// takesName tells whether operand i is a handle in one form and plain text in another: `stat FILEHANDLE`, `stat EXPR`.
func takesName(u *usage.Function, i int) bool {
	for _, form := range u.Forms {
		if i < len(form) && form[i].Kind == usage.Scalar {
			return true
		}
	}
	return false
}

func (c *compiler) nativeArgument(a tree.Expr, kind usage.ParamKind, isImported bool) listFn {
	switch kind {
	case usage.List:
		if isImported {
			return c.vivifying([]tree.Expr{a})
		}
		return c.list(a)
	case usage.Array, usage.Hash, usage.ArrayOrHash:
		if isContainer(a) {
			return c.pushScalar(c.referenceTo(a))
		}
	case usage.Handle:
		return c.pushScalar(c.handleOperand(a))
	case usage.LValue:
		if isContainer(a) || isGlob(a) {
			return c.pushScalar(c.referenceTo(a))
		}
		cell := c.cell(a)
		return func(vm *VM, fr *Frame) {
			s := cell(vm, fr)
			vm.stack = append(vm.stack, value.RefScalar(s))
		}
	}
	return c.pushScalar(c.scalar(a))
}

// isGlob tells *name and *{EXPR}.
func isGlob(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '*'
	case *tree.Deref:
		return x.Sigil == '*'
	}
	return false
}

// named turns undef into the empty text: open takes undef that is written there for a temporary file, and undef in a variable for a
// name that no file has.
func named(f evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.IsUndef() {
			return value.Str("")
		}
		return v
	}
}

// isContainer tells an array or hash, or the declaration of one.
func isContainer(x tree.Expr) bool {
	if d, ok := x.(*tree.Decl); ok && len(d.Vars) == 1 && d.Vars[0] != nil && !d.Paren {
		x = d.Vars[0]
	}
	return isArrayLike(x) || isHash(x)
}

// pushScalar makes a list of one value.
//
// It is kept out of line because the Go compiler inlines nothing into the closures of a function that it inlined.
//
//go:noinline
func (c *compiler) pushScalar(f evalFn) listFn {
	return func(vm *VM, fr *Frame) {
		v := f(vm, fr)
		vm.stack = append(vm.stack, plain(v))
	}
}

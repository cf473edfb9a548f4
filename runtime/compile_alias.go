package runtime

// This file defines lists of aliases: the variables themselves instead of their values.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// aliases compiles a list whose items are the variables themselves where they are variables: KCell values.
func (c *compiler) aliases(x tree.Expr) listFn {
	switch x := x.(type) {
	case *tree.List:
		return c.aliasLists(x.Items)
	case *tree.Var:
		switch x.Sigil {
		case '$':
			cell := c.varCell(x)
			return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
		case '@':
			return aliasArray(c.varArray(x))
		case '%':
			return aliasHash(c.varHash(x))
		}
	case *tree.Deref:
		switch x.Sigil {
		case '$':
			cell := c.derefCell(x)
			return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
		case '@':
			return aliasArray(c.derefArray(x, true))
		case '%':
			return aliasHash(c.derefHash(x, true))
		}
	case *tree.Unary:
		if x.Op == "+" {
			return c.aliases(x.X)
		}
	case *tree.Elem:
		cell := c.cell(x)
		return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
	case *tree.HashElem:
		return c.aliasHashElem(x)
	case *tree.Decl:
		f := c.declare(x)
		vars := make([]tree.Expr, 0, len(x.Vars))
		for _, v := range x.Vars {
			if v != nil {
				vars = append(vars, v)
			}
		}
		get := c.aliasLists(vars)
		return func(vm *VM, fr *Frame) {
			f(vm, fr)
			get(vm, fr)
		}
	case *tree.Assign:
		if isScalarTarget(x.Left) {
			cell := c.cell(x)
			return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
		}
		if x.Op == "=" && isListTarget(x.Left) {
			f, get := c.assignStmt(x), c.aliases(declaredList(x.Left))
			return func(vm *VM, fr *Frame) {
				f(vm, fr)
				get(vm, fr)
			}
		}
	case *tree.Slice:
		if !x.Pairs {
			return c.aliasSlice(x)
		}
	case *tree.Ternary:
		cond, a, b := c.condition(x.Cond, false), c.aliases(x.Then), c.aliases(x.Else)
		return func(vm *VM, fr *Frame) {
			if cond(vm, fr) {
				a(vm, fr)
			} else {
				b(vm, fr)
			}
		}
	case *tree.Num, *tree.Str:
		return c.aliasConstant(x)
	case *tree.Call:
		if f := c.aliasConstant(x); f != nil {
			return f
		}
	case *tree.Func:
		if f := c.aliasConstant(x); f != nil {
			return f
		}
		if x.Name == "values" && len(x.Args) == 1 {
			if f := c.aliasValues(x.Args[0]); f != nil {
				return f
			}
		}
		switch {
		case x.Name == "grep":
			return c.grepAliases(x)
		case x.Name == "reverse":
			return reversed(c.aliasLists(x.Args))
		case x.Name == "sort":
			return c.sortAliases(x)
		case x.Name == "substr" && (len(x.Args) == 2 || len(x.Args) == 3) && isVariable(x.Args[0]):
			cell := c.cell(x)
			return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, value.CellValue(cell(vm, fr))) }
		}
	}
	return c.list(x)
}

// isVariable tells whether x is a scalar variable or an element.
func isVariable(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '$'
	case *tree.Deref:
		return x.Sigil == '$'
	case *tree.Elem, *tree.HashElem:
		return true
	}
	return false
}

// declaredList returns the variables behind a declaring list target.
func declaredList(x tree.Expr) tree.Expr {
	switch x := x.(type) {
	case *tree.Decl:
		l := &tree.List{Span: x.Span, Paren: true}
		for _, v := range x.Vars {
			if v != nil {
				l.Items = append(l.Items, v)
			}
		}
		return l
	case *tree.Local:
		return x.X
	}
	return x
}

func (c *compiler) aliasLists(items []tree.Expr) listFn {
	fs := make([]listFn, len(items))
	for i, it := range items {
		fs[i] = c.aliases(it)
	}
	return func(vm *VM, fr *Frame) {
		for _, f := range fs {
			f(vm, fr)
		}
	}
}

func aliasArray(array arrayFn) listFn {
	return func(vm *VM, fr *Frame) {
		a := array(vm, fr)
		for i := range a.Len() {
			vm.stack = append(vm.stack, value.CellValue(a.Cell(int64(i))))
		}
	}
}

func aliasHash(hash hashFn) listFn {
	return func(vm *VM, fr *Frame) {
		h := hash(vm, fr)
		for _, k := range h.Keys(nil) {
			vm.stack = append(vm.stack, k, value.CellValue(h.Cell(value.KeyOf(k))))
		}
	}
}

// aliasHashElem passes an element without creating it unless it is written to.
func (c *compiler) aliasHashElem(x *tree.HashElem) listFn {
	hash, key := c.hash(x.Hash, true), c.key(x.Key)
	return func(vm *VM, fr *Frame) {
		k := key(vm, fr)
		h := hash(vm, fr)
		if h.Exists(k) {
			vm.stack = append(vm.stack, value.CellValue(h.Cell(k)))
			return
		}
		vm.stack = append(vm.stack, value.CellValue(value.NewTied(&laterElement{h, k})))
	}
}

// laterElement is a hash element that comes into being when it is first written to.
type laterElement struct {
	h *value.Hash
	k value.Key
}

func (e *laterElement) Fetch() value.Value  { return e.h.Get(e.k) }
func (e *laterElement) Store(v value.Value) { e.h.Set(e.k, v) }

func (c *compiler) aliasValues(x tree.Expr) listFn {
	if isArrayLike(unwrap(x)) {
		return aliasArray(c.array(unwrap(x), true))
	}
	if !isHash(x) {
		return nil
	}
	hash := c.hash(x, true)
	return func(vm *VM, fr *Frame) { vm.stack = hash(vm, fr).Cells(vm.stack) }
}

// aliasSlice pushes the elements of a slice as cells.
func (c *compiler) aliasSlice(x *tree.Slice) listFn {
	index, at := c.subscripts(x.Of, x.Index), c.site(x)
	if isArrayLike(x.Of) {
		array := c.array(x.Of, true)
		return func(vm *VM, fr *Frame) {
			base := len(vm.stack)
			index(vm, fr)
			keys := vm.take(base)
			a := array(vm, fr)
			for _, k := range keys {
				cell := a.Cell(k.ToInt())
				if cell == nil {
					panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", k.ToInt()))
				}
				vm.stack = append(vm.stack, value.CellValue(cell))
			}
		}
	}
	hash := c.hash(x.Of, true)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		index(vm, fr)
		keys := vm.take(base)
		h := hash(vm, fr)
		for _, k := range keys {
			vm.stack = append(vm.stack, value.CellValue(h.Cell(value.KeyOf(k))))
		}
	}
}

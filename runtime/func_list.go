package runtime

// This file defines the functions that work through lists: map, grep, sort, reverse, join, and the questions about
// values that need to see their operand (defined, scalar, undef, ref).

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// elementBody compiles the block or expression of map and grep.
func (c *compiler) elementBody(x *tree.Func) (tree.Expr, *tree.Block, []tree.Expr) {
	if x.Block != nil {
		return nil, x.Block.Body, x.Args
	}
	return x.Args[0], nil, x.Args[1:]
}

// overTopic runs body for each item of a list with $_ set to it. writes tells whether body may change the items.
func (c *compiler) overTopic(args []tree.Expr, writes bool, body func(vm *VM, fr *Frame, item value.Value)) listFn {
	var list listFn
	if writes {
		list = c.aliasLists(args)
	} else {
		list = c.vivifying(args)
	}
	g := c.vm.topic
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		items := vm.take(base)
		old := g.Scalar
		mark := len(vm.saves)
		vm.saves = append(vm.saves, func() { g.Scalar = old })
		if !writes {
			g.Scalar = &value.Scalar{}
		}
		hidden := -1
		if vm.weighs {
			hidden = vm.hide(items)
		}
		for _, it := range items {
			switch {
			case !writes:
				g.Scalar.V = it
			case it.IsCell():
				g.Scalar = it.Cell()
			default:
				g.Scalar = value.NewScalar(it)
			}
			body(vm, fr, it)
			if vm.fuel--; vm.fuel < 0 {
				vm.look()
			}
		}
		if hidden >= 0 {
			vm.forget(hidden)
		}
		vm.unwind(mark)
	}
}

func (c *compiler) mapList(x *tree.Func) listFn {
	expr, block, args := c.elementBody(x)
	var f listFn
	if block != nil {
		f = c.doBlockList(block)
	} else {
		f = c.list(expr)
	}
	return c.overTopic(args, c.changesItems(x), func(vm *VM, fr *Frame, _ value.Value) { f(vm, fr) })
}

func (c *compiler) grepCondition(x *tree.Func) (condFn, []tree.Expr) {
	expr, block, args := c.elementBody(x)
	if block != nil {
		f := c.doBlock(block)
		return func(vm *VM, fr *Frame) bool { return vm.truth(f(vm, fr)) }, args
	}
	return c.condition(expr, false), args
}

func (c *compiler) grepList(x *tree.Func) listFn {
	cond, args := c.grepCondition(x)
	return c.overTopic(args, c.changesItems(x), func(vm *VM, fr *Frame, item value.Value) {
		if cond(vm, fr) {
			vm.stack = append(vm.stack, item.Load())
		}
	})
}

// grepAliases is grep whose results are the elements themselves.
func (c *compiler) grepAliases(x *tree.Func) listFn {
	cond, args := c.grepCondition(x)
	return c.overTopic(args, true, func(vm *VM, fr *Frame, item value.Value) {
		if cond(vm, fr) {
			vm.stack = append(vm.stack, item)
		}
	})
}

// countOf compiles a list-valued function in scalar context as the number of its results.
func (c *compiler) countOf(list listFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		n := len(vm.stack) - base
		vm.stack = vm.stack[:base]
		return value.Int(int64(n))
	}
}

// listFunction compiles the list functions in scalar context and the questions about values.
func (c *compiler) listFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "map":
		return c.countOf(c.mapList(x))
	case "grep":
		return c.countOf(c.grepList(x))
	case "sort":
		return c.countOf(c.sortList(x))
	case "reverse":
		return c.reverseText(x)
	case "join":
		return c.join(x)
	case "scalar":
		return c.scalar(x.Args[0])
	case "defined":
		return c.defined(x)
	case "undef":
		return c.undef(x)
	case "wantarray":
		return constant(wantValue(c.want))
	case "__SUB__":
		slot := c.fn.codeSlot
		if slot < 0 {
			return constant(value.Undef)
		}
		return func(vm *VM, fr *Frame) value.Value { return fr[uint8(slot)] }
	}
	return nil
}

func wantValue(w Want) value.Value {
	switch w {
	case WantList:
		return value.Int(1)
	case WantScalar:
		return value.No
	}
	return value.Undef
}

// reverseText is reverse in scalar context.
func (c *compiler) reverseText(x *tree.Func) evalFn {
	args := x.Args
	if len(args) == 0 {
		args = []tree.Expr{c.operand(x, 0)}
	}
	if len(args) == 1 && isSingle(args[0]) {
		f := c.scalar(args[0])
		return func(vm *VM, fr *Frame) value.Value { return value.Reverse(plain(f(vm, fr))) }
	}
	list := c.lists(args)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		vm.roomForText(value.Undef, vm.stack[base:])
		v := joinValues(value.Str(""), vm.stack[base:])
		vm.stack = vm.stack[:base]
		return value.Reverse(v)
	}
}

func (c *compiler) join(x *tree.Func) evalFn {
	sep, list, at := c.scalar(x.Args[0]), c.lists(x.Args[1:]), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		s := sep(vm, fr)
		base := len(vm.stack)
		list(vm, fr)
		if at.warn {
			if s.IsUndef() && len(vm.stack)-base > 1 {
				vm.warnUninitialized("join or string", x.Args[0], at)
			}
			vm.warnItems(vm.stack[base:], x.Args[1:], "join or string", at)
		}
		vm.roomForText(s, vm.stack[base:])
		v := joinValues(s, vm.stack[base:])
		vm.stack = vm.stack[:base]
		return v
	}
}

// defined compiles defined, which must not call a sub it is asked about nor create elements.
func (c *compiler) defined(x *tree.Func) evalFn {
	a := unwrap(c.operand(x, 0))
	switch a := a.(type) {
	case *tree.Call:
		if a.Amp && a.NoArgs {
			return c.definedSub(a.Ref.(*varUse))
		}
	case *tree.CallRef:
		if a.Amp && a.NoArgs {
			return c.definedCode(a.Fn)
		}
	case *tree.Var:
		switch a.Sigil {
		case '&':
			return c.definedSub(subRef(c, a))
		case '@':
			array := c.varArray(a)
			return func(vm *VM, fr *Frame) value.Value { return value.Bool(array(vm, fr).Len() > 0) }
		case '%':
			hash := c.varHash(a)
			return func(vm *VM, fr *Frame) value.Value { return value.Bool(hash(vm, fr).Len() > 0) }
		}
	case *tree.Deref:
		if a.Sigil == '&' {
			return c.definedCode(a.X)
		}
		if a.Sigil == '@' {
			array := c.array(a, false)
			return func(vm *VM, fr *Frame) value.Value { return value.Bool(array(vm, fr).Len() > 0) }
		}
	}
	f := c.scalar(a)
	return func(vm *VM, fr *Frame) value.Value { return value.Bool(f(vm, fr).Defined()) }
}

// definedCode is defined of a sub given by reference or by name at run time.
func (c *compiler) definedCode(x tree.Expr) evalFn {
	f, pkg := c.scalar(x), c.prag.pkg
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() == value.KCodeRef {
			return value.Bool(isDefined(v.Code()))
		}
		return value.Bool(!v.IsRef() && vm.lookupSub(qualifySub(v.String(), pkg)) != nil)
	}
}

func (c *compiler) definedSub(u *varUse) evalFn {
	if u.sym != nil && u.sym.kind != "our" {
		return constant(value.Int(1))
	}
	g := c.vm.Glob(u.global)
	return func(vm *VM, fr *Frame) value.Value { return value.Bool(isDefined(g.Code)) }
}

func (c *compiler) undef(x *tree.Func) evalFn {
	if len(x.Args) == 0 {
		return constant(value.Undef)
	}
	a := unwrap(x.Args[0])
	var f func(vm *VM, fr *Frame)
	switch {
	case isArrayLike(a):
		array := c.array(a, true)
		f = func(vm *VM, fr *Frame) { array(vm, fr).Resize(0) }
	case isHash(a):
		hash := c.hash(a, true)
		f = func(vm *VM, fr *Frame) { hash(vm, fr).Clear() }
	default:
		switch s := a.(type) {
		case *tree.Slice:
			f = c.undefSlice(s)
		case *tree.Var:
			if s.Sigil == '&' {
				g := c.vm.Glob(subRef(c, s).global)
				f = func(vm *VM, fr *Frame) { vm.undefineSub(g) }
			}
		case *tree.Call:
			if s.Amp {
				g := c.vm.Glob(qualifySub(s.Name, c.prag.pkg))
				f = func(vm *VM, fr *Frame) { vm.undefineSub(g) }
			}
		}
		if f == nil {
			set := c.store(a)
			f = func(vm *VM, fr *Frame) { set(vm, fr, value.Undef) }
		}
	}
	return func(vm *VM, fr *Frame) value.Value {
		f(vm, fr)
		return value.Undef
	}
}

// doBlock compiles do { } in scalar context.
func (c *compiler) doBlock(b *tree.Block) evalFn {
	if len(b.Stmts) == 1 {
		if es, ok := b.Stmts[0].(*tree.ExprStmt); ok && !hasLocal(b.Stmts) {
			defer c.inStatement(es)()
			return c.scalar(es.X)
		}
	}
	body := c.valueBlock(b, WantScalar)
	return func(vm *VM, fr *Frame) value.Value {
		body(vm, fr)
		return plain(vm.ret)
	}
}

func (c *compiler) doBlockList(b *tree.Block) listFn {
	if len(b.Stmts) == 1 {
		if es, ok := b.Stmts[0].(*tree.ExprStmt); ok && !hasLocal(b.Stmts) {
			defer c.inStatement(es)()
			return c.list(es.X)
		}
	}
	body := c.valueBlock(b, WantList)
	return func(vm *VM, fr *Frame) { body(vm, fr) }
}

// valueBlock compiles a block whose last statement gives its value. A return in it leaves the sub around it, so the two kinds
// of leaving are told apart: the block's own value comes as ctlReturn, the sub's as a jump.
func (c *compiler) valueBlock(b *tree.Block, want Want) stmtFn {
	inner := *c
	inner.want = want
	outerWant := c.want
	inner.escape = func(x *tree.Return) stmtFn {
		out := *c
		out.want = outerWant
		f := out.returnStmt(x)
		return func(vm *VM, fr *Frame) ctl {
			f(vm, fr)
			panic(&jump{ctlReturn})
		}
	}
	if containsJump(b) {
		c.markDeep()
	}
	body := inner.tailBlock(b)
	return func(vm *VM, fr *Frame) ctl {
		k := body(vm, fr)
		if k > ctlReturn {
			panic(&jump{k})
		}
		return ctlNone
	}
}

// containsJump tells whether a block holds a jump or return of its own.
func containsJump(b *tree.Block) bool {
	found := false
	tree.Inspect(b, func(n tree.Node) bool {
		switch n.(type) {
		case *tree.AnonSub, *tree.SubDef:
			return false
		case *tree.Return, *tree.Jump:
			found = true
		}
		return !found
	})
	return found
}

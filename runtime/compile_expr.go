package runtime

// This file defines the scalar mode: one value from an expression.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// scalar compiles an expression in scalar context.
func (c *compiler) scalar(x tree.Expr) evalFn {
	if c.vm.weighs {
		return c.weighed(x)
	}
	return c.scalarOf(x)
}

func (c *compiler) scalarOf(x tree.Expr) evalFn {
	switch x := x.(type) {
	case *tree.Num:
		return constant(c.number(x))
	case *tree.Str:
		return constant(value.Text(x.Value, x.Wide))
	case *tree.Interp:
		return c.interp(x)
	case *tree.JoinArray:
		return c.joinArray(x)
	case *tree.Var:
		return c.scalarVar(x)
	case *tree.Deref:
		return c.scalarDeref(x)
	case *tree.Elem:
		return c.element(x)
	case *tree.HashElem:
		return c.hashElement(x)
	case *tree.Slice, *tree.ListSlice:
		return c.lastOf(x)
	case *tree.Decl:
		return c.declScalar(x)
	case *tree.Local:
		f, get := c.localize(x.X), c.scalar(x.X)
		return func(vm *VM, fr *Frame) value.Value {
			f(vm, fr)
			return get(vm, fr)
		}
	case *tree.Assign:
		return c.assignExpr(x)
	case *tree.Binary:
		return c.binary(x)
	case *tree.Logical:
		return c.logical(x)
	case *tree.Chain:
		return c.chain(x)
	case *tree.Unary:
		return c.unary(x)
	case *tree.IncDec:
		return c.incDec(x)
	case *tree.Ternary:
		cond, a, b := c.condition(x.Cond, false), c.scalar(x.Then), c.scalar(x.Else)
		return func(vm *VM, fr *Frame) value.Value {
			if cond(vm, fr) {
				return a(vm, fr)
			}
			return b(vm, fr)
		}
	case *tree.RangeOp:
		return c.flipFlop(x)
	case *tree.List:
		return c.commaOperator(x)
	case *tree.AnonArray:
		return c.anonArray(x)
	case *tree.AnonHash:
		return c.anonHash(x)
	case *tree.PatternCode:
		return c.patternCode(x)
	case *tree.AnonSub:
		return c.closure(x.Sub.Ref.(*fnInfo))
	}
	return c.scalarAction(x)
}

// scalarAction compiles the expressions that do something: calls, patterns, input, jumps.
func (c *compiler) scalarAction(x tree.Expr) evalFn {
	switch x := x.(type) {
	case *tree.Call:
		return c.call(x)
	case *tree.CallRef:
		return c.callRef(x)
	case *tree.Method:
		return c.method(x)
	case *tree.Func:
		return c.function(x)
	case *tree.FileTest:
		return c.fileTest(x)
	case *tree.ReadLine:
		return c.readLine(x)
	case *tree.Glob:
		return c.globFiles(x)
	case *tree.Bareword:
		return c.bareword(x)
	case *tree.Match:
		return c.matchExpr(x)
	case *tree.Subst:
		return c.subst(x)
	case *tree.Trans:
		return c.trans(x)
	case *tree.QR:
		return c.qr(x)
	case *tree.Qx:
		return c.qx(x)
	case *tree.DoBlock:
		return c.doBlock(x.Block)
	case *tree.EvalBlock:
		return c.evalBlock(x)
	case *tree.Return:
		return c.jumpExpr(c.returnStmt(x))
	case *tree.Jump:
		return c.jumpExpr(c.jumpStmt(x))
	case *tree.Yada:
		at := c.site(x)
		return func(vm *VM, fr *Frame) value.Value { panic(vm.dief(at, "Unimplemented")) }
	case *tree.Command:
		return c.commandExpr(x)
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value { panic(vm.dief(at, "cannot evaluate %T", x)) }
}

func constant(v value.Value) evalFn { return func(*VM, *Frame) value.Value { return v } }

func (c *compiler) number(x *tree.Num) value.Value {
	v, err := value.ParseLiteral(x.Text)
	if err != nil {
		return value.Float(0)
	}
	return v
}

func (c *compiler) bareword(x *tree.Bareword) evalFn {
	name, pkg, at, strict := x.Name, c.prag.pkg, c.site(x), c.prag.strictSubs
	return func(vm *VM, fr *Frame) value.Value {
		if code := vm.lookupSub(qualifySub(name, pkg)); code != nil {
			return vm.Call(code, nil, at)
		}
		if strict && !isHandleName(name) && vm.packages[name] == nil {
			panic(vm.dief(at, "Bareword \"%s\" not allowed while \"strict subs\" in use", name))
		}
		return value.Str(name)
	}
}

func isHandleName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c-'A' < 26 || c == '_' || c-'0' < 10) {
			return false
		}
	}
	return true
}

func (c *compiler) scalarVar(x *tree.Var) evalFn {
	switch x.Sigil {
	case '$':
		return c.variable(x)
	case '@':
		array := c.varArray(x)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(array(vm, fr).Len())) }
	case '%':
		hash := c.varHash(x)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(hash(vm, fr).Len())) }
	case '#':
		array := c.varArray(x)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(array(vm, fr).Len()) - 1) }
	case '*':
		g := c.vm.Glob(x.Ref.(*varUse).global)
		return constant(value.GlobValue(g))
	}
	return c.call(&tree.Call{Span: x.Span, Name: x.Name, Amp: true, NoArgs: true, Ref: x.Ref})
}

func (c *compiler) scalarDeref(x *tree.Deref) evalFn {
	switch x.Sigil {
	case '$':
		return c.derefScalar(x)
	case '@':
		array := c.array(x, false)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(array(vm, fr).Len())) }
	case '%':
		hash := c.hash(x, false)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(hash(vm, fr).Len())) }
	case '#':
		array := c.derefArray(x, true)
		return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(array(vm, fr).Len()) - 1) }
	case '*':
		ref, at, strict := c.scalar(x.X), c.site(x), c.prag.strictRefs
		return func(vm *VM, fr *Frame) value.Value {
			v := ref(vm, fr)
			if w, ok := vm.overloadDeref(v, "*{}"); ok {
				v = w
			}
			if k := v.Kind(); k == value.KGlobRef || k == value.KGlob {
				return value.GlobValue(v.Glob())
			}
			return value.GlobValue(vm.symbolic(v, at, strict, "a GLOB"))
		}
	}
	return c.callRef(&tree.CallRef{Span: x.Span, Fn: x.X, Amp: true, NoArgs: true})
}

// commaOperator evaluates all and gives the last.
func (c *compiler) commaOperator(x *tree.List) evalFn {
	n := len(x.Items)
	if n == 0 {
		return constant(value.Undef)
	}
	if n == 1 {
		return c.scalar(x.Items[0])
	}
	fs := make([]stmtFn, n-1)
	for i := range fs {
		fs[i] = c.effect(x.Items[i])
	}
	first, last := sequence(fs), c.scalar(x.Items[n-1])
	return func(vm *VM, fr *Frame) value.Value {
		first(vm, fr)
		return last(vm, fr)
	}
}

// lastOf compiles a list-valued expression in scalar context: its last value.
func (c *compiler) lastOf(x tree.Expr) evalFn {
	list := c.list(x)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		return vm.last(base)
	}
}

// last takes a list off the stack and returns its last value.
func (vm *VM) last(base int) value.Value {
	v := value.Undef
	if n := len(vm.stack); n > base {
		v = vm.stack[n-1].Load()
	}
	vm.stack = vm.stack[:base]
	return v
}

func (c *compiler) anonArray(x *tree.AnonArray) evalFn {
	list := c.lists(x.Items)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		return value.RefArray(value.NewArray(vm.take(base)))
	}
}

func (c *compiler) anonHash(x *tree.AnonHash) evalFn {
	list, at := c.lists(x.Items), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		vm.warnOdd(len(vm.stack)-base, "anonymous hash", at)
		h := value.NewHash()
		h.SetPairs(vm.stack[base:])
		vm.stack = vm.stack[:base]
		return value.RefHash(h)
	}
}

func (c *compiler) logical(x *tree.Logical) evalFn {
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	switch x.Op {
	case "&&":
		return func(vm *VM, fr *Frame) value.Value {
			if v := a(vm, fr); !vm.truth(v) {
				return v
			}
			return b(vm, fr)
		}
	case "||":
		return func(vm *VM, fr *Frame) value.Value {
			if v := a(vm, fr); vm.truth(v) {
				return v
			}
			return b(vm, fr)
		}
	}
	return func(vm *VM, fr *Frame) value.Value {
		if v := a(vm, fr); v.Defined() {
			return v
		}
		return b(vm, fr)
	}
}

// truth is Value.Truth with the common cases first.
func (vm *VM) truth(v value.Value) bool {
	if v.IsInt() {
		return v.I() != 0
	}
	return v.Truth()
}

// condition compiles an expression for its truth; negate turns it round.
func (c *compiler) condition(x tree.Expr, negate bool) condFn {
	switch x := x.(type) {
	case *tree.Unary:
		if x.Op == "!" {
			return c.condition(x.X, !negate)
		}
	case *tree.List:
		if len(x.Items) == 1 {
			return c.condition(x.Items[0], negate)
		}
	case *tree.Logical:
		if x.Op == "//" {
			break
		}
		a, b := c.condition(x.Left, negate), c.condition(x.Right, negate)
		if (x.Op == "&&") != negate {
			return func(vm *VM, fr *Frame) bool { return a(vm, fr) && b(vm, fr) }
		}
		return func(vm *VM, fr *Frame) bool { return a(vm, fr) || b(vm, fr) }
	case *tree.Binary:
		if f := c.comparison(x); f != nil {
			if negate {
				return func(vm *VM, fr *Frame) bool { return !f(vm, fr) }
			}
			return f
		}
	case *tree.Match:
		if f := c.matchCondition(x); f != nil {
			if negate {
				return func(vm *VM, fr *Frame) bool { return !f(vm, fr) }
			}
			return f
		}
	case *tree.RangeOp:
		flip := c.flipFlop(x)
		return func(vm *VM, fr *Frame) bool { return flip(vm, fr).Truth() != negate }
	}
	f := c.scalar(x)
	if negate {
		return func(vm *VM, fr *Frame) bool { return !vm.truth(f(vm, fr)) }
	}
	return func(vm *VM, fr *Frame) bool { return vm.truth(f(vm, fr)) }
}

// flipFlop is .. in scalar context: false until the left side holds, then true until the right side does.
func (c *compiler) flipFlop(x *tree.RangeOp) evalFn {
	a, b := c.flipSide(x.Left), c.flipSide(x.Right)
	state, three := 0, x.Three
	return func(vm *VM, fr *Frame) value.Value {
		if state == 0 {
			if !a(vm, fr) {
				return value.No
			}
			state = 1
			if three || !b(vm, fr) {
				return value.Int(1)
			}
			state = 0
			return value.Str("1E0")
		}
		state++
		if b(vm, fr) {
			v := value.Str(value.Int(int64(state)).String() + "E0")
			state = 0
			return v
		}
		return value.Int(int64(state))
	}
}

// flipSide compiles one side of a flip-flop; a constant number is compared with $.
func (c *compiler) flipSide(x tree.Expr) condFn {
	if n, ok := unwrap(x).(*tree.Num); ok {
		want := c.number(n)
		return func(vm *VM, fr *Frame) bool { return value.NumEqual(want, vm.lineNumber()) }
	}
	return c.condition(x, false)
}

package runtime

// This file defines subs at run time: compiling them at their first call, the call protocol, closures.

import (
	"slices"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A proto is a compiled sub, shared by all closures made from it. Each context has its own code, made at the first call.
type proto struct {
	fn       *fnInfo
	nparams  int
	scalar   evalFn // nil until first called in scalar or void context
	list     listFn // nil until first called in list context
	void     evalFn // only for subs that ask wantarray
	place    cellFn // nil until first assigned to; only for lvalue subs
	simple   bool   // takes its parameters straight from the caller's slots
	exact    bool   // has a signature: a call with another number of arguments dies
	cells    []uint8
	arity    int  // the number of arguments it takes straight from the caller's slots; see takes
	special  bool // entering or leaving it takes more than its body: it matches, or asks for its context
	codeSlot int  // where a closure finds itself, -1 if it captures nothing
}

// A Native is a sub written in Go: it reads its arguments from the call and returns by pushing or as its result.
type Native func(c *Call) value.Value

func (vm *VM) newProto(fn *fnInfo) *proto {
	p := &proto{fn: fn, nparams: len(fn.params), simple: !fn.usesArgs && fn.rest == nil && len(fn.defaults) == 0,
		exact: fn.sub != nil && fn.sub.Sig != nil}
	for _, s := range fn.params {
		if s.cell && s.static == 0 {
			p.cells = append(p.cells, s.slot)
		}
		if s.static != 0 {
			p.simple = false
		}
	}
	switch {
	case !p.simple:
		p.arity = notInSlot
	case p.exact:
		p.arity = p.nparams
	default:
		p.arity = anyCount
	}
	p.special, p.codeSlot = fn.matches || fn.usesWant, fn.codeSlot
	return p
}

// closure compiles an anonymous sub: code with the captured variables of now.
func (c *compiler) closure(fn *fnInfo) evalFn {
	vm := c.vm
	p := vm.newProto(fn)
	take := c.captures(fn)
	pkg := fn.prag.pkg
	proto, hasProto := "", false
	if fn.sub != nil {
		proto, hasProto = fn.sub.Proto, fn.sub.HasProto
	}
	return func(vm *VM, fr *Frame) value.Value {
		return value.RefCode(&value.Code{Package: pkg, Proto: proto, HasProto: hasProto, Body: p, Caps: take(fr)})
	}
}

// captures compiles taking the variables that fn captures from the running frame.
func (c *compiler) captures(fn *fnInfo) func(fr *Frame) []value.Value {
	if len(fn.caps) == 0 {
		return func(*Frame) []value.Value { return nil }
	}
	type source struct {
		slot  uint8
		from  int
		sigil byte
	}
	list := make([]source, len(fn.caps))
	for i, cp := range fn.caps {
		list[i] = source{cp.sym.slot, cp.from, cp.sym.name[0]}
	}
	code := uint8(0)
	if c.fn.codeSlot >= 0 {
		code = uint8(c.fn.codeSlot)
	}
	return func(fr *Frame) []value.Value {
		out := make([]value.Value, len(list))
		for i, s := range list {
			switch {
			case s.from >= 0:
				out[i] = fr[code].Code().Caps[s.from]
				continue
			case s.from == fresh:
				out[i] = newStorage(s.sigil)
				continue
			}
			p := &fr[s.slot]
			switch s.sigil {
			case '@':
				if p.Kind() != value.KArrayRef {
					*p = value.RefArray(value.NewArray(nil))
				}
			case '%':
				if p.Kind() != value.KHashRef {
					*p = value.RefHash(value.NewHash())
				}
			default:
				value.Promote(p)
			}
			out[i] = *p
		}
		return out
	}
}

// newStorage returns a new variable of a kind, as frames and closures hold it.
func newStorage(sigil byte) value.Value {
	switch sigil {
	case '@':
		return newArrayRef()
	case '%':
		return newHashRef()
	}
	return value.CellValue(&value.Scalar{})
}

// lexicalSub is `my sub name`: a variable that holds a closure, which may capture itself.
func (c *compiler) lexicalSub(s *tree.SubDef) stmtFn {
	v, ok := s.Ref.(*tree.Var)
	if !ok {
		return nil
	}
	decl, set := c.declareOne(&tree.Var{Sigil: '$', Name: v.Name, Ref: v.Ref}), c.storeVar(&tree.Var{Sigil: '$', Name: v.Name, Ref: v.Ref})
	f := c.closure(s.Sub.Ref.(*fnInfo))
	return func(vm *VM, fr *Frame) ctl {
		decl(vm, fr)
		set(vm, fr, f(vm, fr))
		return ctlNone
	}
}

// compileScalar and compileList make the code of a sub for one context.
func (vm *VM) compileScalar(p *proto, want Want) evalFn {
	c := vm.newCompiler(p.fn, want)
	prologue := c.prologue(p)
	c.markDies(p.fn.body.Stmts, softSub)
	f := c.bodyValue(p.fn.body.Stmts[p.fn.bodyFrom:])
	if hasLocal(p.fn.body.Stmts) {
		inner := f
		f = func(vm *VM, fr *Frame) value.Value {
			mark := len(vm.saves)
			v := plain(inner(vm, fr))
			vm.unwind(mark)
			return v
		}
	}
	if *c.deep {
		plainBody := f
		inner := c.passStrays(catchJumps(func(vm *VM, fr *Frame) ctl { return vm.returnScalar(plainBody(vm, fr)) }))
		f = func(vm *VM, fr *Frame) value.Value {
			inner(vm, fr)
			return vm.ret
		}
	}
	if prologue == nil {
		return f
	}
	return func(vm *VM, fr *Frame) value.Value {
		prologue(vm, fr)
		return f(vm, fr)
	}
}

func (vm *VM) compileList(p *proto) listFn {
	c := vm.newCompiler(p.fn, WantList)
	prologue := c.prologue(p)
	body := c.tail(p.fn.body.Stmts[p.fn.bodyFrom:])
	if hasLocal(p.fn.body.Stmts) {
		body = unwinding(body)
	}
	if *c.deep {
		body = c.passStrays(catchJumps(body))
	}
	if prologue == nil {
		return func(vm *VM, fr *Frame) { body(vm, fr) }
	}
	return func(vm *VM, fr *Frame) {
		prologue(vm, fr)
		body(vm, fr)
	}
}

// prologue compiles what happens between the arrival of the arguments and the body: defaults, and cells for captured parameters.
func (c *compiler) prologue(p *proto) stmtFn {
	var fs []stmtFn
	for _, slot := range p.cells {
		fs = append(fs, func(vm *VM, fr *Frame) ctl {
			fr[slot] = value.CellValue(value.NewScalar(fr[slot]))
			return ctlNone
		})
	}
	for _, d := range p.fn.defaults {
		fs = append(fs, c.paramDefault(p.fn, d))
	}
	if fs == nil {
		return nil
	}
	return sequence(fs)
}

func (c *compiler) paramDefault(fn *fnInfo, d paramDefault) stmtFn {
	x := c.scalar(d.x)
	if d.param >= len(fn.params) {
		return func(*VM, *Frame) ctl { return ctlNone }
	}
	sym := fn.params[d.param]
	v := &tree.Var{Sigil: '$', Name: sym.name[1:], Ref: &varUse{sym: sym, cap: -1}}
	get, set := c.scalarVar(v), c.store(v)
	op, i := d.op, d.param
	return func(vm *VM, fr *Frame) ctl {
		old := get(vm, fr)
		var keep bool
		switch op {
		case "||", "||=":
			keep = old.Truth()
		case "//", "//=":
			keep = old.Defined()
		default:
			keep = i < vm.argCount()
		}
		if !keep {
			set(vm, fr, x(vm, fr))
		}
		return ctlNone
	}
}

// argCount is the number of arguments of the running sub, kept for signatures only.
func (vm *VM) argCount() int {
	if a := vm.calls[vm.depth-1].args; a != nil {
		return a.Len()
	}
	return 0
}

// tail compiles the statements of a sub; the value of the last one is the sub's result.
func (c *compiler) tail(list []tree.Stmt) stmtFn {
	if len(list) == 0 {
		return c.result(nil)
	}
	if at := c.labels(list); at != nil {
		return c.labelled(at, len(list), func(i int) stmtFn {
			if i == len(list)-1 {
				return c.tracedTail(list[i])
			}
			return c.traced(list[i])
		})
	}
	fs := make([]stmtFn, 0, len(list))
	for _, s := range list[:len(list)-1] {
		if f := c.traced(s); f != nil {
			fs = append(fs, f)
		}
	}
	return sequence(append(fs, c.tracedTail(list[len(list)-1])))
}

// tracedTail compiles the last statement of a sub, with the hook for tracing if something listens.
func (c *compiler) tracedTail(s tree.Stmt) stmtFn {
	if c.vm.trace != nil {
		return c.listened(s, c.tailStmt)
	}
	f := c.tailStmt(s)
	if f != nil && c.vm.noted {
		f = c.noting(s, f)
	}
	return f
}

// result compiles leaving the sub with the value of x.
func (c *compiler) result(x tree.Expr) stmtFn {
	if c.want != WantVoid || x == nil {
		return c.returnStmt(&tree.Return{X: x})
	}
	f := c.effect(x)
	return func(vm *VM, fr *Frame) ctl {
		if k := f(vm, fr); k != ctlNone {
			return k
		}
		vm.ret = value.Undef
		return ctlReturn
	}
}

// tailStmt compiles the last statement of a sub.
func (c *compiler) tailStmt(s tree.Stmt) stmtFn {
	defer c.inStatement(s)()
	switch s := s.(type) {
	case *tree.ExprStmt:
		switch x := s.X.(type) {
		case *tree.Return:
			return c.returnStmt(x)
		case *tree.Func:
			if f := c.softDie(x); f != nil {
				return f
			}
		case *tree.Jump:
			return c.jumpStmt(x)
		case *tree.Logical:
			if _, isJump := x.Right.(*tree.Jump); isJump {
				return c.effect(x)
			}
			if _, isReturn := x.Right.(*tree.Return); isReturn {
				return c.tailLogical(x)
			}
		}
		return c.result(s.X)
	case *tree.If:
		return c.tailIf(s)
	case *tree.Given:
		return c.orNothing(c.given(s, c.tailGiven))
	case *tree.Try:
		if s.Finally == nil {
			return c.orNothing(c.tryWith(s, c.tailBlock))
		}
	case *tree.Bare:
		if s.Continue == nil {
			prag := c.prag
			label := s.Label
			body, _ := c.loop(label, func() stmtFn { return c.tail(s.Body.Stmts) })
			c.prag = prag
			if hasLocal(s.Body.Stmts) {
				body = unwinding(body)
			}
			return c.orNothing(func(vm *VM, fr *Frame) ctl {
				_, k := runBody(vm, fr, body, label)
				return k
			})
		}
	}
	if f := c.tailLoop(s); f != nil {
		return f
	}
	if f := c.traced(s); f != nil {
		return c.orNothing(f)
	}
	return c.result(nil)
}

// orNothing gives a sub whose last statement is no expression an empty result.
func (c *compiler) orNothing(f stmtFn) stmtFn {
	empty := c.result(nil)
	return func(vm *VM, fr *Frame) ctl {
		if k := f(vm, fr); k != ctlNone {
			return k
		}
		return empty(vm, fr)
	}
}

// tailLogical is `A or return B` at the end of a sub: its value is A's when A decides.
func (c *compiler) tailLogical(x *tree.Logical) stmtFn {
	left, right := c.scalar(x.Left), c.effect(x.Right)
	op, list := x.Op, c.want == WantList
	return func(vm *VM, fr *Frame) ctl {
		v := left(vm, fr)
		if op == "||" && v.Truth() || op == "&&" && !v.Truth() || op == "//" && v.Defined() {
			if !list {
				return vm.returnScalar(v)
			}
			vm.retBase = len(vm.stack)
			vm.stack = append(vm.stack, plain(v))
			return ctlReturn
		}
		return right(vm, fr)
	}
}

func (c *compiler) tailIf(s *tree.If) stmtFn {
	var alt stmtFn
	switch {
	case s.Else != nil:
		alt = c.tailBlock(s.Else)
	case s.Modifier || c.want != WantList:
		alt = nil // the value of the last condition, see below
	}
	for i := len(s.Clauses) - 1; i >= 0; i-- {
		cl := s.Clauses[i]
		body := c.tailBlock(cl.Body)
		if s.Modifier {
			body = c.tail(cl.Body.Stmts)
		}
		if alt == nil {
			alt = c.tailCondition(cl.Cond, s.Unless && i == 0, body)
			continue
		}
		alt = branch(c.clauseCondition(s, i), body, alt)
	}
	return alt
}

// tailCondition is an if without else at the end of a sub: if the condition fails its value is the result.
func (c *compiler) tailCondition(x tree.Expr, negate bool, body stmtFn) stmtFn {
	cond, list := c.scalar(x), c.want == WantList
	return func(vm *VM, fr *Frame) ctl {
		v := cond(vm, fr)
		if v.Truth() != negate {
			return body(vm, fr)
		}
		if !list {
			return vm.returnScalar(v)
		}
		vm.retBase = len(vm.stack)
		vm.stack = append(vm.stack, plain(v))
		return ctlReturn
	}
}

func (c *compiler) tailBlock(b *tree.Block) stmtFn {
	prag := c.prag
	f := c.tail(b.Stmts)
	c.prag = prag
	if hasMatch(b.Stmts) {
		f = matchScope(f)
	}
	if hasLocal(b.Stmts) {
		return unwinding(f)
	}
	return f
}

// isLvalue tells whether the sub was declared with :lvalue.
func (p *proto) isLvalue() bool {
	return p.fn.sub != nil && slices.Contains(p.fn.sub.Attrs, "lvalue")
}

// lvalueOf returns the code of an lvalue sub that is assigned to: its last statement names the place.
func (vm *VM) lvalueOf(p *proto) cellFn {
	if p.place != nil {
		return p.place
	}
	c := vm.newCompiler(p.fn, WantScalar)
	prologue := c.prologue(p)
	list := p.fn.body.Stmts[p.fn.bodyFrom:]
	last, ok := list[len(list)-1].(*tree.ExprStmt)
	if !ok {
		return func(*VM, *Frame) *value.Scalar { return &value.Scalar{} }
	}
	first, place := c.stmts(list[:len(list)-1]), c.cell(last.X)
	p.place = func(vm *VM, fr *Frame) *value.Scalar {
		if prologue != nil {
			prologue(vm, fr)
		}
		first(vm, fr)
		return place(vm, fr)
	}
	return p.place
}

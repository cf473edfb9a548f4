package runtime

// This file defines calls: arguments, the ways into a sub, methods.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// callSite is one call in the source: how its arguments are made and what must be known of it at run time.
type callSite struct {
	at     *site
	name   string // qualified name of a named sub, for messages
	off    int    // slots from the caller's frame to the callee's
	fixed  []evalFn
	values listFn // every argument in list mode; nil when all are fixed scalars
	alias  func() listFn
	// sharesArgs is set for `&f;`: the callee sees the caller's @_.
	sharesArgs arrayFn
	// armed is set for a call whose eval looks for the exception that it leaves; see soft_die.go.
	armed bool
}

// arguments compiles the arguments of a call. If each is a single scalar they go straight into the callee's slots.
func (c *compiler) arguments(args []tree.Expr, x tree.Node) *callSite {
	cs := &callSite{at: c.site(x), off: c.top, armed: c.armed[x]}
	fixed := len(args) <= 8
	for _, a := range args {
		fixed = fixed && isSingle(a)
	}
	snapshot := *c
	var aliases listFn
	cs.alias = func() listFn {
		if aliases == nil {
			again := snapshot
			again.loops = nil
			aliases = again.aliasLists(args)
		}
		return aliases
	}
	if !fixed || c.top+len(args) > maxSlots {
		cs.values = c.vivifying(args)
		return cs
	}
	cs.fixed = make([]evalFn, len(args))
	for i, a := range args {
		cs.fixed[i] = c.scalar(a)
		c.top++
	}
	c.top = cs.off
	return cs
}

// isSingle tells whether x gives exactly one value in list context.
func isSingle(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str, *tree.Interp, *tree.Elem, *tree.HashElem, *tree.AnonArray, *tree.AnonHash, *tree.AnonSub, *tree.IncDec, *tree.QR, *tree.Chain:
		return true
	case *tree.Var:
		return x.Sigil == '$' || x.Sigil == '#' || x.Sigil == '*'
	case *tree.Deref:
		return x.Sigil == '$' || x.Sigil == '#'
	case *tree.Binary:
		l, ok := x.Left.(*tree.List)
		return !(ok && x.Op == "x" && l.Paren)
	case *tree.Unary:
		if x.Op == "+" {
			return isSingle(x.X)
		}
		if x.Op != "\\" {
			return true
		}
		switch t := x.X.(type) {
		case *tree.List, *tree.Slice:
			return false
		case *tree.Decl:
			return !t.Paren
		}
		return true
	case *tree.Assign:
		return !isListTarget(x.Left)
	case *tree.Ternary:
		return isSingle(x.Then) && isSingle(x.Else)
	case *tree.Logical:
		return isSingle(x.Right)
	case *tree.Func:
		return isScalarFunc(x.Name)
	}
	return false
}

// isScalarFunc lists functions that give one value in any context.
func isScalarFunc(name string) bool {
	switch name {
	case "length", "defined", "scalar", "join", "lc", "uc", "lcfirst", "ucfirst", "substr", "index", "rindex", "sprintf", "abs", "int", "sqrt",
		"ord", "chr", "exists", "ref", "bless", "push", "unshift", "shift", "pop", "hex", "oct", "sin", "cos", "exp", "log", "rand", "time":
		return true
	}
	return false
}

// call compiles a call of a named sub in scalar context.
func (c *compiler) call(x *tree.Call) evalFn {
	target, cs := c.callee(x)
	if cs.values == nil && cs.sharesArgs == nil {
		return c.callFixed(target, cs, WantScalar)
	}
	return func(vm *VM, fr *Frame) value.Value {
		code := target.find(vm, fr)
		return vm.invoke(code, cs, fr, WantScalar)
	}
}

func (c *compiler) callList(x *tree.Call) listFn {
	target, cs := c.callee(x)
	return func(vm *VM, fr *Frame) { vm.invokeList(target.find(vm, fr), cs, fr) }
}

// callee compiles finding the sub of a named call.
func (c *compiler) callee(x *tree.Call) (callee, *callSite) {
	cs := c.arguments(x.Args, x)
	if x.NoArgs {
		cs.sharesArgs = c.varArray(&tree.Var{Span: x.Span, Sigil: '@', Name: "_", Ref: &varUse{cap: -1, global: "main::_"}})
	}
	u := x.Ref.(*varUse)
	if u.sym != nil && u.sym.kind != "our" {
		get, at := c.variable(&tree.Var{Span: x.Span, Sigil: '$', Name: x.Name, Ref: u}), cs.at
		return callee{shape: calleeOther, find: func(vm *VM, fr *Frame) *value.Code { return vm.asCode(get(vm, fr), at, true) }}, cs
	}
	cs.name = u.global
	g := c.vm.Glob(u.global)
	target := func(vm *VM, fr *Frame) *value.Code {
		if code := g.Code; code != nil && (code.Body != nil || code.Const != nil) {
			return code
		}
		return vm.missingSub(cs)
	}
	find, deep := c.watchNamed(target, cs)
	return callee{shape: calleeNamed, glob: g, deep: deep, find: find}, cs
}

// missingSub is called when a named sub is not defined: AUTOLOAD, or an error.
func (vm *VM) missingSub(cs *callSite) *value.Code {
	i := strings.LastIndex(cs.name, "::")
	pkg := vm.Package(cs.name[:i])
	if g := pkg.Globs[cs.name[i+2:]]; g != nil && g.Code != nil && g.Code.Name == "" { // an anonymous one that was undefined
		panic(vm.dief(cs.at, "Undefined subroutine called"))
	}
	if code := vm.findMethod(pkg, "AUTOLOAD"); code != nil && pkg.Globs["AUTOLOAD"] != nil {
		return vm.autoloaded(code, cs.name)
	}
	if code := vm.lookupSub("CORE::GLOBAL::" + cs.name[i+2:]); code != nil {
		return code
	}
	panic(vm.dief(cs.at, "Undefined subroutine &%s called", cs.name))
}

// run enters a compiled sub whose parameters are in place and returns its scalar.
func (vm *VM) run(code *value.Code, p *proto, nf *Frame, at *site, args *value.Array, want Want) value.Value {
	if p.fn.codeSlot >= 0 {
		nf[uint8(p.fn.codeSlot)] = value.RefCode(code)
	}
	vm.enter(at, code, args, want)
	vm.calls[vm.depth-1].frame = nf
	f := p.scalar
	if want == WantVoid && p.fn.usesWant {
		f = p.void
	}
	if f == nil {
		f = vm.prepare(p, want)
	}
	outer := vm.match.last
	v := plain(f(vm, nf))
	vm.depth--
	if p.fn.matches {
		vm.leaveMatch(outer)
	}
	return v
}

// prepare compiles a sub at its first call in a scalar or void context.
func (vm *VM) prepare(p *proto, want Want) evalFn {
	if want == WantVoid && p.fn.usesWant {
		p.void = vm.compileScalar(p, WantVoid)
		return p.void
	}
	p.scalar = vm.compileScalar(p, WantScalar)
	return p.scalar
}

// invoke calls any kind of code from a call site and returns its scalar.
func (vm *VM) invoke(code *value.Code, cs *callSite, fr *Frame, want Want) value.Value {
	base := len(vm.stack)
	shared := vm.pushArguments(code, cs, fr)
	v := vm.apply(code, fr.window(cs.off), base, shared, want, cs.at)
	vm.stack = vm.stack[:base]
	return v
}

// invokeList calls code and leaves its results on the stack.
func (vm *VM) invokeList(code *value.Code, cs *callSite, fr *Frame) {
	base := len(vm.stack)
	shared := vm.pushArguments(code, cs, fr)
	vm.applyList(code, fr.window(cs.off), base, shared, cs.at)
}

// pushArguments puts the arguments on the stack: as aliases if the callee wants them, else as values.
func (vm *VM) pushArguments(code *value.Code, cs *callSite, fr *Frame) (shared *value.Array) {
	if cs.sharesArgs != nil {
		shared = cs.sharesArgs(vm, fr)
		vm.stack = shared.Values(vm.stack)
		return shared
	}
	if p, ok := code.Body.(*proto); ok && p.fn.aliasArgs {
		cs.alias()(vm, fr)
		return nil
	}
	if cs.values != nil {
		cs.values(vm, fr)
		return nil
	}
	for _, a := range cs.fixed {
		v := a(vm, fr)
		vm.stack = append(vm.stack, plain(v))
	}
	return nil
}

// apply calls code with the arguments on the stack above base, which the caller removes.
func (vm *VM) apply(code *value.Code, nf *Frame, base int, shared *value.Array, want Want, at *site) value.Value {
	switch body := code.Body.(type) {
	case *proto:
		if vm.full(nf) {
			chunk := vm.cur
			v := vm.applyProto(code, body, vm.push(chunkSlots), base, shared, want, at)
			vm.popTo(chunk)
			return v
		}
		return vm.applyProto(code, body, nf, base, shared, want, at)
	case Native:
		call := Call{VM: vm, Args: plainAll(vm.stack[base:]), Want: want, site: at, code: code, base: len(vm.stack)}
		v := body(&call)
		if n := len(vm.stack); n > call.base && v.IsUndef() {
			v = vm.stack[n-1]
		}
		return plain(v)
	}
	if code.Const != nil {
		return *code.Const
	}
	panic(vm.dief(at, "Undefined subroutine &%s::%s called", code.Package, code.Name))
}

func (vm *VM) applyProto(code *value.Code, p *proto, nf *Frame, base int, shared *value.Array, want Want, at *site) value.Value {
	args := vm.place(p, nf, base, shared)
	vm.checkArity(p, len(vm.stack)-base, code, at)
	vm.nargs = len(vm.stack) - base
	if shared != nil {
		vm.nargs = noArgs
	}
	v := vm.run(code, p, nf, at, args, want)
	if args != nil && shared == nil && p.fn.privateArgs {
		vm.giveArgs(args)
	}
	return v
}

// noArgs is the number of arguments of `&f;`, which sees those of its caller.
const noArgs = -1

// plainAll resolves cells in place.
func plainAll(list []value.Value) []value.Value {
	for i, v := range list {
		if v.IsCell() {
			list[i] = v.Load()
		}
	}
	return list
}

// applyList calls code with the arguments on the stack above base and leaves the results there instead.
func (vm *VM) applyList(code *value.Code, nf *Frame, base int, shared *value.Array, at *site) {
	switch body := code.Body.(type) {
	case *proto:
		chunk := vm.cur
		if vm.full(nf) {
			nf = vm.push(chunkSlots)
		}
		args := vm.place(body, nf, base, shared)
		vm.checkArity(body, len(vm.stack)-base, code, at)
		vm.nargs = len(vm.stack) - base
		if shared != nil {
			vm.nargs = noArgs
		}
		vm.stack = vm.stack[:base]
		if body.fn.codeSlot >= 0 {
			nf[uint8(body.fn.codeSlot)] = value.RefCode(code)
		}
		vm.enter(at, code, args, WantList)
		vm.calls[vm.depth-1].frame = nf
		if vm.wantPlace && body.isLvalue() {
			vm.wantPlace = false
			vm.stack = append(vm.stack, value.CellValue(vm.lvalueOf(body)(vm, nf)))
			vm.depth--
			vm.popTo(chunk)
			return
		}
		if body.list == nil {
			body.list = vm.compileList(body)
		}
		outer := vm.match.last
		body.list(vm, nf)
		vm.depth--
		if body.fn.matches {
			vm.leaveMatch(outer)
		}
		vm.popTo(chunk)
	case Native:
		call := Call{VM: vm, Args: plainAll(vm.stack[base:]), Want: WantList, site: at, code: code, base: len(vm.stack)}
		v := body(&call)
		if len(vm.stack) > call.base || call.empty {
			n := copy(vm.stack[base:], vm.stack[call.base:])
			vm.stack = vm.stack[:base+n]
			return
		}
		vm.stack = append(vm.stack[:base], v)
	default:
		if code.Const == nil {
			panic(vm.dief(at, "Undefined subroutine &%s::%s called", code.Package, code.Name))
		}
		vm.stack = vm.stack[:base]
		if code.Const.Kind() == value.KArrayRef && code.HasProto && code.Proto == "@" {
			vm.stack = code.Const.Array().Values(vm.stack)
			return
		}
		vm.stack = append(vm.stack, *code.Const)
	}
}

// callStmt compiles a call for its effect.
func (c *compiler) callStmt(x tree.Expr) stmtFn {
	switch x := x.(type) {
	case *tree.Call:
		target, cs := c.callee(x)
		if cs.values == nil && cs.sharesArgs == nil {
			return ignoring(c.callFixed(target, cs, WantVoid))
		}
		return func(vm *VM, fr *Frame) ctl {
			vm.invoke(target.find(vm, fr), cs, fr, WantVoid)
			return ctlNone
		}
	case *tree.CallRef:
		target, cs := c.calleeRef(x)
		if cs.values == nil && cs.sharesArgs == nil {
			return ignoring(c.callFixed(target, cs, WantVoid))
		}
		return func(vm *VM, fr *Frame) ctl {
			vm.invoke(target.find(vm, fr), cs, fr, WantVoid)
			return ctlNone
		}
	}
	f := c.methodCall(x.(*tree.Method), WantVoid)
	return func(vm *VM, fr *Frame) ctl {
		f(vm, fr)
		return ctlNone
	}
}

// ignoring makes a statement of an expression.
func ignoring(f evalFn) stmtFn {
	return func(vm *VM, fr *Frame) ctl {
		f(vm, fr)
		return ctlNone
	}
}

func (c *compiler) calleeRef(x *tree.CallRef) (callee, *callSite) {
	cs := c.arguments(x.Args, x)
	if x.NoArgs {
		cs.sharesArgs = c.varArray(&tree.Var{Span: x.Span, Sigil: '@', Name: "_", Ref: &varUse{cap: -1, global: "main::_"}})
	}
	fn, at, strict := c.scalar(x.Fn), cs.at, c.prag.strictRefs
	target := func(vm *VM, fr *Frame) *value.Code {
		v := fn(vm, fr)
		if v.IsCode() {
			return v.Code()
		}
		return vm.asCode(v, at, strict)
	}
	k := callee{shape: calleeOther}
	if slot, ok := plainSlot(x.Fn); ok {
		k.shape, k.slot = calleeInSlot, slot
	}
	k.find, k.deep = c.watchAnonymous(target, at)
	return k, cs
}

func (c *compiler) callRef(x *tree.CallRef) evalFn {
	target, cs := c.calleeRef(x)
	if cs.values == nil && cs.sharesArgs == nil {
		return c.callFixed(target, cs, WantScalar)
	}
	return func(vm *VM, fr *Frame) value.Value { return vm.invoke(target.find(vm, fr), cs, fr, WantScalar) }
}

func (c *compiler) callRefList(x *tree.CallRef) listFn {
	target, cs := c.calleeRef(x)
	return func(vm *VM, fr *Frame) { vm.invokeList(target.find(vm, fr), cs, fr) }
}

// gotoSub is `goto &sub`: the sub is called with the current @_ and its result returned.
func (c *compiler) gotoSub(x *tree.Jump) stmtFn {
	if x.Dynamic == nil {
		return c.gotoLabel(x)
	}
	var call *tree.CallRef
	switch d := x.Dynamic.(type) {
	case *tree.Var:
		if d.Sigil == '&' {
			return c.result(&tree.Call{Span: x.Span, Name: d.Name, Amp: true, NoArgs: true, Ref: subRef(c, d)})
		}
		call = &tree.CallRef{Span: x.Span, Fn: d, NoArgs: true}
	case *tree.Deref:
		call = &tree.CallRef{Span: x.Span, Fn: d.X, NoArgs: true}
	case *tree.Call:
		return c.result(d)
	default:
		call = &tree.CallRef{Span: x.Span, Fn: d, NoArgs: true}
	}
	return c.result(call)
}

func subRef(c *compiler, v *tree.Var) *varUse {
	u := v.Ref.(*varUse)
	if u.sym == nil && !strings.Contains(v.Name, "::") {
		return &varUse{cap: -1, global: c.prag.pkg + "::" + v.Name}
	}
	return u
}

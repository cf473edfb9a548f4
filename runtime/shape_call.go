package runtime

// This file defines the fast way into a sub: its arguments go straight into its first slots, and its body is one
// expression as far as that can be.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// How many arguments a sub takes in its slots.
const (
	anyCount  = -1 // as many as come; missing ones are undef
	notInSlot = -2 // it needs a real @_, or more than slots
)

// The ways to find the sub of a call.
const (
	calleeNamed  = iota // in the symbol table
	calleeInSlot        // a slot holds a reference
	calleeOther         // by running code
)

// A callee is how the sub of a call is found. Code and slots are looked at directly as long as calls are nested less than deep.
type callee struct {
	shape uint8
	slot  uint8
	glob  *value.Glob
	deep  int
	find  func(vm *VM, fr *Frame) *value.Code
}

// takes tells whether a call with n arguments may put them into the slots of the sub.
func (p *proto) takes(n int) bool { return p.arity == anyCount || p.arity == n }

// callFixed compiles a call whose arguments are single scalars.
func (c *compiler) callFixed(target callee, cs *callSite, want Want) evalFn {
	if c.vm.config.Plain {
		return func(vm *VM, fr *Frame) value.Value { return vm.invoke(target.find(vm, fr), cs, fr, want) }
	}
	if cs.armed {
		return c.callArmed(target.find, cs, want)
	}
	return fixedCall(target, cs, want)
}

// invokeFound calls a sub that does not take its arguments from slots; a name may stand for no sub.
func (vm *VM) invokeFound(code *value.Code, cs *callSite, fr *Frame, want Want) value.Value {
	if cs.name != "" && code.Body == nil && code.Const == nil {
		code = vm.missingSub(cs)
	}
	return vm.invoke(code, cs, fr, want)
}

// runFixed enters a sub whose n arguments are in place and returns its scalar.
func (vm *VM) runFixed(code *value.Code, p *proto, nf *Frame, at *site, n int, want Want) value.Value {
	for i := n; i < p.nparams; i++ {
		nf[uint8(i)] = value.Undef
	}
	f := p.scalar
	if f == nil || p.special {
		vm.nargs = n
		return vm.run(code, p, nf, at, nil, want)
	}
	if vm.depth == len(vm.calls) {
		vm.growCalls()
	}
	if p.codeSlot >= 0 {
		nf[uint8(p.codeSlot)] = value.RefCode(code)
	}
	r := &vm.calls[vm.depth]
	r.site, r.code, r.args, r.frame, r.nargs, r.want, r.eval = at, code, nil, nf, n, want, false
	vm.depth++
	if vm.fuel--; vm.fuel < 0 {
		vm.look()
	}
	v := plain(f(vm, nf))
	vm.depth--
	return v
}

// bodyValue compiles the statements of a sub called in scalar context to an expression. `return X if C;` becomes a choice
// between X and the rest, and a last statement its value; other statements are run and may still return.
func (c *compiler) bodyValue(list []tree.Stmt) evalFn {
	if c.vm.config.Plain || c.vm.trace != nil || c.vm.noted || c.want != WantScalar || len(list) == 0 || c.labels(list) != nil {
		return returned(c.tail(list))
	}
	type step struct {
		cond condFn // of a guard, whose value is
		val  evalFn
		do   stmtFn // of any other statement
	}
	var steps []step
	for _, s := range list[:len(list)-1] {
		if cond, val := c.guard(s); cond != nil {
			steps = append(steps, step{cond: cond, val: val})
		} else if f := c.traced(s); f != nil {
			steps = append(steps, step{do: f})
		}
	}
	rest := c.tailValue(list[len(list)-1])
	for i := len(steps) - 1; i >= 0; i-- {
		if s := steps[i]; s.cond != nil {
			rest = choice(s.cond, s.val, rest)
			continue
		}
		first := i
		for first > 0 && steps[first-1].do != nil {
			first--
		}
		var fs []stmtFn
		for ; first <= i; i-- {
			fs = append([]stmtFn{steps[i].do}, fs...)
		}
		i++
		rest = after(sequence(fs), rest)
	}
	return rest
}

func choice(cond condFn, then, alt evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		if cond(vm, fr) {
			return then(vm, fr)
		}
		return alt(vm, fr)
	}
}

// after runs statements before an expression, unless they return.
func after(first stmtFn, rest evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		if k := first(vm, fr); k != ctlNone {
			if k == ctlReturn {
				return vm.ret
			}
			return value.Undef
		}
		return rest(vm, fr)
	}
}

// returned is the value that a statement leaves.
func returned(s stmtFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		if s(vm, fr) == ctlReturn {
			return vm.ret
		}
		return value.Undef
	}
}

// guard recognises `return X if C;` in its spellings.
func (c *compiler) guard(s tree.Stmt) (condFn, evalFn) {
	x, ok := s.(*tree.If)
	if !ok || len(x.Clauses) != 1 || x.Else != nil || len(x.Clauses[0].Body.Stmts) != 1 || c.escape != nil {
		return nil, nil
	}
	body := x.Clauses[0].Body.Stmts
	es, ok := body[0].(*tree.ExprStmt)
	if !ok {
		return nil, nil
	}
	r, ok := es.X.(*tree.Return)
	if !ok || containsDecl(r) || hasMatch(body) || hasLocal(body) {
		return nil, nil
	}
	defer c.inStatement(s)()
	cond, val := c.condition(x.Clauses[0].Cond, x.Unless), constant(value.Undef)
	if r.X != nil {
		val = c.scalar(r.X)
	}
	return cond, val
}

// tailValue compiles the last statement of a sub as an expression.
func (c *compiler) tailValue(s tree.Stmt) evalFn {
	defer c.inStatement(s)()
	switch s := s.(type) {
	case *tree.ExprStmt:
		switch x := s.X.(type) {
		case *tree.Return:
			if c.escape == nil && x.X != nil {
				return c.scalar(x.X)
			}
		case *tree.Jump, *tree.Logical, *tree.Local:
		case *tree.Func:
			if c.dies[x] == softNowhere {
				return c.scalar(x)
			}
		default:
			return c.scalar(x)
		}
	case *tree.If:
		if f := c.tailChoice(s); f != nil {
			return f
		}
	}
	return returned(c.tailStmt(s))
}

// tailChoice compiles an if-else chain at the end of a sub; nil when some block has a scope to leave.
func (c *compiler) tailChoice(s *tree.If) evalFn {
	if s.Modifier || s.Else == nil || needsScope(s.Else) {
		return nil
	}
	for _, cl := range s.Clauses {
		if needsScope(cl.Body) {
			return nil
		}
	}
	prag := c.prag
	rest := c.bodyValue(s.Else.Stmts)
	c.prag = prag
	for i := len(s.Clauses) - 1; i >= 0; i-- {
		then := c.bodyValue(s.Clauses[i].Body.Stmts)
		c.prag = prag
		rest = choice(c.clauseCondition(s, i), then, rest)
	}
	return rest
}

func needsScope(b *tree.Block) bool { return hasMatch(b.Stmts) || hasLocal(b.Stmts) }

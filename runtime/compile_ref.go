package runtime

// This file defines taking references, and local.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// referenceTo compiles `\x` in scalar context.
func (c *compiler) referenceTo(x tree.Expr) evalFn {
	switch x := x.(type) {
	case *tree.Var:
		switch x.Sigil {
		case '@':
			array := c.varArray(x)
			return func(vm *VM, fr *Frame) value.Value { return value.RefArray(array(vm, fr)) }
		case '%':
			hash := c.varHash(x)
			return func(vm *VM, fr *Frame) value.Value { return value.RefHash(hash(vm, fr)) }
		case '&':
			return c.codeReference(x)
		case '*':
			g := c.vm.Glob(x.Ref.(*varUse).global)
			return constant(value.RefGlob(g))
		}
	case *tree.Deref:
		switch x.Sigil {
		case '@':
			array := c.derefArray(x, true)
			return func(vm *VM, fr *Frame) value.Value { return value.RefArray(array(vm, fr)) }
		case '%':
			hash := c.derefHash(x, true)
			return func(vm *VM, fr *Frame) value.Value { return value.RefHash(hash(vm, fr)) }
		case '&':
			f, at := c.scalar(x.X), c.site(x)
			return func(vm *VM, fr *Frame) value.Value { return value.RefCode(vm.asCode(f(vm, fr), at, false)) }
		case '*':
			f := c.scalarDeref(x)
			return func(vm *VM, fr *Frame) value.Value { return value.RefGlob(f(vm, fr).Glob()) }
		}
	case *tree.Call:
		if x.Amp && x.NoArgs {
			return c.codeReference(&tree.Var{Span: x.Span, Sigil: '&', Name: x.Name, Ref: x.Ref})
		}
		if _, ok := c.constantOf(x); !ok {
			return c.referenceToLast(x)
		}
	case *tree.CallRef:
		if x.Amp && x.NoArgs {
			f, at := c.scalar(x.Fn), c.site(x)
			return func(vm *VM, fr *Frame) value.Value { return value.RefCode(vm.asCode(f(vm, fr), at, false)) }
		}
		return c.referenceToLast(x)
	case *tree.Method:
		return c.referenceToLast(x)
	case *tree.Decl:
		if !x.Paren && len(x.Vars) == 1 {
			f, get := c.declare(x), c.referenceTo(x.Vars[0])
			return func(vm *VM, fr *Frame) value.Value {
				f(vm, fr)
				return get(vm, fr)
			}
		}
	case *tree.Assign:
		if isListTarget(x.Left) && x.Op == "=" {
			f, get := c.assignStmt(x), c.referenceTo(declaredList(x.Left))
			return func(vm *VM, fr *Frame) value.Value {
				f(vm, fr)
				return get(vm, fr)
			}
		}
	case *tree.Func:
		if x.Name == "shift" || x.Name == "pop" {
			return c.referenceToTaken(x)
		}
		if x.Name == "undef" && len(x.Args) == 0 { // there is one undef, so references to it are equal
			ref := value.RefScalar(c.vm.undef)
			return constant(ref)
		}
	case *tree.AnonSub:
		f := c.scalar(x)
		return func(vm *VM, fr *Frame) value.Value { return value.RefScalar(value.NewScalar(f(vm, fr))) }
	case *tree.List:
		if len(x.Items) == 1 && !isListTarget(x.Items[0]) {
			return c.referenceTo(x.Items[0])
		}
		return c.lastOf(&tree.Unary{Span: x.Span, Op: "\\", X: x})
	}
	if v, ok := c.constantOf(x); ok {
		return constant(value.RefScalar(c.vm.readOnlyScalar(v)))
	}
	cell := c.cell(x)
	return func(vm *VM, fr *Frame) value.Value { return value.RefScalar(cell(vm, fr)) }
}

// referenceToLast is a reference to the result of a call, which is made in list context: to the last of several.
func (c *compiler) referenceToLast(x tree.Expr) evalFn {
	list := c.aliases(x)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		v := value.Undef
		if len(vm.stack) > base {
			v = vm.stack[len(vm.stack)-1]
		}
		vm.stack = vm.stack[:base]
		if v.IsCell() {
			return value.RefScalar(v.Cell())
		}
		return value.RefScalar(value.NewScalar(v))
	}
}

// referenceToTaken is `\shift`: a reference to the element itself, which may be a variable of the caller.
func (c *compiler) referenceToTaken(x *tree.Func) evalFn {
	array, take := c.argsArray(x), c.arrayFunction(x)
	first := x.Name == "shift"
	return func(vm *VM, fr *Frame) value.Value {
		v := value.Undef
		if e := array(vm, fr).Raw(); len(e) > 0 && first {
			v = e[0]
		} else if len(e) > 0 {
			v = e[len(e)-1]
		}
		taken := take(vm, fr)
		if v.IsCell() {
			return value.RefScalar(v.Cell())
		}
		return value.RefScalar(value.NewScalar(taken))
	}
}

// codeReference is \&name: the sub need not be defined yet.
func (c *compiler) codeReference(x *tree.Var) evalFn {
	u := subRef(c, x)
	if u.sym != nil && u.sym.kind != "our" {
		return c.variable(&tree.Var{Span: x.Span, Sigil: '$', Name: x.Name, Ref: u})
	}
	g := c.vm.Glob(u.global)
	return func(vm *VM, fr *Frame) value.Value {
		if g.Code == nil {
			g.Code = &value.Code{Package: g.Package, Name: g.Name}
		}
		return value.RefCode(g.Code)
	}
}

// referenceList compiles `\(...)` in list context: a reference to each; nil for other operands.
func (c *compiler) referenceList(x tree.Expr) listFn {
	if s, isSlice := x.(*tree.Slice); isSlice && !s.Pairs {
		return referToEach(c.aliases(s))
	}
	switch x := x.(type) {
	case *tree.Call:
		if _, constant := c.constantOf(x); !constant && !(x.Amp && x.NoArgs) {
			return referToEach(c.list(x))
		}
	case *tree.CallRef:
		if !x.Amp || !x.NoArgs {
			return referToEach(c.list(x))
		}
	case *tree.Method:
		return referToEach(c.list(x))
	}
	l, ok := x.(*tree.List)
	if !ok || !l.Paren {
		if d, isDecl := x.(*tree.Decl); isDecl && d.Paren {
			f := c.declare(d)
			each := c.referenceList(declaredList(d))
			return func(vm *VM, fr *Frame) {
				f(vm, fr)
				each(vm, fr)
			}
		}
		return nil
	}
	var fs []listFn
	for _, it := range l.Items {
		if in, isList := it.(*tree.List); isList && in.Paren {
			fs = append(fs, c.referenceList(in))
			continue
		}
		isAlone := len(l.Items) == 1 // \(@a) refers to each element, \(@a, @b) to the arrays
		if _, isSlice := it.(*tree.Slice); isSlice || isAlone && (isArrayLike(it) || isHash(it)) {
			fs = append(fs, referToEach(c.aliases(it)))
			continue
		}
		f := c.referenceTo(it)
		fs = append(fs, func(vm *VM, fr *Frame) {
			v := f(vm, fr)
			vm.stack = append(vm.stack, v)
		})
	}
	return func(vm *VM, fr *Frame) {
		for _, f := range fs {
			f(vm, fr)
		}
	}
}

// referToEach turns a list of aliases into references to them.
func referToEach(aliases listFn) listFn {
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		aliases(vm, fr)
		for i := base; i < len(vm.stack); i++ {
			if !vm.stack[i].IsCell() {
				vm.stack[i] = value.RefScalar(value.NewScalar(vm.stack[i]))
				continue
			}
			vm.stack[i] = value.RefScalar(vm.stack[i].Cell())
		}
	}
}

// localize compiles saving what x names, to be restored when the block ends; the new value is undef or empty.
func (c *compiler) localize(x tree.Expr) stmtFn {
	switch x := x.(type) {
	case *tree.Decl:
		if x.Kind == "our" {
			fs := make([]stmtFn, len(x.Vars))
			for i, v := range x.Vars {
				fs[i] = c.localize(v)
			}
			return sequence(fs)
		}
	case *tree.Func:
		if x.Name == "undef" && len(x.Args) == 0 { // a place to skip in a list
			return sequence(nil)
		}
	case *tree.Var:
		return c.sighted(x, c.localizeVar(x))
	case *tree.Elem:
		array, index := c.array(x.Array, true), c.subscript(x.Index)
		return c.sighted(x, func(vm *VM, fr *Frame) ctl {
			a, i := array(vm, fr), index(vm, fr).ToInt()
			old, there := a.Get(i), a.Exists(i)
			vm.saves = append(vm.saves, func() {
				if there {
					a.Set(i, old)
				} else {
					a.Delete(i)
				}
			})
			a.Set(i, value.Undef)
			return ctlNone
		})
	case *tree.HashElem:
		hash, key := c.hash(x.Hash, true), c.key(x.Key)
		return c.sighted(x, func(vm *VM, fr *Frame) ctl {
			k := key(vm, fr)
			vm.localElement(hash(vm, fr), k)
			return ctlNone
		})
	case *tree.Slice:
		if isArrayLike(x.Of) {
			return c.localizeElements(x)
		}
		if !isArrayLike(x.Of) {
			hash, index := c.hash(x.Of, true), c.list(x.Index)
			return func(vm *VM, fr *Frame) ctl {
				base := len(vm.stack)
				index(vm, fr)
				h := hash(vm, fr)
				for _, k := range vm.take(base) {
					vm.localElement(h, value.KeyOf(k))
				}
				return ctlNone
			}
		}
	case *tree.List:
		fs := make([]stmtFn, len(x.Items))
		for i, it := range x.Items {
			fs[i] = c.localize(it)
		}
		return sequence(fs)
	case *tree.Assign:
		return c.localize(x.Left)
	case *tree.Deref:
		if x.Sigil == '*' {
			glob := c.scalarDeref(x)
			return func(vm *VM, fr *Frame) ctl {
				vm.localGlob(glob(vm, fr).Glob())
				return ctlNone
			}
		}
		if x.Sigil == '@' || x.Sigil == '%' {
			return c.localizeNamed(x)
		}
		if x.Sigil == '$' {
			cell := c.derefCell(x)
			return func(vm *VM, fr *Frame) ctl {
				s := cell(vm, fr)
				old := s.Get()
				vm.saves = append(vm.saves, func() { s.Set(old) })
				return ctlNone
			}
		}
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) ctl { panic(vm.dief(at, "Can't modify this in local")) }
}

func (vm *VM) localElement(h *value.Hash, k value.Key) {
	there := h.Exists(k)
	if !there {
		vm.saves = append(vm.saves, func() { h.Delete(k) })
		h.Set(k, value.Undef)
		return
	}
	if h.Tie != nil {
		old := h.Get(k)
		vm.saves = append(vm.saves, func() { h.Set(k, old) })
		h.Set(k, value.Undef)
		return
	}
	p := h.Slot(k)
	old := *p // perhaps shared with a reference, which keeps the old value
	*p = value.Undef
	vm.saves = append(vm.saves, func() { *h.Slot(k) = old })
}

func (c *compiler) localizeVar(x *tree.Var) stmtFn {
	g := c.vm.Glob(x.Ref.(*varUse).global)
	switch x.Sigil {
	case '@':
		return func(vm *VM, fr *Frame) ctl {
			vm.localArray(g)
			return ctlNone
		}
	case '%':
		return func(vm *VM, fr *Frame) ctl {
			old := g.Hash
			g.Hash = value.NewHash()
			vm.saves = append(vm.saves, func() { g.Hash = old })
			return ctlNone
		}
	case '*':
		return func(vm *VM, fr *Frame) ctl {
			vm.localGlob(g)
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		old := g.Scalar
		if hasMeaning(old) && !cannotChange(old) { // a variable that means something keeps its place and loses its value
			v := old.Get()
			vm.saves = append(vm.saves, func() { old.Set(v) })
			return ctlNone
		}
		vm.localScalar(g)
		return ctlNone
	}
}

// A savedScalar is a variable whose place local has taken.
type savedScalar struct {
	glob *value.Glob
	old  *value.Scalar
}

// localScalar gives a variable a new place until the scope is left. What undoes it is the same function for all of them,
// because one function each would be one more thing to allocate; the saved places are taken back in the reverse order.
func (vm *VM) localScalar(g *value.Glob) {
	if vm.undoScalar == nil {
		vm.undoScalar = func() {
			last := len(vm.savedScalars) - 1
			s := vm.savedScalars[last]
			vm.savedScalars[last] = savedScalar{}
			vm.savedScalars = vm.savedScalars[:last]
			s.glob.Scalar = s.old
		}
	}
	vm.savedScalars = append(vm.savedScalars, savedScalar{g, g.Scalar})
	g.Scalar = &value.Scalar{}
	vm.saves = append(vm.saves, vm.undoScalar)
}

// storeLocalGlob compiles `local *name = v`; nil when x is no glob. A reference takes the place of one part only; the others stay.
func (c *compiler) storeLocalGlob(x tree.Expr) storeFn {
	var glob evalFn
	switch x := unwrap(x).(type) {
	case *tree.Var:
		if x.Sigil != '*' {
			return nil
		}
		g := value.GlobValue(c.vm.Glob(x.Ref.(*varUse).global))
		glob = func(*VM, *Frame) value.Value { return g }
	case *tree.Deref:
		if x.Sigil != '*' {
			return nil
		}
		glob = c.scalarDeref(x)
	default:
		return nil
	}
	return func(vm *VM, fr *Frame, v value.Value) {
		g := glob(vm, fr).Glob()
		if !vm.localPart(g, v) {
			vm.localGlob(g)
		}
		vm.assignGlob(g, v)
	}
}

// localPart keeps the part of a glob that assigning v replaces until the scope is left. It reports false when v replaces all parts.
func (vm *VM) localPart(g *value.Glob, v value.Value) bool {
	old := *g
	switch v.Kind() {
	case value.KScalarRef:
		vm.saves = append(vm.saves, func() { g.Scalar = old.Scalar })
	case value.KArrayRef:
		vm.saves = append(vm.saves, func() { g.Array = old.Array })
	case value.KHashRef:
		vm.saves = append(vm.saves, func() { g.Hash = old.Hash })
	case value.KCodeRef:
		vm.saves = append(vm.saves, func() {
			g.Code = old.Code
			vm.methodGen++
		})
	default:
		return false
	}
	return true
}

func (vm *VM) localGlob(g *value.Glob) {
	old := *g
	g.Scalar, g.Array, g.Hash, g.Code, g.IO = &value.Scalar{}, nil, nil, nil, nil
	vm.methodGen++
	anon := vm.anonNames[g.Package]
	vm.saves = append(vm.saves, func() {
		if g.Name == "__ANON__" && vm.anonNames != nil {
			vm.anonNames[g.Package] = anon
		}
		g.Scalar, g.Array, g.Hash, g.Code, g.IO = old.Scalar, old.Array, old.Hash, old.Code, old.IO
		vm.methodGen++
	})
}

package runtime

// This file defines read-only values: the constants of the source, which a loop, a sub or a reference can reach as if they were
// variables. Writing to one is an error at the place of the writing, which whoever writes through a tied Scalar leaves in
// vm.writing.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// readOnly is the behaviour of a constant behind a Scalar.
type readOnly struct {
	vm *VM
	v  value.Value
}

func (r *readOnly) Fetch() value.Value { return r.v }
func (r *readOnly) Store(value.Value)  { r.vm.dieReadOnly() }

func (vm *VM) dieReadOnly() {
	panic(vm.dief(vm.writing, "Modification of a read-only value attempted"))
}

// readOnlyScalar returns a Scalar that holds v for ever.
func (vm *VM) readOnlyScalar(v value.Value) *value.Scalar {
	return value.NewTied(&readOnly{vm, v})
}

// isReadOnly tells whether s is the Scalar of a constant.
func isReadOnly(s *value.Scalar) bool {
	_, ok := s.Tie().(*readOnly)
	return ok
}

// cannotChange tells whether s is a constant or one of the variables that a match sets: local gives those a new Scalar.
func cannotChange(s *value.Scalar) bool {
	m, ok := s.Tie().(*computed)
	return ok && m.set == nil || isReadOnly(s)
}

// refuseReadOnly dies of a scalar that an operator is about to change, even if there should be nothing to change in it.
func (vm *VM) refuseReadOnly(s *value.Scalar, at *site) {
	if cannotChange(s) {
		vm.writing = at
		vm.dieReadOnly()
	}
}

// set writes to a scalar from the place at, which an error of a tied one names.
func (vm *VM) set(s *value.Scalar, v value.Value, at *site) {
	if t := s.Tie(); t != nil {
		vm.writing = at
		t.Store(v)
		return
	}
	s.V = v
}

// constantOf returns the value of an expression that is a constant of the source, or the name of a constant sub.
func (c *compiler) constantOf(x tree.Expr) (v value.Value, ok bool) {
	switch x := x.(type) {
	case *tree.Num:
		return c.number(x), true
	case *tree.Str:
		return value.Text(x.Value, x.Wide), true
	case *tree.Func:
		if x.Name == "undef" && len(x.Args) == 0 {
			return value.Undef, true
		}
	case *tree.Call:
		if u, isUse := x.Ref.(*varUse); isUse && u.sym == nil && len(x.Args) == 0 && !x.Amp {
			if g := c.vm.Glob(u.global); g.Code != nil && g.Code.Const != nil && g.Code.Proto != "@" {
				return *g.Code.Const, true
			}
		}
	}
	return value.Undef, false
}

// aliasConstant pushes the Scalar of a constant, nil if x is none.
func (c *compiler) aliasConstant(x tree.Expr) listFn {
	v, ok := c.constantOf(x)
	if !ok {
		return nil
	}
	cell := value.CellValue(c.vm.readOnlyScalar(v))
	return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, cell) }
}

// isArgument tells whether x is an element of @_, which may be a constant of the caller.
func isArgument(x *tree.Elem) bool {
	v, ok := x.Array.(*tree.Var)
	return ok && v.Name == "_"
}

// noting has an index computation leave the place of the writing that follows it.
func noting(index evalFn, at *site) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		v := index(vm, fr)
		vm.writing = at
		return v
	}
}

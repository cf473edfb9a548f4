package runtime

// This file defines += -= *= ++ and -- on variables that live in cells and on elements of hashes, for their effect.

import (
	"math"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// slotFn finds the storage of a scalar, for immediate use; nil when it is tied or otherwise special.
type slotFn func(vm *VM, fr *Frame) *value.Value

// updatePlace compiles an arithmetic assignment to a variable in a cell or to an element of a hash; nil when x is neither.
// The storage is found after the right side was evaluated, as that may move it.
func (c *compiler) updatePlace(x *tree.Assign) stmtFn {
	if c.prag.integer || c.vm.config.Plain || x.Op != "+=" && x.Op != "-=" && x.Op != "*=" {
		return nil
	}
	find := c.slotOf(x.Left)
	if find == nil || !isQuiet(x.Right) {
		return nil
	}
	right, slow := c.scalar(x.Right), c.updateSlowly(x)
	switch x.Op {
	case "+=":
		return func(vm *VM, fr *Frame) ctl {
			q := right(vm, fr)
			p := find(vm, fr)
			if p != nil {
				if p.IsInt() && q.IsInt() {
					x, y := p.I(), q.I()
					if z := x + y; (x^z)&(y^z) >= 0 {
						p.SetInt(z)
						return ctlNone
					}
				} else if p.IsFloat() && q.IsFloat() {
					if z := p.F() + q.F(); math.Abs(z) < exactBound && z != 0 {
						p.SetFloat(z)
						return ctlNone
					}
				} else if q.IsInt() && p.IsUndef() {
					p.SetInt(q.I())
					return ctlNone
				}
			}
			slow(vm, fr, p, q)
			return ctlNone
		}
	case "-=":
		return func(vm *VM, fr *Frame) ctl {
			q := right(vm, fr)
			p := find(vm, fr)
			if p != nil {
				if p.IsInt() && q.IsInt() {
					x, y := p.I(), q.I()
					if z := x - y; (x^y)&(x^z) >= 0 {
						p.SetInt(z)
						return ctlNone
					}
				} else if p.IsFloat() && q.IsFloat() {
					if z := p.F() - q.F(); math.Abs(z) < exactBound && z != 0 {
						p.SetFloat(z)
						return ctlNone
					}
				}
			}
			slow(vm, fr, p, q)
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		q := right(vm, fr)
		p := find(vm, fr)
		if p != nil {
			if p.IsInt() && q.IsInt() {
				if x, y := p.I(), q.I(); int64(int32(x)) == x && int64(int32(y)) == y {
					p.SetInt(x * y)
					return ctlNone
				}
			} else if p.IsFloat() && q.IsFloat() {
				if z := p.F() * q.F(); math.Abs(z) < exactBound && z != 0 {
					p.SetFloat(z)
					return ctlNone
				}
			}
		}
		slow(vm, fr, p, q)
		return ctlNone
	}
}

// updateSlowly compiles what is left: the numbers that need conversion or overflow, in place; objects and tied places in the
// general way, which finds the place again but not the right side.
func (c *compiler) updateSlowly(x *tree.Assign) func(vm *VM, fr *Frame, p *value.Value, q value.Value) {
	o := c.updateInfo(x, x.Op[:1])
	compute := map[byte]func(vm *VM, p, q value.Value, o *opInfo) value.Value{'+': addSlow, '-': subSlow, '*': mulSlow}[x.Op[0]]
	again := c.update(x.Left, func(vm *VM, fr *Frame) value.Value { return vm.held },
		func(vm *VM, old, q value.Value) value.Value { return compute(vm, old, q, o) })
	return func(vm *VM, fr *Frame, p *value.Value, q value.Value) {
		if p != nil && p.Kind() < value.KScalarRef && q.Kind() < value.KScalarRef {
			*p = compute(vm, *p, q, o)
			return
		}
		vm.held = q
		again(vm, fr)
	}
}

// stepPlace compiles ++ and -- on a variable in a cell or an element of a hash; nil when x is neither.
func (c *compiler) stepPlace(x *tree.IncDec) stmtFn {
	if c.vm.config.Plain {
		return nil
	}
	find := c.slotOf(x.X)
	if find == nil {
		return nil
	}
	slow := c.incDec(&tree.IncDec{Span: x.Span, Op: x.Op, Prefix: true, X: x.X})
	delta := int64(1)
	if x.Op == "--" {
		delta = -1
	}
	return func(vm *VM, fr *Frame) ctl {
		if p := find(vm, fr); p != nil {
			if p.IsInt() {
				if n := p.I() + delta; n != math.MinInt64 && n != math.MaxInt64 {
					p.SetInt(n)
					return ctlNone
				}
			} else if p.IsUndef() && delta == 1 {
				p.SetInt(1)
				return ctlNone
			}
		}
		slow(vm, fr)
		return ctlNone
	}
}

// slotOf compiles finding the storage of a variable in a cell, or of an element of a hash whose key is quiet, since the slow way
// will look for it again; nil for anything else.
func (c *compiler) slotOf(x tree.Expr) slotFn {
	switch x := x.(type) {
	case *tree.Var:
		if _, ok := plainSlot(x); ok || x.Sigil != '$' {
			return nil
		}
		return c.slotOfCell(x)
	case *tree.HashElem:
		if isQuiet(x.Key) && isQuietContainer(x.Hash) {
			return c.slotOfElement(x)
		}
	}
	return nil
}

// slotOfCell finds the storage of a variable that lives in a cell.
func (c *compiler) slotOfCell(x *tree.Var) slotFn {
	u := x.Ref.(*varUse)
	if u.cap >= 0 {
		i, code := u.cap, uint8(c.fn.codeSlot)
		return func(vm *VM, fr *Frame) *value.Value { return fr[code].Code().Caps[i].Cell().Storage() }
	}
	if u.sym != nil && u.sym.static != 0 {
		cell := c.vm.static(u.sym).scalars[u.sym.static-1]
		return func(*VM, *Frame) *value.Value { return cell.Storage() }
	}
	cell := c.varCell(x)
	return func(vm *VM, fr *Frame) *value.Value { return cell(vm, fr).Storage() }
}

func (c *compiler) slotOfElement(x *tree.HashElem) slotFn {
	hash := c.hash(x.Hash, true)
	if s, ok := x.Key.(*tree.Str); ok {
		k, cache := c.vm.key(s.Value, s.Wide), new(int32)
		return func(vm *VM, fr *Frame) *value.Value {
			h := hash(vm, fr)
			if h.Tie != nil {
				return nil
			}
			return h.SlotCached(k, cache).Within()
		}
	}
	if find, ok := c.lookup(x); ok {
		return func(vm *VM, fr *Frame) *value.Value {
			h := hash(vm, fr)
			if h.Tie != nil {
				return nil
			}
			return h.Slot(find(vm, fr, h)).Within()
		}
	}
	key := c.key(x.Key)
	return func(vm *VM, fr *Frame) *value.Value {
		k := key(vm, fr)
		h := hash(vm, fr)
		if h.Tie != nil {
			return nil
		}
		return h.Slot(k).Within()
	}
}

// isQuiet tells whether an expression may be evaluated twice: it changes nothing and calls nothing.
func isQuiet(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str:
		return true
	case *tree.Var:
		return x.Sigil == '$' || x.Sigil == '#'
	case *tree.Binary:
		return isQuiet(x.Left) && isQuiet(x.Right)
	case *tree.Unary:
		return x.Op != "\\" && isQuiet(x.X)
	case *tree.Elem:
		return isQuietContainer(x.Array) && isQuiet(x.Index)
	case *tree.HashElem:
		return isQuietContainer(x.Hash) && isQuiet(x.Key)
	case *tree.List:
		return len(x.Items) == 1 && isQuiet(x.Items[0])
	case *tree.Interp:
		for _, p := range x.Parts {
			if !isQuiet(p) {
				return false
			}
		}
		return true
	case *tree.Func:
		switch x.Name {
		case "lc", "uc", "length", "ord", "chr", "abs", "int", "lcfirst", "ucfirst":
			return len(x.Args) == 1 && isQuiet(x.Args[0])
		}
	}
	return false
}

// isQuietContainer is isQuiet for what an element is taken from.
func isQuietContainer(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return true
	case *tree.Deref:
		return isQuiet(x.X)
	}
	return false
}

package runtime

// This file defines list assignment: `my ($a, @b) = ...`, `($x, $y) = ($y, $x)`, `@h{...} = ...`.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// takeFn assigns from the values of the stack between from and the end; it returns where the next target goes on.
type takeFn func(vm *VM, fr *Frame, from int) int

// assignList compiles the left side of a list assignment. The right side lies on the stack above base as plain copies, so
// that the order of assignment cannot disturb it; it stays there.
func (c *compiler) assignList(x tree.Expr) func(vm *VM, fr *Frame, base int) {
	var before stmtFn
	if l, ok := x.(*tree.Local); ok {
		before = c.localize(l.X)
		x = l.X
	}
	if d, ok := x.(*tree.Decl); ok && d.Kind == "my" {
		before = c.declare(d)
	}
	if l, ok := x.(*tree.List); ok && keysDepend(l) {
		return c.assignPlaces(l)
	}
	takes := c.targets(x)
	return func(vm *VM, fr *Frame, base int) {
		end := len(vm.stack)
		if before != nil {
			before(vm, fr)
		}
		at := base
		for _, t := range takes {
			at = t(vm, fr, at)
		}
		vm.stack = vm.stack[:end]
	}
}

// targets compiles the places of a list target in order.
func (c *compiler) targets(x tree.Expr) []takeFn {
	switch x := x.(type) {
	case *tree.List:
		var out []takeFn
		for _, it := range x.Items {
			out = append(out, c.targets(it)...)
		}
		return out
	case *tree.Decl:
		var out []takeFn
		for _, v := range x.Vars {
			if v == nil {
				out = append(out, skipOne)
			} else {
				out = append(out, c.target(v))
			}
		}
		return out
	case *tree.Slice:
		return []takeFn{c.sliceTarget(x)}
	case *tree.Func:
		if x.Name == "undef" && len(x.Args) == 0 {
			return []takeFn{skipOne}
		}
	}
	return []takeFn{c.target(x)}
}

func skipOne(vm *VM, fr *Frame, from int) int { return from + 1 }

func (c *compiler) target(x tree.Expr) takeFn {
	var before stmtFn
	if l, ok := x.(*tree.Local); ok && isListTarget(l.X) {
		before = c.localize(l.X)
		x = l.X
	}
	if d, ok := x.(*tree.Decl); ok && isListTarget(d) {
		before = c.declare(d)
		x = d.Vars[0]
	}
	var take takeFn
	if t, ok := x.(*tree.Ternary); ok && (isListTarget(t.Then) || isListTarget(t.Else)) {
		cond, then, other := c.condition(t.Cond, false), c.target(t.Then), c.target(t.Else)
		return func(vm *VM, fr *Frame, from int) int {
			if cond(vm, fr) {
				return then(vm, fr, from)
			}
			return other(vm, fr, from)
		}
	}
	switch {
	case isArrayLike(x):
		array := c.array(x, true)
		take = func(vm *VM, fr *Frame, from int) int {
			end := len(vm.stack)
			array(vm, fr).SetAll(vm.stack[min(from, end):end])
			return max(from, end)
		}
	case isHash(x):
		hash, at := c.hash(x, true), c.site(x)
		take = func(vm *VM, fr *Frame, from int) int {
			end := len(vm.stack)
			if at.warn && from < end {
				vm.warnPairs(vm.stack[from:end], at)
			}
			hash(vm, fr).SetPairs(vm.stack[min(from, end):end])
			return max(from, end)
		}
	default:
		set := c.store(x)
		return func(vm *VM, fr *Frame, from int) int {
			if from < len(vm.stack) {
				set(vm, fr, vm.stack[from])
			} else {
				set(vm, fr, value.Undef)
			}
			return from + 1
		}
	}
	if before == nil {
		return take
	}
	return func(vm *VM, fr *Frame, from int) int {
		before(vm, fr)
		return take(vm, fr, from)
	}
}

func (c *compiler) sliceTarget(x *tree.Slice) takeFn {
	index := c.subscripts(x.Of, x.Index)
	if isArrayLike(x.Of) {
		array := c.array(x.Of, true)
		return func(vm *VM, fr *Frame, from int) int {
			end := len(vm.stack)
			index(vm, fr)
			a := array(vm, fr)
			for i := end; i < len(vm.stack); i++ {
				v := value.Undef
				if from < end {
					v = vm.stack[from]
				}
				from++
				a.Set(vm.stack[i].ToInt(), v)
			}
			vm.stack = vm.stack[:end]
			return from
		}
	}
	hash := c.hash(x.Of, true)
	return func(vm *VM, fr *Frame, from int) int {
		end := len(vm.stack)
		index(vm, fr)
		h := hash(vm, fr)
		for i := end; i < len(vm.stack); i++ {
			v := value.Undef
			if from < end {
				v = vm.stack[from]
			}
			from++
			h.Set(value.KeyOf(vm.stack[i]), v)
		}
		vm.stack = vm.stack[:end]
		return from
	}
}

// keysDepend tells whether the index of a target names a variable that an earlier target of the same list sets: then all places
// have to be found before any of them is written to, as in `($f, $next{$f}) = ($next{$f}, 0)`.
func keysDepend(l *tree.List) bool {
	set := map[string]bool{}
	for _, it := range l.Items {
		switch t := it.(type) {
		case *tree.Var:
			if t.Sigil != '$' {
				return false
			}
			set[t.Name] = true
		case *tree.Elem:
			if mentions(t.Index, set) {
				return true
			}
		case *tree.HashElem:
			if mentions(t.Key, set) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

func mentions(x tree.Expr, names map[string]bool) bool {
	found := false
	tree.Inspect(x, func(n tree.Node) bool {
		v, ok := n.(*tree.Var)
		found = found || ok && v.Sigil == '$' && names[v.Name]
		return !found
	})
	return found
}

// assignPlaces assigns to scalars and elements whose places are all found first.
func (c *compiler) assignPlaces(l *tree.List) func(vm *VM, fr *Frame, base int) {
	cells, at := make([]cellFn, len(l.Items)), c.site(l)
	for i, it := range l.Items {
		cells[i] = c.cell(it)
	}
	return func(vm *VM, fr *Frame, base int) {
		end := len(vm.stack)
		places := make([]*value.Scalar, len(cells))
		for i, cell := range cells {
			places[i] = cell(vm, fr)
		}
		for i, p := range places {
			v := value.Undef
			if base+i < end {
				v = vm.stack[base+i]
			}
			vm.set(p, plain(v), at)
		}
	}
}

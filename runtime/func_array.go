package runtime

// This file defines the functions on arrays and hashes: push, pop, splice, keys, each, delete, exists and so on.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// argsArray is what shift and pop take from without operand: @_ in a sub, @ARGV outside.
func (c *compiler) argsArray(x *tree.Func) arrayFn {
	if len(x.Args) > 0 {
		return c.array(x.Args[0], true)
	}
	name := "ARGV"
	if c.fn.argsSlot >= 0 {
		name = "_"
	}
	return c.varArray(&tree.Var{Span: x.Span, Sigil: '@', Name: name, Ref: &varUse{cap: -1, global: "main::" + name}})
}

// arrayFunction compiles the functions that change arrays.
func (c *compiler) arrayFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "shift":
		array := c.argsArray(x)
		return func(vm *VM, fr *Frame) value.Value { return array(vm, fr).Shift() }
	case "pop":
		array := c.argsArray(x)
		return func(vm *VM, fr *Frame) value.Value { return array(vm, fr).Pop() }
	case "push":
		return c.push(x)
	case "unshift":
		array, list := c.array(x.Args[0], true), c.lists(x.Args[1:])
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			a := array(vm, fr)
			a.Unshift(vm.stack[base:])
			vm.stack = vm.stack[:base]
			return value.Int(int64(a.Len()))
		}
	case "splice":
		list := c.splice(x)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			return vm.last(base)
		}
	}
	return nil
}

func (c *compiler) push(x *tree.Func) evalFn {
	array := c.array(x.Args[0], true)
	if len(x.Args) == 2 && isSingle(x.Args[1]) {
		f := c.scalar(x.Args[1])
		return func(vm *VM, fr *Frame) value.Value {
			v := plain(f(vm, fr))
			a := array(vm, fr)
			a.Push(v)
			return value.Int(int64(a.Len()))
		}
	}
	list := c.lists(x.Args[1:])
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		a := array(vm, fr)
		a.PushAll(vm.stack[base:])
		vm.stack = vm.stack[:base]
		return value.Int(int64(a.Len()))
	}
}

// splice compiles splice in list context: the removed values.
func (c *compiler) splice(x *tree.Func) listFn {
	array := c.array(x.Args[0], true)
	var off, length evalFn
	if len(x.Args) > 1 {
		off = c.scalar(x.Args[1])
	}
	if len(x.Args) > 2 {
		length = c.scalar(x.Args[2])
	}
	var list listFn
	if len(x.Args) > 3 {
		list = c.lists(x.Args[3:])
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) {
		a := array(vm, fr)
		n := int64(a.Len())
		o, l := int64(0), n
		if off != nil {
			if o = off(vm, fr).ToInt(); o < 0 {
				o += n
			}
			if o < 0 {
				panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", o-n))
			}
			if o > n {
				if at.warn {
					vm.warnIn(at, warnMisc, "splice() offset past end of array")
				}
				o = n
			}
			l = n - o
		}
		if length != nil {
			if v := length(vm, fr); v.Defined() {
				if l = v.ToInt(); l < 0 {
					l = max(0, n-o+l)
				}
				l = min(l, n-o)
			}
		}
		base := len(vm.stack)
		if list != nil {
			list(vm, fr)
		}
		out := a.Splice(int(o), int(l), vm.stack[base:])
		vm.stack = append(vm.stack[:base], out...)
	}
}

// containerList compiles the container functions in list context.
func (c *compiler) containerList(x *tree.Func) listFn {
	switch x.Name {
	case "splice":
		return c.splice(x)
	case "delete":
		return c.deleteList(x)
	case "split":
		return c.splitList(x)
	}
	a := x.Args[0]
	if isArrayLike(unwrap(a)) {
		return c.arrayEach(x.Name, c.array(a, true))
	}
	hash := c.hash(a, true)
	switch x.Name {
	case "keys":
		return func(vm *VM, fr *Frame) { vm.stack = hash(vm, fr).Keys(vm.stack) }
	case "values":
		return func(vm *VM, fr *Frame) { vm.stack = hash(vm, fr).Values(vm.stack) }
	}
	return func(vm *VM, fr *Frame) {
		if k, v, ok := hash(vm, fr).Each(); ok {
			vm.stack = append(vm.stack, k, v)
		}
	}
}

func (c *compiler) arrayEach(name string, array arrayFn) listFn {
	switch name {
	case "keys":
		return func(vm *VM, fr *Frame) {
			for i := range vm.fromStart(array(vm, fr)).Len() {
				vm.stack = append(vm.stack, value.Int(int64(i)))
			}
		}
	case "values":
		return func(vm *VM, fr *Frame) { vm.stack = vm.fromStart(array(vm, fr)).Values(vm.stack) }
	}
	return func(vm *VM, fr *Frame) {
		a := array(vm, fr)
		if i, ok := vm.eachIndex(a); ok {
			vm.stack = append(vm.stack, value.Int(int64(i)), a.Get(int64(i)))
		}
	}
}

// fromStart makes the next each() on an array begin anew.
func (vm *VM) fromStart(a *value.Array) *value.Array {
	if len(vm.arrayIter) > 0 {
		delete(vm.arrayIter, a)
	}
	return a
}

// eachIndex steps each() over an array.
func (vm *VM) eachIndex(a *value.Array) (int, bool) {
	i := vm.arrayIter[a]
	if i >= a.Len() {
		delete(vm.arrayIter, a)
		return 0, false
	}
	if vm.arrayIter == nil {
		vm.arrayIter = map[*value.Array]int{}
	}
	vm.arrayIter[a] = i + 1
	return i, true
}

// hashFunction compiles keys, values, each, delete and exists in scalar context.
func (c *compiler) hashFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "keys", "values":
		a := unwrap(x.Args[0])
		if isArrayLike(a) {
			array := c.array(a, true)
			return func(vm *VM, fr *Frame) value.Value { return value.Int(int64(vm.fromStart(array(vm, fr)).Len())) }
		}
		hash := c.hash(a, true)
		return func(vm *VM, fr *Frame) value.Value {
			h := hash(vm, fr)
			h.ResetEach()
			return value.Int(int64(h.Len()))
		}
	case "each":
		list := c.containerList(x)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			v := value.Undef
			if len(vm.stack) > base {
				v = vm.stack[base]
			}
			vm.stack = vm.stack[:base]
			return v
		}
	case "delete":
		return c.delete(x.Args[0], x)
	case "exists":
		return c.exists(x.Args[0], x)
	}
	return nil
}

func (c *compiler) delete(a tree.Expr, x *tree.Func) evalFn {
	switch a := unwrap(a).(type) {
	case *tree.HashElem:
		hash, key := c.hash(a.Hash, true), c.keyOf(a.Key, "delete")
		return func(vm *VM, fr *Frame) value.Value {
			k := key(vm, fr)
			return hash(vm, fr).Delete(k)
		}
	case *tree.Elem:
		array, index := c.array(a.Array, true), c.subscript(a.Index)
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt()
			return array(vm, fr).Delete(i)
		}
	case *tree.Local:
		f, del := c.localize(a.X), c.delete(a.X, x)
		get := c.scalar(a.X)
		return func(vm *VM, fr *Frame) value.Value {
			v := get(vm, fr)
			f(vm, fr)
			del(vm, fr)
			return v
		}
	case *tree.Slice:
		list := c.deleteList(x)
		return func(vm *VM, fr *Frame) value.Value {
			base := len(vm.stack)
			list(vm, fr)
			return vm.last(base)
		}
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		panic(vm.dief(at, "delete argument is not a HASH or ARRAY element or slice"))
	}
}

func (c *compiler) deleteList(x *tree.Func) listFn {
	s, ok := unwrap(x.Args[0]).(*tree.Slice)
	if !ok {
		return c.pushScalar(c.delete(x.Args[0], x))
	}
	index, pairs := c.list(s.Index), s.Pairs
	if isArrayLike(s.Of) {
		array := c.array(s.Of, true)
		return func(vm *VM, fr *Frame) {
			base := len(vm.stack)
			index(vm, fr)
			a := array(vm, fr)
			for _, k := range vm.take(base) {
				if pairs {
					vm.stack = append(vm.stack, k)
				}
				vm.stack = append(vm.stack, a.Delete(k.ToInt()))
			}
		}
	}
	hash := c.hash(s.Of, true)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		index(vm, fr)
		h := hash(vm, fr)
		for _, k := range vm.take(base) {
			if pairs {
				vm.stack = append(vm.stack, k)
			}
			vm.stack = append(vm.stack, h.Delete(value.KeyOf(k)))
		}
	}
}

// namedSub returns the expression inside &{EXPR}, nil for any other operand.
func namedSub(x tree.Expr) tree.Expr {
	switch x := x.(type) {
	case *tree.CallRef:
		if x.Amp && x.NoArgs {
			return x.Fn
		}
	case *tree.Deref:
		if x.Sigil == '&' {
			return x.X
		}
	}
	return nil
}

func (c *compiler) exists(a tree.Expr, x *tree.Func) evalFn {
	switch a := unwrap(a).(type) {
	case *tree.HashElem:
		hash, key := c.hash(a.Hash, true), c.keyOf(a.Key, "exists")
		return func(vm *VM, fr *Frame) value.Value {
			k := key(vm, fr)
			return value.Bool(hash(vm, fr).Exists(k))
		}
	case *tree.Elem:
		array, index := c.array(a.Array, true), c.subscript(a.Index)
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt()
			return value.Bool(array(vm, fr).Exists(i))
		}
	case *tree.Call:
		name := qualifySub(a.Name, c.prag.pkg)
		return func(vm *VM, fr *Frame) value.Value {
			g := vm.Glob(name)
			return value.Bool(g.Code != nil)
		}
	case *tree.Var:
		if a.Sigil == '&' {
			name := qualifySub(a.Name, c.prag.pkg)
			return func(vm *VM, fr *Frame) value.Value { return value.Bool(vm.Glob(name).Code != nil) }
		}
	}
	if name := namedSub(unwrap(a)); name != nil {
		f, pkg := c.scalar(name), c.prag.pkg
		return func(vm *VM, fr *Frame) value.Value {
			v := f(vm, fr)
			if v.Kind() == value.KCodeRef {
				return value.Bool(true)
			}
			g := vm.globs[qualifySub(v.String(), pkg)]
			return value.Bool(g != nil && g.Code != nil)
		}
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		panic(vm.dief(at, "exists argument is not a HASH or ARRAY element or a subroutine"))
	}
}

package runtime

// This file defines the list mode: expressions that push any number of values, plain or as aliases of their variables.

import (
	"math"
	"slices"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// list compiles an expression in list context: it pushes plain values.
func (c *compiler) list(x tree.Expr) listFn {
	switch x := x.(type) {
	case *tree.List:
		return c.lists(x.Items)
	case *tree.Var:
		switch x.Sigil {
		case '@':
			array := c.varArray(x)
			return c.pushArray(array)
		case '%':
			hash := c.varHash(x)
			return c.pushHash(hash)
		case '&':
			return c.callList(&tree.Call{Span: x.Span, Name: x.Name, Amp: true, NoArgs: true, Ref: x.Ref})
		}
	case *tree.Deref:
		switch x.Sigil {
		case '@':
			array := c.array(x, false)
			return c.pushArray(array)
		case '%':
			hash := c.hash(x, false)
			return c.pushHash(hash)
		case '&':
			return c.callRefList(&tree.CallRef{Span: x.Span, Fn: x.X, Amp: true, NoArgs: true})
		}
	case *tree.Decl:
		f, vars := c.declare(x), make([]listFn, 0, len(x.Vars))
		for _, v := range x.Vars {
			if v != nil {
				vars = append(vars, c.list(v))
			}
		}
		return func(vm *VM, fr *Frame) {
			f(vm, fr)
			for _, v := range vars {
				v(vm, fr)
			}
		}
	case *tree.Local:
		f, get := c.localize(x.X), c.list(x.X)
		return func(vm *VM, fr *Frame) {
			f(vm, fr)
			get(vm, fr)
		}
	case *tree.Slice:
		return c.slice(x)
	case *tree.ListSlice:
		return c.listSlice(x)
	case *tree.Assign:
		if x.Op == "=" && isListTarget(x.Left) {
			return c.assignedList(x)
		}
	case *tree.RangeOp:
		return c.rangeList(x)
	case *tree.Ternary:
		cond, a, b := c.condition(x.Cond, false), c.list(x.Then), c.list(x.Else)
		return func(vm *VM, fr *Frame) {
			if cond(vm, fr) {
				a(vm, fr)
			} else {
				b(vm, fr)
			}
		}
	case *tree.Logical:
		return c.logicalList(x)
	case *tree.Binary:
		if l, ok := x.Left.(*tree.List); ok && x.Op == "x" && l.Paren {
			return c.repeated(l, x.Right)
		}
	case *tree.Unary:
		switch x.Op {
		case "+":
			return c.list(x.X)
		case "\\":
			if f := c.referenceList(x.X); f != nil {
				return f
			}
		}
	default:
		if f := c.listAction(x); f != nil {
			return f
		}
	}
	f := c.scalar(x)
	return func(vm *VM, fr *Frame) {
		v := f(vm, fr)
		vm.stack = append(vm.stack, plain(v))
	}
}

// listAction compiles the calls, blocks and inputs that can give several values; nil for the rest.
func (c *compiler) listAction(x tree.Expr) listFn {
	switch x := x.(type) {
	case *tree.Call:
		return c.callList(x)
	case *tree.CallRef:
		return c.callRefList(x)
	case *tree.Method:
		return c.methodList(x)
	case *tree.Func:
		return c.functionList(x)
	case *tree.Match:
		return c.matchList(x)
	case *tree.ReadLine:
		return c.readLines(x)
	case *tree.Glob:
		return c.globList(x)
	case *tree.Qx:
		return c.qxList(x)
	case *tree.DoBlock:
		return c.doBlockList(x.Block)
	case *tree.EvalBlock:
		return c.evalBlockList(x)
	case *tree.Command:
		return c.commandList(x)
	case *tree.Return, *tree.Jump:
		f := c.scalar(x)
		return func(vm *VM, fr *Frame) { f(vm, fr) }
	case *tree.Bareword:
		f, name, pkg, at := c.bareword(x), x.Name, c.prag.pkg, c.site(x)
		return func(vm *VM, fr *Frame) {
			if code := vm.lookupSub(qualifySub(name, pkg)); code != nil {
				vm.callValues(code, nil, WantList, at)
				return
			}
			vm.stack = append(vm.stack, f(vm, fr))
		}
	}
	return nil
}

// vivifying compiles the arguments of map, grep and calls: there an undefined reference behind @$x becomes an array.
func (c *compiler) vivifying(items []tree.Expr) listFn {
	fs := make([]listFn, len(items))
	for i, it := range items {
		fs[i] = c.list(it)
		switch d := it.(type) {
		case *tree.List:
			fs[i] = c.vivifying(d.Items)
		case *tree.Deref:
			switch d.Sigil {
			case '@':
				array := c.array(d, true)
				fs[i] = func(vm *VM, fr *Frame) { vm.stack = array(vm, fr).Values(vm.stack) }
			case '%':
				hash := c.hash(d, true)
				fs[i] = func(vm *VM, fr *Frame) { vm.stack = hash(vm, fr).Pairs(vm.stack) }
			}
		}
	}
	if len(fs) == 1 {
		return fs[0]
	}
	return func(vm *VM, fr *Frame) {
		for _, f := range fs {
			f(vm, fr)
		}
	}
}

// lists pushes several expressions.
func (c *compiler) lists(items []tree.Expr) listFn {
	if f := c.lateCaptures(items); f != nil {
		return f
	}
	fs := make([]listFn, len(items))
	for i, it := range items {
		fs[i] = c.list(it)
	}
	switch len(fs) {
	case 0:
		return func(*VM, *Frame) {}
	case 1:
		return fs[0]
	}
	return func(vm *VM, fr *Frame) {
		for _, f := range fs {
			f(vm, fr)
		}
	}
}

func isHash(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '%'
	case *tree.Deref:
		return x.Sigil == '%'
	case *tree.List:
		return len(x.Items) == 1 && isHash(x.Items[0])
	}
	return false
}

func (c *compiler) logicalList(x *tree.Logical) listFn { return c.logicalInto(x, c.list(x.Right)) }

// logicalInto is logicalList with the compiled right side.
func (c *compiler) logicalInto(x *tree.Logical, b listFn) listFn {
	a := c.scalar(x.Left)
	op := x.Op
	return func(vm *VM, fr *Frame) {
		v := a(vm, fr)
		var done bool
		switch op {
		case "&&":
			done = !v.Truth()
		case "||":
			done = v.Truth()
		default:
			done = v.Defined()
		}
		if done {
			vm.stack = append(vm.stack, plain(v))
			return
		}
		b(vm, fr)
	}
}

// assignedList is a list assignment in list context: the variables assigned to.
func (c *compiler) assignedList(x *tree.Assign) listFn {
	f, get := c.assignStmt(x), c.list(declaredList(x.Left))
	return func(vm *VM, fr *Frame) {
		f(vm, fr)
		get(vm, fr)
	}
}

const maxList = 1 << 30 // items in one list

func (c *compiler) rangeList(x *tree.RangeOp) listFn {
	if list := c.fixedRange(x); list != nil {
		return func(vm *VM, fr *Frame) { vm.stack = append(vm.stack, list...) }
	}
	from, to, at := c.scalar(x.Left), c.scalar(x.Right), c.site(x)
	if at.warn {
		from, to = c.warnUndef(from, x.Left, "range (or flop)"), c.warnUndef(to, x.Right, "range (or flop)")
	}
	return func(vm *VM, fr *Frame) {
		a, b := from(vm, fr), to(vm, fr)
		if !value.RangeIsNumeric(a, b) {
			vm.stringRange(a, b)
			return
		}
		if f := a.ToFloat(); f != f || math.Abs(f) > math.MaxInt64 {
			panic(vm.dief(at, "Range iterator outside integer range"))
		}
		if f := b.ToFloat(); f != f || math.Abs(f) > math.MaxInt64 {
			panic(vm.dief(at, "Range iterator outside integer range"))
		}
		i, end := a.ToInt(), b.ToInt()
		if i > end {
			return
		}
		n := uint64(end) - uint64(i) + 1
		if n-1 >= maxList {
			panic(vm.dief(at, "Out of memory during list extend"))
		}
		if n >= bigStack {
			vm.Room(int64(n) * valueBytes)
		}
		for ; n > 0; n-- { // counted, as nothing is greater than the greatest integer
			vm.stack = append(vm.stack, value.Int(i))
			i++
			if i&0xFFFFF == 0 && vm.ending() {
				vm.look()
			}
		}
	}
}

// fixedRange returns the integers of a short range that is written with them; nil for any other.
func (c *compiler) fixedRange(x *tree.RangeOp) []value.Value {
	const short = 64
	from, ok := constantInt(x.Left)
	to, also := constantInt(x.Right)
	if !ok || !also || c.vm.config.Plain || from > to || uint64(to)-uint64(from) >= short {
		return nil
	}
	list := make([]value.Value, to-from+1)
	for i := range list {
		list[i] = value.Int(from + int64(i))
	}
	return list
}

// fixedIndexes returns the indexes of a slice that is written with integers and short ranges of them; nil for any other.
func (c *compiler) fixedIndexes(x tree.Expr) []int64 {
	var out []int64
	switch x := x.(type) {
	case *tree.List:
		for _, it := range x.Items {
			some := c.fixedIndexes(it)
			if some == nil {
				return nil
			}
			out = append(out, some...)
		}
	case *tree.RangeOp:
		for _, v := range c.fixedRange(x) {
			out = append(out, v.I())
		}
	default:
		if n, ok := constantInt(x); ok && !c.vm.config.Plain {
			out = append(out, n)
		}
	}
	return out
}

// repeated is a list repeated.
func (c *compiler) repeated(l *tree.List, times tree.Expr) listFn {
	list, count, at := c.lists(l.Items), c.scalar(times), c.siteAt(l.Span)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		items := vm.take(base)
		times := count(vm, fr)
		if at.warn {
			vm.warnNumber(times, nil, "repeat (x)", at)
			if times.ToFloat() < 0 {
				vm.warnIn(at, warnNumeric, "Negative repeat count does nothing")
			}
		}
		n := times.ToInt()
		if n > 0 && int64(len(items)) > maxList/n {
			panic(vm.dief(at, "Out of memory in perl:repeatcpy"))
		}
		if n > 0 {
			vm.Room(n * int64(len(items)) * valueBytes)
			vm.stack = slices.Grow(vm.stack, int(n)*len(items))
		}
		for ; n > 0; n-- {
			vm.stack = append(vm.stack, items...)
		}
	}
}

func (c *compiler) repeatList(x *tree.Assign) evalFn {
	list, count, set := c.list(x.Left), c.scalar(x.Right), c.assignList(x.Left)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		items := append([]value.Value(nil), vm.stack[base:]...)
		vm.stack = vm.stack[:base]
		times := count(vm, fr).ToInt()
		if times > 0 && int64(len(items)) > maxList/times {
			panic(vm.dief(nil, "Out of memory in perl:repeatcpy"))
		}
		vm.Room(max(times, 0) * int64(len(items)) * valueBytes)
		for n := times; n > 0; n-- {
			vm.stack = append(vm.stack, items...)
		}
		n := len(vm.stack) - base
		set(vm, fr, base)
		vm.stack = vm.stack[:base]
		return value.Int(int64(n))
	}
}

func isArrayLike(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '@'
	case *tree.Deref:
		return x.Sigil == '@'
	}
	return false
}

// slice compiles @a[...], @h{...} and their pair forms.
func (c *compiler) slice(x *tree.Slice) listFn {
	pairs := x.Pairs
	if isArrayLike(x.Of) && !pairs {
		if fixed := c.fixedIndexes(x.Index); fixed != nil {
			return fixedSlice(c.array(x.Of, true), fixed)
		}
	}
	index := c.indexes(x.Index, map[bool]string{true: "array slice", false: "hash slice"}[isArrayLike(x.Of)])
	if isArrayLike(x.Of) {
		array := c.array(x.Of, true)
		return func(vm *VM, fr *Frame) {
			base := len(vm.stack)
			index(vm, fr)
			if !pairs {
				a := array(vm, fr)
				for i, end := base, len(vm.stack); i < end; i++ {
					v := a.Get(vm.stack[i].ToInt()) // the elements take the place of their indexes
					vm.stack[i] = v
				}
				return
			}
			keys := vm.take(base)
			a := array(vm, fr)
			for _, k := range keys {
				vm.stack = append(vm.stack, k, a.Get(k.ToInt()))
			}
		}
	}
	hash := c.hash(x.Of, true)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		index(vm, fr)
		if !pairs {
			h := hash(vm, fr)
			for i, end := base, len(vm.stack); i < end; i++ {
				v := h.Get(value.KeyOf(vm.stack[i]))
				vm.stack[i] = v
			}
			return
		}
		keys := vm.take(base)
		h := hash(vm, fr)
		for _, k := range keys {
			vm.stack = append(vm.stack, k, h.Get(value.KeyOf(k)))
		}
	}
}

// fixedSlice pushes the elements of an array that indexes name.
func fixedSlice(array arrayFn, indexes []int64) listFn {
	return func(vm *VM, fr *Frame) {
		a := array(vm, fr)
		for _, i := range indexes {
			v := a.Get(i) // a tied array runs code
			vm.stack = append(vm.stack, v)
		}
	}
}

func (c *compiler) listSlice(x *tree.ListSlice) listFn {
	list, index := c.list(x.List), c.indexes(x.Index, "list slice")
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		items := vm.take(base)
		index(vm, fr)
		if len(items) == 0 {
			vm.stack = vm.stack[:base]
			return
		}
		for i := base; i < len(vm.stack); i++ {
			n := vm.stack[i].ToInt()
			if n < 0 {
				n += int64(len(items))
			}
			if n >= 0 && n < int64(len(items)) {
				vm.stack[i] = items[n]
			} else {
				vm.stack[i] = value.Undef
			}
		}
	}
}

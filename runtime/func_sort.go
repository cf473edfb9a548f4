package runtime

// This file defines sort: the known comparators by name, others as code run in the current frame.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A sorter orders a list in place.
type sorter func(vm *VM, fr *Frame, list []value.Value)

// sorterOf compiles the order of a sort.
func (c *compiler) sorterOf(x *tree.Func) sorter {
	switch {
	case x.Block != nil:
		return c.sortBlock(x.Block.Body)
	case x.Handle != nil:
		return c.sortSub(x.Handle)
	}
	at := c.site(x)
	return func(vm *VM, fr *Frame, list []value.Value) {
		vm.warnSorted(list, at)
		if hasObjects(list) {
			vm.sortObjects(list, "cmp", false, value.StrCompare)
			return
		}
		vm.sortTexts(list)
	}
}

// sortTexts sorts as text. Few strings of bytes, such as the characters of a word, are sorted by insertion.
func (vm *VM) sortTexts(list []value.Value) {
	for _, v := range list {
		if v.Kind() != value.KStr {
			slices.SortStableFunc(list, polling(vm, list, value.StrCompare))
			return
		}
	}
	if len(list) > 20 {
		slices.SortStableFunc(list, polling(vm, list, func(a, b value.Value) int { return strings.Compare(a.S(), b.S()) }))
		return
	}
	for i := 1; i < len(list); i++ {
		v := list[i]
		s, k := v.S(), i
		for ; k > 0 && s < list[k-1].S(); k-- {
			list[k] = list[k-1]
		}
		list[k] = v
	}
}

// warnSorted reports the undefined items of a list that is sorted as text.
func (vm *VM) warnSorted(list []value.Value, at *site) {
	if !at.warn || len(list) < 2 {
		return
	}
	for _, v := range list {
		if v.IsUndef() {
			vm.warnUninitialized("sort", &tree.Yada{}, at)
		}
	}
}

// sortAliases is sort whose results are the variables themselves where they are variables.
func (c *compiler) sortAliases(x *tree.Func) listFn {
	by, list := c.sorterOf(x), c.aliasLists(x.Args)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		cells := vm.take(base)
		places := make(map[value.Value][]value.Value, len(cells)) // the variables that hold a value, in order
		items := make([]value.Value, len(cells))
		for i, cell := range cells {
			items[i] = cell.Load()
			places[items[i]] = append(places[items[i]], cell)
		}
		by(vm, fr, items)
		for _, v := range items {
			if p := places[v]; len(p) > 0 {
				v, places[v] = p[0], p[1:]
			}
			vm.stack = append(vm.stack, v)
		}
	}
}

func (c *compiler) sortList(x *tree.Func) listFn {
	by, list := c.sorterOf(x), c.lists(x.Args)
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		list(vm, fr)
		items := vm.take(base)
		by(vm, fr, items)
		vm.stack = append(vm.stack, items...)
	}
}

// sortBlock recognises `{ $a <=> $b }` and its three siblings; any other block is run for each comparison.
func (c *compiler) sortBlock(b *tree.Block) sorter {
	at := c.site(b)
	if op, down := knownComparator(b); op != "" {
		cmp := func(a, b value.Value) int { n, _ := value.NumCompare(a, b); return n }
		if op == "cmp" {
			cmp = value.StrCompare
		}
		return func(vm *VM, fr *Frame, list []value.Value) {
			if at.warn && op == "<=>" {
				for _, v := range list {
					if v.IsUndef() || v.IsString() {
						vm.warnNumber(v, &tree.Yada{}, "sort", at)
					}
				}
			} else {
				vm.warnSorted(list, at)
			}
			if hasObjects(list) {
				vm.sortObjects(list, op, down, cmp)
				return
			}
			switch {
			case op == "<=>" && sortInts(list):
				if down {
					slices.Reverse(list) // equal integers cannot be told apart
				}
			case down:
				slices.SortStableFunc(list, polling(vm, list, func(a, b value.Value) int { return cmp(b, a) }))
			case op == "cmp":
				vm.sortTexts(list)
			default:
				slices.SortStableFunc(list, polling(vm, list, cmp))
			}
		}
	}
	f, keys := c.comparator(b), c.sortKeys(b)
	ga, gb := c.vm.Glob(c.prag.pkg+"::a"), c.vm.Glob(c.prag.pkg+"::b")
	return func(vm *VM, fr *Frame, list []value.Value) {
		if keys != nil && vm.sortByKeys(fr, list, keys, at.warn) {
			return
		}
		vm.sortWith(ga, gb, list, func() value.Value { return f(vm, fr) })
	}
}

// sortObjects orders a list in which there are objects, whose class may overload the operator.
func (vm *VM) sortObjects(list []value.Value, op string, down bool, cmp func(a, b value.Value) int) {
	o := &opInfo{op: op, name: op, at: &site{}}
	slices.SortStableFunc(list, func(a, b value.Value) int {
		if down {
			a, b = b, a
		}
		if v, ok := vm.overloadBinary(a, b, o); ok {
			return int(v.ToInt())
		}
		return cmp(a, b)
	})
}

// comparator compiles the block of a sort: a return in it gives the result of one comparison and leaves nothing else.
func (c *compiler) comparator(b *tree.Block) evalFn {
	if !containsJump(b) {
		return c.doBlock(b)
	}
	inner := *c
	inner.want, inner.escape = WantScalar, nil
	body := inner.tailBlock(b)
	return func(vm *VM, fr *Frame) value.Value {
		body(vm, fr)
		return plain(vm.ret)
	}
}

// sortInts sorts a list of nothing but integers; it reports false, and leaves the list alone, if something else is in it.
func sortInts(list []value.Value) bool {
	ints := make([]int64, len(list))
	for i, v := range list {
		if !v.IsInt() {
			return false
		}
		ints[i] = v.I()
	}
	sortIntegers(ints)
	for i, n := range ints {
		list[i] = value.Int(n)
	}
	return true
}

func hasObjects(list []value.Value) bool {
	for _, v := range list {
		if v.Blessed() != nil {
			return true
		}
	}
	return false
}

// sortWith sorts with $a and $b set for each comparison.
func (vm *VM) sortWith(ga, gb *value.Glob, list []value.Value, compare func() value.Value) {
	oldA, oldB := ga.Scalar, gb.Scalar
	mark := len(vm.saves)
	vm.saves = append(vm.saves, func() { ga.Scalar, gb.Scalar = oldA, oldB })
	a, b := &value.Scalar{}, &value.Scalar{}
	ga.Scalar, gb.Scalar = a, b
	hidden := vm.hide(list)
	defer vm.forget(hidden)
	mergeSort(list, func(x, y value.Value) bool {
		a.V, b.V = x, y
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
		v := compare()
		if v.IsInt() {
			return v.I() <= 0
		}
		return !(v.ToFloat() > 0)
	})
	vm.unwind(mark)
}

// mergeSort sorts stably with few comparisons; ordered tells whether x may stand before y. Runs of eight are sorted by insertion,
// then merged; two runs that are in order already cost one comparison.
func mergeSort(list []value.Value, ordered func(x, y value.Value) bool) {
	const run = 8
	n := len(list)
	for lo := 0; lo < n; lo += run {
		for i := lo + 1; i < min(lo+run, n); i++ {
			x, j := list[i], i
			for j > lo && !ordered(list[j-1], x) {
				list[j] = list[j-1]
				j--
			}
			list[j] = x
		}
	}
	from, to := list, make([]value.Value, n)
	for width := run; width < n; width *= 2 {
		for lo := 0; lo < n; lo += 2 * width {
			mid, hi := min(lo+width, n), min(lo+2*width, n)
			merge(to[lo:hi], from[lo:mid], from[mid:hi], ordered)
		}
		from, to = to, from
	}
	if n > 0 && &from[0] != &list[0] {
		copy(list, from)
	}
}

// merge merges two sorted runs into to.
func merge(to, a, b []value.Value, ordered func(x, y value.Value) bool) {
	if len(a) == 0 || len(b) == 0 || ordered(a[len(a)-1], b[0]) {
		copy(to[copy(to, a):], b)
		return
	}
	i, j, k := 0, 0, 0
	for i < len(a) && j < len(b) {
		if ordered(a[i], b[j]) {
			to[k] = a[i]
			i++
		} else {
			to[k] = b[j]
			j++
		}
		k++
	}
	k += copy(to[k:], a[i:])
	copy(to[k:], b[j:])
}

// sortSub sorts with a named sub or a code reference.
func (c *compiler) sortSub(x tree.Expr) sorter {
	var code func(vm *VM, fr *Frame) *value.Code
	at, pkg := c.site(x), c.prag.pkg
	switch n := x.(type) {
	case *tree.Bareword:
		name := qualifySub(n.Name, pkg)
		code = func(vm *VM, fr *Frame) *value.Code { return vm.asCode(value.Str(name), at, false) }
	default:
		f := c.scalar(x)
		code = func(vm *VM, fr *Frame) *value.Code { return vm.asCode(f(vm, fr), at, false) }
	}
	return func(vm *VM, fr *Frame, list []value.Value) {
		sub := code(vm, fr)
		ga, gb := vm.Glob(sub.Package+"::a"), vm.Glob(sub.Package+"::b")
		if _, native := sub.Body.(Native); native {
			ga, gb = vm.Glob(pkg+"::a"), vm.Glob(pkg+"::b")
		}
		if sub.Proto == "$$" {
			vm.sortWith(ga, gb, list, func() value.Value {
				return vm.Call(sub, []value.Value{ga.Scalar.Get(), gb.Scalar.Get()}, at)
			})
			return
		}
		vm.sortWith(ga, gb, list, func() value.Value { return vm.Call(sub, nil, at) })
	}
}

// knownComparator recognises a block that compares $a and $b themselves.
func knownComparator(b *tree.Block) (op string, down bool) {
	if len(b.Stmts) != 1 {
		return "", false
	}
	es, ok := b.Stmts[0].(*tree.ExprStmt)
	if !ok {
		return "", false
	}
	x, ok := es.X.(*tree.Binary)
	if !ok || x.Op != "<=>" && x.Op != "cmp" {
		return "", false
	}
	switch l, r := sortVar(x.Left), sortVar(x.Right); {
	case l == "a" && r == "b":
		return x.Op, false
	case l == "b" && r == "a":
		return x.Op, true
	}
	return "", false
}

func sortVar(x tree.Expr) string {
	v, ok := x.(*tree.Var)
	if !ok || v.Sigil != '$' {
		return ""
	}
	if u := v.Ref.(*varUse); u.sym != nil {
		return ""
	}
	return v.Name
}

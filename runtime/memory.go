package runtime

// This file defines how the memory of a script is accounted for.
//
// Go tells how large the heap of the whole process is, not whose it is. As long as the heap is smaller than the limit the script
// cannot have exceeded it. Beyond that, whenever the heap has grown by a share of the limit, everything that the VM can
// reach is added up. That sum is what counts: other VMs and garbage do not.

import (
	"runtime/metrics"
	"unsafe"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// share is the part of the limit that the heap may grow by between two sums.
const (
	share      = 8
	valueBytes = int64(valueSize)
)

// heapWatch is what is known of the heap.
type heapWatch struct {
	sample [1]metrics.Sample
	last   uint64 // the heap's size at the last sum, or lower
}

// size returns the bytes of all objects of the process, garbage that was not collected yet included.
func (h *heapWatch) size() uint64 {
	if h.sample[0].Name == "" {
		h.sample[0].Name = "/memory/classes/heap/objects:bytes"
	}
	metrics.Read(h.sample[:])
	return h.sample[0].Value.Uint64()
}

// lookAtMemory ends the script if it holds more memory than it may.
func (vm *VM) lookAtMemory() {
	l := &vm.limits
	most := uint64(l.Memory)
	size := l.heap.size()
	if size <= most {
		l.heap.last = size
		return
	}
	if size < l.heap.last {
		l.heap.last = size
	}
	if size-l.heap.last < most/share {
		return
	}
	l.heap.last = size
	if vm.weight(l.Memory) > l.Memory {
		panic(vm.limitError("memory", int(l.Memory)))
	}
}

// Memory returns how many bytes the script's strings, arrays, hashes and frames hold.
func (vm *VM) Memory() int64 { return vm.weight(0) }

// weight adds up what the VM can reach; it may stop adding at enough, if that is not 0.
func (vm *VM) weight(enough int64) int64 {
	m := &value.Meter{Enough: enough, More: vm.weighMore}
	m.Bytes = int64(cap(vm.stack)+cap(vm.hidden))*valueBytes + int64(cap(vm.buf)) + int64(len(vm.calls))*int64(unsafe.Sizeof(callRec{}))
	for _, chunk := range vm.chunks {
		m.Bytes += int64(len(chunk)) * valueBytes
		m.Add(chunk...)
	}
	m.Add(vm.stack...)
	for _, list := range vm.hidden {
		m.Bytes += int64(cap(list)) * valueBytes
		m.Add(list...)
	}
	for _, g := range vm.globs {
		m.Add(value.GlobValue(g))
	}
	for _, in := range vm.progs {
		for i := range in.scalars {
			m.Scalar(in.scalars[i])
			m.Array(in.arrays[i])
			m.Hash(in.hashes[i])
		}
	}
	for _, c := range vm.calls[:vm.depth] {
		m.Array(c.args)
	}
	m.Add(vm.ret, vm.held)
	if last := vm.match.last; last != nil {
		m.Add(value.Str(last.subject))
	}
	return m.Bytes
}

// weighMore adds what values hold that only the runtime knows of.
func (vm *VM) weighMore(m *value.Meter, v value.Value) {
	switch v.Kind() {
	case value.KCell, value.KScalarRef:
		if b, ok := v.Cell().Tie().(*bitVector); ok {
			m.Bytes += int64(cap(b.buf))
			m.Add(b.shown)
		}
	case value.KGlob, value.KGlobRef:
		if h, ok := v.Glob().IO.(*handle.Handle); ok {
			m.Scalar(h.Memory())
		}
	}
}

// weighed compiles an expression that can make long text in a VM with a limit of memory: what it makes takes fuel by its size.
func (c *compiler) weighed(x tree.Expr) evalFn {
	f := c.scalarOf(x)
	switch x := x.(type) {
	case *tree.Interp, *tree.JoinArray, *tree.Subst, *tree.Func, *tree.Call, *tree.CallRef, *tree.Method, *tree.ReadLine, *tree.Qx, *tree.Trans:
	case *tree.Binary:
		if x.Op != "." && x.Op != "x" {
			return f
		}
	case *tree.Assign:
		if x.Op != "x=" { // .= spends what is appended
			return f
		}
	default:
		return f
	}
	return func(vm *VM, fr *Frame) value.Value {
		vm.weighStack() // what a call was given, before it goes deeper
		v := f(vm, fr)
		if v.IsString() {
			if n := len(v.S()); n >= heavy {
				vm.spend(n)
			}
		}
		return v
	}
}

// bigStack is the number of values on the stack from which each statement takes fuel: lists can double with each one.
const bigStack = 4096

// noting compiles a statement so that limits know where the script is.
func (c *compiler) noting(s tree.Stmt, f stmtFn) stmtFn {
	at := c.site(s)
	weighs := c.vm.weighs
	return func(vm *VM, fr *Frame) ctl {
		vm.here = at
		if weighs {
			vm.weighStack()
		}
		return f(vm, fr)
	}
}

// weighedEffect compiles an expression for its effect in a VM with a limit of memory. Lists can double with each one, so what has been
// on the stack takes fuel by its size.
func (c *compiler) weighedEffect(x tree.Expr) stmtFn {
	if isSmall(x) {
		return c.effectOf(x)
	}
	f := c.effectOf(x)
	if a, ok := x.(*tree.Assign); ok && a.Op == "x=" {
		get := c.weighed(x)
		f = func(vm *VM, fr *Frame) ctl {
			get(vm, fr)
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		vm.weighStack() // what a call was given, before it goes deeper
		k := f(vm, fr)
		vm.weighStack()
		return k
	}
}

// isSmall tells expressions that leave neither lists nor long text behind: arithmetic and assignments of it.
func isSmall(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.IncDec:
		return isQuiet(x.X)
	case *tree.Assign:
		switch x.Op {
		case "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=":
			return isSmallTarget(x.Left) && isQuiet(x.Right)
		}
	}
	return false
}

func isSmallTarget(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '$'
	case *tree.Decl:
		return x.Kind == "my" && len(x.Vars) == 1 && x.Vars[0] != nil && x.Vars[0].Sigil == '$'
	case *tree.Elem, *tree.HashElem:
		return isQuiet(x)
	}
	return false
}

// appended compiles the right side of `.=`: what it adds takes fuel, not the whole text each time.
func (c *compiler) appended(x tree.Expr) evalFn {
	f := c.scalar(x)
	if !c.vm.weighs {
		return f
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.IsString() && len(v.S()) >= heavy {
			vm.spend(len(v.S()))
		}
		return v
	}
}

// fewParts is how many variables a string may have whose parts are joined without looking at their length in between.
const fewParts = 4

// boundedPart compiles a part of a string with many parts: together they could be many times what the script holds.
func boundedPart(f evalFn) evalFn {
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.IsString() && int64(len(vm.buf)+len(v.S())) > vm.limits.Memory {
			panic(vm.limitError("memory", int(vm.limits.Memory)))
		}
		return v
	}
}

// pushArray compiles an array in a list, pushHash a hash. In a VM with a limit of memory a list that would be larger than the limit is
// refused before it is made.
func (c *compiler) pushArray(array arrayFn) listFn {
	if !c.vm.weighs {
		return func(vm *VM, fr *Frame) { vm.stack = array(vm, fr).Values(vm.stack) }
	}
	return func(vm *VM, fr *Frame) {
		a := array(vm, fr)
		if a.Tie == nil {
			vm.roomOnStack(a.Len())
		}
		vm.stack = a.Values(vm.stack)
	}
}

func (c *compiler) pushHash(hash hashFn) listFn {
	if !c.vm.weighs {
		return func(vm *VM, fr *Frame) { vm.stack = hash(vm, fr).Pairs(vm.stack) }
	}
	return func(vm *VM, fr *Frame) {
		h := hash(vm, fr)
		if h.Tie == nil {
			vm.roomOnStack(2 * h.Len())
		}
		vm.stack = h.Pairs(vm.stack)
	}
}

// roomOnStack makes sure that n more values may be pushed.
func (vm *VM) roomOnStack(n int) {
	if n >= bigStack && int64(len(vm.stack)+n)*valueBytes > vm.limits.Memory {
		panic(vm.limitError("memory", int(vm.limits.Memory)))
	}
}

// roomForElements makes sure that an array may have n packed elements.
func (vm *VM) roomForElements(n int64) {
	if vm.weighs && n >= bigStack {
		vm.Room(8 * n)
	}
}

// weighedList adds a look at what a Go function is given, since it may make as much again.
func weighedList(f listFn) listFn {
	return func(vm *VM, fr *Frame) {
		f(vm, fr)
		vm.weighStack()
	}
}

// weighStack takes fuel for what has been on the stack, or in the buffer of texts.
func (vm *VM) weighStack() {
	if n := cap(vm.stack) + cap(vm.buf)/16; n >= bigStack {
		vm.shrink()
		vm.spend(16 * n)
	}
}

// shrink gives back what long lists and texts have left behind, so that only the expressions that made them pay for it.
func (vm *VM) shrink() {
	if n := len(vm.stack); cap(vm.stack) >= bigStack && n < bigStack/4 {
		vm.stack = append(make([]value.Value, 0, bigStack/2), vm.stack...)
	}
	if n := len(vm.buf); cap(vm.buf) >= 16*bigStack && n < 4*bigStack {
		vm.buf = append(make([]byte, 0, 8*bigStack), vm.buf...)
	}
}

// hide keeps sight of a list that is not on the stack while it is being worked through; forget ends that.
func (vm *VM) hide(list []value.Value) (mark int) {
	vm.hidden = append(vm.hidden, list)
	return len(vm.hidden) - 1
}

// forget undoes hide and everything hidden since.
func (vm *VM) forget(mark int) {
	clear(vm.hidden[mark:])
	vm.hidden = vm.hidden[:mark]
}

// boundedIndex compiles the index of an array element. An array that fits into the limit has no elements beyond it, so one that
// would be made there is refused before the array grows.
func (c *compiler) boundedIndex(x tree.Expr) evalFn {
	if slot, ok := plainSlot(x); ok {
		return func(vm *VM, fr *Frame) value.Value {
			v := fr[slot]
			if !v.IsInt() || v.I() >= bigStack {
				vm.checkIndex(v)
			}
			return v
		}
	}
	f := c.scalar(x)
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		vm.checkIndex(v)
		return v
	}
}

// boundedIndexes does the same for slices.
func boundedIndexes(f listFn) listFn {
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		f(vm, fr)
		for _, v := range vm.stack[base:] {
			vm.checkIndex(v)
		}
	}
}

func (vm *VM) checkIndex(v value.Value) {
	if i := v.ToInt(); i >= bigStack {
		vm.checkElements(i)
	}
}

// checkElements refuses arrays of more elements than the limit of memory holds.
func (vm *VM) checkElements(n int64) {
	if most := vm.limits.Memory; most > 0 && n > most/8 { // packed numbers take 8 bytes
		panic(vm.limitError("memory", int(most)))
	}
}

// stringRange pushes the list from..to of text.
func (vm *VM) stringRange(from, to value.Value) {
	value.EachInRange(from, to, func(v value.Value) {
		vm.stack = append(vm.stack, v)
		if len(vm.stack)&0xFFF == 0 {
			vm.spend(0xFFF * int(valueBytes+16))
		}
	})
}

// sighted compiles a local so that what it puts aside stays in sight.
func (c *compiler) sighted(x tree.Expr, f stmtFn) stmtFn {
	if !c.vm.weighs {
		return f
	}
	var aside func(vm *VM, fr *Frame) value.Value
	switch x := x.(type) {
	case *tree.Var:
		g := c.vm.Glob(x.Ref.(*varUse).global)
		aside = func(*VM, *Frame) value.Value {
			old := *g // its parts are going to be replaced
			return value.GlobValue(&old)
		}
	default:
		aside = c.scalar(x)
	}
	return func(vm *VM, fr *Frame) ctl {
		mark := vm.hide([]value.Value{aside(vm, fr)})
		vm.saves = append(vm.saves, func() { vm.forget(mark) })
		return f(vm, fr)
	}
}

// resize is an assignment to $#array.
func (vm *VM) resize(a *value.Array, n int64) {
	if n >= bigStack {
		vm.checkElements(n)
	}
	a.Resize(max(0, int(n)))
}

// roomForText makes sure that values may be joined.
func (vm *VM) roomForText(sep value.Value, list []value.Value) {
	if !vm.weighs || len(list) < 2 {
		return
	}
	n := int64(len(list)) * 8
	if sep.IsString() {
		n += int64(len(sep.S())) * int64(len(list)-1)
	}
	for _, v := range list {
		if v.IsString() {
			n += int64(len(v.S()))
		}
	}
	vm.Room(n)
}

// polling returns a comparison that ends a long sort when the script's context ends.
func polling[T any](vm *VM, list []T, compare func(a, b T) int) func(a, b T) int {
	const long, pace = 1 << 15, 1 << 14
	if len(list) < long {
		return compare
	}
	n := 0
	return func(a, b T) int {
		if n++; n&(pace-1) == 0 && vm.ending() {
			vm.look()
		}
		return compare(a, b)
	}
}

// subscript compiles the index of an element.
func (c *compiler) subscript(x tree.Expr) evalFn {
	if c.vm.weighs {
		return c.boundedIndex(x)
	}
	return c.scalar(x)
}

// subscripts compiles the indexes of a slice, or its keys.
func (c *compiler) subscripts(of, x tree.Expr) listFn {
	if c.vm.weighs && isArrayLike(of) {
		return boundedIndexes(c.list(x))
	}
	return c.list(x)
}

// roomForMatch looks at the text that a substitution has made so far; with is what it has just added.
func (vm *VM) roomForMatch(made int, with value.Value) {
	if int64(made) > vm.limits.Memory {
		panic(vm.limitError("memory", int(vm.limits.Memory)))
	}
	if with.IsString() && len(with.S()) >= heavy {
		vm.spend(len(with.S()))
	}
}

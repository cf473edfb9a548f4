package runtime

// This file defines sorting by keys. A comparator that only compares parts of its two items, as
// `$h{$a} <=> $h{$b} || $a cmp $b` does, is not run: each item's parts are fetched once, and beside each item's number stands
// the first part as an integer that orders as the part does, so that most comparisons look at nothing else.

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A sortKey is one comparison of a comparator.
type sortKey struct {
	fetch keyFetch
	text  bool // cmp rather than <=>
	down  bool // $b stands on the left
}

// keyFetch finds the part of an item that is compared; ok is false when only running the comparator tells.
type keyFetch func(vm *VM, fr *Frame, item value.Value) (part value.Value, ok bool)

// sortKeys recognises a block that compares parts of $a and $b, one after the other; nil when it does more than that.
func (c *compiler) sortKeys(b *tree.Block) []sortKey {
	if len(b.Stmts) != 1 || c.vm.config.Plain || c.prag.integer {
		return nil
	}
	es, ok := b.Stmts[0].(*tree.ExprStmt)
	if !ok {
		return nil
	}
	return c.keysOf(es.X, nil)
}

func (c *compiler) keysOf(x tree.Expr, keys []sortKey) []sortKey {
	switch x := unwrap(x).(type) {
	case *tree.Logical:
		if x.Op == "||" {
			if keys = c.keysOf(x.Left, keys); keys != nil {
				return c.keysOf(x.Right, keys)
			}
		}
	case *tree.Binary:
		if x.Op != "<=>" && x.Op != "cmp" {
			return nil
		}
		left, who := c.keyPart(x.Left)
		right, other := c.keyPart(x.Right)
		if left != nil && right != nil && who != other && sameKey(x.Left, x.Right) {
			return append(keys, sortKey{left, x.Op == "cmp", who == "b"})
		}
	}
	return nil
}

// keyPart compiles a part of $a or $b, and tells of which.
func (c *compiler) keyPart(x tree.Expr) (fetch keyFetch, who string) {
	switch x := unwrap(x).(type) {
	case *tree.Var:
		if who := sortVar(x); who == "a" || who == "b" {
			return func(_ *VM, _ *Frame, item value.Value) (value.Value, bool) { return item, true }, who
		}
	case *tree.HashElem:
		if d, ok := x.Hash.(*tree.Deref); ok { // $a->{name}
			s, isText := x.Key.(*tree.Str)
			if who := sortVar(d.X); (who == "a" || who == "b") && isText {
				return fieldKey(c.vm.key(s.Value, s.Wide)), who
			}
			return nil, ""
		}
		if v, ok := x.Hash.(*tree.Var); ok { // $h{$a}
			if who := sortVar(x.Key); who == "a" || who == "b" {
				return hashKey(c.varHash(v)), who
			}
		}
	case *tree.Elem:
		if d, ok := x.Array.(*tree.Deref); ok { // $a->[1]
			n, isNumber := constantInt(x.Index)
			if who := sortVar(d.X); (who == "a" || who == "b") && isNumber {
				return indexKey(n), who
			}
		}
	case *tree.Func:
		if len(x.Args) == 1 && (x.Name == "lc" || x.Name == "uc" || x.Name == "length") {
			return c.functionKey(x)
		}
	}
	return nil, ""
}

// noOverload tells that following a reference runs no code.
func noOverload(v value.Value) bool {
	class := v.Blessed()
	return class == nil || class.Overload == nil
}

func fieldKey(k value.Key) keyFetch {
	cache := new(int32)
	return func(_ *VM, _ *Frame, item value.Value) (value.Value, bool) {
		if !item.IsHashRef() || !noOverload(item) || item.Hash().Tie != nil {
			return value.Undef, false
		}
		return item.Hash().GetCached(k, cache), true
	}
}

func hashKey(hash hashFn) keyFetch {
	return func(vm *VM, fr *Frame, item value.Value) (value.Value, bool) {
		h := hash(vm, fr)
		if h.Tie != nil || item.IsRef() || item.IsUndef() {
			return value.Undef, false
		}
		return h.Get(value.KeyOf(item)), true
	}
}

func indexKey(n int64) keyFetch {
	return func(_ *VM, _ *Frame, item value.Value) (value.Value, bool) {
		if !item.IsArrayRef() || !noOverload(item) || item.Array().Tie != nil {
			return value.Undef, false
		}
		return item.Array().Get(n), true
	}
}

func (c *compiler) functionKey(x *tree.Func) (keyFetch, string) {
	of, who := c.keyPart(x.Args[0])
	fn := c.vm.registry.find(x.Name)
	if of == nil || fn == nil || fn.entry.Fn1 == nil {
		return nil, ""
	}
	apply := fn.entry.Fn1
	return func(vm *VM, fr *Frame, item value.Value) (value.Value, bool) {
		v, ok := of(vm, fr, item)
		if !ok || v.IsUndef() || v.Kind() >= value.KScalarRef {
			return value.Undef, false
		}
		return apply(vm, v), true
	}, who
}

// sameKey tells whether two parts are the same but for $a and $b.
func sameKey(x, y tree.Expr) bool {
	x, y = unwrap(x), unwrap(y)
	switch x := x.(type) {
	case *tree.Var:
		v, ok := y.(*tree.Var)
		if ok && sortVar(x) != "" && sortVar(v) != "" {
			return true
		}
		return ok && x.Sigil == v.Sigil && x.Name == v.Name && *x.Ref.(*varUse) == *v.Ref.(*varUse)
	case *tree.Str:
		v, ok := y.(*tree.Str)
		return ok && x.Value == v.Value && x.Wide == v.Wide
	case *tree.HashElem:
		v, ok := y.(*tree.HashElem)
		return ok && sameKey(x.Hash, v.Hash) && sameKey(x.Key, v.Key)
	case *tree.Elem:
		v, ok := y.(*tree.Elem)
		if !ok || !sameKey(x.Array, v.Array) {
			return false
		}
		i, _ := constantInt(x.Index)
		j, _ := constantInt(v.Index)
		return i == j
	case *tree.Deref:
		v, ok := y.(*tree.Deref)
		return ok && x.Sigil == v.Sigil && sameKey(x.X, v.X)
	case *tree.Func:
		v, ok := y.(*tree.Func)
		return ok && x.Name == v.Name && sameKey(x.Args[0], v.Args[0])
	}
	return false
}

// A ranked item stands for one of the list: its first part as an ordered integer, and its number.
type ranked struct {
	rank uint64
	i    uint32
}

// sortByKeys orders a list by its keys; false when only the comparator can, and then nothing has changed.
func (vm *VM) sortByKeys(fr *Frame, list []value.Value, keys []sortKey, warn bool) bool {
	if len(list) < 2 {
		return len(list) == 1
	}
	if len(list) > math.MaxUint32 {
		return false
	}
	columns := make([][]value.Value, len(keys))
	for k, key := range keys {
		columns[k] = make([]value.Value, len(list))
		for i, item := range list {
			v, ok := key.fetch(vm, fr, item)
			if !ok {
				return false
			}
			if columns[k][i], ok = comparable(v, key.text, warn); !ok {
				return false
			}
		}
		if !key.text && !oneKind(columns[k]) {
			return false
		}
	}
	order := make([]ranked, len(list))
	for i, v := range columns[0] {
		order[i] = ranked{rank(v, keys[0].text, keys[0].down), uint32(i)}
	}
	first := 1 // the first key that ranks do not settle
	if keys[0].text {
		first = 0
	}
	slices.SortFunc(order, polling(vm, order, func(x, y ranked) int {
		if x.rank != y.rank {
			if x.rank < y.rank {
				return -1
			}
			return 1
		}
		for k := first; k < len(keys); k++ {
			if n := compareParts(columns[k][x.i], columns[k][y.i], keys[k].text); n != 0 {
				if keys[k].down {
					return -n
				}
				return n
			}
		}
		return cmp.Compare(x.i, y.i) // the order is stable
	}))
	items := slices.Clone(list)
	for at, r := range order {
		list[at] = items[r.i]
	}
	return true
}

// comparable returns a part in the form it is compared in: a string of bytes, an integer or a float. It is false for parts that
// deserve a warning, and those whose comparison may run code.
func comparable(v value.Value, text, warn bool) (value.Value, bool) {
	if text {
		if v.IsNumber() {
			v = v.ToStr()
		}
		return v, v.IsBytes()
	}
	if v.IsBytes() {
		n, clean := value.ParseNumber(v.S())
		if !clean && warn {
			return v, false
		}
		v = n
	}
	return v, v.IsInt() || v.IsFloat() && v.F() == v.F()
}

// oneKind makes the numbers of a column integers only or floats only; false if that would lose something.
func oneKind(column []value.Value) bool {
	floats := 0
	for _, v := range column {
		if v.IsFloat() {
			floats++
		}
	}
	if floats == 0 || floats == len(column) {
		return true
	}
	for i, v := range column {
		f, ok := exactly(v)
		if !ok {
			return false
		}
		column[i] = value.Float(f)
	}
	return true
}

// rank maps a part to an integer of the same order; of a text it is the first eight bytes.
func rank(v value.Value, text, down bool) uint64 {
	var r uint64
	switch {
	case text:
		var head [8]byte
		copy(head[:], v.S())
		r = binary.BigEndian.Uint64(head[:])
	case v.IsInt():
		r = uint64(v.I()) ^ 1<<63
	default:
		r = math.Float64bits(v.F() + 0) // no negative zero
		if r>>63 != 0 {
			r = ^r
		} else {
			r |= 1 << 63
		}
	}
	if down {
		return ^r
	}
	return r
}

func compareParts(v, w value.Value, text bool) int {
	switch {
	case text:
		return cmp.Compare(v.S(), w.S())
	case v.IsInt():
		return cmp.Compare(v.I(), w.I())
	}
	return cmp.Compare(v.F(), w.F())
}

// sortIntegers sorts by their bytes, lowest first, passing over bytes that all have in common.
func sortIntegers(list []int64) {
	const few = 1 << 10
	if len(list) < few {
		slices.Sort(list)
		return
	}
	from, to := list, make([]int64, len(list))
	all, some := int64(-1), int64(0)
	for _, n := range list {
		all &= n
		some |= n
	}
	for shift := 0; shift < 64; shift += 8 {
		if byte((all^some)>>shift) == 0 {
			continue
		}
		flip := byte(0)
		if shift == 56 {
			flip = 0x80 // negative numbers come first
		}
		var count, at [256]int
		for _, n := range from {
			count[byte(n>>shift)^flip]++
		}
		for i := 1; i < 256; i++ {
			at[i] = at[i-1] + count[i-1]
		}
		for _, n := range from {
			b := byte(n>>shift) ^ flip
			to[at[b]] = n
			at[b]++
		}
		from, to = to, from
	}
	if &from[0] != &list[0] {
		copy(list, from)
	}
}

package runtime

// This file defines the smart match. The kind of the right operand decides what is compared; only for plain values does the left
// one matter. Structures that contain themselves are followed once.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// smartMatchOp compiles `A ~~ B`.
func (c *compiler) smartMatchOp(x *tree.Binary) evalFn {
	a, b, at := c.matchOperand(x.Left), c.matchOperand(x.Right), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		left := plain(a(vm, fr))
		right := plain(b(vm, fr))
		if v, ok := vm.overloadMatch(left, right); ok {
			return v
		}
		return value.Bool(vm.smartMatch(left, right, at, nil))
	}
}

// matchOperand compiles an operand of a smart match: arrays and hashes stand for references to them, m// for the pattern.
func (c *compiler) matchOperand(x tree.Expr) evalFn {
	x = unwrap(x)
	if isArrayLike(x) || isHash(x) || isContainer(x) {
		return c.referenceTo(x)
	}
	if m, ok := x.(*tree.Match); ok && m.Target == nil && !m.Negate && !strings.Contains(m.Flags, "g") {
		return c.qr(&tree.QR{Span: m.Span, Pattern: m.Pattern, Flags: m.Flags})
	}
	return c.scalar(x)
}

// overloadMatch lets an object that overloads ~~ decide, the right one first.
func (vm *VM) overloadMatch(left, right value.Value) (result value.Value, ok bool) {
	if right.Blessed() != nil {
		if code := vm.overloadFor(right, "~~"); code != nil {
			return vm.callOverload(code, right, left, true), true
		}
		return value.Undef, false
	}
	if left.Blessed() != nil && !right.IsRef() && right.Defined() {
		if code := vm.overloadFor(left, "~~"); code != nil {
			return vm.callOverload(code, left, right, false), true
		}
	}
	return value.Undef, false
}

// A matchPair is two structures that are being compared.
type matchPair struct{ a, b uintptr }

// smartMatch tells whether left matches right; seen are the structures being compared around this.
func (vm *VM) smartMatch(left, right value.Value, at *site, seen []matchPair) bool {
	if v, ok := vm.overloadMatch(left, right); ok {
		return v.Truth()
	}
	if right.IsUndef() {
		return left.IsUndef()
	}
	if right.Blessed() != nil && right.Kind() != value.KRegexRef {
		panic(vm.dief(at, "Smart matching a non-overloaded object breaks encapsulation"))
	}
	switch right.Kind() {
	case value.KCodeRef:
		return vm.matchCode(left, right.Code(), at)
	case value.KHashRef:
		return vm.matchHash(left, right.Hash(), at)
	case value.KArrayRef:
		return vm.matchArray(left, right, at, seen)
	case value.KRegexRef:
		return vm.matchPattern(left, right, at)
	}
	switch {
	case left.IsUndef():
		return false
	case right.IsNumber() || left.IsNumber() && right.LooksLikeNumber():
		o := &opInfo{op: "==", name: "smart match", at: at}
		return compareOperator("==")(vm, left, right, o).Truth()
	}
	o := &opInfo{op: "eq", name: "smart match", at: at}
	return compareOperator("eq")(vm, left, right, o).Truth()
}

// matchCode asks a sub: of each element of an array, each key of a hash, else of the value.
func (vm *VM) matchCode(left value.Value, code *value.Code, at *site) bool {
	all := func(list []value.Value) bool {
		for _, v := range list {
			if !vm.Call(code, []value.Value{v}, at).Truth() {
				return false
			}
		}
		return true
	}
	if left.Blessed() == nil {
		switch left.Kind() {
		case value.KArrayRef:
			return all(left.Array().Values(nil))
		case value.KHashRef:
			return all(left.Hash().Keys(nil))
		}
	}
	return vm.Call(code, []value.Value{left}, at).Truth()
}

// matchHash compares keys: the same ones in two hashes, any one of an array or of those that a pattern matches.
func (vm *VM) matchHash(left value.Value, h *value.Hash, at *site) bool {
	switch left.Kind() {
	case value.KUndef:
		return false
	case value.KHashRef:
		other := left.Hash()
		keys := other.Keys(nil)
		if len(keys) != h.Len() {
			return false
		}
		for _, k := range keys {
			if !h.Exists(value.KeyOf(k)) {
				return false
			}
		}
		return true
	case value.KArrayRef:
		for _, k := range left.Array().Values(nil) {
			if h.Exists(value.KeyOf(k)) {
				return true
			}
		}
		return false
	case value.KRegexRef:
		return vm.anyMatches(h.Keys(nil), left, at)
	}
	return h.Exists(value.KeyOf(left))
}

// matchArray compares element by element with an array, else asks whether any element is what the left operand is.
func (vm *VM) matchArray(left, right value.Value, at *site, seen []matchPair) bool {
	elements := right.Array().Values(nil)
	switch left.Kind() {
	case value.KHashRef:
		for _, k := range elements {
			if left.Hash().Exists(value.KeyOf(k)) {
				return true
			}
		}
		return false
	case value.KArrayRef:
		return vm.matchArrays(left, right, at, seen)
	case value.KRegexRef:
		return vm.anyMatches(elements, left, at)
	case value.KUndef:
		for _, v := range elements {
			if v.IsUndef() {
				return true
			}
		}
		return false
	}
	for _, v := range elements {
		if vm.smartMatch(left, v, at, seen) {
			return true
		}
	}
	return false
}

func (vm *VM) matchArrays(left, right value.Value, at *site, seen []matchPair) bool {
	a, b := left.Array().Values(nil), right.Array().Values(nil)
	if len(a) != len(b) {
		return false
	}
	pair := matchPair{left.Addr(), right.Addr()}
	for _, p := range seen {
		if p == pair {
			return true
		}
	}
	seen = append(seen, pair)
	for i := range a {
		if !vm.smartMatch(a[i], b[i], at, seen) {
			return false
		}
	}
	return true
}

// matchPattern matches a value, any key of a hash or any element of an array.
func (vm *VM) matchPattern(left, pattern value.Value, at *site) bool {
	if left.Blessed() == nil {
		switch left.Kind() {
		case value.KHashRef:
			return vm.anyMatches(left.Hash().Keys(nil), pattern, at)
		case value.KArrayRef:
			return vm.anyMatches(left.Array().Values(nil), pattern, at)
		}
	}
	return vm.anyMatches([]value.Value{left}, pattern, at)
}

func (vm *VM) anyMatches(list []value.Value, pattern value.Value, at *site) bool {
	re := vm.program(pattern.Regex(), at)
	for _, v := range list {
		if vm.find(re, v.ToStr(), 0, 0, at) {
			return true
		}
	}
	return false
}

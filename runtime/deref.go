package runtime

// This file defines following references: `$$r`, `@{...}`, `$r->[0]`, with autovivification, symbolic references and
// overloaded dereferencing.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// canVivify tells whether an undefined x may be turned into a reference: it must be something that can be stored to.
func canVivify(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil == '$'
	case *tree.HashElem:
		return !isGlobPart(x)
	case *tree.Elem, *tree.Decl, *tree.Local:
		return true
	case *tree.Deref:
		return x.Sigil == '$'
	case *tree.List:
		return len(x.Items) == 1 && canVivify(x.Items[0])
	case *tree.DoBlock: // @{ $x } parsed as a block
		return false
	}
	return false
}

// reference compiles the operand of a dereference. When create is set and the operand is undef, make gives the new
// referent that is stored there.
func (c *compiler) reference(x tree.Expr, create bool, make func() value.Value) evalFn {
	f := c.scalar(x)
	if !create || !canVivify(x) {
		return f
	}
	if slot, ok := plainSlot(x); ok {
		return func(vm *VM, fr *Frame) value.Value {
			if v := fr[slot]; v.IsRef() {
				return v
			} else if v.Defined() {
				return v
			}
			fr[slot] = make()
			return fr[slot]
		}
	}
	update := c.vivify(x, make)
	return update
}

// vivify compiles reading an lvalue that becomes a new reference if it is undef.
func (c *compiler) vivify(x tree.Expr, make func() value.Value) evalFn {
	switch x := x.(type) {
	case *tree.Elem:
		array, index, at := c.array(x.Array, true), c.scalar(x.Index), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			i := index(vm, fr).ToInt()
			a := array(vm, fr)
			v := a.Get(i)
			if v.IsUndef() {
				v = make()
				if !a.Set(i, v) {
					panic(vm.dief(at, "Modification of non-creatable array value attempted, subscript %d", i))
				}
			}
			return v
		}
	case *tree.HashElem:
		return c.vivifyHashElem(x, make)
	}
	cell, at := c.cell(x), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		v := s.Get()
		if v.IsUndef() {
			v = make()
			vm.set(s, v, at)
		}
		return v
	}
}

func (c *compiler) vivifyHashElem(x *tree.HashElem, make func() value.Value) evalFn {
	hash := c.hash(x.Hash, true)
	inPlace := func(h *value.Hash, k value.Key, p *value.Value) value.Value {
		if h.Tie == nil && !p.IsCell() {
			if p.IsUndef() {
				*p = make()
			}
			return *p
		}
		v := h.Get(k)
		if v.IsUndef() {
			v = make()
			h.Set(k, v)
		}
		return v
	}
	if s, ok := x.Key.(*tree.Str); ok {
		k, cache := c.vm.key(s.Value, s.Wide), new(int32)
		return func(vm *VM, fr *Frame) value.Value {
			h := hash(vm, fr)
			if h.Tie != nil {
				return inPlace(h, k, nil)
			}
			return inPlace(h, k, h.SlotCached(k, cache))
		}
	}
	key := c.key(x.Key)
	return func(vm *VM, fr *Frame) value.Value {
		k := key(vm, fr)
		h := hash(vm, fr)
		if h.Tie != nil {
			return inPlace(h, k, nil)
		}
		return inPlace(h, k, h.Slot(k))
	}
}

func newArrayRef() value.Value { return value.RefArray(value.NewArray(nil)) }
func newHashRef() value.Value  { return value.RefHash(value.NewHash()) }

func (c *compiler) derefArray(x *tree.Deref, create bool) arrayFn {
	ref := c.reference(x.X, create, newArrayRef)
	at, strict := c.site(x), c.prag.strictRefs
	other := func(vm *VM, fr *Frame) *value.Array {
		v := ref(vm, fr)
		if a := v.SimpleArray(); a != nil {
			return a
		}
		return vm.asArray(v, at, strict, create)
	}
	slot, ok := plainSlot(x.X)
	if !ok || c.vm.config.Plain {
		return other
	}
	return func(vm *VM, fr *Frame) *value.Array {
		if a := fr[slot].SimpleArray(); a != nil {
			return a
		}
		return other(vm, fr)
	}
}

// asArray finds the array that a value refers to.
func (vm *VM) asArray(v value.Value, at *site, strict, create bool) *value.Array {
	switch v.Kind() {
	case value.KArrayRef:
		if w, ok := vm.overloadDeref(v, "@{}"); ok {
			return vm.asArray(w, at, strict, create)
		}
		return v.Array()
	case value.KGlob, value.KGlobRef:
		return globArray(v.Glob())
	case value.KUndef:
		if create && !strict {
			return value.NewArray(nil)
		}
		if strict || create {
			panic(vm.dief(at, "Can't use an undefined value as an ARRAY reference"))
		}
		return value.NewArray(nil)
	case value.KCell:
		return vm.asArray(v.Load(), at, strict, create)
	}
	if w, ok := vm.overloadDeref(v, "@{}"); ok {
		return vm.asArray(w, at, strict, create)
	}
	return globArray(vm.symbolic(v, at, strict, "an ARRAY"))
}

// symbolic resolves a symbolic reference, or dies saying why not.
func (vm *VM) symbolic(v value.Value, at *site, strict bool, kind string) *value.Glob {
	if v.IsRef() {
		panic(vm.dief(at, "Not %s reference", kind))
	}
	if strict {
		text := v.String()
		if len(text) > 32 {
			panic(vm.dief(at, "Can't use string (\"%.32s\"...) as %s ref while \"strict refs\" in use", text, kind))
		}
		panic(vm.dief(at, "Can't use string (\"%s\") as %s ref while \"strict refs\" in use", text, kind))
	}
	return vm.Glob(qualifyIn(v.String(), at.pkg))
}

// qualifyIn qualifies a variable name given at run time.
func qualifyIn(name, pkg string) string {
	for i := 0; i+1 < len(name); i++ {
		if name[i] == ':' && name[i+1] == ':' {
			return name
		}
	}
	if name == "" || alwaysMain(name) {
		return "main::" + name
	}
	return pkg + "::" + name
}

func (c *compiler) derefHash(x *tree.Deref, create bool) hashFn {
	ref := c.reference(x.X, create, newHashRef)
	at, strict := c.site(x), c.prag.strictRefs
	other := func(vm *VM, fr *Frame) *value.Hash {
		v := ref(vm, fr)
		if h := v.SimpleHash(); h != nil {
			return h
		}
		return vm.asHash(v, at, strict, create)
	}
	slot, ok := plainSlot(x.X)
	if !ok || c.vm.config.Plain {
		return other
	}
	return func(vm *VM, fr *Frame) *value.Hash {
		if h := fr[slot].SimpleHash(); h != nil {
			return h
		}
		return other(vm, fr)
	}
}

// asHash finds the hash that a value refers to.
func (vm *VM) asHash(v value.Value, at *site, strict, create bool) *value.Hash {
	switch v.Kind() {
	case value.KHashRef:
		if w, ok := vm.overloadDeref(v, "%{}"); ok {
			return vm.asHash(w, at, strict, create)
		}
		return v.Hash()
	case value.KGlob, value.KGlobRef:
		return globHash(v.Glob())
	case value.KUndef:
		if strict {
			panic(vm.dief(at, "Can't use an undefined value as a HASH reference"))
		}
		return value.NewHash()
	case value.KCell:
		return vm.asHash(v.Load(), at, strict, create)
	}
	if w, ok := vm.overloadDeref(v, "%{}"); ok {
		return vm.asHash(w, at, strict, create)
	}
	if v.IsString() && strings.HasSuffix(v.S(), "::") && !strict {
		return vm.stash(v.S())
	}
	return globHash(vm.symbolic(v, at, strict, "a HASH"))
}

func (c *compiler) derefCell(x *tree.Deref) cellFn {
	ref := c.reference(x.X, true, func() value.Value { return value.RefScalar(&value.Scalar{}) })
	at, strict := c.site(x), c.prag.strictRefs
	return func(vm *VM, fr *Frame) *value.Scalar {
		v := ref(vm, fr)
		if v.Kind() == value.KScalarRef && v.Blessed() == nil {
			return v.Cell()
		}
		return vm.asScalar(v, at, strict)
	}
}

// asScalar finds the scalar that a value refers to.
func (vm *VM) asScalar(v value.Value, at *site, strict bool) *value.Scalar {
	switch v.Kind() {
	case value.KScalarRef:
		if w, ok := vm.overloadDeref(v, "${}"); ok {
			return vm.asScalar(w, at, strict)
		}
		return v.Cell()
	case value.KGlob:
		return v.Glob().Scalar
	case value.KGlobRef:
		return value.NewScalar(value.GlobValue(v.Glob()))
	case value.KRegexRef:
		return value.NewScalar(v.ToStr())
	case value.KUndef:
		panic(vm.dief(at, "Can't use an undefined value as a SCALAR reference"))
	}
	if w, ok := vm.overloadDeref(v, "${}"); ok {
		return vm.asScalar(w, at, strict)
	}
	return vm.symbolic(v, at, strict, "a SCALAR").Scalar
}

// derefScalar compiles reading `$$r`.
func (c *compiler) derefScalar(x *tree.Deref) evalFn {
	ref := c.scalar(x.X)
	at, strict := c.site(x), c.prag.strictRefs
	return func(vm *VM, fr *Frame) value.Value {
		v := ref(vm, fr)
		if v.Kind() == value.KScalarRef && v.Blessed() == nil {
			return v.Cell().Get()
		}
		return vm.asScalar(v, at, strict).Get()
	}
}

// asCode finds the sub that a value refers to.
func (vm *VM) asCode(v value.Value, at *site, strict bool) *value.Code {
	switch v.Kind() {
	case value.KCodeRef:
		return v.Code()
	case value.KGlob, value.KGlobRef:
		if g := v.Glob(); g.Code != nil {
			return g.Code
		}
	case value.KUndef:
		panic(vm.dief(at, "Can't use an undefined value as a subroutine reference"))
	case value.KCell:
		return vm.asCode(v.Load(), at, strict)
	}
	if w, ok := vm.overloadDeref(v, "&{}"); ok {
		return vm.asCode(w, at, strict)
	}
	if v.IsRef() {
		panic(vm.dief(at, "Not a CODE reference"))
	}
	name := v.String()
	if strict {
		panic(vm.dief(at, "Can't use string (\"%.32s\") as a subroutine ref while \"strict refs\" in use", name))
	}
	if code := vm.lookupSub(qualifySub(name, at.pkg)); code != nil {
		return code
	}
	panic(vm.dief(at, "Undefined subroutine &%s called", qualifySub(name, at.pkg)))
}

func qualifySub(name, pkg string) string {
	if len(name) > 0 && name[0] == '&' {
		name = name[1:]
	}
	for i := 0; i+1 < len(name); i++ {
		if name[i] == ':' && name[i+1] == ':' {
			return name
		}
	}
	return pkg + "::" + name
}

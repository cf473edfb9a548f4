package runtime

// This file defines vec as a place. The bytes of a string never change, because other values may show them; a vec that is
// written to a long string would copy all of it each time. A variable with such a string is therefore given bytes of its
// own, in which vec reads and writes. Whoever reads the variable in any other way gets a copy, which is kept until
// the next vec writes; whoever assigns to it ends this.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/value"
)

// vectorLength is from how many bytes on a string is worth bytes of its own.
const vectorLength = 256

// A bitVector is the content of a variable that vec writes to.
type bitVector struct {
	s     *value.Scalar
	buf   []byte
	shown value.Value // the content as a string; undef while there is none
}

// Fetch implements value.Tied.
func (b *bitVector) Fetch() value.Value {
	if b.shown.IsUndef() {
		b.shown = value.Str(string(b.buf))
	}
	return b.shown
}

// Store implements value.Tied: the variable is an ordinary one again.
func (b *bitVector) Store(v value.Value) { b.s.V = v }

// hasMeaning tells a variable that a script or the language has tied, not one that only vec has given bytes.
func hasMeaning(s *value.Scalar) bool {
	_, bytes := s.Tie().(*bitVector)
	return s.IsTied() && !bytes
}

// vecTie is a vec that is written to.
type vecTie struct {
	vm        *VM
	s         *value.Scalar
	off, bits int64
	at        *site
}

func (t *vecTie) Fetch() value.Value { return t.vm.vec(t.s, t.off, t.bits, t.at) }

// vec reads an element of a variable.
func (vm *VM) vec(s *value.Scalar, off, bits int64, at *site) value.Value {
	var v value.Value
	var err error
	if b, ok := s.Tie().(*bitVector); ok {
		v, err = format.VecBytes(b.buf, off, bits)
	} else {
		v, err = format.Vec(s.Get(), off, bits)
	}
	if err != nil {
		panic(vm.dief(at, "%s", err.Error()))
	}
	return v
}

func (t *vecTie) Store(v value.Value) {
	b, own := t.s.Tie().(*bitVector)
	if t.bits > 0 && t.off > 0 && !(own && t.off/8*t.bits < int64(len(b.buf))) {
		t.vm.Room(t.off / 8 * t.bits)
	}
	if !own {
		out, err := format.SetVec(t.s.Get(), t.off, t.bits, v)
		if err != nil {
			panic(t.vm.dief(t.at, "%s", err.Error()))
		}
		t.vm.set(t.s, out, t.at)
		if text := out.S(); !t.s.IsTied() && len(text) >= vectorLength {
			t.s.V = value.Undef // the text is not needed twice
			t.s.SetTie(&bitVector{s: t.s, buf: []byte(text)})
		}
		return
	}
	buf, err := format.PutVec(b.buf, t.off, t.bits, v)
	if err != nil {
		panic(t.vm.dief(t.at, "%s", err.Error()))
	}
	b.buf, b.shown = buf, value.Undef
}

// vecCell compiles vec as a place.
func (c *compiler) vecCell(x *tree.Func) cellFn {
	cell, off, bits, at := c.cell(x.Args[0]), c.scalar(x.Args[1]), c.scalar(x.Args[2]), c.site(x)
	return func(vm *VM, fr *Frame) *value.Scalar {
		return value.NewTied(&vecTie{vm, cell(vm, fr), off(vm, fr).ToInt(), bits(vm, fr).ToInt(), at})
	}
}

// vecOf compiles vec of a plain variable; nil for any other.
func (c *compiler) vecOf(x *tree.Func) evalFn {
	if len(x.Args) != 3 {
		return nil
	}
	if v, plain := x.Args[0].(*tree.Var); !plain || v.Sigil != '$' {
		return nil
	}
	cell, off, bits, at := c.cell(x.Args[0]), c.scalar(x.Args[1]), c.scalar(x.Args[2]), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		o := off(vm, fr).ToInt()
		return vm.vec(s, o, bits(vm, fr).ToInt(), at)
	}
}

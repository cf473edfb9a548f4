// Package value holds the data of running scripts: scalars, arrays, hashes, code, globs and references.
//
// A Value is 16 bytes: a pointer word and a number word. Numbers keep a static tag in the pointer word and their
// bits in the other; strings keep their bytes' address and, in the other word, kind, flags and length, so that no
// string needs a box; everything else points to its object. Every use of package unsafe for values is in this
// file, behind methods. Conversions follow perldata and perlnumber.
package value

// This file defines Value, its kinds and the accessors that look into its two words.

import (
	"math"
	"unsafe"
)

// A Value is one scalar value. The zero Value is undef. Values are copied freely; the bytes of a string never change
// once a Value shows them.
type Value struct {
	p unsafe.Pointer
	n uint64
}

// A Kind says what a Value holds.
type Kind uint8

// The kinds. Up to Uint the pointer word is a tag and the other word the number.
const (
	KUndef Kind = iota
	KInt
	KFloat
	KUint // an integer above math.MaxInt64
	KStr  // bytes, each of them a character
	KWide // UTF-8 text, whose runes are the characters
	KScalarRef
	KArrayRef
	KHashRef
	KCodeRef
	KGlobRef
	KRegexRef
	KGlob // a glob itself, as in $fh = *STDOUT
	KBox  // a Boxed value: dual, secret, command result
	KCell // internal: the variable or element lives in a Scalar of its own
	KTied // internal: the Scalar is tied
)

const (
	kindShift = 56
	growFlag  = 1 << 55 // the bytes lie in a growable buffer: see append.go
	lenMask   = 1<<48 - 1
)

var (
	tags      [4]byte // addresses of these mark undef, int, float, uint
	empty     [1]byte // what empty strings point to
	falsehood [1]byte // what No points to, which tells it from other empty strings
)

// Undef is the undefined value.
var Undef = Value{}

// Int returns an integer value.
func Int(i int64) Value { return Value{unsafe.Pointer(&tags[KInt]), uint64(i)} }

// Float returns a floating-point value.
func Float(f float64) Value { return Value{unsafe.Pointer(&tags[KFloat]), math.Float64bits(f)} }

// Uint returns a non-negative integer value, an Int if it fits.
func Uint(u uint64) Value {
	if u <= math.MaxInt64 {
		return Int(int64(u))
	}
	return Value{unsafe.Pointer(&tags[KUint]), u}
}

// Bool returns perl's true (1) or false (the empty string, which is also a silent 0).
func Bool(b bool) Value {
	if b {
		return Int(1)
	}
	return No
}

// No is perl's false: "" as text, 0 as a number. It is the same as no other value, so that it can count as a number
// where the empty string does not.
var No = Value{unsafe.Pointer(&falsehood), uint64(KStr) << kindShift}

// Str returns a string of bytes. The bytes of s are shared, not copied.
func Str(s string) Value { return text(s, KStr) }

// Wide returns a string of characters given as UTF-8. If s is ASCII the result is an ordinary string.
func Wide(s string) Value {
	if isASCII(s) {
		return text(s, KStr)
	}
	return text(s, KWide)
}

// Text returns a string of characters (wide) or of bytes.
func Text(s string, wide bool) Value {
	if wide {
		return Wide(s)
	}
	return text(s, KStr)
}

// Bytes returns a string over b, which must not be changed afterwards.
func Bytes(b []byte) Value {
	return text(unsafe.String(unsafe.SliceData(b), len(b)), KStr)
}

func text(s string, k Kind) Value {
	if len(s) == 0 {
		return Value{unsafe.Pointer(&empty), uint64(KStr) << kindShift}
	}
	return Value{unsafe.Pointer(unsafe.StringData(s)), uint64(k)<<kindShift | uint64(len(s))}
}

// Kind tells what v holds.
func (v Value) Kind() Kind {
	if d := uintptr(v.p) - uintptr(unsafe.Pointer(&tags)); d < 4 {
		return Kind(d)
	}
	return Kind(v.n >> kindShift)
}

// IsInt reports whether v is an integer that fits int64.
func (v Value) IsInt() bool { return v.p == unsafe.Pointer(&tags[KInt]) }

// IsFloat reports whether v is a floating-point number.
func (v Value) IsFloat() bool { return v.p == unsafe.Pointer(&tags[KFloat]) }

// IsNumber reports whether v is a number, not a string that looks like one.
func (v Value) IsNumber() bool {
	d := uintptr(v.p) - uintptr(unsafe.Pointer(&tags))
	return d-1 < 3
}

// isNumber reports whether v is a number of kind k, an Int or a Float.
func (v Value) isNumber(k Kind) bool { return v.p == unsafe.Pointer(&tags[k&3]) }

// number returns the number of a kind whose bits are given.
func number(k Kind, bits uint64) Value { return Value{unsafe.Pointer(&tags[k&3]), bits} }

// IsUndef reports whether v is undef.
func (v Value) IsUndef() bool { return v.Kind() == KUndef }

// IsString reports whether v is a string.
func (v Value) IsString() bool { k := v.Kind(); return k == KStr || k == KWide }

// IsWide reports whether v is a string of characters rather than bytes.
func (v Value) IsWide() bool { return v.Kind() == KWide }

// IsRef reports whether v is a reference.
func (v Value) IsRef() bool { k := v.Kind(); return k >= KScalarRef && k <= KRegexRef }

// I returns the integer of an Int; F the number of a Float; U the integer of a Uint. Other kinds give nonsense.
func (v Value) I() int64   { return int64(v.n) }
func (v Value) F() float64 { return math.Float64frombits(v.n) }
func (v Value) U() uint64  { return v.n }

// S returns the text of a string without copying. Other kinds give nonsense.
func (v Value) S() string { return unsafe.String((*byte)(v.p), int(v.n&lenMask)) }

// refOf returns the reference behind a text that lies in a refText.
func refOf(v Value) Value { return (*refText)(v.p).ref }

// SetInt stores an integer; it writes the pointer word only when it changes, which spares the write barrier.
func (v *Value) SetInt(i int64) {
	if v.p != unsafe.Pointer(&tags[KInt]) {
		v.p = unsafe.Pointer(&tags[KInt])
	}
	v.n = uint64(i)
}

// SetFloat stores a floating-point number, as SetInt does an integer.
func (v *Value) SetFloat(f float64) {
	if v.p != unsafe.Pointer(&tags[KFloat]) {
		v.p = unsafe.Pointer(&tags[KFloat])
	}
	v.n = math.Float64bits(f)
}

// Within returns the storage v itself, or that of the cell in it; nil if that is tied.
func (v *Value) Within() *Value {
	if v.IsCell() {
		return v.Cell().Storage()
	}
	return v
}

// SetText stores a string; it writes the pointer word only when it changes, as SetInt does.
func (v *Value) SetText(w Value) {
	if v.p != w.p {
		v.p = w.p
	}
	v.n = w.n
}

// Same reports whether two values are the same two words: the same number, the same bytes in the same place, the
// same object. It is an identity, not an equality.
func (v Value) Same(w Value) bool { return v == w }

func object(p unsafe.Pointer, k Kind) Value { return Value{p, uint64(k) << kindShift} }

// Constructors of references and of the other values that point to an object.

// RefScalar returns a reference to a scalar; RefArray, RefHash, RefCode, RefGlob and RefRegex are its siblings.
func RefScalar(s *Scalar) Value { return object(unsafe.Pointer(s), KScalarRef) }
func RefArray(a *Array) Value   { return object(unsafe.Pointer(a), KArrayRef) }
func RefHash(h *Hash) Value     { return object(unsafe.Pointer(h), KHashRef) }
func RefCode(c *Code) Value     { return object(unsafe.Pointer(c), KCodeRef) }
func RefGlob(g *Glob) Value     { return object(unsafe.Pointer(g), KGlobRef) }
func RefRegex(r *Regex) Value   { return object(unsafe.Pointer(r), KRegexRef) }

// GlobValue returns the glob itself as a value.
func GlobValue(g *Glob) Value { return object(unsafe.Pointer(g), KGlob) }

// CellValue returns the internal value that says: look into c.
func CellValue(c *Scalar) Value { return object(unsafe.Pointer(c), KCell) }

// Accessors of the objects behind a value; the caller knows the kind.

// Cell returns the Scalar behind a KCell or KScalarRef value; Array, Hash, Code, Glob (KGlobRef or KGlob), Regex are its siblings.
func (v Value) Cell() *Scalar { return (*Scalar)(v.p) }
func (v Value) Array() *Array { return (*Array)(v.p) }
func (v Value) Hash() *Hash   { return (*Hash)(v.p) }
func (v Value) Code() *Code   { return (*Code)(v.p) }
func (v Value) Glob() *Glob   { return (*Glob)(v.p) }
func (v Value) Regex() *Regex { return (*Regex)(v.p) }

// IsCell reports whether v is the internal indirection to a Scalar.
func (v Value) IsCell() bool { return v.n>>kindShift == uint64(KCell) && v.pointsAway() }

// MayBeCell is false only for what is no cell; it is half the work of IsCell.
func (v Value) MayBeCell() bool { return v.n>>kindShift == uint64(KCell) }

// pointsAway tells that the pointer word is no tag. Testing the other word's kind first is cheaper than Kind: few numbers look
// like it.
func (v Value) pointsAway() bool { return uintptr(v.p)-uintptr(unsafe.Pointer(&tags)) >= 4 }

// IsBytes reports whether v is a string of bytes, IsArrayRef a reference to an array, IsHashRef to a hash.
func (v Value) IsBytes() bool    { return v.n>>kindShift == uint64(KStr) && v.pointsAway() }
func (v Value) IsArrayRef() bool { return v.n>>kindShift == uint64(KArrayRef) && v.pointsAway() }
func (v Value) IsHashRef() bool  { return v.n>>kindShift == uint64(KHashRef) && v.pointsAway() }

// SimpleArray returns the array that v refers to, SimpleHash the hash; nil if v is anything else, or an object whose class overloads
// operators.
func (v Value) SimpleArray() *Array {
	if v.IsArrayRef() {
		if a := v.Array(); a.Class == nil || a.Class.Overload == nil {
			return a
		}
	}
	return nil
}

func (v Value) SimpleHash() *Hash {
	if v.IsHashRef() {
		if h := v.Hash(); h.Class == nil || h.Class.Overload == nil {
			return h
		}
	}
	return nil
}

// IsCode reports whether v is a reference to a sub, and not an object.
func (v Value) IsCode() bool {
	return v.n>>kindShift == uint64(KCodeRef) && v.pointsAway() && v.header().Class == nil
}

// Load returns v itself, or what its cell holds.
func (v Value) Load() Value {
	if v.IsCell() {
		return v.Cell().Get()
	}
	return v
}

// Addr returns the address of the object behind a reference, for its text and number form.
func (v Value) Addr() uintptr { return uintptr(v.p) }

// header returns the common first field of the object behind a reference.
func (v Value) header() *Header { return (*Header)(v.p) }

// NewBox wraps a Boxed implementation.
func NewBox(b Boxed) Value {
	return object(unsafe.Pointer(&box{b}), KBox)
}

// Box returns the implementation behind a KBox value.
func (v Value) Box() Boxed { return (*box)(v.p).b }

type box struct{ b Boxed }

// growBuffer is the header in front of the bytes of a growable string.
type growBuffer struct{ used, room int }

const growHeader = unsafe.Sizeof(growBuffer{})

func (v Value) growable() *growBuffer {
	return (*growBuffer)(unsafe.Add(v.p, -int(growHeader)))
}

// newGrowable allocates a buffer with room bytes and returns its header and bytes.
func newGrowable(room int) (*growBuffer, []byte) {
	raw := make([]uint64, (int(growHeader)+room+7)/8)
	g := (*growBuffer)(unsafe.Pointer(unsafe.SliceData(raw)))
	g.room = len(raw)*8 - int(growHeader)
	return g, unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(g), growHeader)), g.room)
}

func (g *growBuffer) bytes() []byte {
	return unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(g), growHeader)), g.room)
}

func (g *growBuffer) value(n int, k Kind) Value {
	return Value{unsafe.Add(unsafe.Pointer(g), growHeader), uint64(k)<<kindShift | growFlag | uint64(n)}
}

// extendFront returns e with k more elements in front, which must lie in the same storage.
func extendFront[T Value | uint64](e []T, k int) []T {
	var one T
	first := unsafe.Add(unsafe.Pointer(unsafe.SliceData(e)), -k*int(unsafe.Sizeof(one)))
	return unsafe.Slice((*T)(first), cap(e)+k)[:len(e)+k]
}

const markFlag = 1 << 54

// Mark returns the string v with a mark that copies keep and new values lack: the matcher tells by it that a variable still
// holds the text whose match position it remembers.
func (v Value) Mark() Value {
	v = v.ToStr()
	v.n |= markFlag
	return v
}

// Marked tells whether a string carries the mark.
func (v Value) Marked() bool { return v.n&markFlag != 0 && v.IsString() }

package format

// This file defines vec.

import (
	"fmt"

	"github.com/smrscript/smrscript/runtime/value"
)

// A VecError is a fault in the arguments of vec.
type VecError struct{ Reason string }

func (e *VecError) Error() string { return e.Reason }

// maxVec bounds the length in bytes of a string that SetVec makes.
const maxVec = 1 << 32

func checkVec(bits int64) error {
	if bits < 1 || bits > 64 || bits&(bits-1) != 0 {
		return &VecError{"Illegal number of bits in vec"}
	}
	return nil
}

func vecBytes(v value.Value) (string, error) {
	s, ok := v.Downgrade()
	if !ok {
		return "", &VecError{"Use of strings with code points over 0xFF as arguments to vec is forbidden"}
	}
	return s, nil
}

// Vec returns element number offset of v, seen as a vector of unsigned integers of 1, 2, 4, 8, 16, 32 or 64 bits. Elements
// outside are 0. Integers of more than 8 bits are big-endian, smaller ones fill a byte from its low bits.
func Vec(v value.Value, offset, bits int64) (value.Value, error) {
	if err := checkVec(bits); err != nil {
		return value.Undef, err
	}
	s, err := vecBytes(v)
	if err != nil {
		return value.Int(0), err
	}
	return element(s, offset, bits), nil
}

// VecBytes is Vec of bytes.
func VecBytes(b []byte, offset, bits int64) (value.Value, error) {
	if err := checkVec(bits); err != nil {
		return value.Undef, err
	}
	return element(b, offset, bits), nil
}

// element returns an element of a vector of an allowed number of bits.
func element[T string | []byte](s T, offset, bits int64) value.Value {
	if offset < 0 {
		return value.Int(0)
	}
	if bits < 8 {
		per := 8 / bits
		if offset/per >= int64(len(s)) {
			return value.Int(0)
		}
		return value.Int(int64(s[offset/per]) >> uint(offset%per*bits) & (1<<uint(bits) - 1))
	}
	size := bits / 8
	if offset > int64(len(s))/size {
		return value.Int(0)
	}
	var n uint64
	for i := offset * size; i < (offset+1)*size; i++ {
		n <<= 8
		if i < int64(len(s)) {
			n |= uint64(s[i])
		}
	}
	return value.Uint(n)
}

// SetVec returns v with element number offset set to the low bits of n; the string grows with zero bytes as needed.
func SetVec(v value.Value, offset, bits int64, n value.Value) (value.Value, error) {
	if err := checkPlace(offset, bits); err != nil {
		return value.Undef, err
	}
	s, err := vecBytes(v)
	if err != nil {
		return value.Undef, err
	}
	b := make([]byte, len(s), max(int64(len(s)), vecEnd(offset, bits)))
	copy(b, s)
	b, err = PutVec(b, offset, bits, n)
	return value.Bytes(b), err
}

// PutVec is SetVec of bytes, which it changes; the result takes their place.
func PutVec(b []byte, offset, bits int64, n value.Value) ([]byte, error) {
	if err := checkPlace(offset, bits); err != nil {
		return b, err
	}
	if end := vecEnd(offset, bits); end > int64(len(b)) {
		if end <= int64(cap(b)) {
			old := len(b)
			b = b[:end]
			clear(b[old:])
		} else {
			b = append(b, make([]byte, end-int64(len(b)))...)
		}
	}
	u, first := n.ToUint(), offset*bits/8
	if bits < 8 {
		shift := uint(offset * bits % 8)
		mask := byte(1<<uint(bits) - 1)
		b[first] = b[first]&^(mask<<shift) | byte(u)&mask<<shift
		return b, nil
	}
	for i := bits/8 - 1; i >= 0; i-- {
		b[first+i] = byte(u)
		u >>= 8
	}
	return b, nil
}

// vecEnd is the number of bytes up to the end of an element.
func vecEnd(offset, bits int64) int64 { return offset*bits/8 + max(bits/8, 1) }

// checkPlace tells whether an element can be written to.
func checkPlace(offset, bits int64) error {
	if err := checkVec(bits); err != nil {
		return err
	}
	if offset < 0 {
		return &VecError{"Negative offset to vec in lvalue context"}
	}
	if offset >= maxVec*8/bits {
		return &VecError{fmt.Sprintf("Out of memory during vec in lvalue context: offset %d is too large", offset)}
	}
	return nil
}

package format

// This file defines how pack writes numbers.

import (
	"encoding/binary"
	"math"
	"math/big"
	"slices"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

func (p *packer) packNumber(it *item, v value.Value) error {
	n := p.opt.number(v)
	switch it.code {
	case 'f':
		p.fixed(it, uint64(math.Float32bits(float32(n.ToFloat()))), 4)
		return nil
	case 'd', 'F':
		p.fixed(it, math.Float64bits(n.ToFloat()), 8)
		return nil
	}
	if f := n.ToFloat(); f != f || math.IsInf(f, 0) {
		if it.code == 'w' {
			return &TemplateError{"pack", "Cannot compress " + n.String() + " in pack"}
		}
		return &ConversionError{"pack", n.String(), string(it.code)}
	}
	switch it.code {
	case 'w':
		return p.packBER(v, n)
	case 'U':
		p.packRune(n)
		return nil
	case 'W':
		p.packWide(n)
		return nil
	case 'c', 'C':
		i := n.WrapInt()
		if low, high := limits(it.code); i < low || i > high {
			p.opt.warn("pack", "Character in '%c' format wrapped in pack", it.code)
		}
		p.bytes(byte(i))
		return nil
	}
	u := n.ToUint()
	if n.IsInt() || n.IsFloat() && n.F() < 0 {
		u = uint64(n.WrapInt())
	}
	p.fixed(it, u, it.size())
	return nil
}

func limits(code byte) (low, high int64) {
	if code == 'c' {
		return -128, 127
	}
	return 0, 255
}

// fixed writes the low size bytes of u in the order of the item.
func (p *packer) fixed(it *item, u uint64, size int) {
	var b [8]byte
	if it.big || it.code == 'n' || it.code == 'N' {
		binary.BigEndian.PutUint64(b[:], u<<(64-8*uint(size)))
	} else {
		binary.LittleEndian.PutUint64(b[:], u)
	}
	p.bytes(b[:size]...)
}

// packRune writes a character as its UTF-8 bytes.
func (p *packer) packRune(n value.Value) {
	p.bytes(utf8.AppendRune(nil, runeOf(n))...)
}

func runeOf(n value.Value) rune {
	if u := n.ToUint(); u <= utf8.MaxRune {
		return rune(u)
	}
	return utf8.RuneError
}

// packWide writes a character; one above 255 turns the output into characters.
func (p *packer) packWide(n value.Value) {
	u := n.ToUint()
	if u > 255 && !p.isText {
		p.becomeText()
		p.chars = true
	}
	if p.chars {
		p.out = utf8.AppendRune(p.out, runeOf(n))
		return
	}
	if u > 255 {
		p.opt.warn("pack", "Character in 'W' format wrapped in pack")
	}
	p.out = append(p.out, byte(u))
}

// packBER writes a compressed integer: base 128, the high bit set on all but the last byte.
func (p *packer) packBER(v, n value.Value) error {
	if n.ToFloat() < 0 {
		return &TemplateError{"pack", "Cannot compress negative numbers in pack"}
	}
	var digits []byte // least significant first
	if n.ToFloat() < 1<<64 {
		u := n.ToUint()
		for digits = append(digits, byte(u&0x7F)); u > 0x7F; {
			u >>= 7
			digits = append(digits, byte(u&0x7F))
		}
	} else {
		i, ok := new(big.Int).SetString(v.String(), 10)
		if !ok {
			f := new(big.Float).SetFloat64(n.ToFloat())
			i, _ = f.Int(nil)
		}
		for rest := new(big.Int); i.Sign() > 0; i.Rsh(i, 7) {
			digits = append(digits, byte(rest.And(i, big.NewInt(0x7F)).Uint64()))
		}
	}
	for i := range digits[1:] {
		digits[i+1] |= 0x80
	}
	slices.Reverse(digits)
	p.bytes(digits...)
	return nil
}

package value

// This file defines packed arrays. An array of many numbers of one kind keeps only their bits, 8 bytes an element, which the
// collector need not look at. Arrays are packed when they grow, or are assigned, beyond a size; the first element of
// another kind, and everything that needs places for elements, turns them back. Nobody outside can tell.

const packFrom = 32 // elements; smaller arrays are not worth a second form

// unpacked returns element i of a packed array.
func (a *Array) unpacked(i int64) Value { return number(a.kind, a.packed[i]) }

// Number returns the storage of element i, for immediate use, if it is a number that is neither packed nor shared; nil otherwise.
func (a *Array) Number(i int64) *Value {
	if uint64(i) < uint64(len(a.e)) {
		if p := &a.e[i]; p.IsNumber() {
			return p
		}
	}
	return nil
}

// Packed returns element i if the array is packed and has it. It is Get for the hottest loops.
func (a *Array) Packed(i int64) (v Value, ok bool) {
	if uint64(i) < uint64(len(a.packed)) {
		return number(a.kind, a.packed[i]), true
	}
	return Undef, false
}

// SetPacked stores element i if the array is packed, has it, and v is of its kind.
func (a *Array) SetPacked(i int64, v Value) bool {
	if uint64(i) < uint64(len(a.packed)) && v.isNumber(a.kind) {
		a.packed[i] = v.n
		return true
	}
	return false
}

// general turns a packed array into one of values.
func (a *Array) general() {
	if a.kind != KUndef {
		a.unpack()
	}
}

func (a *Array) unpack() {
	a.e = a.appendTo(make([]Value, 0, len(a.packed)+len(a.packed)/8+4))
	a.packed, a.front, a.kind = nil, 0, KUndef
}

// appendTo appends the packed elements to dst.
func (a *Array) appendTo(dst []Value) []Value {
	n := len(dst)
	if need := n + len(a.packed); need > cap(dst) {
		grown := make([]Value, n, max(need, 2*cap(dst)))
		copy(grown, dst)
		dst = grown
	}
	dst = dst[:n+len(a.packed)]
	out, kind := dst[n:], a.kind
	for i, bits := range a.packed {
		out[i] = number(kind, bits)
	}
	return dst
}

// kindOfAll returns the kind of a list of numbers that are all integers or all floats, else KUndef.
func kindOfAll(list []Value) Kind {
	if len(list) == 0 {
		return KUndef
	}
	k := list[0].Kind()
	if k != KInt && k != KFloat {
		return KUndef
	}
	for i := range list {
		if !list[i].isNumber(k) {
			return KUndef
		}
	}
	return k
}

// pushPacked appends v to an array that is packed or, being full and large enough, becomes so; it is false when the array
// holds, or now must hold, values.
func (a *Array) pushPacked(v Value) bool {
	if a.kind == KUndef {
		if len(a.e) < packFrom || !v.IsNumber() {
			return false
		}
		kind := kindOfAll(a.e)
		if kind == KUndef {
			return false
		}
		packed := make([]uint64, 0, 2*len(a.e))
		for i := range a.e {
			packed = append(packed, a.e[i].n)
		}
		a.e, a.front, a.packed, a.kind = nil, 0, packed, kind
	}
	if !v.isNumber(a.kind) {
		a.unpack()
		return false
	}
	if len(a.packed) == cap(a.packed) {
		a.growPacked(len(a.packed) + 1)
	}
	a.packed = append(a.packed, v.n)
	return true
}

// growPacked makes room for n elements, as grow does.
func (a *Array) growPacked(n int) {
	if front := int(a.front); front >= len(a.packed) && front+cap(a.packed) >= n {
		all := extendFront(a.packed, front)
		copy(all, a.packed)
		a.packed, a.front = all[:len(a.packed)], 0
		return
	}
	grown := make([]uint64, len(a.packed), max(n, 2*len(a.packed), packFrom))
	copy(grown, a.packed)
	a.packed, a.front = grown, 0
}

func (a *Array) shiftPacked() Value {
	v := a.unpacked(0)
	if len(a.packed) == 1 { // all the storage is free again
		a.packed, a.front = extendFront(a.packed[:0], int(a.front))[:0], 0
		return v
	}
	a.packed = a.packed[1:]
	a.front++
	return v
}

// Fill makes the contents n times the number v.
func (a *Array) Fill(v Value, n int) {
	kind := v.Kind()
	if a.Tie != nil || n < packFrom || kind != KInt && kind != KFloat {
		list := make([]Value, n)
		for i := range list {
			list[i] = v
		}
		a.SetAll(list)
		return
	}
	a.e, a.front, a.packed, a.kind = nil, 0, make([]uint64, n), kind
	if v.n != 0 {
		for i := range a.packed {
			a.packed[i] = v.n
		}
	}
}

func (a *Array) appendPacked(list []Value) {
	if n := len(a.packed) + len(list); n > cap(a.packed) {
		a.growPacked(n)
	}
	for i := range list {
		a.packed = append(a.packed, list[i].n)
	}
}

// setPacked replaces the contents by list if that can be packed; otherwise it prepares the array for values.
func (a *Array) setPacked(list []Value) bool {
	if len(list) >= packFrom {
		if kind := kindOfAll(list); kind != KUndef {
			packed, front := a.packed[:0], a.front
			if cap(packed) < len(list) {
				packed, front = make([]uint64, 0, len(list)), 0
			}
			for i := range list {
				packed = append(packed, list[i].n)
			}
			if a.kind == KUndef {
				front = 0
			}
			a.e, a.front, a.packed, a.kind = nil, front, packed, kind
			return true
		}
	}
	if a.kind != KUndef {
		a.packed, a.front, a.kind = nil, 0, KUndef
	}
	return false
}

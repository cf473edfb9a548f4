package value

// This file defines the keys of hashes: their hash values and where their bytes live.

import (
	"hash/maphash"
	"strings"
)

var seed = maphash.MakeSeed()

// A Key is a hash key with its hash value, ready to be looked up.
type Key struct {
	v      Value
	hash   uint32
	shared bool // a hash may keep the bytes instead of copying them
	ref    bool // the bytes lie in a refText
}

// A refText is the text of a reference as a key, with the reference behind it, which is what a tied hash is asked for.
type refText struct {
	bytes [48]byte
	ref   Value
}

// given returns what the script wrote as the key: the reference itself, where it was one.
func (k Key) given() Value {
	if k.ref {
		return refOf(k.v)
	}
	return k.v
}

// keyOfRef returns the key that a reference is; ok is false if its text has characters above 255.
func keyOfRef(v Value) (k Key, ok bool) {
	t := &refText{ref: v}
	var b []byte
	if v.header().Class == nil && v.Kind() != KRegexRef {
		b = v.AppendAddress(t.bytes[:0])
	} else {
		s := v.ToStr()
		if s.Kind() != KStr {
			return Key{}, false
		}
		b = append(t.bytes[:0], s.S()...)
	}
	s := Bytes(b)
	return Key{v: s, hash: hashOf(s.S()), ref: len(b) > 0 && len(b) <= len(t.bytes)}, true
}

// KeyOf returns the key that a value is. The bytes are shared with v.
func KeyOf(v Value) Key {
	k := v.Kind()
	if k == KWide {
		if !HasWide(v) { // the same characters are the same key, however they are stored
			s, _ := v.Downgrade()
			v = Str(s)
		}
	} else if k != KStr {
		if v.IsRef() {
			if key, ok := keyOfRef(v); ok {
				return key
			}
		}
		v = v.ToStr()
		if v.Kind() == KWide {
			return KeyOf(v)
		}
	}
	return Key{v: text(v.S(), v.Kind()), hash: hashOf(v.S())}
}

// KeyString returns the key for a string of bytes.
func KeyString(s string) Key { return Key{v: Str(s), hash: hashOf(s)} }

// KeyConst returns the key for a constant of the program, whose bytes every hash shares instead of copying them.
func KeyConst(v Value) Key {
	k := KeyOf(v)
	k.shared = true
	return k
}

// KeyBytes returns the key for the bytes b, for one call of a method of a hash that is not tied: b may be reused after it.
func KeyBytes(b []byte) Key { return Key{v: Bytes(b), hash: hashOf(Bytes(b).S())} }

// Value returns the key as a value.
func (k Key) Value() Value { return k.v }

func hashOf(s string) uint32 {
	h := maphash.String(seed, s)
	return uint32(h) ^ uint32(h>>32)
}

const (
	arenaMin = 64
	arenaMax = 16 << 10
)

// ownKey returns the key to keep: its bytes are copied, since they may lie in a longer string or change, many short ones
// into one piece of memory.
func (h *Hash) ownKey(k Key) Value {
	s := k.v.S()
	n := len(s)
	switch {
	case k.shared || n == 0:
		return k.v
	case n > arenaMin:
		return text(strings.Clone(s), k.v.Kind())
	case cap(h.arena)-len(h.arena) < n:
		h.arena = make([]byte, 0, max(n, min(2*cap(h.arena), arenaMax), min(arenaMin, 2*n)))
	}
	at := len(h.arena)
	h.arena = append(h.arena, s...)
	return text(Bytes(h.arena[at:]).S(), k.v.Kind())
}

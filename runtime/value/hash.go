package value

// This file defines Hash: a table that keeps its keys in the order of insertion.
//
// Entries lie in one slice; up to eight of them are found by looking at each, more by an index of hash bits and entry
// numbers with linear probing. A deleted entry stays as a hole until the holes outnumber the rest, so that each()
// may delete what it just returned.

const scanLimit = 8 // hashes up to this size have no index

// A Hash is a perl hash.
type Hash struct {
	Header
	entries []entry
	index   []uint64 // hash<<32 | entry number + 1; 0 is free
	live    int
	iter    int    // where each() stands
	arena   []byte // where the bytes of the next keys go
	// Tie is set for tied and magical hashes; nil otherwise.
	Tie TiedHash
}

type entry struct {
	key Value // KStr or KWide; undef marks a hole
	val Value
}

// TiedHash is the behaviour behind a tied or magical hash.
type TiedHash interface {
	Fetch(key Value) Value
	Store(key, v Value)
	Exists(key Value) bool
	Delete(key Value) Value
	Clear()
	Keys() []Value
}

// NewHash returns an empty hash.
func NewHash() *Hash { return &Hash{} }

// Len returns the number of keys.
func (h *Hash) Len() int {
	if h.Tie != nil {
		return len(h.Tie.Keys())
	}
	return h.live
}

// find returns the entry number of k, or -1.
func (h *Hash) find(k Key) int {
	if h.index == nil {
		for i := range h.entries {
			if e := &h.entries[i]; e.key.n == k.v.n && (e.key.p == k.v.p || e.key.S() == k.v.S()) {
				return i
			}
		}
		return -1
	}
	mask := uint32(len(h.index) - 1)
	for i := k.hash & mask; ; i = (i + 1) & mask {
		x := h.index[i]
		if x == 0 {
			return -1
		}
		if uint32(x>>32) == k.hash {
			e := &h.entries[uint32(x)-1]
			if e.key.n == k.v.n && e.key.S() == k.v.S() {
				return int(uint32(x) - 1)
			}
		}
	}
}

// Get returns the value of k, undef if there is none.
func (h *Hash) Get(k Key) Value {
	if i := h.find(k); i >= 0 {
		return h.entries[i].val.Load()
	}
	if h.Tie != nil {
		return h.Tie.Fetch(k.given())
	}
	return Undef
}

// Slot returns the storage of k, created if missing, for immediate use only: any insertion moves it. What it points to may
// be a KCell value. The hash must not be tied.
func (h *Hash) Slot(k Key) *Value {
	i := h.find(k)
	if i < 0 {
		i = h.insert(k)
	}
	return &h.entries[i].val
}

// Peek returns the storage of k, or nil. The same warnings hold as for Slot.
func (h *Hash) Peek(k Key) *Value {
	if i := h.find(k); i >= 0 {
		return &h.entries[i].val
	}
	return nil
}

// Set stores v under k.
func (h *Hash) Set(k Key, v Value) {
	if h.Tie != nil {
		h.Tie.Store(k.given(), v)
		return
	}
	if p := h.Slot(k); p.IsCell() {
		p.Cell().Set(v)
	} else {
		*p = v
	}
}

// SetString stores v under the key s.
func (h *Hash) SetString(s string, v Value) { h.Set(KeyString(s), v) }

// Cell returns the scalar of k, creating entry and scalar as needed.
func (h *Hash) Cell(k Key) *Scalar {
	if h.Tie != nil {
		return NewTied(hashElement{h.Tie, k.given()})
	}
	return Promote(h.Slot(k))
}

type hashElement struct {
	t TiedHash
	k Value
}

func (e hashElement) Fetch() Value  { return e.t.Fetch(e.k) }
func (e hashElement) Store(v Value) { e.t.Store(e.k, v) }

// Exists tells whether k is there.
func (h *Hash) Exists(k Key) bool {
	if h.Tie != nil {
		return h.Tie.Exists(k.given())
	}
	return h.find(k) >= 0
}

// SetCell makes the value of k share the scalar c.
func (h *Hash) SetCell(k Key, c *Scalar) { *h.Slot(k) = CellValue(c) }

func (h *Hash) insert(k Key) int {
	if len(h.entries) == cap(h.entries) {
		h.makeRoom()
	}
	n := len(h.entries)
	h.entries = append(h.entries, entry{key: h.ownKey(k)})
	h.live++
	switch {
	case h.index != nil:
		h.place(k.hash, n)
	case n >= scanLimit:
		h.reindex()
	}
	return n
}

// makeRoom grows the entries, dropping holes if they are many.
func (h *Hash) makeRoom() {
	size := max(4, 2*h.live)
	grown := make([]entry, 0, size)
	holes := h.live < len(h.entries)
	iter := h.iter
	for i := range h.entries {
		if holes && h.entries[i].key.IsUndef() {
			if i < iter {
				h.iter--
			}
			continue
		}
		grown = append(grown, h.entries[i])
	}
	h.entries = grown
	if holes || (cap(h.entries)+1)*4 > len(h.index)*3 {
		h.reindex()
	}
}

// reindex builds the index for the entries and the room they have.
func (h *Hash) reindex() {
	if len(h.entries) < scanLimit {
		h.index = nil
		return
	}
	size := 16
	for size*3 < (cap(h.entries)+1)*4 {
		size *= 2
	}
	old := h.index
	h.index = make([]uint64, size)
	if len(old) > 0 && h.live == len(h.entries) && h.countIndexed(old) {
		return
	}
	for i := range h.entries {
		if k := h.entries[i].key; !k.IsUndef() {
			h.place(hashOf(k.S()), i)
		}
	}
}

// countIndexed moves the pairs of the old index over if they cover every entry but possibly the last.
func (h *Hash) countIndexed(old []uint64) bool {
	n := 0
	for _, x := range old {
		if x != 0 {
			n++
		}
	}
	if n != len(h.entries) {
		return false
	}
	for _, x := range old {
		if x != 0 {
			if int(uint32(x)) > len(h.entries) {
				clear(h.index)
				return false
			}
			h.place(uint32(x>>32), int(uint32(x)-1))
		}
	}
	return true
}

func (h *Hash) place(hash uint32, n int) {
	mask := uint32(len(h.index) - 1)
	i := hash & mask
	for h.index[i] != 0 {
		i = (i + 1) & mask
	}
	h.index[i] = uint64(hash)<<32 | uint64(n+1)
}

// Delete removes k and returns its value.
func (h *Hash) Delete(k Key) Value {
	if h.Tie != nil {
		return h.Tie.Delete(k.given())
	}
	n := h.find(k)
	if n < 0 {
		return Undef
	}
	v := h.entries[n].val.Load()
	h.entries[n] = entry{}
	h.live--
	if h.index != nil {
		h.unplace(k.hash, n)
	}
	for n = len(h.entries); n > 0 && h.entries[n-1].key.IsUndef(); n-- {
	}
	h.entries = h.entries[:n]
	if h.live == 0 {
		h.entries = h.entries[:0]
	} else if h.iter == 0 && len(h.entries) > 32 && len(h.entries) > 4*h.live {
		h.makeRoom()
	}
	return v
}

// unplace takes entry n out of the index and closes the gap it leaves in its run.
func (h *Hash) unplace(hash uint32, n int) {
	mask := uint32(len(h.index) - 1)
	i := hash & mask
	for uint32(h.index[i]) != uint32(n+1) {
		i = (i + 1) & mask
	}
	for j := i; ; {
		j = (j + 1) & mask
		x := h.index[j]
		if x == 0 {
			break
		}
		if home := uint32(x>>32) & mask; (j-home)&mask >= (j-i)&mask {
			h.index[i] = x
			i = j
		}
	}
	h.index[i] = 0
}

// Clear removes everything.
func (h *Hash) Clear() {
	if h.Tie != nil {
		h.Tie.Clear()
		return
	}
	h.entries, h.index, h.arena, h.live, h.iter = nil, nil, nil, 0, 0
}

// ResetEach starts each() over.
func (h *Hash) ResetEach() { h.iter = 0 }

// Each returns the next pair in order; ok is false at the end, which starts it over.
func (h *Hash) Each() (key, val Value, ok bool) {
	if h.Tie != nil {
		keys := h.Tie.Keys()
		if h.iter < len(keys) {
			h.iter++
			return keys[h.iter-1], h.Tie.Fetch(keys[h.iter-1]), true
		}
		h.iter = 0
		return Undef, Undef, false
	}
	for h.iter < len(h.entries) {
		e := &h.entries[h.iter]
		h.iter++
		if !e.key.IsUndef() {
			return e.key, e.val.Load(), true
		}
	}
	h.iter = 0
	return Undef, Undef, false
}

// Keys appends the keys to dst and starts each() over.
func (h *Hash) Keys(dst []Value) []Value {
	h.iter = 0
	if h.Tie != nil {
		return append(dst, h.Tie.Keys()...)
	}
	for i := range h.entries {
		if k := h.entries[i].key; !k.IsUndef() {
			dst = append(dst, k)
		}
	}
	return dst
}

// Values appends the values to dst, in the order of the keys, and starts each() over.
func (h *Hash) Values(dst []Value) []Value {
	h.iter = 0
	if h.Tie != nil {
		var list []Value // fetching may run code that uses what lies behind dst
		for _, k := range h.Tie.Keys() {
			list = append(list, h.Tie.Fetch(k))
		}
		return append(dst, list...)
	}
	for i := range h.entries {
		if e := &h.entries[i]; !e.key.IsUndef() {
			dst = append(dst, e.val.Load())
		}
	}
	return dst
}

// Cells appends the scalars of the values to dst as KCell values, for loops that alias them.
func (h *Hash) Cells(dst []Value) []Value {
	h.iter = 0
	if h.Tie != nil {
		for _, k := range h.Tie.Keys() {
			dst = append(dst, CellValue(h.Cell(KeyOf(k))))
		}
		return dst
	}
	for i := range h.entries {
		if e := &h.entries[i]; !e.key.IsUndef() {
			dst = append(dst, CellValue(Promote(&e.val)))
		}
	}
	return dst
}

// Pairs appends keys and values alternately to dst and starts each() over.
func (h *Hash) Pairs(dst []Value) []Value {
	h.iter = 0
	if h.Tie != nil {
		var list []Value
		for _, k := range h.Tie.Keys() {
			list = append(list, k, h.Tie.Fetch(k))
		}
		return append(dst, list...)
	}
	for i := range h.entries {
		if e := &h.entries[i]; !e.key.IsUndef() {
			dst = append(dst, e.key, e.val.Load())
		}
	}
	return dst
}

// SetPairs replaces the contents by the pairs of list; an odd last key gets undef.
func (h *Hash) SetPairs(list []Value) {
	h.Clear()
	if h.Tie == nil && len(list) > 0 {
		h.entries = make([]entry, 0, (len(list)+1)/2)
	}
	for i := 0; i < len(list); i += 2 {
		v := Undef
		if i+1 < len(list) {
			v = list[i+1]
		}
		h.Set(KeyOf(list[i]), v)
	}
}

// adopt tells whether an entry has the key k. It then takes over k's bytes, so that the next comparison with the same constant is one of
// addresses.
func (e *entry) adopt(k Key) bool {
	if e.key.S() != k.v.S() {
		return false
	}
	e.key.p = k.v.p
	return true
}

// GetCached is Get for a constant key: cache holds the entry number found last and is updated. The key's bytes must be the
// very same at every call.
func (h *Hash) GetCached(k Key, cache *int32) Value {
	if i := uint(*cache); i < uint(len(h.entries)) {
		if e := &h.entries[i]; e.key.n == k.v.n && (e.key.p == k.v.p || e.adopt(k)) {
			return e.val.Load()
		}
	}
	i := h.find(k)
	if i < 0 {
		if h.Tie != nil {
			return h.Tie.Fetch(k.given())
		}
		return Undef
	}
	*cache = int32(i)
	return h.entries[i].val.Load()
}

// SlotCached is Slot for a constant key, as GetCached is Get.
func (h *Hash) SlotCached(k Key, cache *int32) *Value {
	if i := uint(*cache); i < uint(len(h.entries)) {
		if e := &h.entries[i]; e.key.n == k.v.n && (e.key.p == k.v.p || e.adopt(k)) {
			return &e.val
		}
	}
	i := h.find(k)
	if i < 0 {
		i = h.insert(k)
	}
	*cache = int32(i)
	return &h.entries[i].val
}

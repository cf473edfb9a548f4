package value

import (
	"fmt"
	"math/rand"
	"strconv"
	"testing"
)

// TestHashModel runs random operations on a hash and on a map with a list of keys.
func TestHashModel(t *testing.T) {
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		h := NewHash()
		m := map[string]int64{}
		var order []string
		cache := int32(0)
		for step := range 2000 {
			k := "k" + strconv.Itoa(r.Intn(10+int(seed)*5))
			switch r.Intn(8) {
			case 0, 1, 2:
				if _, ok := m[k]; !ok {
					order = append(order, k)
				}
				m[k] = int64(step)
				switch step % 4 {
				case 0:
					h.SetString(k, Int(int64(step)))
				case 1:
					*h.SlotCached(KeyConst(Str(k)), &cache) = Int(int64(step))
				case 2:
					h.Cell(KeyBytes([]byte(k))).Set(Int(int64(step)))
				default:
					h.Set(KeyOf(Wide(k)), Int(int64(step)))
				}
			case 3, 4:
				want, ok := m[k]
				got := h.Delete(KeyString(k))
				if ok != got.Defined() || ok && got != Int(want) {
					t.Fatalf("seed %d step %d: delete %s gave %v, want %d", seed, step, k, got, want)
				}
				if ok {
					delete(m, k)
					for i := range order {
						if order[i] == k {
							order = append(order[:i], order[i+1:]...)
							break
						}
					}
				}
			case 5:
				want, ok := m[k]
				if got := h.GetCached(KeyString(k), &cache); got.Defined() != ok || ok && got != Int(want) {
					t.Fatalf("seed %d step %d: %s is %v, want %d", seed, step, k, got, want)
				}
			case 6:
				want, ok := m[k]
				if got := h.Get(KeyString(k)); got.Defined() != ok || ok && got != Int(want) {
					t.Fatalf("seed %d step %d: %s is %v, want %d", seed, step, k, got, want)
				}
				if h.Exists(KeyString(k)) != ok || (h.Peek(KeyString(k)) != nil) != ok {
					t.Fatalf("seed %d step %d: %s exists %v", seed, step, k, !ok)
				}
			}
			if step%50 == 0 {
				checkHash(t, fmt.Sprintf("seed %d step %d", seed, step), h, m, order)
			}
		}
		checkHash(t, fmt.Sprintf("seed %d at the end", seed), h, m, order)
	}
}

func checkHash(t *testing.T, what string, h *Hash, m map[string]int64, order []string) {
	t.Helper()
	if h.Len() != len(m) {
		t.Fatalf("%s: %d keys, want %d", what, h.Len(), len(m))
	}
	keys, vals, pairs := h.Keys(nil), h.Values(nil), h.Pairs(nil)
	if len(keys) != len(order) || len(vals) != len(order) || len(pairs) != 2*len(order) {
		t.Fatalf("%s: %d keys, %d values, %d in pairs, want %d", what, len(keys), len(vals), len(pairs), len(order))
	}
	for i, k := range order {
		key, val, ok := h.Each()
		if !ok || key.String() != k || val != Int(m[k]) || keys[i].String() != k || vals[i] != Int(m[k]) || pairs[2*i] != keys[i] || pairs[2*i+1] != vals[i] {
			t.Fatalf("%s: pair %d is %v => %v, want %s => %d", what, i, key, val, k, m[k])
		}
	}
	if _, _, ok := h.Each(); ok {
		t.Fatalf("%s: each has no end", what)
	}
}

// TestHashEachDelete deletes what each() just returned and sees every key once, while others are added beforehand.
func TestHashEachDelete(t *testing.T) {
	for n := range 100 {
		h := NewHash()
		for i := range n {
			h.SetString(fmt.Sprint("key", i), Int(int64(i)))
		}
		for i := 0; i < n; i += 3 {
			h.Delete(KeyString(fmt.Sprint("key", i)))
		}
		seen := map[string]bool{}
		for k, _, ok := h.Each(); ok; k, _, ok = h.Each() {
			if seen[k.String()] {
				t.Fatalf("%d keys: %s came twice", n, k)
			}
			seen[k.String()] = true
			h.Delete(KeyOf(k))
		}
		if len(seen) != n-(n+2)/3 || h.Len() != 0 {
			t.Fatalf("%d keys: each saw %d and left %d", n, len(seen), h.Len())
		}
	}
}

// TestHashEachGrow adds keys in the middle of each(); those that were there come once.
func TestHashEachGrow(t *testing.T) {
	h := NewHash()
	for i := range 40 {
		h.SetString(fmt.Sprint("a", i), Int(1))
	}
	for i := range 20 {
		h.Delete(KeyString(fmt.Sprint("a", i)))
	}
	h.ResetEach()
	seen := map[string]int{}
	for range 10 {
		k, _, _ := h.Each()
		seen[k.String()]++
	}
	for i := range 100 {
		h.SetString(fmt.Sprint("b", i), Int(2)) // which moves the entries together
	}
	for k, _, ok := h.Each(); ok; k, _, ok = h.Each() {
		seen[k.String()]++
	}
	for i := 20; i < 40; i++ {
		if k := fmt.Sprint("a", i); seen[k] != 1 {
			t.Errorf("%s came %d times", k, seen[k])
		}
	}
}

func TestHashPairs(t *testing.T) {
	h := NewHash()
	h.SetPairs([]Value{Str("a"), Int(1), Str("b"), Int(2), Str("a"), Int(3), Str("c")})
	if got := fmt.Sprint(h.Pairs(nil)); got != "[a 3 b 2 c ]" {
		t.Errorf("pairs: %s", got)
	}
	h.SetPairs(h.Pairs(nil))
	if h.Len() != 3 || h.Get(KeyString("a")) != Int(3) {
		t.Errorf("after a copy to itself: %v", h.Pairs(nil))
	}
	h.SetPairs(nil)
	if h.Len() != 0 || len(h.Keys(nil)) != 0 {
		t.Errorf("after clearing: %v", h.Pairs(nil))
	}
}

// TestHashKeys checks which values are the same key, and that keys hold on to their own bytes only.
func TestHashKeys(t *testing.T) {
	h := NewHash()
	h.Set(KeyOf(Str("\xe9")), Int(1))
	for _, same := range []Value{Wide("é"), Str("\xe9"), Append(Undef, "é", true)} {
		if h.Get(KeyOf(same)) != Int(1) {
			t.Errorf("%q is another key", same.S())
		}
	}
	for _, other := range []Value{Str("é"), Wide("è"), Wide("é→"), Str("")} {
		if h.Exists(KeyOf(other)) {
			t.Errorf("%q is the same key", other.S())
		}
	}
	h.Set(KeyOf(Int(12)), Int(2))
	h.Set(KeyOf(Float(1.5)), Int(3))
	h.Set(KeyOf(Undef), Int(4))
	h.Set(KeyOf(Wide("→")), Int(5))
	h.Set(KeyOf(Int(-3)), Int(6))
	for k, want := range map[string]int64{"12": 2, "1.5": 3, "": 4, "-3": 6} {
		if h.Get(KeyString(k)) != Int(want) {
			t.Errorf("%q is %v", k, h.Get(KeyString(k)))
		}
	}
	if h.Get(KeyOf(Wide("→"))) != Int(5) || !h.Keys(nil)[4].IsWide() {
		t.Error("a wide key")
	}
	b := []byte("volatile")
	h.Set(KeyBytes(b), Int(7))
	long := []byte(fmt.Sprintf("%0100d", 1))
	h.Set(KeyBytes(long), Int(8))
	copy(b, "xxxxxxxx")
	copy(long, "xxxxxxxx")
	if h.Get(KeyString("volatile")) != Int(7) || h.Get(KeyString(fmt.Sprintf("%0100d", 1))) != Int(8) {
		t.Error("a key changed with the bytes it was made of")
	}
}

func TestHashCells(t *testing.T) {
	h := NewHash()
	h.SetString("a", Int(1))
	c := h.Cell(KeyString("a"))
	for i := range 100 {
		h.SetString(fmt.Sprint(i), Int(0))
	}
	c.Set(Int(5))
	if h.Get(KeyString("a")) != Int(5) {
		t.Error("the cell is another one")
	}
	h.Delete(KeyString("a"))
	h.SetString("a", Int(6))
	if c.Get() != Int(5) {
		t.Error("a deleted cell was written to")
	}
	for _, v := range h.Cells(nil) {
		v.Cell().Set(Int(9))
	}
	if h.Get(KeyString("a")) != Int(9) || h.Get(KeyString("50")) != Int(9) {
		t.Error("cells are no aliases")
	}
	h.SetCell(KeyString("z"), c)
	c.Set(Int(11))
	if h.Get(KeyString("z")) != Int(11) {
		t.Error("SetCell does not share")
	}
}

type tiedMap struct{ h *Hash }

func (m tiedMap) Fetch(k Value) Value { return m.h.Get(KeyOf(k)) }
func (m tiedMap) Store(k, v Value)    { m.h.Set(KeyOf(k), v) }
func (m tiedMap) Exists(k Value) bool { return m.h.Exists(KeyOf(k)) }
func (m tiedMap) Delete(k Value) Value {
	return m.h.Delete(KeyOf(k))
}
func (m tiedMap) Clear()        { m.h.Clear() }
func (m tiedMap) Keys() []Value { return m.h.Keys(nil) }

func TestHashTied(t *testing.T) {
	h := &Hash{Tie: tiedMap{NewHash()}}
	h.SetPairs([]Value{Str("a"), Int(1), Str("b"), Int(2)})
	h.Cell(KeyString("c")).Set(Int(3))
	var cache int32
	if h.Len() != 3 || h.Get(KeyString("c")) != Int(3) || h.GetCached(KeyString("b"), &cache) != Int(2) || !h.Exists(KeyString("a")) {
		t.Errorf("contents: %v", h.Pairs(nil))
	}
	if h.Delete(KeyString("b")) != Int(2) || fmt.Sprint(h.Keys(nil), h.Values(nil)) != "[a c] [1 3]" {
		t.Errorf("after delete: %v", h.Pairs(nil))
	}
	n := 0
	for _, _, ok := h.Each(); ok; _, _, ok = h.Each() {
		n++
	}
	for _, v := range h.Cells(nil) {
		v.Cell().Set(Int(8))
	}
	if n != 2 || h.Get(KeyString("a")) != Int(8) {
		t.Errorf("each saw %d; a is %v", n, h.Get(KeyString("a")))
	}
	h.Clear()
	if h.Len() != 0 {
		t.Error("clear left something")
	}
}

func benchKeys() []Key {
	keys := make([]Key, 1000)
	for i := range keys {
		keys[i] = KeyString(fmt.Sprint("key", i))
	}
	return keys
}

func BenchmarkHashGet(b *testing.B) {
	keys, h := benchKeys(), NewHash()
	for _, k := range keys {
		h.Set(k, Int(1))
	}
	i := 0
	for b.Loop() {
		h.Get(keys[i%1000])
		i++
	}
}

func BenchmarkHashFill1000(b *testing.B) {
	keys := benchKeys()
	b.ReportAllocs()
	for b.Loop() {
		h := NewHash()
		for _, k := range keys {
			h.Set(k, Int(1))
		}
	}
}

func BenchmarkHashRecord(b *testing.B) {
	keys := []Key{KeyString("name"), KeyString("size"), KeyString("date"), KeyString("owner")}
	b.ReportAllocs()
	for b.Loop() {
		h := NewHash()
		for _, k := range keys {
			h.Set(k, Int(1))
		}
	}
}

// TestHashAdoptsConstants checks that looking a key up by a constant changes nothing that can be seen, whoever made the key.
func TestHashAdoptsConstants(t *testing.T) {
	h := NewHash()
	for _, k := range []string{"name", "nick", "nam"} {
		h.Set(KeyString(string([]byte(k))), Str(k))
	}
	k := KeyConst(Str("name"))
	wrong, right := int32(1), int32(0)
	for range 3 {
		if got := h.GetCached(k, &right); got.S() != "name" || h.GetCached(k, &wrong).S() != "name" {
			t.Fatalf("name is %q", got.S())
		}
		*h.SlotCached(k, &right) = Str("name")
	}
	if h.Len() != 3 || h.Get(KeyString("nick")).S() != "nick" || h.Get(KeyString("nam")).S() != "nam" {
		t.Errorf("the hash holds %v", h.Pairs(nil))
	}
	if h.Delete(k); h.GetCached(k, &right).Defined() || h.Len() != 2 {
		t.Errorf("after a delete it holds %v", h.Pairs(nil))
	}
}

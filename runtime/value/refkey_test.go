package value

// This file tests references as keys: text to a plain hash, themselves to a tied one.

import (
	"strings"
	"testing"
)

// A keyLog is a tied hash that keeps the keys it was asked for.
type keyLog struct{ keys []Value }

func (l *keyLog) Fetch(key Value) Value  { l.keys = append(l.keys, key); return Undef }
func (l *keyLog) Store(key, _ Value)     { l.keys = append(l.keys, key) }
func (l *keyLog) Exists(key Value) bool  { l.keys = append(l.keys, key); return false }
func (l *keyLog) Delete(key Value) Value { l.keys = append(l.keys, key); return Undef }
func (l *keyLog) Clear()                 {}
func (l *keyLog) Keys() []Value          { return nil }

func TestReferencesAsKeys(t *testing.T) {
	array := RefArray(NewArray(nil))
	long := RefHash(NewHash())
	long.Bless(&Class{Name: strings.Repeat("Long::", 20) + "Name"})
	named := RefHash(NewHash())
	named.Bless(&Class{Name: "Thing"})
	for _, c := range []struct {
		name  string
		v     Value
		keeps bool // a tied hash gets the reference itself
	}{{"array", array, true}, {"object", named, true}, {"object of a long name", long, false}, {"text", Str("text"), true}} {
		plain := NewHash()
		plain.Set(KeyOf(c.v), Int(5))
		if got := plain.Get(KeyString(c.v.String())); got.ToInt() != 5 {
			t.Errorf("%s: not found by its text", c.name)
		}
		if keys := plain.Keys(nil); len(keys) != 1 || keys[0].IsRef() || keys[0].String() != c.v.String() {
			t.Errorf("%s: keys %v", c.name, keys)
		}
		log := &keyLog{}
		tied := &Hash{Tie: log}
		k := KeyOf(c.v)
		tied.Get(k)
		tied.Set(k, Int(1))
		tied.Exists(k)
		tied.Delete(k)
		tied.Cell(k).Get()
		if len(log.keys) != 5 {
			t.Fatalf("%s: %d keys", c.name, len(log.keys))
		}
		for _, got := range log.keys {
			if got.Same(c.v) != c.keeps || got.String() != c.v.String() {
				t.Errorf("%s: a tied hash was asked for %v", c.name, got)
			}
		}
	}
}

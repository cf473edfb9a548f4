package module

// This file defines Hash::Util: hashes whose keys and values are fixed. A locked hash hands its pairs over to a restrictedHash, which
// every access then goes through; unlocking takes them back.

import (
	"slices"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A restrictedHash is the content of a locked hash.
type restrictedHash struct {
	vm     *runtime.VM
	pairs  *value.Hash
	legal  *value.Hash // the keys that there may be
	frozen *value.Hash // the keys whose values are fixed
}

func (r *restrictedHash) Fetch(key value.Value) value.Value {
	k := value.KeyOf(key)
	if !r.legal.Exists(k) {
		r.vm.DieHere("Attempt to access disallowed key '%s' in a restricted hash", key.String())
	}
	return r.pairs.Get(k)
}

func (r *restrictedHash) Store(key, v value.Value) {
	k := value.KeyOf(key)
	switch {
	case !r.legal.Exists(k):
		r.vm.DieHere("Attempt to access disallowed key '%s' in a restricted hash", key.String())
	case r.frozen.Exists(k):
		r.vm.DieHere("Modification of a read-only value attempted")
	}
	r.pairs.Set(k, v)
}

func (r *restrictedHash) Exists(key value.Value) bool { return r.pairs.Exists(value.KeyOf(key)) }

func (r *restrictedHash) Delete(key value.Value) value.Value {
	k := value.KeyOf(key)
	switch {
	case !r.legal.Exists(k):
		r.vm.DieHere("Attempt to delete disallowed key '%s' from a restricted hash", key.String())
	case r.frozen.Exists(k):
		r.vm.DieHere("Attempt to delete readonly key '%s' from a restricted hash", key.String())
	}
	return r.pairs.Delete(k)
}

func (r *restrictedHash) Clear() {
	for _, key := range r.pairs.Keys(nil) {
		if r.frozen.Exists(value.KeyOf(key)) {
			r.vm.DieHere("Attempt to delete readonly key '%s' from a restricted hash", key.String())
		}
	}
	r.pairs.Clear()
}

func (r *restrictedHash) Keys() []value.Value { return r.pairs.Keys(nil) }

// restricted returns the content of a locked hash, nil for one that is not.
func restricted(h *value.Hash) *restrictedHash {
	r, _ := h.Tie.(*restrictedHash)
	return r
}

// lockKeys fixes the keys of a hash: those it has, and more.
func lockKeys(vm *runtime.VM, h *value.Hash, more []value.Value) *restrictedHash {
	r := restricted(h)
	if r == nil {
		if h.Tie != nil {
			return &restrictedHash{vm: vm, pairs: h, legal: value.NewHash(), frozen: value.NewHash()} // a tied hash answers for itself
		}
		r = &restrictedHash{vm: vm, pairs: value.NewHash(), frozen: value.NewHash()}
		r.pairs.SetPairs(h.Pairs(nil))
		h.Clear()
		h.Tie = r
	}
	r.legal = value.NewHash()
	for _, key := range slices.Concat(r.pairs.Keys(nil), more) {
		r.legal.Set(value.KeyOf(key), value.Int(1))
	}
	return r
}

// unlockKeys makes a hash an ordinary one again.
func unlockKeys(h *value.Hash) {
	if r := restricted(h); r != nil {
		h.Tie = nil
		h.SetPairs(r.pairs.Pairs(nil))
	}
}

// lockOnly fixes the keys of a hash to a list, which must name all that it has; without a list they stay as they are.
func lockOnly(c *runtime.Call, h *value.Hash, keys []value.Value) {
	if len(keys) > 0 {
		allowed := value.NewHash()
		for _, key := range keys {
			allowed.Set(value.KeyOf(key), value.Int(1))
		}
		for _, key := range h.Keys(nil) {
			if !allowed.Exists(value.KeyOf(key)) {
				c.Die("Hash has key '%s' which is not in the new key set", key.String())
			}
		}
	}
	lockKeys(c.VM, h, keys)
}

// lockAll fixes the keys and values of a hash, and with deep those of the hashes that are its values.
func lockAll(vm *runtime.VM, h *value.Hash, on, deep bool) {
	if deep {
		for _, v := range h.Values(nil) {
			if v.Kind() == value.KHashRef {
				lockAll(vm, v.Hash(), on, deep)
			}
		}
	}
	if !on {
		unlockKeys(h)
		return
	}
	r := lockKeys(vm, h, nil)
	for _, key := range r.pairs.Keys(nil) {
		r.frozen.Set(value.KeyOf(key), value.Int(1))
	}
}

// lockValue fixes the value of a key, or frees it.
func lockValue(c *runtime.Call, h *value.Hash, key value.Value, on bool) {
	r := restricted(h)
	if r == nil {
		c.Warn("Block: hash is unlocked")
		return
	}
	if on {
		r.frozen.Set(value.KeyOf(key), value.Int(1))
	} else {
		r.frozen.Delete(value.KeyOf(key))
	}
}

// legalKeys are the keys that a hash may have; with hidden only those that it has not.
func legalKeys(h *value.Hash, hidden bool) []value.Value {
	r := restricted(h)
	if r == nil {
		if hidden {
			return nil
		}
		return h.Keys(nil)
	}
	return slices.DeleteFunc(r.legal.Keys(nil), func(key value.Value) bool { return hidden && r.pairs.Exists(value.KeyOf(key)) })
}

// setupHashUtil has statements note their places: an access to a locked hash fails without any call that could be named.
func setupHashUtil(vm *runtime.VM) { vm.NotePlaces() }

// hashUtil makes two entries of each function: one takes a hash, the other a reference to it.
func hashUtil() []*runtime.Entry {
	var out []*runtime.Entry
	both := func(name, refName, more, summary, doc string, f func(c *runtime.Call, h *value.Hash) value.Value) {
		call := func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KHashRef {
				c.Die("%s needs a hash", name)
			}
			return f(c, c.Arg(0).Hash())
		}
		text := func(name, operand string) string {
			return doc + "\n\n    use Hash::Util \"" + name + "\";\n    my %h = (a => 1);\n    " + name + "(" + operand + ");\n    say $h{a};   #> 1\n"
		}
		first := ""
		if more == ",KEY" {
			first = ", \"a\""
		}
		out = append(out, function(name+" HASH"+more, summary, text(name, "%h"+first), call), function(refName+" HASHREF"+more, summary, text(refName, "\\%h"+first), call))
	}
	ref := func(c *runtime.Call) value.Value { return c.Arg(0) }
	both("lock_keys", "lock_ref_keys", ",LIST", "fix the keys of a hash", "Any other key is an error from now on: those that the hash has, or those listed. Returns a reference to the hash.", func(c *runtime.Call, h *value.Hash) value.Value {
		lockOnly(c, h, c.Args[1:])
		return ref(c)
	})
	both("lock_keys_plus", "lock_ref_keys_plus", ",LIST", "fix the keys of a hash", "As lock_keys, with further keys that it may have.", func(c *runtime.Call, h *value.Hash) value.Value {
		lockKeys(c.VM, h, c.Args[1:])
		return ref(c)
	})
	both("unlock_keys", "unlock_ref_keys", "", "free the keys of a hash", "The opposite of lock_keys.", func(c *runtime.Call, h *value.Hash) value.Value {
		unlockKeys(h)
		return ref(c)
	})
	for _, on := range []bool{true, false} {
		name, what := "lock", "fix"
		if !on {
			name, what = "unlock", "free"
		}
		both(name+"_hash", name+"_hashref", "", what+" a hash", "Its keys and its values.", func(c *runtime.Call, h *value.Hash) value.Value {
			lockAll(c.VM, h, on, false)
			return ref(c)
		})
		both(name+"_hash_recurse", name+"_hashref_recurse", "", what+" a hash", "Its keys and its values, and the hashes among them.", func(c *runtime.Call, h *value.Hash) value.Value {
			lockAll(c.VM, h, on, true)
			return ref(c)
		})
		both(name+"_value", name+"_ref_value", ",KEY", what+" a value of a hash", "The hash itself must be locked.", func(c *runtime.Call, h *value.Hash) value.Value {
			lockValue(c, h, c.Arg(1), on)
			return value.Undef
		})
		both("hash_"+name+"ed", "hashref_"+name+"ed", "", "ask whether a hash is "+name+"ed", "True if its keys are.", func(_ *runtime.Call, h *value.Hash) value.Value {
			return value.Bool((restricted(h) != nil) == on)
		})
	}
	both("legal_keys", "legal_ref_keys", "", "keys a hash may have", "All keys that may be used.", func(c *runtime.Call, h *value.Hash) value.Value { return c.Return(legalKeys(h, false)...) })
	both("hidden_keys", "hidden_ref_keys", "", "keys a hash may have", "Those that it has not at present.", func(c *runtime.Call, h *value.Hash) value.Value { return c.Return(legalKeys(h, true)...) })
	return out
}

package module

// This file defines the standard classes for tie: Tie::Scalar, Tie::Array, Tie::Hash and their Std forms, which behave like plain
// variables and are there to be inherited from.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func setupTieScalar(vm *runtime.VM) {
	define := func(name string, f runtime.Native) { vm.Define("Tie::StdScalar::"+name, f) }
	define("TIESCALAR", func(c *runtime.Call) value.Value {
		ref := value.RefScalar(value.NewScalar(c.Arg(1)))
		ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
		return ref
	})
	define("FETCH", func(c *runtime.Call) value.Value { return c.Arg(0).Cell().Get() })
	define("STORE", func(c *runtime.Call) value.Value { c.Arg(0).Cell().Set(c.Arg(1)); return value.Undef })
	vm.Inherit("Tie::StdScalar", "Tie::Scalar")
	vm.Define("Tie::Scalar::new", forwarder("TIESCALAR"))
}

// forwarder is a constructor that calls another method of the same class.
func forwarder(method string) runtime.Native {
	return func(c *runtime.Call) value.Value {
		code := c.VM.FindMethod(c.Arg(0), method)
		if code == nil {
			c.Die("Can't locate object method \"%s\" via package \"%s\"", method, c.Arg(0).String())
		}
		return c.Forward(code, c.Args)
	}
}

func setupTieArray(vm *runtime.VM) {
	std := func(name string, f func(c *runtime.Call, a *value.Array) value.Value) {
		vm.Define("Tie::StdArray::"+name, func(c *runtime.Call) value.Value { return f(c, c.Arg(0).Array()) })
	}
	vm.Define("Tie::StdArray::TIEARRAY", func(c *runtime.Call) value.Value {
		ref := value.RefArray(value.NewArray(nil))
		ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
		return ref
	})
	std("FETCHSIZE", func(_ *runtime.Call, a *value.Array) value.Value { return value.Int(int64(a.Len())) })
	std("STORESIZE", func(c *runtime.Call, a *value.Array) value.Value { a.Resize(int(c.Arg(1).ToInt())); return value.Undef })
	std("FETCH", func(c *runtime.Call, a *value.Array) value.Value { return a.Get(c.Arg(1).ToInt()) })
	std("STORE", func(c *runtime.Call, a *value.Array) value.Value { a.Set(c.Arg(1).ToInt(), c.Arg(2)); return c.Arg(2) })
	std("CLEAR", func(_ *runtime.Call, a *value.Array) value.Value { a.Resize(0); return value.Undef })
	std("POP", func(_ *runtime.Call, a *value.Array) value.Value { return a.Pop() })
	std("SHIFT", func(_ *runtime.Call, a *value.Array) value.Value { return a.Shift() })
	std("PUSH", func(c *runtime.Call, a *value.Array) value.Value {
		a.PushAll(c.Args[1:])
		return value.Int(int64(a.Len()))
	})
	std("UNSHIFT", func(c *runtime.Call, a *value.Array) value.Value {
		a.Unshift(c.Args[1:])
		return value.Int(int64(a.Len()))
	})
	std("EXISTS", func(c *runtime.Call, a *value.Array) value.Value { return value.Bool(a.Exists(c.Arg(1).ToInt())) })
	std("DELETE", func(c *runtime.Call, a *value.Array) value.Value { return a.Delete(c.Arg(1).ToInt()) })
	vm.Inherit("Tie::StdArray", "Tie::Array")
	call := func(c *runtime.Call, method string, args ...value.Value) value.Value {
		code := c.VM.FindMethod(c.Arg(0), method)
		if code == nil {
			c.Die("Can't locate object method \"%s\" via package \"%s\"", method, c.Arg(0).Blessed().Name)
		}
		return c.Run(code, append([]value.Value{c.Args[0]}, args...)...)
	}
	size := func(c *runtime.Call) int64 { return call(c, "FETCHSIZE").ToInt() }
	vm.Define("Tie::Array::CLEAR", func(c *runtime.Call) value.Value { return call(c, "STORESIZE", value.Int(0)) })
	vm.Define("Tie::Array::EXTEND", func(*runtime.Call) value.Value { return value.Undef })
	vm.Define("Tie::Array::PUSH", func(c *runtime.Call) value.Value {
		n := size(c)
		for i, v := range c.Args[1:] {
			call(c, "STORE", value.Int(n+int64(i)), v)
		}
		return value.Int(n + int64(len(c.Args)-1))
	})
	vm.Define("Tie::Array::POP", func(c *runtime.Call) value.Value {
		n := size(c) - 1
		if n < 0 {
			return value.Undef
		}
		v := call(c, "FETCH", value.Int(n))
		call(c, "STORESIZE", value.Int(n))
		return v
	})
}

func setupTieHash(vm *runtime.VM) {
	std := func(name string, f func(c *runtime.Call, h *value.Hash) value.Value) {
		f2 := func(c *runtime.Call) value.Value { return f(c, c.Arg(0).Hash()) }
		vm.Define("Tie::StdHash::"+name, f2)
		vm.Define("Tie::ExtraHash::"+name, func(c *runtime.Call) value.Value { return f(c, c.Arg(0).Array().Get(0).Hash()) })
	}
	std("STORE", func(c *runtime.Call, h *value.Hash) value.Value {
		h.Set(value.KeyOf(c.Arg(1)), c.Arg(2))
		return value.Undef
	})
	std("FETCH", func(c *runtime.Call, h *value.Hash) value.Value { return h.Get(value.KeyOf(c.Arg(1))) })
	std("EXISTS", func(c *runtime.Call, h *value.Hash) value.Value { return value.Bool(h.Exists(value.KeyOf(c.Arg(1)))) })
	std("DELETE", func(c *runtime.Call, h *value.Hash) value.Value { return h.Delete(value.KeyOf(c.Arg(1))) })
	std("CLEAR", func(_ *runtime.Call, h *value.Hash) value.Value { h.Clear(); return value.Undef })
	std("SCALAR", func(_ *runtime.Call, h *value.Hash) value.Value { return value.Int(int64(h.Len())) })
	next := func(c *runtime.Call, h *value.Hash) value.Value {
		k, v, ok := h.Each()
		if !ok {
			return c.Nothing()
		}
		if c.Want == runtime.WantList {
			return c.Return(k, v)
		}
		return k
	}
	std("FIRSTKEY", func(c *runtime.Call, h *value.Hash) value.Value { h.ResetEach(); return next(c, h) })
	std("NEXTKEY", next)
	vm.Define("Tie::StdHash::TIEHASH", func(c *runtime.Call) value.Value { return blessHash(c.VM, value.NewHash(), c.Arg(0).String()) })
	vm.Define("Tie::ExtraHash::TIEHASH", func(c *runtime.Call) value.Value {
		list := append([]value.Value{value.RefHash(value.NewHash())}, c.Args[1:]...)
		ref := value.RefArray(value.NewArray(list))
		ref.Bless(c.VM.Package(c.Arg(0).String()).Class)
		return ref
	})
	vm.Inherit("Tie::StdHash", "Tie::Hash")
	vm.Inherit("Tie::ExtraHash", "Tie::Hash")
	vm.Define("Tie::Hash::new", forwarder("TIEHASH"))
	vm.Define("Tie::Hash::CLEAR", func(c *runtime.Call) value.Value {
		self := c.Arg(0)
		var keys []value.Value
		for k := c.Run(c.VM.FindMethod(self, "FIRSTKEY"), self); k.Defined(); k = c.Run(c.VM.FindMethod(self, "NEXTKEY"), self, k) {
			keys = append(keys, k)
		}
		for _, k := range keys {
			c.Run(c.VM.FindMethod(self, "DELETE"), self, k)
		}
		return value.Undef
	})
}

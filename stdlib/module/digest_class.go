package module

// This file defines the objects of Digest::MD5 and Digest::SHA: data are added piece by piece.

import (
	"crypto/md5"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func setupMD5(vm *runtime.VM) {
	digestClass(vm, "Digest::MD5", func(*runtime.Call) (digestKind, bool) { return digestKind{"md5", 16, md5.New}, true })
}

func setupSHA(vm *runtime.VM) {
	digestClass(vm, "Digest::SHA", func(c *runtime.Call) (digestKind, bool) {
		name := "1"
		if len(c.Args) > 1 {
			name = strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, c.Args[1].String())
		}
		for _, k := range shaKinds() {
			if k.name == name {
				return k, true
			}
		}
		return digestKind{}, false
	})
	for name, f := range map[string]func(k digestKind) int64{"hashsize": func(k digestKind) int64 { return int64(k.bytes * 8) }, "algorithm": func(k digestKind) int64 { return value.Str(k.name).ToInt() }} {
		vm.Define("Digest::SHA::"+name, func(c *runtime.Call) value.Value {
			want := c.Arg(0).Hash().Get(value.KeyString("kind")).String()
			for _, k := range shaKinds() {
				if k.name == want {
					return value.Int(f(k))
				}
			}
			return value.Undef
		})
	}
}

// digestClass defines a class whose objects keep the data that were added; kindOf reads the algorithm from the operands of new.
func digestClass(vm *runtime.VM, class string, kindOf func(c *runtime.Call) (digestKind, bool)) {
	data := value.KeyString("data")
	vm.Define(class+"::new", func(c *runtime.Call) value.Value {
		k, ok := kindOf(c)
		if !ok {
			return value.Undef
		}
		h := value.NewHash()
		h.SetString("kind", value.Str(k.name))
		h.Set(data, value.Str(""))
		name := c.Arg(0).String()
		if cl := c.Arg(0).Blessed(); cl != nil {
			name = cl.Name
		}
		return blessHash(c.VM, h, name)
	})
	add := func(c *runtime.Call, text string) {
		h := c.Args[0].Hash()
		h.Set(data, value.Append(h.Get(data), text, false))
	}
	vm.Define(class+"::add", func(c *runtime.Call) value.Value {
		for _, v := range c.Args[1:] {
			add(c, bytesOf(c, v))
		}
		return c.Args[0]
	})
	vm.Define(class+"::addfile", func(c *runtime.Call) value.Value {
		h := c.VM.HandleOf(c.Arg(1))
		if c.Arg(1).IsString() {
			var err error
			if h, err = c.VM.Handles().OpenFile("<", c.Args[1].String()); err != nil {
				c.VM.SetErrno(err)
				c.Die("%s", c.VM.Scalar("main::!").Get().String())
			}
			defer h.Close()
		}
		if !h.IsOpen() {
			c.Die("Bad filehandle: %s", c.Arg(1).String())
		}
		sep := handle.NewSeparator(value.Undef)
		text, _, err := h.ReadLine(&sep)
		if err != nil {
			c.VM.SetErrno(err)
			c.Die("Reading from filehandle failed")
		}
		add(c, text)
		return c.Args[0]
	})
	vm.Define(class+"::reset", func(c *runtime.Call) value.Value {
		c.Arg(0).Hash().Set(data, value.Str(""))
		return c.Args[0]
	})
	vm.Define(class+"::clone", func(c *runtime.Call) value.Value {
		h := value.NewHash()
		h.SetPairs(c.Arg(0).Hash().Pairs(nil))
		return blessHash(c.VM, h, c.Arg(0).Blessed().Name)
	})
	for name, form := range map[string]string{"digest": "", "hexdigest": "hex", "b64digest": "base64"} {
		vm.Define(class+"::"+name, func(c *runtime.Call) value.Value {
			h := c.Arg(0).Hash()
			sum := digestSum(h.Get(value.KeyString("kind")).String(), h.Get(data).String())
			h.Set(data, value.Str("")) // reading a digest starts a new one
			return digestForm(form, sum)
		})
	}
}

func digestSum(kind, data string) []byte {
	make := md5.New
	for _, k := range shaKinds() {
		if k.name == kind {
			make = k.make
		}
	}
	h := make()
	h.Write([]byte(data))
	return h.Sum(nil)
}

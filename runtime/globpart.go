package runtime

// This file defines the parts of symbol table entries, `*name{CODE}` and its kin, and symbol tables as hashes.

import (
	"maps"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// globPart compiles `*name{THING}`; nil if x is an element of a hash.
func (c *compiler) globPart(x *tree.HashElem) evalFn {
	if !isGlobPart(x) {
		return nil
	}
	glob, key := c.scalar(x.Hash), c.scalar(x.Key)
	return func(vm *VM, fr *Frame) value.Value {
		g := glob(vm, fr).Glob()
		return vm.partOf(g, key(vm, fr).String())
	}
}

func isGlobPart(x *tree.HashElem) bool {
	switch g := x.Hash.(type) {
	case *tree.Deref:
		return g.Sigil == '*'
	case *tree.Var:
		return g.Sigil == '*'
	}
	return false
}

// undefineSub is `undef &name`: the sub is left declared, for all who refer to it.
func (vm *VM) undefineSub(g *value.Glob) {
	if g.Code != nil {
		*g.Code = value.Code{Header: g.Code.Header, Name: g.Code.Name, Package: g.Code.Package, Proto: g.Code.Proto, HasProto: g.Code.HasProto}
	}
	vm.methodGen++
}

// partOf returns a reference to a part of a glob, undef if it has none of that kind.
func (vm *VM) partOf(g *value.Glob, part string) value.Value {
	switch part {
	case "SCALAR":
		return value.RefScalar(g.Scalar)
	case "ARRAY":
		if g.Array != nil {
			return value.RefArray(g.Array)
		}
	case "HASH":
		if g.Hash != nil {
			return value.RefHash(g.Hash)
		}
	case "CODE":
		if g.Code != nil {
			return value.RefCode(g.Code)
		}
	case "IO", "FILEHANDLE":
		if g.IO != nil {
			return vm.ioObject(g.IO)
		}
	case "GLOB":
		return value.RefGlob(g)
	case "NAME":
		return value.Str(g.Name)
	case "PACKAGE":
		return value.Str(g.Package)
	}
	return value.Undef
}

// ioObject returns the object that stands for an open handle by itself.
func (vm *VM) ioObject(io any) value.Value {
	g := vm.ioGlobs[io]
	if g == nil {
		g = &value.Glob{Package: "main", Name: "__ANONIO__", Scalar: &value.Scalar{}, IO: io}
		value.RefGlob(g).Bless(vm.handleClass().Class)
		if vm.ioGlobs == nil {
			vm.ioGlobs = map[any]*value.Glob{}
		}
		vm.ioGlobs[io] = g
	}
	return value.RefGlob(g)
}

// stash returns the symbol table of a package as a hash; there is one for each package.
func (vm *VM) stash(name string) *value.Hash {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(name, "::"), "::"), "main::")
	if name == "" {
		name = "main"
	}
	h := vm.stashes[name]
	if h == nil {
		h = value.NewHash()
		h.Tie = &stashHash{vm, name}
		if vm.stashes == nil {
			vm.stashes = map[string]*value.Hash{}
		}
		vm.stashes[name] = h
	}
	return h
}

// inner returns the packages directly inside the package of the table, as its keys spell them: "Name::".
func (s *stashHash) inner() []string {
	prefix := s.pkg + "::"
	if s.pkg == "main" {
		prefix = ""
	}
	set := map[string]bool{}
	for name, p := range s.vm.packages {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "" || len(p.Globs) == 0 {
			continue
		}
		first, _, _ := strings.Cut(rest, "::")
		set[first+"::"] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// innerGlob returns the entry of an inner package, whose hash is its symbol table; nil if there is no such package.
func (s *stashHash) innerGlob(key string) *value.Glob {
	if !strings.HasSuffix(key, "::") || !slices.Contains(s.inner(), key) {
		return nil
	}
	name := key
	if s.pkg != "main" {
		name = s.pkg + "::" + key
	}
	return &value.Glob{Package: s.pkg, Name: key, Scalar: &value.Scalar{}, Hash: s.vm.stash(name)}
}

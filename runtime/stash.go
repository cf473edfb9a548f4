package runtime

// This file defines packages: symbol tables, inheritance and method look-up.

import (
	"maps"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Package is a namespace; as a class it finds methods.
type Package struct {
	Name    string
	Globs   map[string]*value.Glob
	Class   *value.Class
	methods map[string]*value.Code // cache, valid for gen
	gen     int
	mro     []*Package
	c3      bool // methods are looked for in C3 order
}

// Package returns the package of that name, made if need be.
func (vm *VM) Package(name string) *Package {
	if p := vm.packages[name]; p != nil {
		return p
	}
	if key := packageKey(name); key != name {
		p := vm.packages[key]
		if p == nil {
			p = vm.Package(key)
			p.Name, p.Class.Name = name, name // the name it is first called by
		}
		return p
	}
	p := &Package{Name: name, Globs: map[string]*value.Glob{}, gen: -1}
	p.Class = &value.Class{Name: name, Ref: p}
	vm.packages[name] = p
	return p
}

// packageKey returns the name of a package without the main:: or :: in front.
func packageKey(name string) string {
	for {
		rest, ok := strings.CutPrefix(name, "main::")
		if !ok {
			if rest, ok = strings.CutPrefix(name, "::"); !ok {
				return name
			}
		}
		if rest == "" {
			return "main"
		}
		name = rest
	}
}

// Glob returns the symbol table entry of a qualified name, made if need be. A name without package is in main.
func (vm *VM) Glob(name string) *value.Glob {
	if g := vm.globs[name]; g != nil {
		return g
	}
	full := name
	if i := strings.IndexByte(full, '\''); i > 0 && i < len(full)-1 {
		full = strings.ReplaceAll(full, "'", "::") // the old spelling of ::
	}
	for strings.HasPrefix(full, "main::main::") || strings.HasPrefix(full, "::") {
		full = strings.TrimPrefix(strings.TrimPrefix(full, "main::"), "::")
		if !strings.Contains(full, "::") {
			full = "main::" + full
		}
	}
	i := strings.LastIndex(full, "::")
	if i < 0 {
		full, i = "main::"+full, 4
	}
	p := vm.Package(full[:i])
	short := full[i+2:]
	g := p.Globs[short]
	if g == nil {
		g = &value.Glob{Package: full[:i], Name: short, Scalar: &value.Scalar{}}
		p.Globs[short] = g
		vm.magic(g)
	}
	vm.globs[name] = g
	return g
}

// globArray returns the array of a glob, made if need be; globHash is its sibling.
func globArray(g *value.Glob) *value.Array {
	if g.Array == nil {
		g.Array = value.NewArray(nil)
	}
	return g.Array
}

func globHash(g *value.Glob) *value.Hash {
	if g.Hash == nil {
		g.Hash = value.NewHash()
	}
	return g.Hash
}

// DefineSub sets the sub of a qualified name.
func (vm *VM) DefineSub(name string, code *value.Code) {
	g := vm.Glob(name)
	if g.Code != nil && g.Code.Body == nil && g.Code.Const == nil {
		*g.Code = *code // a declaration that others refer to already
	} else {
		g.Code = code
	}
	vm.methodGen++
}

// lookupSub returns the defined sub of a qualified name, nil if there is none.
func (vm *VM) lookupSub(name string) *value.Code {
	if g := vm.globs[name]; g != nil && isDefined(g.Code) {
		return g.Code
	}
	i := strings.LastIndex(name, "::")
	if i < 0 {
		return nil
	}
	p := vm.packages[name[:i]]
	if p == nil {
		return nil
	}
	if g := p.Globs[name[i+2:]]; g != nil && isDefined(g.Code) {
		return g.Code
	}
	return nil
}

func isDefined(c *value.Code) bool { return c != nil && (c.Body != nil || c.Const != nil) }

// linear returns the classes that methods are looked for in, in order.
func (vm *VM) linear(p *Package) []*Package {
	if p.gen == vm.methodGen {
		return p.mro
	}
	var out []*Package
	if p.c3 {
		out = vm.c3(p, nil, 0)
	} else {
		out = vm.depthFirst(p)
	}
	p.mro, p.gen, p.methods = out, vm.methodGen, map[string]*value.Code{}
	return out
}

// findMethod returns the code of a method, looking through the parents and UNIVERSAL; nil if there is none.
func (vm *VM) findMethod(p *Package, name string) *value.Code {
	classes := vm.linear(p)
	if c, ok := p.methods[name]; ok {
		return c
	}
	var found *value.Code
	for _, q := range classes {
		if g := q.Globs[name]; g != nil && isDefined(g.Code) {
			found = g.Code
			break
		}
	}
	if found == nil {
		if g := vm.Package("UNIVERSAL").Globs[name]; g != nil && isDefined(g.Code) {
			found = g.Code
		}
	}
	p.methods[name] = found
	return found
}

// isaPackage tells whether class p is, or inherits from, the named class.
func (vm *VM) isaPackage(p *Package, name string) bool {
	for _, q := range vm.linear(p) {
		if q.Name == name {
			return true
		}
	}
	if key := packageKey(name); key != name {
		return vm.isaPackage(p, key)
	}
	return false
}

// packageOf returns the package of a blessed reference, nil for anything else.
func packageOf(v value.Value) *Package {
	if c := v.Blessed(); c != nil {
		return c.Ref.(*Package)
	}
	return nil
}

// stashHash is %Foo::, the symbol table of a package as a hash of globs.
type stashHash struct {
	vm  *VM
	pkg string
}

func (s *stashHash) globs() map[string]*value.Glob {
	name := s.pkg
	if name == "" {
		name = "main"
	}
	if p := s.vm.packages[name]; p != nil {
		return p.Globs
	}
	return nil
}

func (s *stashHash) Fetch(key value.Value) value.Value {
	if g := s.globs()[key.String()]; g != nil {
		return value.GlobValue(g)
	}
	if g := s.innerGlob(key.String()); g != nil {
		return value.GlobValue(g)
	}
	return value.Undef
}

func (s *stashHash) Store(key, v value.Value) {
	s.vm.assignGlob(s.vm.Glob(s.pkg+"::"+key.String()), v)
}

func (s *stashHash) Exists(key value.Value) bool {
	return s.globs()[key.String()] != nil || s.innerGlob(key.String()) != nil
}

func (s *stashHash) Delete(key value.Value) value.Value {
	v := s.Fetch(key)
	delete(s.globs(), key.String())
	delete(s.vm.globs, s.pkg+"::"+key.String())
	s.vm.methodGen++
	return v
}

func (s *stashHash) Clear() {
	for _, k := range s.Keys() {
		s.Delete(k)
	}
}

func (s *stashHash) Keys() []value.Value {
	var out []value.Value
	for _, name := range slices.Sorted(maps.Keys(s.globs())) {
		out = append(out, value.Str(name))
	}
	for _, name := range s.inner() {
		out = append(out, value.Str(name))
	}
	return out
}

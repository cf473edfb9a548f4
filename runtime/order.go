package runtime

// This file defines the order in which a class and its parents are searched for methods: depth first, or C3, which keeps every
// class before its parents and the parents in the order of @ISA; and next::method, which goes on in that order.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// parents returns the classes in @ISA.
func (vm *VM) parents(p *Package) []*Package {
	g := p.Globs["ISA"]
	if g == nil || g.Array == nil {
		return nil
	}
	var out []*Package
	for _, v := range g.Array.Values(nil) {
		out = append(out, vm.Package(v.String()))
	}
	return out
}

// depthFirst returns a class and its ancestors, each where it is met first.
func (vm *VM) depthFirst(p *Package) []*Package {
	seen := map[*Package]bool{}
	var out []*Package
	var walk func(q *Package, depth int)
	walk = func(q *Package, depth int) {
		if depth > maxAncestors {
			panic(vm.dief(nil, "Recursive inheritance detected in package '%s'", p.Name))
		}
		if seen[q] {
			return
		}
		seen[q] = true
		out = append(out, q)
		for _, parent := range vm.parents(q) {
			walk(parent, depth+1)
		}
	}
	walk(p, 0)
	return out
}

const maxAncestors = 100 // generations of classes

// c3 returns a class and its ancestors in C3 order. It dies of classes that cannot be ordered so.
func (vm *VM) c3(p *Package, at *site, depth int) []*Package {
	if depth > maxAncestors {
		panic(vm.dief(at, "Recursive inheritance detected in package '%s'", p.Name))
	}
	parents := vm.parents(p)
	var lists [][]*Package
	for _, q := range parents {
		lists = append(lists, vm.c3(q, at, depth+1))
	}
	lists = append(lists, parents)
	out := []*Package{p}
	for {
		var next *Package
		var rejected *Package
		for _, l := range lists {
			if len(l) == 0 {
				continue
			}
			if inTail(lists, l[0]) {
				rejected = l[0]
				continue
			}
			next = l[0]
			break
		}
		switch {
		case next != nil:
			out = append(out, next)
			for i, l := range lists {
				if len(l) > 0 && l[0] == next {
					lists[i] = l[1:]
				}
			}
		case rejected != nil:
			panic(vm.inconsistent(p, out, rejected, at))
		default:
			return out
		}
	}
}

// inTail tells whether a class stands in one of the lists behind its first place.
func inTail(lists [][]*Package, p *Package) bool {
	for _, l := range lists {
		for i := 1; i < len(l); i++ {
			if l[i] == p {
				return true
			}
		}
	}
	return false
}

func (vm *VM) inconsistent(p *Package, merged []*Package, rejected *Package, at *site) *Die {
	var b strings.Builder
	for _, q := range merged {
		b.WriteString("\t\t" + q.Name + ",\n")
	}
	return vm.dief(at, "Inconsistent hierarchy during C3 merge of class '%s':\n\tcurrent merge results [\n%s\t]\n\tmerging failed on '%s'", p.Name, b.String(), rejected.Name)
}

// setOrder is mro::set_mro: "dfs" or "c3".
func (vm *VM) setOrder(pkg, order string, at *site) {
	p := vm.Package(pkg)
	switch order {
	case "dfs":
		p.c3 = false
	case "c3":
		vm.c3(p, at, 0)
		p.c3 = true
	default:
		panic(vm.dief(at, "Invalid mro name: '%s'", order))
	}
	vm.methodGen++
}

// Order returns the order in which a class is searched for methods: "dfs" or "c3".
func (vm *VM) Order(class string) string {
	if p := vm.packages[class]; p != nil && p.c3 {
		return "c3"
	}
	return "dfs"
}

// SetOrder sets the order in which a class is searched for methods; it dies of any other word.
func (c *Call) SetOrder(class, order string) { c.VM.setOrder(class, order, c.site) }

// Ancestry returns the names of a class and its ancestors in an order, "" for that of the class. It dies of any other word, and
// of classes that have no C3 order.
func (c *Call) Ancestry(class, order string) []value.Value {
	p := c.VM.Package(class)
	if order == "" {
		order = c.VM.Order(class)
	}
	switch order {
	case "c3":
		return classNames(c.VM.c3(p, c.site, 0))
	case "dfs":
		return classNames(c.VM.depthFirst(p))
	}
	c.Die("Invalid mro name: '%s'", order)
	return nil
}

func classNames(list []*Package) []value.Value {
	var out []value.Value
	for _, p := range list {
		out = append(out, value.Str(p.Name))
	}
	return out
}

// Descendants returns the names of the classes that inherit from one, in no order.
func (vm *VM) Descendants(class string) []value.Value {
	var out []*Package
	for _, p := range vm.packages {
		if p.Name != class && vm.isaPackage(p, class) {
			out = append(out, p)
		}
	}
	return classNames(out)
}

// Generation counts the changes to subs and classes.
func (vm *VM) Generation() int { return vm.methodGen }

// nextMethod finds the method that follows the running one in the C3 order of the invocant's class. How is "next::method", which
// dies if there is none, "maybe::next::method" or "next::can".
func (vm *VM) nextMethod(how string, inv value.Value, at *site) *value.Code {
	pkg, name := vm.runningMethod(at)
	class := packageOf(inv)
	if class == nil {
		class = vm.Package(inv.String())
	}
	order := vm.c3(class, at, 0)
	for i, p := range order {
		if p.Name != pkg {
			continue
		}
		for _, q := range order[i+1:] {
			if g := q.Globs[name]; g != nil && isDefined(g.Code) {
				return g.Code
			}
		}
		break
	}
	if how == "next::method" {
		panic(vm.dief(at, "No next::method '%s' found for %s", name, class.Name))
	}
	return nil
}

// runningMethod returns the package and name of the innermost running sub that has a name.
func (vm *VM) runningMethod(at *site) (pkg, name string) {
	for i := vm.depth - 1; i >= 0; i-- {
		if code := vm.calls[i].code; code != nil && code.Name != "" && code.Name != "__ANON__" && code.Name != "(eval)" {
			full := vm.subName(code)
			i := strings.LastIndex(full, "::")
			return full[:i], full[i+2:]
		}
	}
	panic(vm.dief(at, "next::method/next::can/maybe::next::method must be used in method context"))
}

// isNext tells whether a method name is one of the three that go on in the order of classes.
func isNext(name string) bool {
	return name == "next::method" || name == "next::can" || name == "maybe::next::method"
}

// specialMethod is resolveMethod for the special method sites.
func (vm *VM) specialMethod(ms *methodSite, inv value.Value) *value.Code {
	if isNext(ms.name) {
		return vm.nextCode(ms, inv)
	}
	code := vm.ordinaryMethod(ms, inv)
	if vm.depth >= deepCalls {
		vm.noticeDepth(code, ms.at)
	}
	return code
}

// nextCode is the code of next::method and its kin, for the call ms with its invocant.
func (vm *VM) nextCode(ms *methodSite, inv value.Value) *value.Code {
	code := vm.nextMethod(ms.name, inv, ms.at)
	if code != nil && ms.name != "next::can" {
		return code
	}
	return &value.Code{Package: "next", Name: "can", Body: Native(func(c *Call) value.Value {
		if code == nil {
			return c.Nothing()
		}
		return value.RefCode(code)
	})}
}

package runtime

// This file defines the text functions that write to their operand: chomp, chop, substr and pos as places.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

func (c *compiler) textFunction(x *tree.Func) evalFn {
	switch x.Name {
	case "chomp":
		return c.chomping(x)
	case "chop":
		return c.chompWith(x, chop)
	case "substr":
		return c.substr(x)
	case "pos":
		cell := c.cell(c.operand(x, 0))
		return func(vm *VM, fr *Frame) value.Value { return vm.getPos(cell(vm, fr)) }
	case "sprintf":
		return c.sprintfFixed(x)
	case "split":
		return c.countOf(c.splitList(x))
	case "vec":
		return c.vecOf(x)
	case "local":
		return nil
	}
	return nil
}

// chomping compiles chomp. That of a line in a slot is done on the spot.
func (c *compiler) chomping(x *tree.Func) evalFn {
	sep := c.vm.Glob("main::/")
	general := c.chompWith(x, func(vm *VM, v value.Value) (value.Value, value.Value) { return chomp(v, sep.Scalar.Get()) })
	slot, ok := plainSlot(c.operand(x, 0))
	if !ok || len(x.Args) != 1 || c.vm.config.Plain {
		return general
	}
	return func(vm *VM, fr *Frame) value.Value {
		v, end := fr[slot], sep.Scalar
		if !v.IsBytes() || !end.V.IsBytes() || end.V.S() != "\n" {
			return general(vm, fr)
		}
		s := v.S()
		n := len(s) - 1
		if n < 0 || s[n] != '\n' {
			return value.Int(0)
		}
		fr[slot] = value.Str(s[:n])
		return value.Int(1)
	}
}

// chompWith applies a shortening function to every operand; the result is the sum (chomp) or the last (chop) of what it gives.
func (c *compiler) chompWith(x *tree.Func, f func(vm *VM, v value.Value) (rest, result value.Value)) evalFn {
	a := c.operand(x, 0)
	if len(x.Args) == 1 && !isListTarget(a) && !isListAssign(a) {
		cell, at := c.cell(a), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			s := cell(vm, fr)
			v := s.Get()
			if v.IsUndef() {
				if at.warn {
					vm.warnUninitialized("scalar "+x.Name, a, at)
				}
				return nothingCut(x.Name)
			}
			rest, result := f(vm, v)
			vm.set(s, rest, at)
			return result
		}
	}
	args := x.Args
	if len(args) == 0 {
		args = []tree.Expr{a}
	}
	list, at := c.aliasLists(args), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		base := len(vm.stack)
		list(vm, fr)
		total := value.Int(0)
		items := vm.take(base)
		for i, v := range items {
			if v.IsCell() && !v.Load().Defined() {
				if at.warn {
					vm.warnItem(i, len(items), args, x.Name, at)
				}
			}
			if !v.IsCell() || !v.Load().Defined() {
				continue
			}
			rest, result := f(vm, v.Load())
			vm.set(v.Cell(), rest, at)
			if result.IsInt() {
				total = value.Add(total, result)
			} else {
				total = result
			}
		}
		return total
	}
}

// nothingCut is the result of chop or chomp on an undefined variable, which stays as it is.
func nothingCut(name string) value.Value {
	if name == "chop" {
		return value.Str("")
	}
	return value.Int(0)
}

// isListAssign tells whether x assigns a list: `chomp(my @lines = <$fh>)`.
func isListAssign(x tree.Expr) bool {
	a, ok := x.(*tree.Assign)
	return ok && isListTarget(a.Left)
}

// chomp removes the line end sep, the value of $/.
func chomp(v, sep value.Value) (rest, removed value.Value) {
	if v.IsRef() && v.Blessed() == nil || !sep.Defined() {
		return v, value.Int(0)
	}
	t := v.ToStr()
	s := t.S()
	var cut string
	if end := sep.String(); end == "" {
		cut = strings.TrimRight(s, "\n")
	} else if sep.IsRef() {
		return v, value.Int(0)
	} else {
		cut = strings.TrimSuffix(s, end)
	}
	if len(cut) == len(s) {
		return v, value.Int(0)
	}
	return value.Text(cut, t.IsWide()), value.Int(int64(len(s) - len(cut)))
}

func chop(vm *VM, v value.Value) (rest, removed value.Value) {
	t := v.ToStr()
	n := value.Length(t)
	if n == 0 {
		return v, value.Str("")
	}
	rest, _, _, _ = value.Substr(t, 0, int64(n-1), true)
	removed, _, _, _ = value.Substr(t, int64(n-1), 1, true)
	return rest, removed
}

// substr compiles substr: two or three operands read, four replace.
func (c *compiler) substr(x *tree.Func) evalFn {
	if len(x.Args) == 4 {
		cell, repl, at := c.cell(&tree.Func{Span: x.Span, Name: "substr", Args: x.Args[:3]}), c.scalar(x.Args[3]), c.site(x)
		return func(vm *VM, fr *Frame) value.Value {
			s := cell(vm, fr)
			old := s.Get()
			vm.set(s, repl(vm, fr), at)
			return old
		}
	}
	text, off, at := c.scalar(x.Args[0]), c.scalar(x.Args[1]), c.site(x)
	if at.warn {
		text, off = c.warnUndef(text, x.Args[0], "substr"), c.warnUndef(off, x.Args[1], "substr")
	}
	length := constant(value.Undef)
	has := len(x.Args) > 2
	if has {
		length = c.scalar(x.Args[2])
	}
	return func(vm *VM, fr *Frame) value.Value {
		v := text(vm, fr)
		o := off(vm, fr).ToInt()
		l := length(vm, fr)
		part, _, _, ok := value.Substr(v.ToStr(), o, l.ToInt(), has)
		if !ok {
			if at.warn {
				vm.warnIn(at, warnSubstr, "substr outside of string")
			}
			return value.Undef
		}
		return part
	}
}

// functionCell compiles functions that can be assigned to; nil for the rest.
func (c *compiler) functionCell(x *tree.Func) cellFn {
	switch x.Name {
	case "substr":
		return c.substrCell(x)
	case "pos":
		cell := c.cell(c.operand(x, 0))
		return func(vm *VM, fr *Frame) *value.Scalar {
			s := cell(vm, fr)
			return value.NewTied(&posTie{vm, s})
		}
	case "vec":
		return c.vecCell(x)
	case "keys":
		hash := c.hash(x.Args[0], true)
		return func(vm *VM, fr *Frame) *value.Scalar {
			hash(vm, fr)
			return &value.Scalar{}
		}
	case "local":
		return nil
	}
	return nil
}

// substrTie is a substr that is written to.
type substrTie struct {
	vm       *VM
	s        *value.Scalar
	off, len int64
	has      bool
	at       *site
}

func (t *substrTie) Fetch() value.Value {
	part, _, _, _ := value.Substr(t.s.Get().ToStr(), t.off, t.len, t.has)
	return part
}

func (t *substrTie) Store(v value.Value) {
	whole := t.s.Get().ToStr()
	v = v.ToStr()
	if v.IsWide() && !whole.IsWide() {
		whole = value.Wide(whole.UTF8())
	}
	_, start, end, ok := value.Substr(whole, t.off, t.len, t.has)
	if !ok {
		panic(t.vm.dief(t.at, "substr outside of string"))
	}
	text := v.S()
	if whole.IsWide() {
		text = v.UTF8()
	}
	s := whole.S()
	t.vm.set(t.s, value.Text(s[:start]+text+s[end:], whole.IsWide() || v.IsWide()), t.at)
	t.len, t.has = int64(value.Length(v)), true
}

func (c *compiler) substrCell(x *tree.Func) cellFn {
	cell, off, at := c.cell(x.Args[0]), c.scalar(x.Args[1]), c.site(x)
	length := constant(value.Undef)
	has := len(x.Args) > 2
	if has {
		length = c.scalar(x.Args[2])
	}
	return func(vm *VM, fr *Frame) *value.Scalar {
		s := cell(vm, fr)
		o, l := off(vm, fr).ToInt(), length(vm, fr)
		return value.NewTied(&substrTie{vm, s, o, l.ToInt(), has, at})
	}
}

package runtime

// This file defines matches without /g that look at pos() nevertheless, because their pattern says \G, and pos() inside of s///.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

// mentionsG tells whether a pattern is written with \G.
func mentionsG(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Str:
		return strings.Contains(x.Value, `\G`)
	case *tree.Interp:
		for _, p := range x.Parts {
			if s, ok := p.(*tree.Str); ok && mentionsG(s) {
				return true
			}
		}
	}
	return false
}

// matchAtPos compiles a match that begins at pos() and leaves it as it is.
func (c *compiler) matchAtPos(x *tree.Match, re regexFn, at *site) condFn {
	text := c.subject(x.Target, at)
	if !isPlace(x.Target) {
		return func(vm *VM, fr *Frame) bool { return vm.find(re(vm, fr), text(vm, fr).ToStr(), 0, 0, at) }
	}
	cell := c.place(x.Target, at)
	return func(vm *VM, fr *Frame) bool {
		s := cell(vm, fr)
		v := s.Get()
		if at.warn && v.IsUndef() {
			vm.warnUninitialized("pattern match (m//)", x.Target, at)
		}
		pos, _ := vm.startPos(posKey(s))
		return vm.find(re(vm, fr), v.ToStr(), pos, 0, at)
	}
}

// isPlace tells whether a target is a scalar variable, which may have a position; nil is $_.
func isPlace(x tree.Expr) bool {
	switch x := x.(type) {
	case nil:
		return true
	case *tree.Var:
		return x.Sigil == '$'
	case *tree.Deref:
		return x.Sigil == '$'
	case *tree.Elem, *tree.HashElem:
		return true
	}
	return false
}

// mentionsPos tells whether the right side of s/// asks for pos(), which is then the place of the match.
func mentionsPos(x tree.Expr) bool {
	found := false
	tree.Inspect(x, func(n tree.Node) bool {
		if f, ok := n.(*tree.Func); ok && f.Name == "pos" {
			found = true
		}
		return !found
	})
	return found
}

// checkRanges dies of a range of tr/// that runs backwards.
func (c *compiler) checkRanges(s string, at *site) {
	in := []rune(s)
	for i := 0; i+2 < len(in); i++ {
		switch {
		case in[i] == '\\' && (in[i+1] == '-' || in[i+1] == '\\'):
			i++
		case in[i+1] == '-':
			if lo, hi := in[i], in[i+2]; lo > hi {
				shown := string(lo) + "-" + string(hi)
				if lo > 255 || hi > 255 {
					shown = fmt.Sprintf("\\x{%04X}-\\x{%04X}", lo, hi)
				}
				panic(c.vm.dief(at, "Invalid range \"%s\" in transliteration operator", shown))
			}
			i += 2
		}
	}
}

package runtime

// This file defines `my` arrays that serve again. Each time a `my @x` is run it makes a new array, as something may keep hold of the
// one before. When nothing in the sub can, the array that the same declaration left in the same slot takes its place.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// ownArraySize is how many elements an array may have to serve again: emptying a larger one costs what making it does.
const ownArraySize = 64

// ownArrays counts, for each lexical array of a sub, the uses that may keep hold of the array itself. What copies its elements, counts
// them or refers to single ones does not.
type ownArrays map[*symbol]int

func findOwnArrays(body []tree.Stmt) ownArrays {
	kept := ownArrays{}
	for _, s := range body {
		tree.Inspect(s, kept.visit)
	}
	return kept
}

// owns tells whether a declared array is nobody else's.
func (c *compiler) owns(sym *symbol) bool {
	if sym.kind != "my" || sym.cell || sym.static != 0 || c.fn.body == nil || c.vm.config.Plain || c.vm.config.Debug {
		return false
	}
	if c.own == nil {
		c.own = findOwnArrays(c.fn.body.Stmts)
	}
	return c.own[sym] == 0
}

func (kept ownArrays) visit(n tree.Node) bool {
	switch n := n.(type) {
	case *tree.Var:
		kept.add(n, 1)
	case *tree.Elem:
		kept.allow(n.Array)
	case *tree.Slice:
		kept.allow(n.Of)
	case *tree.JoinArray:
		kept.allow(n.X)
	case *tree.AnonArray:
		kept.allow(n.Items...)
	case *tree.Foreach:
		kept.allow(n.List)
	case *tree.Return:
		kept.allow(n.X)
	case *tree.If:
		for _, cl := range n.Clauses {
			kept.allow(cl.Cond)
		}
	case *tree.While:
		kept.allow(n.Cond)
	case *tree.Ternary:
		kept.allow(n.Cond)
	case *tree.Binary:
		switch n.Op {
		case "==", "!=", "<", ">", "<=", ">=", "%", "+", "-", "*", "/":
			kept.allow(n.Left, n.Right)
		}
	case *tree.Func:
		switch n.Name {
		case "join", "push", "unshift", "pop", "shift", "scalar", "sort", "reverse", "print", "say":
			kept.allow(n.Args...)
		}
	case *tree.ExprStmt:
		kept.statement(n.X)
	}
	return true
}

// statement allows declarations and assignments whose value nobody uses.
func (kept ownArrays) statement(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Decl:
		kept.allow(x)
	case *tree.Assign:
		if x.Op == "=" {
			kept.allow(x.Left, x.Right)
		}
	}
}

// allow takes uses back: arrays as they are, or as items of a list.
func (kept ownArrays) allow(list ...tree.Expr) {
	for _, x := range list {
		switch x := x.(type) {
		case *tree.Var:
			kept.add(x, -1)
		case *tree.List:
			kept.allow(x.Items...)
		case *tree.Decl:
			for _, v := range x.Vars {
				if v != nil {
					kept.add(v, -1)
				}
			}
		}
	}
}

func (kept ownArrays) add(v *tree.Var, n int) {
	if u, ok := v.Ref.(*varUse); ok && u.sym != nil && v.Sigil == '@' {
		kept[u.sym] += n
	}
}

// declareOwn is `my @x` for an array that nobody keeps. Only the slot that this very declaration has filled holds the array it made
// last: in another frame, as in a sub that calls itself, the slot is another one.
func declareOwn(slot uint8) stmtFn {
	var last *value.Array
	return func(vm *VM, fr *Frame) ctl {
		if v := fr[slot]; v.IsArrayRef() && v.Array() == last && last.Recycle(ownArraySize) {
			return ctlNone
		}
		last = value.NewArray(nil)
		fr[slot] = value.RefArray(last)
		return ctlNone
	}
}

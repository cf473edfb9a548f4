package runtime

// This file compiles operators whose right side may change the variable on their left. An operand that is a variable is read when
// the operator is at work, not when it is passed over: `$x . ($x = 5)` is "55", and `$sum + visit()` adds to what visit has made of $sum.
// Reading the variable after everything else comes to the same.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// isLate tells whether x is a scalar variable that evaluating right may write to.
func isLate(x, right tree.Expr) bool {
	v, ok := unwrap(x).(*tree.Var)
	if !ok || v.Sigil != '$' {
		return false
	}
	use, ok := v.Ref.(*varUse)
	if !ok {
		return false
	}
	shared := use.sym == nil || use.sym.global != "" || use.sym.modified && (use.sym.cell || use.sym.static != 0)
	late := false
	tree.Inspect(right, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Sub, *tree.AnonSub:
			return false
		case *tree.Call, *tree.CallRef, *tree.Method:
			late = late || shared
		case *tree.Assign:
			late = late || targets(n.Left, use)
		case *tree.IncDec:
			late = late || targets(n.X, use)
		case *tree.Subst:
			late = late || targets(n.Target, use)
		case *tree.Trans:
			late = late || targets(n.Target, use)
		case *tree.Func:
			switch n.Name {
			case "chomp", "chop":
				late = late || len(n.Args) > 0 && targets(n.Args[0], use)
			case "eval":
				late = late || shared
			}
		}
		return !late
	})
	return late
}

// targets tells whether a variable is among those that an assignment to left writes to.
func targets(left tree.Expr, use *varUse) bool {
	switch x := unwrap(left).(type) {
	case *tree.Var:
		u, ok := x.Ref.(*varUse)
		return ok && x.Sigil == '$' && u.sym == use.sym && u.global == use.global
	case *tree.List:
		for _, item := range x.Items {
			if targets(item, use) {
				return true
			}
		}
	case *tree.Assign:
		return targets(x.Left, use)
	}
	return false
}

// lateBinary compiles an operator whose left operand is late; nil when that is not so.
func (c *compiler) lateBinary(x *tree.Binary) evalFn {
	if !isLate(x.Left, x.Right) {
		return nil
	}
	f := c.operator(x.Op)
	if comparer(x.Op) != nil {
		f = compareOperator(x.Op)
	}
	a, b, o := c.scalar(x.Left), c.scalar(x.Right), c.opInfo(x)
	return func(vm *VM, fr *Frame) value.Value {
		q := b(vm, fr)
		return f(vm, a(vm, fr), q, o)
	}
}

// A concatChain is a chain of `.`: its parts, and the operator before each but the first.
type concatChain struct {
	parts []tree.Expr
	links []*tree.Binary
}

func chainOf(x *tree.Binary) concatChain {
	b, ok := x.Left.(*tree.Binary)
	if !ok || b.Op != "." {
		return concatChain{[]tree.Expr{x.Left, x.Right}, []*tree.Binary{x}}
	}
	l := chainOf(b)
	return concatChain{append(l.parts, x.Right), append(l.links, x)}
}

// late tells whether evaluating some part may write to a variable that is one before it.
func (l concatChain) late() bool {
	for i, p := range l.parts {
		for _, later := range l.parts[i+1:] {
			if isLate(p, later) {
				return true
			}
		}
	}
	return false
}

// lateConcat compiles a chain that is late; nil for any other. All parts are evaluated before they are put together, the variables last.
func (c *compiler) lateConcat(x *tree.Binary) evalFn {
	l := chainOf(x)
	if !l.late() {
		return nil
	}
	eval, variable, infos := make([]evalFn, len(l.parts)), make([]bool, len(l.parts)), make([]*opInfo, len(l.links))
	for i, p := range l.parts {
		v, ok := unwrap(p).(*tree.Var)
		eval[i], variable[i] = c.scalar(p), ok && v.Sigil == '$'
	}
	for i, b := range l.links {
		infos[i] = c.concatInfo(b)
	}
	return func(vm *VM, fr *Frame) value.Value {
		values := make([]value.Value, len(eval))
		for _, last := range []bool{false, true} {
			for i, f := range eval {
				if variable[i] == last {
					values[i] = f(vm, fr)
				}
			}
		}
		s := values[0]
		for i, v := range values[1:] {
			s = concatenate(vm, s, v, infos[i])
		}
		return s
	}
}

package runtime

// This file defines how a sub takes its arguments: which variables the caller fills directly, and whether it needs a real @_.

import (
	"strings"

	"strconv"

	"github.com/smrscript/smrscript/lang/tree"
)

// leadingParams recognises `my ($x, @rest) = @_;` and `my $x = shift;` at the start of a sub. If nothing else in it uses @_
// those variables become parameters, filled by the caller without any @_.
func (r *resolver) leadingParams(fn *fnInfo, body []tree.Stmt) {
	if r.prag.english {
		return // @_ may be called @ARG
	}
	n := 0
	var vars []*tree.Var
	var defaults []paramDefault
	final := false
	for _, s := range body {
		vs, def, last, ok := paramStmt(s, len(vars))
		if !ok || final || len(vars)+len(vs) > 60 {
			break
		}
		vars, defaults, final = append(vars, vs...), append(defaults, def...), last
		n++
	}
	if n == 0 {
		r.elementParams(fn, body)
		return
	}
	if usesArgs(body[n:]) || usesArgsIn(defaults) {
		return
	}
	for i, v := range vars {
		for _, d := range defaults {
			if d.param == i { // it sees the parameters before
				r.flush()
				r.expr(d.x)
			}
		}
		sym := r.declare("my", v)
		if v.Sigil == '$' {
			fn.params = append(fn.params, sym)
		} else {
			fn.rest = sym
		}
	}
	r.flush()
	fn.defaults, fn.bodyFrom = defaults, n
}

func usesArgsIn(defaults []paramDefault) bool {
	for _, d := range defaults {
		if usesArgs([]tree.Stmt{&tree.ExprStmt{X: d.x}}) {
			return true
		}
	}
	return false
}

// paramStmt takes one statement apart that does nothing but fetch parameters; n is the number fetched before. last is set
// when no more can follow it.
func paramStmt(s tree.Stmt, n int) (vars []*tree.Var, defaults []paramDefault, last, ok bool) {
	es, isExpr := s.(*tree.ExprStmt)
	if !isExpr {
		return nil, nil, false, false
	}
	as, isAssign := es.X.(*tree.Assign)
	if !isAssign || as.Op != "=" {
		return nil, nil, false, false
	}
	d, isDecl := as.Left.(*tree.Decl)
	if !isDecl || d.Kind != "my" {
		return nil, nil, false, false
	}
	if v, isVar := as.Right.(*tree.Var); isVar && v.Sigil == '@' && v.Name == "_" {
		if !d.Paren && d.Vars[0].Sigil == '$' {
			return nil, nil, false, false // my $n = @_ counts
		}
		for i, p := range d.Vars {
			if p == nil || p.Sigil != '$' && i != len(d.Vars)-1 {
				return nil, nil, false, false
			}
		}
		return d.Vars, nil, true, true
	}
	if d.Paren || d.Vars[0] == nil || d.Vars[0].Sigil != '$' {
		return nil, nil, false, false
	}
	right := as.Right
	if l, isLogical := right.(*tree.Logical); isLogical && l.Op != "&&" && isShift(l.Left) {
		defaults = []paramDefault{{n, l.Op, l.Right}}
		right = l.Left
	}
	return d.Vars, defaults, false, isShift(right)
}

func isShift(x tree.Expr) bool {
	f, ok := x.(*tree.Func)
	if !ok || f.Name != "shift" {
		return false
	}
	if len(f.Args) == 0 {
		return true
	}
	v, ok := f.Args[0].(*tree.Var)
	return ok && len(f.Args) == 1 && v.Sigil == '@' && v.Name == "_"
}

// usesArgs tells whether statements use @_ in any way: by name, by shift or pop without operand, through &f; or goto, or
// through a string eval, which might.
func usesArgs(body []tree.Stmt) bool {
	found := false
	for _, s := range body {
		tree.Inspect(s, func(n tree.Node) bool {
			switch n := n.(type) {
			case *tree.AnonSub, *tree.SubDef:
				return false
			case *tree.Var:
				found = found || n.Name == "_" && (n.Sigil == '@' || n.Sigil == '#')
			case *tree.Func:
				switch n.Name {
				case "shift", "pop":
					found = found || len(n.Args) == 0
				case "eval":
					found = true
				}
			case *tree.Call:
				found = found || n.NoArgs
			case *tree.CallRef:
				found = found || n.NoArgs
			case *tree.Jump:
				found = found || n.Kind == "goto"
			}
			return !found
		})
	}
	return found
}

// signature declares the variables of a signature as parameters.
func (r *resolver) signature(sig *tree.Signature) {
	for i, p := range sig.Params {
		v := p.Var
		if v == nil {
			v = &tree.Var{Span: sig.Span, Sigil: p.Sigil, Name: ""}
		}
		if p.Default != nil {
			r.expr(p.Default)
			r.fn.defaults = append(r.fn.defaults, paramDefault{i, p.DefaultOp, p.Default})
		}
		sym := r.declare("my", v)
		if p.Sigil == '$' {
			r.fn.params = append(r.fn.params, sym)
		} else {
			r.fn.rest = sym
		}
		r.flush()
	}
	r.fn.usesArgs = usesArgs(r.fn.body.Stmts)
}

// elementParams makes parameters of `$_[0]`, `$_[1]`, ... when a sub only reads those and uses @_ in no other way.
func (r *resolver) elementParams(fn *fnInfo, body []tree.Stmt) {
	n := 0
	for _, s := range body {
		if !readsArgs(s, &n) {
			return
		}
	}
	for i := range n {
		v := &tree.Var{Sigil: '$', Name: argName(i)}
		fn.params = append(fn.params, r.declare("my", v))
	}
	r.flush()
}

const maxElementParams = 8

// argName is the name of the hidden parameter behind $_[i]; no script can write it.
func argName(i int) string { return "_[" + strconv.Itoa(i) + "]" }

// argElement recognises $_[i] with a constant i.
func argElement(n tree.Node) (i int, ok bool) {
	e, isElem := n.(*tree.Elem)
	if !isElem {
		return 0, false
	}
	v, isVar := e.Array.(*tree.Var)
	k, isConst := constantInt(e.Index)
	if !isVar || v.Sigil != '@' || v.Name != "_" || !isConst || k < 0 || k >= maxElementParams {
		return 0, false
	}
	return int(k), true
}

// readsArgs tells whether everything below n uses @_ only by reading constant elements of it; count becomes the number of
// elements needed.
func readsArgs(n tree.Node, count *int) bool {
	switch n := n.(type) {
	case *tree.AnonSub, *tree.SubDef:
		return true // they have a @_ of their own
	case *tree.Var:
		return n.Name != "_" || n.Sigil != '@' && n.Sigil != '#'
	case *tree.Func:
		if len(n.Args) == 0 && (n.Name == "shift" || n.Name == "pop") || n.Name == "eval" {
			return false
		}
	case *tree.Call:
		if n.NoArgs {
			return false
		}
	case *tree.CallRef:
		if n.NoArgs {
			return false
		}
	case *tree.Jump:
		if n.Kind == "goto" {
			return false
		}
	}
	ok, safe := true, holdsValues(n)
	tree.Children(n, func(child tree.Node) {
		i, isArg := argElement(child)
		switch {
		case !isArg:
			ok = ok && readsArgs(child, count)
		case !safe || isLeft(n, child):
			ok = false
		default:
			*count = max(*count, i+1)
		}
	})
	return ok
}

// holdsValues tells whether a node only reads its direct operands (the left side of an assignment excepted).
func holdsValues(n tree.Node) bool {
	switch n := n.(type) {
	case *tree.Binary, *tree.Logical, *tree.Interp, *tree.Chain, *tree.Deref, *tree.Elem, *tree.HashElem, *tree.Assign, *tree.Return,
		*tree.ExprStmt, *tree.If, *tree.AnonArray, *tree.AnonHash:
		return true
	case *tree.Match: // its position may stay with the caller's variable
		return !strings.Contains(n.Flags, "g") && !mentionsG(n.Pattern)
	case *tree.Unary:
		return n.Op != "\\"
	case *tree.Func:
		return isScalarFunc(n.Name) && !writes(n.Name, 0)
	}
	return false
}

func isLeft(n, child tree.Node) bool {
	a, ok := n.(*tree.Assign)
	return ok && tree.Node(a.Left) == child
}

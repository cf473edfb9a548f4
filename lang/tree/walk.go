package tree

// This file defines the walk over a tree: which parts each node has, in the order of the text.

// Inspect calls f for a node and, as long as f returns true, for everything inside it in the order of the text. A sub is
// visited as the variables and defaults of its parameters and its body. Nil nodes are left out.
func Inspect(n Node, f func(Node) bool) {
	if isNil(n) || !f(n) {
		return
	}
	Children(n, func(child Node) { Inspect(child, f) })
}

// Children calls f for each part of a node that is a node itself, nil ones left out.
func Children(n Node, f func(Node)) {
	v := visitor(func(child Node) {
		if !isNil(child) {
			f(child)
		}
	})
	switch n := n.(type) {
	case *Block:
		for _, s := range n.Stmts {
			v(s)
		}
	case Stmt:
		v.statement(n)
	case Expr:
		v.expression(n)
	}
}

// isNil reports whether a node is nil or holds a nil pointer of a kind that fields may hold.
func isNil(n Node) bool {
	switch n := n.(type) {
	case nil:
		return true
	case *Block:
		return n == nil
	case *Var:
		return n == nil
	}
	return false
}

// A visitor is called for each part of a node.
type visitor func(Node)

// all visits several parts in order.
func (v visitor) all(parts ...Node) {
	for _, n := range parts {
		v(n)
	}
}

func (v visitor) exprs(list []Expr) {
	for _, x := range list {
		v(x)
	}
}

func (v visitor) vars(list []*Var) {
	for _, x := range list {
		v(x)
	}
}

func (v visitor) sub(s *Sub) {
	if s == nil {
		return
	}
	if s.Sig != nil {
		for _, p := range s.Sig.Params {
			v.all(p.Var, p.Default)
		}
	}
	v(s.Body)
}

func (v visitor) statement(n Stmt) {
	switch n := n.(type) {
	case *ExprStmt:
		v(n.X)
	case *If:
		for _, c := range n.Clauses {
			if n.Modifier {
				v.all(c.Body, c.Cond)
			} else {
				v.all(c.Cond, c.Body)
			}
		}
		v(n.Else)
	case *While:
		if n.Modifier {
			v.all(n.Body, n.Cond)
		} else {
			v.all(n.Cond, n.Body, n.Continue)
		}
	case *ForC:
		v.all(n.Init, n.Cond, n.Step, n.Body)
	case *Foreach:
		if n.Modifier {
			v.all(n.Body, n.List)
		} else {
			v.vars(n.Vars)
			v.all(n.List, n.Body, n.Continue)
		}
	case *ForTo:
		v.all(n.Var, n.From, n.To, n.Step, n.Body)
	case *Bare:
		v.all(n.Body, n.Continue)
	case *SubDef:
		v.sub(n.Sub)
	case *Package:
		v(n.Body)
	case *Use:
		v(n.Args)
	case *Phase:
		v.sub(n.Sub)
	case *Given:
		v.all(n.X, n.Body)
	case *When:
		if n.Modifier {
			v.all(n.Body, n.Cond)
		} else {
			v.all(n.Cond, n.Body)
		}
		if n.Exit != nil {
			v(n.Exit)
		}
	case *Try:
		v.all(n.Body, n.CatchVar, n.Catch, n.Finally)
	}
}

func (v visitor) expression(n Expr) {
	switch n := n.(type) {
	case *Interp:
		v.exprs(n.Parts)
	case *JoinArray:
		v(n.X)
	case *Deref:
		v(n.X)
	case *Elem:
		v.all(n.Array, n.Index)
	case *HashElem:
		v.all(n.Hash, n.Key)
	case *Slice:
		v.all(n.Of, n.Index)
	case *ListSlice:
		v.all(n.List, n.Index)
	case *Decl:
		v.vars(n.Vars)
	case *Local:
		v(n.X)
	case *Assign:
		v.all(n.Left, n.Right)
	case *Binary:
		v.all(n.Left, n.Right)
	case *Logical:
		v.all(n.Left, n.Right)
	case *Chain:
		v.exprs(n.Operands)
	case *Unary:
		v(n.X)
	case *IncDec:
		v(n.X)
	case *Ternary:
		v.all(n.Cond, n.Then, n.Else)
	case *RangeOp:
		v.all(n.Left, n.Right)
	case *List:
		v.exprs(n.Items)
	case *AnonArray:
		v.exprs(n.Items)
	case *AnonHash:
		v.exprs(n.Items)
	case *PatternCode:
		v(n.Code)
	case *AnonSub:
		v.sub(n.Sub)
	case *DoBlock:
		v(n.Block)
	case *EvalBlock:
		v(n.Block)
	case *Return:
		v(n.X)
	case *Jump:
		v(n.Dynamic)
	default:
		v.action(n)
	}
}

// action visits calls, patterns, input and commands.
func (v visitor) action(n Expr) {
	switch n := n.(type) {
	case *Call:
		v.exprs(n.Args)
	case *CallRef:
		v(n.Fn)
		v.exprs(n.Args)
	case *Method:
		v.all(n.Invocant, n.Dynamic)
		v.exprs(n.Args)
	case *Func:
		v(n.Handle)
		v.sub(n.Block)
		v.exprs(n.Args)
	case *FileTest:
		v(n.X)
	case *ReadLine:
		v(n.Handle)
	case *Glob:
		v(n.Pattern)
	case *Match:
		v.all(n.Target, n.Pattern)
	case *Subst:
		v.all(n.Target, n.Pattern, n.Replace)
	case *Trans:
		v(n.Target)
	case *QR:
		v(n.Pattern)
	case *Qx:
		v(n.Command)
	case *Command:
		for _, arg := range n.Args {
			v(arg.Value)
		}
	}
}

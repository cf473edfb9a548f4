package runtime

// This file defines the warnings of statements that have no effect.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// voidStmt looks at a statement whose value nobody uses, and at what stands last in its blocks.
func (r *resolver) voidStmt(s tree.Stmt) {
	switch s := s.(type) {
	case *tree.ExprStmt:
		saved := r.prag
		if p, ok := r.lint.silent[s]; ok {
			r.prag = p
		} else if !r.prag.warn {
			r.prag.warn, r.prag.quiet = true, 0 // on where the statement stands
		}
		r.voidExpr(s.X, s)
		r.prag = saved
	case *tree.If:
		for _, c := range s.Clauses {
			r.voidLast(c.Body)
		}
		r.voidLast(s.Else)
	case *tree.Bare:
		r.voidLast(s.Body)
	case *tree.Package:
		r.voidLast(s.Body)
	}
}

func (r *resolver) voidLast(b *tree.Block) {
	if b != nil && len(b.Stmts) > 0 {
		r.voidStmt(b.Stmts[len(b.Stmts)-1])
	}
}

// voidExpr looks at an expression in void context.
func (r *resolver) voidExpr(x tree.Expr, s tree.Stmt) {
	switch x := x.(type) {
	case *tree.Logical:
		r.voidExpr(x.Right, s)
		return
	case *tree.Ternary:
		r.voidExpr(x.Then, s)
		r.voidExpr(x.Else, s)
		return
	case *tree.List:
		for _, it := range x.Items {
			r.voidExpr(it, s)
		}
		return
	case *tree.DoBlock:
		r.voidLast(x.Block)
		return
	case *tree.EvalBlock:
		r.voidLast(x.Block)
		return
	}
	if what := uselessness(x); what != "" {
		r.notice(warnVoid, s.Range(), "Useless use of %s in void context", what)
	}
}

// uselessness is what a warning calls an expression without effect; "" for one that has an effect, or that is excused.
func uselessness(x tree.Expr) string {
	switch x := x.(type) {
	case *tree.Num:
		return uselessNumber(x.Text)
	case *tree.Str:
		return uselessText(x.Value)
	case *tree.Interp:
		return "string"
	case *tree.Var:
		return uselessVar(x)
	case *tree.Deref:
		switch x.Sigil {
		case '$', '@', '%':
			return "a variable"
		case '#':
			return "array length"
		}
	case *tree.Elem:
		return "array element"
	case *tree.HashElem:
		return "hash element"
	case *tree.Slice:
		return uselessSlice(x)
	case *tree.ListSlice:
		return "list slice"
	case *tree.Binary:
		if f, ok := foldNumbers(x); ok {
			return uselessNumber(f)
		}
		if isLiteral(x.Left) && isLiteral(x.Right) {
			return ""
		}
		return opName(x.Op)
	case *tree.Chain:
		return opName(x.Ops[len(x.Ops)-1])
	case *tree.Unary:
		return uselessUnary(x)
	case *tree.RangeOp:
		return "range (or flop)"
	case *tree.AnonArray:
		return "anonymous array ([])"
	case *tree.AnonHash:
		return "anonymous hash ({})"
	case *tree.AnonSub:
		return "single ref constructor"
	case *tree.Subst:
		if strings.Contains(x.Flags, "r") {
			return "non-destructive substitution (s///r)"
		}
	case *tree.Func:
		return uselessFunc(x)
	}
	return ""
}

func uselessNumber(text string) string {
	n := value.Str(strings.ReplaceAll(text, "_", "")).ToNum()
	if strings.HasPrefix(text, "0") && len(text) > 1 && text[1] != '.' {
		return ""
	}
	if s := n.String(); s != "0" && s != "1" {
		return "a constant (" + s + ")"
	}
	return ""
}

func uselessText(s string) string {
	switch s {
	case "0", "1":
		return ""
	}
	q := strconv.Quote(s)
	if len(s) > 32 {
		q = strconv.Quote(s[:32]) + "..."
	}
	return "a constant (" + q + ")"
}

func uselessVar(x *tree.Var) string {
	u, _ := x.Ref.(*varUse)
	private := u != nil && u.sym != nil && u.sym.kind != "our"
	switch x.Sigil {
	case '$':
		if private {
			return "private variable"
		}
		return "a variable"
	case '@':
		if private {
			return "private array"
		}
		return "a variable"
	case '%':
		if private {
			return "private hash"
		}
		return "a variable"
	case '#':
		return "array length"
	}
	return ""
}

func uselessSlice(x *tree.Slice) string {
	of := byte('@')
	switch v := x.Of.(type) {
	case *tree.Var:
		of = v.Sigil
	case *tree.Deref:
		of = v.Sigil
	}
	switch {
	case of == '@' && x.Pairs:
		return "index/value array slice"
	case of == '@':
		return "array slice"
	case x.Pairs:
		return "key/value hash slice"
	}
	return "hash slice"
}

func uselessUnary(x *tree.Unary) string {
	switch x.Op {
	case "!":
		switch x.X.(type) {
		case *tree.Match, *tree.Subst:
			return ""
		}
		return "not"
	case "-":
		if n, ok := x.X.(*tree.Num); ok {
			if u := uselessNumber(n.Text); u != "" {
				return strings.Replace(u, "(", "(-", 1)
			}
			return ""
		}
		return "negation (-)"
	case "~":
		return "1's complement (~)"
	case "+":
		return uselessness(x.X)
	case "\\":
		if l, ok := x.X.(*tree.List); ok && l.Paren {
			return "reference constructor"
		}
		return "single ref constructor"
	}
	return ""
}

// uselessFunc names the functions that only compute something.
func uselessFunc(x *tree.Func) string {
	switch x.Name {
	case "length", "wantarray", "lc", "uc", "caller", "time", "localtime", "gmtime", "substr", "index", "rindex", "unpack", "pack", "abs",
		"hex", "oct", "int", "ord", "chr", "lcfirst", "ucfirst", "quotemeta", "sprintf", "cos", "sin", "exp", "log", "sqrt", "vec", "times",
		"sort", "reverse", "split", "fc":
		if x.Name == "substr" && len(x.Args) > 3 || len(x.Args) > 0 && allConstant(x.Args) {
			return ""
		}
		return x.Name
	case "ref":
		return "reference-type operator"
	case "defined":
		return "defined operator"
	case "join":
		return "join or string"
	case "prototype":
		return "subroutine prototype"
	}
	return ""
}

func allConstant(list []tree.Expr) bool {
	for _, x := range list {
		if !isLiteral(x) {
			return false
		}
	}
	return true
}

// isLiteral tells whether an expression is a literal, with which perl computes before it looks for effects.
func isLiteral(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str:
		return true
	case *tree.List:
		return len(x.Items) == 1 && isLiteral(x.Items[0])
	}
	return false
}

// foldNumbers computes an operation on two constant numbers, as perl does before it looks at the result.
func foldNumbers(x *tree.Binary) (string, bool) {
	a, okA := x.Left.(*tree.Num)
	b, okB := x.Right.(*tree.Num)
	if !okA || !okB {
		return "", false
	}
	p, q := value.Str(a.Text).ToNum(), value.Str(b.Text).ToNum()
	switch x.Op {
	case "+":
		return value.Add(p, q).String(), true
	case "-":
		return value.Sub(p, q).String(), true
	case "*":
		return value.Mul(p, q).String(), true
	}
	return "", false
}

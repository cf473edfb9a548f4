package runtime

// This file defines the part of the resolver that walks expressions. It knows which operators write to their operands,
// so that only variables that need it get storage of their own.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

func (r *resolver) exprs(list []tree.Expr) {
	for _, x := range list {
		r.expr(x)
	}
}

func (r *resolver) expr(x tree.Expr) {
	switch x := x.(type) {
	case nil, *tree.Num, *tree.Str, *tree.Bareword, *tree.Yada:
	case *tree.Var:
		r.variable(x)
	case *tree.Decl:
		for _, v := range x.Vars {
			if v != nil {
				sym := r.declare(x.Kind, v)
				sym.modified = true
			}
		}
	case *tree.Assign:
		r.expr(x.Right)
		r.lvalue(x.Left)
	case *tree.IncDec:
		r.lvalue(x.X)
	case *tree.Local:
		r.ownTopic(x.X)
		r.lvalue(x.X)
		r.local(x.X)
	case *tree.Unary:
		r.expr(x.X)
		if x.Op == "\\" {
			r.refer(x.X)
		}
	case *tree.Match:
		r.match(x.Target, x.Pattern)
		r.keepsPos(x)
	case *tree.Subst:
		r.match(nil, x.Pattern)
		if strings.Count(x.Flags, "e") > 1 {
			x.Ref = r.evalScope()
		}
		r.expr(x.Replace)
		r.target(x.Target, !strings.Contains(x.Flags, "r"))
	case *tree.Trans:
		r.target(x.Target, !strings.Contains(x.Flags, "r"))
	case *tree.Func:
		r.function(x)
	case *tree.AnonSub:
		r.subBody(x.Sub, r.prag.pkg+"::__ANON__")
	case *tree.DoBlock:
		r.block(x.Block)
	case *tree.EvalBlock:
		r.block(x.Block)
	case *tree.Call:
		r.call(x)
	case *tree.CallRef:
		r.expr(x.Fn)
		r.exprs(x.Args)
		r.pass(x.Args)
		r.noteCalls(x)
		if x.NoArgs {
			r.needArgs(true)
		}
	case *tree.Command:
		for _, a := range x.Args {
			r.expr(a.Value)
		}
	default:
		r.exprParts(x)
	}
}

// exprParts walks the expressions whose operands are only read.
func (r *resolver) exprParts(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Interp:
		r.exprs(x.Parts)
	case *tree.PatternCode:
		r.expr(x.Code)
	case *tree.JoinArray:
		r.expr(x.X)
	case *tree.Deref:
		r.expr(x.X)
	case *tree.Elem:
		if r.argParam(x) {
			return
		}
		r.expr(x.Array)
		r.expr(x.Index)
	case *tree.HashElem:
		r.expr(x.Hash)
		r.expr(x.Key)
	case *tree.Slice:
		r.expr(x.Of)
		r.expr(x.Index)
	case *tree.ListSlice:
		r.expr(x.List)
		r.expr(x.Index)
	case *tree.Binary:
		if x.Op == "~~" {
			r.experimental(warnExperimental, x.Span, "Smartmatch is experimental")
		}
		r.expr(x.Left)
		r.expr(x.Right)
	case *tree.Logical:
		r.expr(x.Left)
		r.expr(x.Right)
	case *tree.Chain:
		r.exprs(x.Operands)
	case *tree.Ternary:
		r.expr(x.Cond)
		r.expr(x.Then)
		r.expr(x.Else)
	case *tree.RangeOp:
		r.expr(x.Left)
		r.expr(x.Right)
	case *tree.List:
		r.exprs(x.Items)
	case *tree.AnonArray:
		r.exprs(x.Items)
	case *tree.AnonHash:
		r.exprs(x.Items)
	case *tree.Method:
		r.expr(x.Invocant)
		r.expr(x.Dynamic)
		r.exprs(x.Args)
		r.pass([]tree.Expr{x.Invocant})
		r.pass(x.Args)
		r.noteCalls(x)
	case *tree.FileTest:
		r.expr(x.X)
	case *tree.ReadLine:
		r.expr(x.Handle)
		if b, ok := x.Handle.(*tree.Bareword); ok {
			r.mention(r.globalName(b.Name), b.Span)
		}
	case *tree.Glob:
		r.expr(x.Pattern)
	case *tree.QR:
		r.expr(x.Pattern)
	case *tree.Qx:
		r.expr(x.Command)
	case *tree.Return:
		r.expr(x.X)
	case *tree.Jump:
		r.expr(x.Dynamic)
		if x.Kind == "goto" && x.Dynamic == nil {
			r.prog.gotos = true
		} else if x.Kind == "goto" {
			r.needArgs(true)
		} else if x.Dynamic == nil && r.isStray(x.Label) {
			r.prog.strays = true
		}
	}
}

// argParam ties $_[i] to the hidden parameter that stands for it, if the sub has one.
func (r *resolver) argParam(x *tree.Elem) bool {
	i, ok := argElement(x)
	if !ok {
		return false
	}
	sym := r.scope.lookup("$" + argName(i))
	if sym == nil || sym.fn != r.fn {
		return false
	}
	x.Array.(*tree.Var).Ref = &varUse{sym: sym, cap: -1}
	return true
}

func (r *resolver) variable(v *tree.Var) {
	if r.prag.english && v.Name == "ARG" {
		v.Name = "_"
	}
	if v.Name == "_" && (v.Sigil == '@' || v.Sigil == '#') {
		r.needArgs(false)
	}
	if v.Sigil == '&' {
		r.useAs(v, '&')
		return
	}
	r.use1(v)
}

// needArgs notes that the current sub needs a real @_.
func (r *resolver) needArgs(alias bool) {
	for fn := r.fn; fn != nil; fn = fn.parent {
		if fn.parent == nil && !fn.isEval {
			return
		}
		fn.usesArgs = true
		fn.aliasArgs = fn.aliasArgs || alias
		fn.prog.aliasing = fn.prog.aliasing || alias
		if !fn.isEval && !fn.isBlock {
			return
		}
	}
}

// lvalue walks an expression that is written to.
func (r *resolver) lvalue(x tree.Expr) {
	r.expr(x)
	r.modified(x)
}

func (r *resolver) modified(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Var:
		if u, ok := x.Ref.(*varUse); ok && u.sym != nil {
			u.sym.modified = true
		}
		if x.Name == "_" && x.Sigil == '$' {
			r.topic = true
		}
		if x.Name == "_" && x.Sigil == '@' {
			r.needArgs(false)
		}
	case *tree.Elem:
		if v, ok := x.Array.(*tree.Var); ok && v.Name == "_" {
			r.needArgs(true)
		}
	case *tree.Slice:
		if v, ok := x.Of.(*tree.Var); ok && v.Name == "_" && v.Sigil == '@' {
			r.needArgs(true)
		}
	case *tree.List:
		for _, it := range x.Items {
			r.modified(it)
		}
	case *tree.Ternary:
		r.modified(x.Then)
		r.modified(x.Else)
	case *tree.Assign:
		r.modified(x.Left)
	case *tree.Local:
		r.modified(x.X)
	case *tree.Func:
		if len(x.Args) > 0 {
			r.modified(x.Args[0])
		} else {
			r.topic = true
		}
	}
}

// refer notes that a reference to x is taken.
func (r *resolver) refer(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Var:
		if u, ok := x.Ref.(*varUse); ok && u.sym != nil {
			u.sym.cell, u.sym.modified = true, true
		}
		if x.Name == "_" {
			r.topic = true
			if x.Sigil == '@' {
				r.needArgs(true)
			}
		}
	case *tree.Decl:
		for _, v := range x.Vars {
			if v != nil {
				r.refer(v)
			}
		}
	case *tree.List:
		for _, it := range x.Items {
			r.refer(it)
		}
	case *tree.Elem:
		r.modified(x)
		if v, ok := x.Array.(*tree.Var); ok && v.Name == "_" {
			r.prog.keepsArgs = true
		}
	case *tree.Func:
		if (x.Name == "shift" || x.Name == "pop") && (len(x.Args) == 0 || isShift(x)) {
			r.needArgs(true)
		}
	case *tree.Assign:
		r.refer(x.Left)
	}
}

// local notes that a lexical cannot be localised.
func (r *resolver) local(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Var:
		if u, ok := x.Ref.(*varUse); ok && u.sym != nil && u.sym.kind != "our" {
			r.errorf(x.Span, "Can't localize lexical variable %s", u.sym.name)
		}
	case *tree.List:
		for _, it := range x.Items {
			r.local(it)
		}
	}
}

func (r *resolver) match(target, pattern tree.Expr) {
	r.fn.matches = true
	r.expr(target)
	r.expr(pattern)
}

// keepsPos notes that a match leaves its position at what it looks at, for which that must be the script's own variable. A loop
// variable stays a copy where the position matters within the loop only.
func (r *resolver) keepsPos(x *tree.Match) {
	lasting := strings.Contains(x.Flags, "c") || mentionsG(x.Pattern)
	switch x.Target.(type) {
	case nil:
		r.topic = r.topic || lasting
	case *tree.Var:
		if lasting {
			r.modified(x.Target)
		}
	case *tree.Elem:
		if lasting || strings.Contains(x.Flags, "g") {
			r.modified(x.Target)
		}
	}
}

// target walks the target of s/// or tr///; nil is $_.
func (r *resolver) target(x tree.Expr, writes bool) {
	switch {
	case x == nil && writes:
		r.topic = true
	case writes:
		r.lvalue(x)
	default:
		r.expr(x)
	}
}

func (r *resolver) call(x *tree.Call) {
	u := r.subUse(x)
	x.Ref = u
	r.noteCalls(x)
	r.mentionSub(u)
	r.exprs(x.Args)
	if x.NoArgs {
		r.needArgs(true)
	}
	r.pass(x.Args)
}

// pass notes the variables that are handed to a sub as they are.
func (r *resolver) pass(args []tree.Expr) {
	for _, a := range args {
		v, ok := a.(*tree.Var)
		if ok && v.Sigil == '@' && v.Name == "_" {
			r.passers = append(r.passers, r.fn)
		}
		if !ok || v.Sigil != '$' {
			continue
		}
		if u := v.Ref.(*varUse); u.sym != nil {
			r.passed[u.sym] = true
		} else if v.Name == "_" {
			r.passed[nil] = true
		}
	}
}

// subUse finds the lexical sub a call names, or the qualified name.
func (r *resolver) subUse(x *tree.Call) *varUse {
	v := &tree.Var{Span: x.Span, Sigil: '&', Name: x.Name}
	r.useAs(v, '&')
	u := v.Ref.(*varUse)
	if u.sym == nil {
		u.global = r.qualify(x.Name)
		r.lintCall(x, u.global)
	}
	return u
}

// writers are the functions that write to an operand, by its number; -1 stands for all of them.
func writes(name string, i int) bool {
	switch name {
	case "chomp", "chop", "undef":
		return true
	case "read", "sysread":
		return i == 1
	case "open", "opendir", "substr", "vec", "pos", "push", "unshift", "splice", "shift", "pop", "sysopen", "lock", "tie", "untie", "bless":
		return i == 0
	case "pipe":
		return i < 2
	}
	return false
}

func (r *resolver) function(x *tree.Func) {
	r.expr(x.Handle)
	r.mentionHandle(x)
	switch x.Name {
	case "map", "grep", "sort":
		r.blockFunction(x)
		return
	case "wantarray":
		r.fn.usesWant = true
	case "shift", "pop":
		if len(x.Args) == 0 {
			r.needArgs(false)
		}
	case "chomp", "chop":
		r.topic = r.topic || len(x.Args) == 0
	case "eval":
		r.noteCalls(x)
		r.stringEval(x)
	case "do":
		r.noteCalls(x)
	case "__SUB__":
		if r.fn.codeSlot == -1 {
			r.fn.codeSlot = -2 // asked for; layout assigns it
		}
	}
	if x.Block != nil {
		r.topicBlock(x)
	}
	for i, a := range x.Args {
		if writes(x.Name, i) {
			r.lvalue(a)
			if x.Name == "tie" || x.Name == "read" || x.Name == "sysread" || x.Name == "vec" {
				r.refer(a)
			}
			if x.Name == "open" && i == 0 {
				r.openTarget(x)
			}
		} else {
			r.expr(a)
		}
	}
	if info, ok := x.Ref.(*blockInfo); ok && x.Block != nil && info.writes {
		for _, a := range x.Args {
			r.aliasOperands(a)
		}
	}
}

// openTarget gives the scalar of an in-memory file storage of its own.
func (r *resolver) openTarget(x *tree.Func) {
	for _, a := range x.Args {
		if u, ok := a.(*tree.Unary); ok && u.Op == "\\" {
			r.refer(u.X)
		}
	}
}

// evalInfo is the Ref of a string eval: the scope its text will see.
type evalInfo struct {
	fn    *fnInfo
	scope *scope
}

// stringEval keeps the scope for the text to come, in which every visible variable may be named.
func (r *resolver) stringEval(x *tree.Func) { x.Ref = r.evalScope() }

func (r *resolver) evalScope() *evalInfo {
	r.needArgs(true)
	for sc := r.scope; sc != nil; sc = sc.outer {
		for _, sym := range sc.names {
			r.showTo(sym)
		}
	}
	if r.fn.codeSlot == -1 {
		r.fn.codeSlot = -2
	}
	return &evalInfo{r.fn, r.scope}
}

// showTo gives a variable storage that a text which is not yet known can reach from the running sub.
func (r *resolver) showTo(sym *symbol) {
	if sym.kind == "our" {
		return
	}
	sym.modified = true
	if sym.fn != r.fn {
		r.capture(r.fn, sym)
	} else if sym.static == 0 {
		sym.cell = true
		if r.fn.parent == nil && !sym.loop && !r.fn.isEval {
			r.makeStatic(sym)
		}
	}
}

package runtime

// This file defines the compiler's core: from resolved trees to closures.
//
// Every expression can be compiled in several modes, each a function type of its own, and picks the cheapest form for
// the mode it is asked in: a scalar value, a truth value, a list pushed on the stack, or an effect only. Statements
// return a small code; zero goes on with the next one. Subs are compiled at their first call, once for each context
// they are called in, so that the context is a constant of the compiled code.

import (
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

type (
	evalFn func(vm *VM, fr *Frame) value.Value // scalar mode
	condFn func(vm *VM, fr *Frame) bool        // truth mode
	listFn func(vm *VM, fr *Frame)             // list mode: pushes onto vm.stack
	stmtFn func(vm *VM, fr *Frame) ctl         // effect mode
)

// ctl says how a statement ended.
type ctl uint8

const (
	ctlNone ctl = iota
	ctlReturn
	ctlNext
	ctlLast
	ctlRedo
	ctlGoto // to the label that vm.label names, behind gotoPrefix
)

// A jump carries a ctl through Go frames that are not statements; the nearest loop or sub that can take it does.
type jump struct{ ctl ctl }

// A compiler compiles one sub in one context.
type compiler struct {
	vm    *VM
	fn    *fnInfo
	prag  pragmas
	top   int  // first free slot for arguments under construction
	want  Want // the context of the sub's result
	loops []*loopCtx
	gotos []gotoList // the labels in sight
	evals int        // evals around the place in the sub
	// deep is set when a return stands inside an expression and so travels as a jump.
	deep *bool
	// escape compiles a return inside a do, map or grep block, which must leave the sub and not the block.
	escape func(x *tree.Return) stmtFn
	inQR   bool // the pattern that is being compiled belongs to a qr
	// dies and armed are the statements between which exceptions take the short way; see soft_die.go.
	dies  map[*tree.Func]softPlace
	armed map[tree.Node]bool
	own   ownArrays // nil until asked for
	line  int       // where the statement that is being compiled begins; 0 outside of statements
	begun int       // the offset, from 1, of the statement around, when statements are traced
}

// inStatement notes that s is being compiled: like perl, messages name the line on which a statement begins, wherever in it they
// arise. The result ends that.
func (c *compiler) inStatement(s tree.Node) (done func()) {
	outer := c.line
	c.line = c.fn.file.Line(s.Range().Start)
	return func() { c.line = outer }
}

// lineOf is the line that messages about a span name.
func (c *compiler) lineOf(s source.Span) int {
	if c.line > 0 {
		return c.line
	}
	return c.fn.file.Line(s.Start)
}

// loopCtx is a loop that is being compiled; deep is set when a next, last or redo reaches it as a jump.
type loopCtx struct {
	label string
	deep  bool
	evals int // evals around the loop in its sub
}

func (vm *VM) newCompiler(fn *fnInfo, want Want) *compiler {
	return &compiler{vm: vm, fn: fn, prag: fn.prag, top: fn.nslots, want: want, deep: new(bool)}
}

// site returns the place of a node for messages.
func (c *compiler) site(n tree.Node) *site {
	s := n.Range()
	return &site{c.fn.file, s, c.lineOf(s), c.prag.pkg, c.prag.warn, c.prag.quiet, c.prag.fatal, c.fn}
}

// siteAt returns the place of a span.
func (c *compiler) siteAt(s source.Span) *site {
	return &site{c.fn.file, s, c.lineOf(s), c.prag.pkg, c.prag.warn, c.prag.quiet, c.prag.fatal, c.fn}
}

// block compiles the statements of a block; locals that it makes end with it.
func (c *compiler) block(b *tree.Block) stmtFn {
	prag := c.prag
	s := c.stmts(b.Stmts)
	c.prag = prag
	if hasMatch(b.Stmts) {
		s = matchScope(s)
	}
	if hasLocal(b.Stmts) {
		return unwinding(s)
	}
	return s
}

// matchScope wraps a block that matches: at its end the capture variables show again what they showed before.
func matchScope(s stmtFn) stmtFn {
	return func(vm *VM, fr *Frame) ctl {
		outer := vm.match.last
		if outer == nil {
			k := s(vm, fr)
			vm.leaveMatch(nil)
			return k
		}
		depth := outer.depth
		outer.depth = -1 // a match in the block must not overwrite it
		k := s(vm, fr)
		outer.depth = depth
		vm.leaveMatch(outer)
		return k
	}
}

// hasMatch tells whether statements match a pattern in their own block (not in an inner one).
func hasMatch(list []tree.Stmt) bool {
	found := false
	for _, s := range list {
		tree.Inspect(s, func(n tree.Node) bool {
			switch n.(type) {
			case *tree.AnonSub, *tree.SubDef, *tree.Block:
				return false
			case *tree.Match, *tree.Subst:
				found = true
			}
			return !found
		})
	}
	return found
}

// unwinding wraps a block that uses local.
func unwinding(s stmtFn) stmtFn {
	return func(vm *VM, fr *Frame) ctl {
		mark := len(vm.saves)
		r := s(vm, fr)
		vm.unwind(mark)
		return r
	}
}

// hasLocal tells whether statements localise something in their own block (not in an inner one).
func hasLocal(list []tree.Stmt) bool {
	found := false
	for _, s := range list {
		if m, ok := s.(*tree.If); ok && m.Modifier && hasLocal(m.Clauses[0].Body.Stmts) {
			return true
		}
		tree.Inspect(s, func(n tree.Node) bool {
			switch n := n.(type) {
			case *tree.AnonSub, *tree.SubDef, *tree.Block:
				return false
			case *tree.Local:
				found = true
			case *tree.Func:
				found = found || n.Name == "local"
			}
			return !found
		})
	}
	return found
}

func (c *compiler) stmts(list []tree.Stmt) stmtFn {
	if at := c.labels(list); at != nil {
		return c.labelled(at, len(list), func(i int) stmtFn { return c.traced(list[i]) })
	}
	fs := make([]stmtFn, 0, len(list))
	for _, s := range list {
		if f := c.traced(s); f != nil {
			fs = append(fs, f)
		}
	}
	return sequence(fs)
}

// traced compiles a statement, with the hook for tracing if something listens.
func (c *compiler) traced(s tree.Stmt) stmtFn {
	if c.vm.trace != nil {
		return c.listened(s, c.notedStmt)
	}
	return c.notedStmt(s)
}

func (c *compiler) notedStmt(s tree.Stmt) stmtFn {
	f := c.stmt(s)
	if f != nil && c.vm.noted {
		f = c.noting(s, f)
	}
	return f
}

// sequence runs statements one after the other.
func sequence(fs []stmtFn) stmtFn {
	switch len(fs) {
	case 0:
		return func(*VM, *Frame) ctl { return ctlNone }
	case 1:
		return fs[0]
	case 2:
		a, b := fs[0], fs[1]
		return func(vm *VM, fr *Frame) ctl {
			if r := a(vm, fr); r != ctlNone {
				return r
			}
			return b(vm, fr)
		}
	case 3:
		a, b, d := fs[0], fs[1], fs[2]
		return func(vm *VM, fr *Frame) ctl {
			if r := a(vm, fr); r != ctlNone {
				return r
			}
			if r := b(vm, fr); r != ctlNone {
				return r
			}
			return d(vm, fr)
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		for _, f := range fs {
			if r := f(vm, fr); r != ctlNone {
				return r
			}
		}
		return ctlNone
	}
}

// stmt compiles one statement; nil when there is nothing to do at run time.
func (c *compiler) stmt(s tree.Stmt) stmtFn {
	defer c.inStatement(s)()
	switch s := s.(type) {
	case *tree.ExprStmt:
		return c.effect(s.X)
	case *tree.If:
		return c.ifStmt(s)
	case *tree.While:
		return c.while(s, nil)
	case *tree.ForC:
		return c.forC(s, nil)
	case *tree.Foreach:
		return c.foreach(s, nil)
	case *tree.ForTo:
		return c.forTo(s)
	case *tree.Bare:
		return c.bare(s)
	case *tree.SubDef:
		return c.lexicalSub(s)
	case *tree.Package:
		if s.Version != "" {
			c.vm.Glob(s.Name + "::VERSION").Scalar.Set(value.Str(s.Version))
		}
		if s.Body != nil {
			prag := c.prag
			c.prag.pkg = s.Name
			f := c.stmts(s.Body.Stmts)
			c.prag = prag
			if hasLocal(s.Body.Stmts) {
				return unwinding(f)
			}
			return f
		}
		c.prag.pkg = s.Name
	case *tree.Use:
		if s.Module == "" {
			c.prag.applyVersion(s.Version)
		} else {
			c.prag.apply(s.Module, !s.No, constantWords(s.Args))
		}
	case *tree.Given:
		return c.given(s, c.block)
	case *tree.When:
		return c.when(s, false)
	case *tree.Try:
		return c.try(s)
	}
	return nil
}

// clauseCondition compiles the condition of an if or elsif; messages about the latter name its own line.
func (c *compiler) clauseCondition(s *tree.If, i int) condFn {
	if i > 0 {
		defer c.inStatement(s.Clauses[i].Cond)()
	}
	return c.condition(s.Clauses[i].Cond, s.Unless && i == 0)
}

func (c *compiler) ifStmt(s *tree.If) stmtFn {
	var alt stmtFn
	if s.Else != nil {
		alt = c.block(s.Else)
	}
	for i := len(s.Clauses) - 1; i >= 0; i-- {
		cl := s.Clauses[i]
		var body stmtFn
		if s.Modifier {
			body = c.stmts(cl.Body.Stmts)
		} else {
			body = c.block(cl.Body)
		}
		alt = branch(c.clauseCondition(s, i), body, alt)
		if s.Modifier {
			alt = c.clearing(cl.Body.Stmts, alt)
		}
	}
	return alt
}

// clearingAfter empties what a statement under a loop modifier declares once the loop is over, as each turn of it does.
func (c *compiler) clearingAfter(list []tree.Stmt, loop stmtFn) stmtFn {
	nothing := func(*VM, *Frame) ctl { return ctlNone }
	after := c.clearing(list, nothing)
	return func(vm *VM, fr *Frame) ctl {
		k := loop(vm, fr)
		after(vm, fr)
		return k
	}
}

// clearing resets the variables that a conditional statement declares, so that they are undef when it is not run.
func (c *compiler) clearing(list []tree.Stmt, f stmtFn) stmtFn {
	var clear []stmtFn
	for _, s := range list {
		tree.Inspect(s, func(n tree.Node) bool {
			if d, ok := n.(*tree.Decl); ok && d.Kind == "my" {
				clear = append(clear, c.effect(d))
			}
			_, isSub := n.(*tree.AnonSub)
			return !isSub
		})
	}
	if clear == nil {
		return f
	}
	return sequence(append(clear, f))
}

func branch(cond condFn, then, alt stmtFn) stmtFn {
	if alt == nil {
		return func(vm *VM, fr *Frame) ctl {
			if cond(vm, fr) {
				return then(vm, fr)
			}
			return ctlNone
		}
	}
	return func(vm *VM, fr *Frame) ctl {
		if cond(vm, fr) {
			return then(vm, fr)
		}
		return alt(vm, fr)
	}
}

// effect compiles an expression whose value nobody wants.
func (c *compiler) effect(x tree.Expr) stmtFn {
	if c.vm.weighs {
		return c.weighedEffect(x)
	}
	return c.effectOf(x)
}

func (c *compiler) effectOf(x tree.Expr) stmtFn {
	switch x := x.(type) {
	case *tree.Return:
		return c.returnStmt(x)
	case *tree.Jump:
		return c.jumpStmt(x)
	case *tree.Logical:
		return c.logicalStmt(x)
	case *tree.Ternary:
		return branch(c.condition(x.Cond, false), c.effect(x.Then), c.effect(x.Else))
	case *tree.Assign:
		return c.assignStmt(x)
	case *tree.IncDec:
		return c.incDecStmt(x)
	case *tree.Decl:
		return c.declare(x)
	case *tree.List:
		fs := make([]stmtFn, len(x.Items))
		for i, it := range x.Items {
			fs[i] = c.effect(it)
		}
		return sequence(fs)
	case *tree.DoBlock:
		return c.block(x.Block)
	case *tree.EvalBlock:
		return c.evalStmt(x)
	case *tree.Func:
		if f := c.softDie(x); f != nil {
			return f
		}
		if f := c.functionStmt(x); f != nil {
			return f
		}
	case *tree.Command:
		return c.commandStmt(x)
	case *tree.Call, *tree.CallRef, *tree.Method:
		return c.orDying(x, c.callStmt(x))
	case *tree.Num, *tree.Str:
		return func(*VM, *Frame) ctl { return ctlNone }
	}
	f := c.scalar(x)
	return func(vm *VM, fr *Frame) ctl {
		f(vm, fr)
		return ctlNone
	}
}

// logicalStmt compiles `A or B`, `A and B` for their effect; B may be a jump.
func (c *compiler) logicalStmt(x *tree.Logical) stmtFn {
	right := c.effect(x.Right)
	if containsDecl(x.Right) {
		right = c.clearing([]tree.Stmt{&tree.ExprStmt{Span: x.Span, X: x.Right}}, right)
	}
	switch x.Op {
	case "&&":
		return branch(c.condition(x.Left, false), right, nil)
	case "||":
		return branch(c.condition(x.Left, true), right, nil)
	}
	left := c.scalar(x.Left)
	return func(vm *VM, fr *Frame) ctl {
		if left(vm, fr).Defined() {
			return ctlNone
		}
		return right(vm, fr)
	}
}

func containsDecl(x tree.Expr) bool {
	found := false
	tree.Inspect(x, func(n tree.Node) bool {
		_, ok := n.(*tree.Decl)
		found = found || ok
		return !found
	})
	return found
}

package runtime

// This file defines the resolver: one walk over the tree before anything is compiled. It ties every variable to its
// declaration, decides where each one lives (frame slot, cell, storage of the program, global) and what each sub needs
// at a call. What it finds goes into the Ref fields of the tree and into fnInfo.

import (
	"fmt"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

type resolver struct {
	prog       *Program
	fn         *fnInfo
	scope      *scope
	prag       pragmas
	pending    []*symbol        // declared in this statement, visible from the next on
	loop       int              // nesting of loops inside the current sub
	topic      bool             // set when something may write to $_
	passed     map[*symbol]bool // loop variables handed to subs; nil stands for $_
	calls      topicCalls       // what is called around the place
	topicSubs  []topicSub
	topicUsers []topicUser
	loops      []*tree.Foreach // all of them, for the decision at the end
	passers    []*fnInfo       // subs that hand their @_ to others
	targets    []string        // the labels of the loops and blocks around the place in its sub
	vars       map[string]bool
	diags      diag.List
	words      lang.Words
	lint       *lint
	// doubtful is set behind the use of a module that may export variables.
	doubtful bool
	// imported are the variables that imports declared before a string eval.
	imported map[string]bool
}

// resolve prepares a parsed file. The program is usable only if the list holds no errors.
func resolve(t *tree.Program, prag pragmas, words lang.Words) (*Program, diag.List) {
	return resolveFor(t, prag, words, false)
}

// resolveFor is resolve, for a debugger if debug is set.
func resolveFor(t *tree.Program, prag pragmas, words lang.Words, debug bool) (*Program, diag.List) {
	p := &Program{File: t.File, Tree: t, keepArgs: keepsArguments(t.File.Text), places: newPlaces(debug)}
	r := &resolver{prog: p, prag: prag, words: words, vars: map[string]bool{}, passed: map[*symbol]bool{}, lint: &lint{}}
	p.main = r.newFn(nil, "main", t.Body)
	r.inFn(p.main, nil, func() {
		r.stmts(t.Body.Stmts)
		r.endOfFile()
	})
	p.main.nslots = min(p.main.nslots, maxSlots)
	r.settleLoops()
	r.settleTopics()
	return p, r.diags
}

// resolveEval prepares the text of a string eval, which sees the variables of the scope it stands in.
func resolveEval(t *tree.Program, parent *fnInfo, sc *scope, prag pragmas, imported map[string]bool, debug bool) (*Program, diag.List) {
	p := &Program{File: t.File, Tree: t, places: newPlaces(debug)}
	r := &resolver{prog: p, prag: prag, vars: map[string]bool{}, imported: imported, passed: map[*symbol]bool{}, lint: &lint{}}
	fn := r.newFn(parent, "(eval)", t.Body)
	fn.isEval = true
	p.main = fn
	r.scope = sc
	r.inFn(fn, nil, func() {
		r.stmts(t.Body.Stmts)
		r.lintStmts(t.Body.Stmts, false)
	})
	r.lint.finish(0)
	p.notices = r.lint.notices
	fn.usesWant = fn.usesWant || passesContext(t.Body.Stmts)
	r.layout(fn)
	r.settleLoops()
	r.settleTopics()
	return p, r.diags
}

func (r *resolver) newFn(parent *fnInfo, name string, body *tree.Block) *fnInfo {
	return &fnInfo{parent: parent, file: r.prog.File, body: body, name: name, prag: r.prag, prog: r.prog,
		capOf: map[*symbol]int{}, argsSlot: -1, codeSlot: -1}
}

// inFn runs f with fn as the current sub and a fresh scope.
func (r *resolver) inFn(fn *fnInfo, sig *tree.Signature, f func()) {
	saved := *r
	r.fn, r.loop, r.pending, r.topic, r.calls = fn, 0, nil, false, topicCalls{}
	r.targets = nil
	r.scope = &scope{outer: saved.scope, fn: fn, names: map[string]*symbol{}}
	if sig != nil {
		r.signature(sig)
	}
	f()
	r.flush()
	r.noteSub(fn)
	topic := r.topic
	diags, loops, passers, subs, users, calls := r.diags, r.loops, r.passers, r.topicSubs, r.topicUsers, r.calls
	*r = saved
	if fn.isBlock {
		r.calls.add(calls)
	}
	r.diags, r.loops, r.passers, r.topicSubs, r.topicUsers, r.topic = diags, loops, passers, subs, users, r.topic || topic
}

// inScope runs f inside a block scope; slots of the block are free again after it.
func (r *resolver) inScope(f func()) {
	r.flush()
	outer, prag := r.scope, r.prag
	r.scope = &scope{outer: outer, fn: r.fn, names: map[string]*symbol{}, base: r.scope.base, loop: r.loop > 0}
	f()
	r.flush()
	r.scope, r.prag = outer, prag
}

func (r *resolver) block(b *tree.Block) {
	if b == nil {
		return
	}
	r.inScope(func() {
		r.stmts(b.Stmts)
		r.lintStmts(b.Stmts, false)
	})
}

func (r *resolver) loopBlock(b *tree.Block) {
	if b == nil {
		return
	}
	r.loop++
	r.inScope(func() {
		r.stmts(b.Stmts)
		r.lintStmts(b.Stmts, true)
	})
	r.loop--
}

func (r *resolver) stmts(list []tree.Stmt) {
	for i, s := range list {
		r.stmt(s)
		r.flush()
		var next tree.Stmt
		if i+1 < len(list) {
			next = list[i+1]
		}
		r.afterStmt(s, next)
	}
}

// flush makes the variables declared in the statement that just ended visible.
func (r *resolver) flush() {
	for _, sym := range r.pending {
		r.scope.names[sym.name] = sym
	}
	r.pending = r.pending[:0:0]
}

func (r *resolver) errorf(at source.Span, format string, args ...any) {
	r.diags = append(r.diags, &diag.Diagnostic{Severity: diag.Error, Code: diag.UndeclaredVariable,
		File: r.prog.File, Span: at, Message: fmt.Sprintf(format, args...)})
}

func (r *resolver) stmt(s tree.Stmt) {
	if r.prog.places != nil {
		r.notePlace(s)
	}
	if label, ok := jumpTarget(s); ok {
		r.targets = append(r.targets, label)
		defer func() { r.targets = r.targets[:len(r.targets)-1] }()
	}
	switch s := s.(type) {
	case *tree.ExprStmt:
		r.expr(s.X)
	case *tree.If:
		r.ifStmt(s)
	case *tree.While:
		if s.Modifier && !s.PostCheck {
			r.loop++
			r.expr(s.Cond)
			r.topic = r.topic || isRead(s.Cond)
			for _, st := range s.Body.Stmts {
				r.stmt(st)
			}
			r.loop--
			return
		}
		r.inScope(func() {
			r.loop++ // each turn declares the variables of the condition anew
			r.expr(s.Cond)
			r.loop--
			r.topic = r.topic || isRead(s.Cond)
			r.loopBlock(s.Body)
			r.loopBlock(s.Continue)
		})
	case *tree.ForC:
		r.inScope(func() {
			r.expr(s.Init)
			r.flush()
			r.loop++
			r.expr(s.Cond)
			r.expr(s.Step)
			r.loop--
			r.loopBlock(s.Body)
		})
	case *tree.Foreach:
		r.foreach(s)
	case *tree.ForTo:
		r.expr(s.From)
		r.expr(s.To)
		r.expr(s.Step)
		r.lvalue(s.Var)
		r.loopBlock(s.Body)
	case *tree.Bare:
		r.block(s.Body)
		r.block(s.Continue)
	case *tree.SubDef:
		r.subDef(s)
	case *tree.Package:
		if s.Body == nil {
			r.prag.pkg = s.Name
			return
		}
		r.inScope(func() {
			r.prag.pkg = s.Name
			r.stmts(s.Body.Stmts)
		})
	case *tree.Use:
		r.use(s)
	case *tree.Phase:
		r.phase(s)
	case *tree.Given:
		r.given(s)
	case *tree.When:
		r.when(s)
	case *tree.Try:
		r.block(s.Body)
		if s.Catch != nil {
			r.inScope(func() {
				if s.CatchVar != nil {
					r.declare("my", s.CatchVar)
				}
				r.block(s.Catch)
			})
		}
		r.block(s.Finally)
	}
}

func (r *resolver) ifStmt(s *tree.If) {
	if s.Modifier {
		r.expr(s.Clauses[0].Cond)
		for _, st := range s.Clauses[0].Body.Stmts {
			r.stmt(st)
		}
		return
	}
	r.inScope(func() {
		for _, c := range s.Clauses {
			r.expr(c.Cond)
			r.block(c.Body)
		}
		r.block(s.Else)
	})
}

// foreachInfo is the Ref of a Foreach statement.
type foreachInfo struct {
	syms []*symbol // the loop variables when they are lexical
	// writes is set when the body may write to the loop variable, so that it must be the element itself.
	writes bool
	calls  topicCalls
	fn     *fnInfo
	// passes is set when the body hands the loop variable to a sub, which may write to it through @_.
	passes bool
}

// settleLoops decides, now that all subs are known, which loops hand their variable to a sub that could write to it.
func (r *resolver) settleLoops() {
	if r.prog.keepsArgs {
		for sym := range r.passed {
			if sym != nil {
				sym.cell = true
			}
		}
	}
	if !r.prog.aliasing {
		return
	}
	for _, fn := range r.passers {
		fn.aliasArgs = fn.aliasArgs || fn.usesArgs
	}
	for _, s := range r.loops {
		if info := s.Ref.(*foreachInfo); info.passes && !info.writes {
			info.writes = true
			for _, sym := range info.syms {
				sym.cell = true
			}
			r.fn = info.fn
			r.aliasOperands(s.List)
		}
	}
}

func (r *resolver) foreach(s *tree.Foreach) {
	if s.Modifier {
		r.foreachModifier(s)
		return
	}
	if len(s.Vars) > 1 {
		r.experimental(warnForList, s.Span, "for my (...) is experimental")
	}
	info := &foreachInfo{fn: r.fn}
	s.Ref = info
	r.expr(s.List)
	outerTopic, outerPassed, outerCalls := r.topic, r.passed[nil], r.calls
	r.topic, r.calls = false, topicCalls{}
	delete(r.passed, nil)
	r.inScope(func() {
		r.loop++
		for _, v := range s.Vars {
			switch {
			case s.Decl == "my" || s.Decl == "state":
				info.syms = append(info.syms, r.declare("my", v))
			case s.Decl == "our":
				r.declare("our", v)
			default:
				if sym := r.use1(v); sym != nil && sym.kind != "our" {
					// An outer lexical as loop variable is a new variable for the length of the loop.
					info.syms = append(info.syms, r.declare("my", v))
				}
			}
		}
		r.flush()
		r.loopBlock(s.Body)
		r.loopBlock(s.Continue)
		r.loop--
	})
	info.writes = r.topic
	for _, sym := range info.syms {
		info.writes = info.writes || sym.modified || sym.cell
	}
	if len(s.Vars) > 0 && len(info.syms) == 0 {
		info.writes = true
	}
	if info.writes {
		for _, sym := range info.syms {
			sym.cell = true
		}
		r.aliasOperands(s.List)
	}
	info.passes = len(s.Vars) == 0 && r.passed[nil]
	for _, sym := range info.syms {
		info.passes = info.passes || r.passed[sym]
	}
	r.loops = append(r.loops, s)
	if len(s.Vars) == 0 {
		info.calls = r.calls
		r.useTopic(&info.writes, info.calls, s.List)
		r.topic, r.calls = outerTopic, outerCalls
	} else {
		r.topic = r.topic || outerTopic
		r.calls.add(outerCalls)
	}
	if outerPassed {
		r.passed[nil] = true
	}
}

// foreachModifier is `X for LIST`: the loop variable is $_, and what X declares belongs to the block around.
func (r *resolver) foreachModifier(s *tree.Foreach) {
	info := &foreachInfo{fn: r.fn}
	s.Ref = info
	r.expr(s.List)
	outerTopic, outerPassed, outerCalls := r.topic, r.passed[nil], r.calls
	r.topic, r.calls = false, topicCalls{}
	delete(r.passed, nil)
	r.loop++
	for _, st := range s.Body.Stmts {
		r.stmt(st)
	}
	r.loop--
	info.writes, info.passes = r.topic, r.passed[nil]
	if info.writes {
		r.aliasOperands(s.List)
	}
	r.loops = append(r.loops, s)
	info.calls = r.calls
	r.useTopic(&info.writes, info.calls, s.List)
	r.topic, r.calls = outerTopic, outerCalls
	if outerPassed {
		r.passed[nil] = true
	}
}

// aliasOperands gives scalar variables in a list storage of their own, because a loop will write through them.
func (r *resolver) aliasOperands(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Slice:
		r.aliasOperands(x.Of)
	case *tree.Elem:
		r.modified(x)
	case *tree.List:
		for _, it := range x.Items {
			r.aliasOperands(it)
		}
	case *tree.Var:
		if u, ok := x.Ref.(*varUse); ok && u.sym != nil && x.Sigil == '$' {
			u.sym.cell, u.sym.modified = true, true
		}
		if x.Name == "_" && x.Sigil == '@' {
			r.needArgs(true)
		}
	case *tree.Assign:
		r.aliasOperands(x.Left)
	case *tree.Ternary:
		r.aliasOperands(x.Then)
		r.aliasOperands(x.Else)
	case *tree.Decl:
		for _, v := range x.Vars {
			if v != nil {
				r.aliasOperands(v)
			}
		}
	}
}

func (r *resolver) use(s *tree.Use) {
	words := constantWords(s.Args)
	switch {
	case s.Module == "":
		if !s.No {
			r.prag.applyVersion(s.Version)
		}
	case s.Module == "vars":
		for _, w := range words {
			r.vars[w[:1]+r.qualify(w[1:])] = true
		}
	default:
		r.prag.apply(s.Module, !s.No, words)
	}
	r.importVars(s, words)
	ph := phase{kind: "use", use: s, prag: r.prag, prog: r.prog}
	if s.Args != nil {
		body := &tree.Block{Span: s.Span, Stmts: []tree.Stmt{&tree.ExprStmt{Span: s.Span, X: s.Args}}}
		ph.fn = r.newFn(r.fn, r.prag.pkg+"::BEGIN", body)
		r.inFn(ph.fn, nil, func() { r.stmts(body.Stmts) })
		for i := range ph.fn.caps {
			r.makeStatic(ph.fn.caps[i].sym)
		}
		r.layout(ph.fn)
	}
	ph.notices = len(r.lint.notices)
	r.prog.phases = append(r.prog.phases, ph)
}

// constantWords returns the words of a constant list such as qw(a b).
func constantWords(x tree.Expr) []string {
	switch x := x.(type) {
	case *tree.Str:
		return []string{x.Value}
	case *tree.List:
		var out []string
		for _, it := range x.Items {
			out = append(out, constantWords(it)...)
		}
		return out
	}
	return nil
}

func (r *resolver) phase(s *tree.Phase) {
	fn := r.subBody(s.Sub, r.prag.pkg+"::"+s.Name)
	for i := range fn.caps {
		r.makeStatic(fn.caps[i].sym)
	}
	r.prog.phases = append(r.prog.phases, phase{fn: fn, kind: s.Name, prag: r.prag, prog: r.prog, notices: len(r.lint.notices)})
}

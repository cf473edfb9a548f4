package runtime

// This file defines the warnings that come while a program is compiled: where the resolver notes them and when they are written.
//
// The resolver meets the statements in the order of the text, so most notices are in order by themselves. Perl looks at the
// statements of a file itself for useless ones at its end, and after that for what only the finished code shows; the
// list `finished` waits for that.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A notice is a warning of compile time.
type notice struct {
	set  category
	text string
	at   *site
}

// lint is what the resolver keeps for warnings.
type lint struct {
	notices  []notice
	finished []notice              // shown when the sub or file around is complete
	silent   map[tree.Stmt]pragmas // statements whose warnings are not those of the end of the file
	early    map[string][]notice   // calls of subs that are not known yet, by qualified name
	subsSeen map[string]bool
	names    []nameUse // the globals a text names, see once
}

// newNotice makes a warning if its category is on.
func (r *resolver) newNotice(prag *pragmas, set category, span source.Span, line int, format string, args ...any) (notice, bool) {
	if !prag.warns(set) {
		return notice{}, false
	}
	f := r.prog.File
	if line == 0 {
		line = f.Line(span.Start)
	}
	at := &site{f, span, line, prag.pkg, true, prag.quiet, prag.fatal, nil}
	return notice{set, fmt.Sprintf(format, args...), at}, true
}

// notice notes a warning at the line a span begins in.
func (r *resolver) notice(set category, span source.Span, format string, args ...any) {
	if n, ok := r.newNotice(&r.prag, set, span, 0, format, args...); ok {
		r.lint.notices = append(r.lint.notices, n)
	}
}

// noticeEnd notes a warning at the line a span ends in.
func (r *resolver) noticeEnd(set category, span source.Span, format string, args ...any) {
	if n, ok := r.newNotice(&r.prag, set, span, r.prog.File.Line(max(span.Start, span.End-1)), format, args...); ok {
		r.lint.notices = append(r.lint.notices, n)
	}
}

// noticeFinished notes a warning for the moment at which the sub or file is complete.
func (r *resolver) noticeFinished(set category, span source.Span, format string, args ...any) {
	if n, ok := r.newNotice(&r.prag, set, span, 0, format, args...); ok {
		r.lint.finished = append(r.lint.finished, n)
	}
}

// finish moves the warnings that waited for the end of a sub or file.
func (l *lint) finish(from int) {
	l.notices = append(l.notices, l.finished[from:]...)
	l.finished = l.finished[:from]
}

// endOfFile notes what can be said at the end of a file only.
func (r *resolver) endOfFile() {
	list := r.prog.main.body.Stmts
	for i, s := range list {
		if i == len(list)-1 { // the value of a file that is loaded, no value of a program
			before := len(r.lint.notices)
			r.voidStmt(s)
			r.prog.tail = slices.Clone(r.lint.notices[before:])
			r.lint.notices = r.lint.notices[:before]
			break
		}
		r.voidStmt(s)
	}
	r.lint.finish(0)
	r.prog.notices, r.prog.names = r.lint.notices, r.lint.names
}

// notify writes the warnings of a program up to number n and returns n.
func (vm *VM) notify(p *Program, from, n int) int {
	for _, w := range p.notices[from:max(from, n)] {
		line := vm.lastRead
		vm.lastRead = nil
		d := vm.protect(func() {
			if strings.HasSuffix(w.text, "\n") {
				vm.warnValue(value.Text(w.text, true))
				return
			}
			vm.warnIn(w.at, w.set, "%s", w.text)
		})
		vm.lastRead = line
		if d != nil {
			panic(d)
		}
	}
	return max(from, n)
}

// lintStmts looks at the list of statements of a block that has been resolved; in a loop the last one has no value either.
func (r *resolver) lintStmts(list []tree.Stmt, loop bool) {
	if len(list) == 0 {
		return
	}
	if !loop {
		list = list[:len(list)-1]
	}
	for _, s := range list {
		r.voidStmt(s)
	}
}

// afterStmt looks at a statement that has just been resolved, under the pragmas it stands under.
func (r *resolver) afterStmt(s tree.Stmt, next tree.Stmt) {
	if !r.prag.warn {
		r.hush(s)
		return
	}
	if r.prag.quiet != 0 || r.prag.fatal != 0 || !r.prag.warns(warnVoid) {
		r.hush(s)
	}
	r.lintStmt(s)
	if e, ok := s.(*tree.ExprStmt); ok && next != nil {
		r.lintExec(e.X, next)
	}
}

// hush keeps the pragmas of a statement that is looked at again later.
func (r *resolver) hush(s tree.Stmt) {
	if m, ok := s.(*tree.If); ok && m.Modifier {
		for _, st := range m.Clauses[0].Body.Stmts {
			r.hush(st)
		}
	}
	if _, ok := s.(*tree.ExprStmt); !ok {
		return
	}
	if r.lint.silent == nil {
		r.lint.silent = map[tree.Stmt]pragmas{}
	}
	r.lint.silent[s] = r.prag
}

// lintStmt looks at the expressions of a statement; the blocks in it are looked at by themselves.
func (r *resolver) lintStmt(s tree.Stmt) {
	switch s := s.(type) {
	case *tree.ExprStmt:
		r.lintExpr(s.X)
	case *tree.If:
		if s.Modifier {
			for _, st := range s.Clauses[0].Body.Stmts {
				r.lintStmt(st)
			}
		}
		for _, cl := range s.Clauses {
			r.lintExpr(cl.Cond)
			r.lintCondition(cl.Cond)
		}
	case *tree.While:
		if s.Modifier && !s.PostCheck {
			for _, st := range s.Body.Stmts {
				r.lintStmt(st)
			}
		}
		r.lintExpr(s.Cond)
		r.lintCondition(s.Cond)
	case *tree.ForC:
		r.lintExpr(s.Init)
		r.lintExpr(s.Cond)
		r.lintCondition(s.Cond)
		r.lintExpr(s.Step)
	case *tree.Foreach:
		if s.Modifier {
			for _, st := range s.Body.Stmts {
				r.lintStmt(st)
			}
		}
		r.lintExpr(s.List)
	}
}

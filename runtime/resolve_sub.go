package runtime

// This file defines the part of the resolver that deals with definitions of subs: their bodies, what they capture, and the slots that
// calling them takes.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

func (r *resolver) subDef(s *tree.SubDef) {
	if s.Decl == "my" || s.Decl == "state" {
		v := &tree.Var{Span: s.Span, Sigil: '&', Name: s.Sub.Name}
		sym := r.declare("my", v)
		sym.cell = true
		r.flush()
		s.Ref = v
		r.subBody(s.Sub, r.qualify(s.Sub.Name))
		return
	}
	if s.Sub.Body == nil {
		r.prog.declared = append(r.prog.declared, declaredSub{r.qualify(s.Sub.Name), s.Sub})
		return
	}
	fn := r.subBody(s.Sub, r.qualify(s.Sub.Name))
	r.prog.subs = append(r.prog.subs, fn)
	r.lintSub(s, fn)
	for i := range fn.caps {
		r.makeStatic(fn.caps[i].sym)
	}
}

// makeStatic moves a variable that a named sub uses out of the frames: there is one of it, as there is one of the sub.
func (r *resolver) makeStatic(sym *symbol) {
	if sym.static == 0 {
		p := sym.fn.prog
		p.statics = append(p.statics, staticInfo{sym.name[0]})
		sym.static = len(p.statics)
	}
}

func (r *resolver) subBody(s *tree.Sub, name string) *fnInfo {
	return r.bodyOf(s, r.newFn(r.fn, name, s.Body))
}

// blockBody resolves a block that a module's function is given.
func (r *resolver) blockBody(s *tree.Sub) {
	fn := r.newFn(r.fn, r.prag.pkg+"::__ANON__", s.Body)
	fn.isBlock = true
	r.bodyOf(s, fn)
}

func (r *resolver) bodyOf(s *tree.Sub, fn *fnInfo) *fnInfo {
	fn.sub = s
	s.Ref = fn
	waiting := len(r.lint.finished)
	r.inFn(fn, s.Sig, func() {
		if s.Sig == nil && !fn.isBlock && r.prog.places == nil {
			r.leadingParams(fn, s.Body.Stmts)
		}
		r.stmts(s.Body.Stmts[fn.bodyFrom:])
		r.lintStmts(s.Body.Stmts, false)
		r.lint.finish(waiting)
	})
	fn.usesArgs = fn.usesArgs || r.prog.keepArgs && len(fn.params) == 0 && fn.rest == nil
	fn.privateArgs = fn.usesArgs && !fn.isBlock && !r.prog.keepArgs && privateArgs(s.Body.Stmts)
	fn.usesWant = fn.usesWant || passesContext(s.Body.Stmts)
	r.layout(fn)
	return fn
}

// layout adds the slots that the call protocol needs.
func (r *resolver) layout(fn *fnInfo) {
	if fn.usesArgs {
		fn.argsSlot = fn.nslots
		fn.nslots++
	}
	if len(fn.caps) > 0 || fn.codeSlot == -2 {
		fn.codeSlot = fn.nslots
		fn.nslots++
	} else {
		fn.codeSlot = -1
	}
	if fn.nslots > maxSlots {
		r.errorf(fn.body.Span, "Too many variables in one sub (%d, at most %d); split %s", fn.nslots, maxSlots, fn.name)
	}
}

func (r *resolver) qualify(name string) string {
	switch {
	case strings.HasPrefix(name, "::"):
		return "main" + name
	case strings.Contains(name, "::"):
		return name
	}
	return r.prag.pkg + "::" + name
}

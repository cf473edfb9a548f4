package runtime

// This file defines the warnings of names: declared twice, used once, defined twice, called too early.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A nameUse is the place of a global's name in a text.
type nameUse struct {
	name string // qualified, without the sigil
	at   *site
}

// mention notes that a global is named.
func (r *resolver) mention(name string, span source.Span) {
	if r.fn.isEval || onlyOnceIsFine(name) || r.vars["$"+name] || r.vars["@"+name] || r.vars["%"+name] {
		return
	}
	r.lint.names = append(r.lint.names, nameUse{name, r.onceSite(span)})
}

// mentionSub notes that a sub is called, which is a use of its name, but nothing to warn of.
func (r *resolver) mentionSub(u *varUse) {
	if u != nil && u.global != "" && r.prag.warns(warnOnce) {
		r.lint.names = append(r.lint.names, nameUse{u.global, nil})
	}
}

// mentionHandle notes the file handle that a function is given by its bare name.
func (r *resolver) mentionHandle(x *tree.Func) {
	switch x.Name {
	case "open", "opendir", "close", "closedir", "print", "printf", "say", "binmode", "eof", "fileno", "seek", "tell", "truncate", "read",
		"sysread", "syswrite", "readdir", "rewinddir", "flock", "readline", "getc", "select", "stat", "sysopen", "pipe":
	default:
		return
	}
	b, ok := x.Handle.(*tree.Bareword)
	if !ok && len(x.Args) > 0 {
		b, ok = x.Args[0].(*tree.Bareword)
	}
	if ok && b.Name != "new" {
		r.mention(r.globalName(b.Name), b.Span)
	}
}

// onceSite is the place of a name, nil where the warning is off.
func (r *resolver) onceSite(span source.Span) *site {
	if !r.prag.warns(warnOnce) {
		return nil
	}
	f := r.prog.File
	return &site{f, span, f.Line(span.Start), r.prag.pkg, true, r.prag.quiet, r.prag.fatal, nil}
}

// onlyOnceIsFine tells the names that perl itself uses.
func onlyOnceIsFine(name string) bool {
	i := strings.LastIndex(name, "::")
	if i < 0 {
		return true
	}
	pkg, plain := name[:i], name[i+2:]
	if plain == "" || plain[0] == '_' || !isWordByte(plain[0]) || plain[0]-'0' < 10 || plain[0] >= 0x80 {
		return true
	}
	switch plain {
	case "a", "b", "DATA", "ISA", "VERSION", "EXPORT", "EXPORT_OK", "EXPORT_FAIL", "EXPORT_TAGS":
		return true
	case "ENV", "INC", "ARGV", "ARGVOUT", "SIG", "STDIN", "STDOUT", "STDERR":
		return pkg == "main"
	}
	return false
}

// notifyMain writes the warnings that only a program gets, not a file that it loads.
func (vm *VM) notifyMain(p *Program) {
	tail := *p
	tail.notices = p.tail
	vm.notify(&tail, 0, len(p.tail))
	vm.notifyOnce(p)
}

// notifyOnce writes which globals are named only once in the program and the files it has loaded.
func (vm *VM) notifyOnce(p *Program) {
	count := map[string]int{}
	for q := range vm.progs {
		if q == p {
			continue
		}
		for _, n := range q.names {
			count[n.name]++
		}
	}
	for _, n := range p.names {
		count[n.name]++
	}
	for _, n := range p.names {
		if n.at == nil || count[n.name] != 1 || vm.knownName(n.name) {
			continue
		}
		vm.warnIn(n.at, warnOnce, "Name %q used only once: possible typo", n.name)
	}
}

// knownName tells whether a global exists for another reason than being named: a sub of its name, an import, a module in Go.
func (vm *VM) knownName(name string) bool {
	g := vm.globs[name]
	if g != nil && (g.Code != nil || g.Array != nil || g.Hash != nil || g.IO != nil || g.Scalar != nil && g.Scalar.V != value.Undef) {
		return true
	}
	pkg := name[:strings.LastIndex(name, "::")]
	if pkg == "main" {
		return false
	}
	if pkg == "DB" { // what caller fills
		return true
	}
	return vm.registry.modules[pkg] != nil || vm.imported["$"+name] || vm.imported["@"+name] || vm.imported["%"+name]
}

// lintDeclare looks whether a declaration hides another one of its scope.
func (r *resolver) lintDeclare(kind string, sym *symbol, span source.Span) {
	if !r.prag.warns(warnShadow) || len(sym.name) < 2 {
		return
	}
	for _, p := range r.pending {
		if p.name == sym.name && (kind != "our" || p.kind == "our") {
			if kind == "our" {
				r.noticeEnd(warnShadow, span, "\"our\" variable %s redeclared", sym.name)
				return
			}
			r.noticeEnd(warnShadow, span, "%q %s %s masks earlier declaration in same statement", kind, lexicalWord(sym.name), sym.name)
			return
		}
	}
	old := r.scope.names[sym.name]
	switch {
	case old != nil && kind == "our" && old.kind == "our":
		if old.global == sym.global {
			r.noticeEnd(warnShadow, span, "\"our\" variable %s redeclared", sym.name)
		}
	case old != nil && (kind == "our") == (old.kind == "our"), old != nil && kind != "our":
		r.noticeEnd(warnShadow, span, "%q %s %s masks earlier declaration in same scope", kind, lexicalWord(sym.name), sym.name)
	case kind == "our" && r.scope.outer != nil:
		if outer := r.scope.outer.lookup(sym.name); outer != nil && outer.kind == "our" && outer.global == sym.global && outer.fn == r.fn {
			r.noticeEnd(warnShadow, span, "\"our\" variable %s redeclared", sym.name)
			r.noticeEnd(warnShadow, span, "\t(Did you mean \"local\" instead of \"our\"?)\n")
		}
	}
}

func lexicalWord(name string) string {
	if name[0] == '&' {
		return "subroutine"
	}
	return "variable"
}

// lintSub looks at the definition of a named sub: defined before, called before its prototype was known, or using a variable of
// the sub around.
func (r *resolver) lintSub(s *tree.SubDef, fn *fnInfo) {
	name := fn.name
	for _, cap := range fn.caps {
		if in := cap.sym.fn; in.parent != nil && !in.isEval && cap.sym.static == 0 && cap.sym.kind == "my" {
			r.noticeEnd(warnClosure, s.Span, "Variable %q will not stay shared", cap.sym.name)
		}
	}
	if s.Sub.HasProto {
		r.lint.finished = append(r.lint.finished, r.lint.early[name]...)
	}
	if r.lint.subsSeen == nil {
		r.lint.subsSeen = map[string]bool{}
	}
	if r.lint.subsSeen[name] {
		r.notice(warnRedefine, s.Sub.Body.Span, "Subroutine %s redefined", name[strings.LastIndex(name, "::")+2:])
	}
	r.lint.subsSeen[name] = true
}

// lintCall notes a call of a sub that is not defined yet.
func (r *resolver) lintCall(x *tree.Call, name string) {
	if !x.Parens || x.Amp || r.lint.subsSeen[name] || r.fn.isEval {
		return
	}
	n, ok := r.newNotice(&r.prag, warnPrototype, x.Span, 0, "%s() called too early to check prototype", name)
	if !ok {
		return
	}
	if r.lint.early == nil {
		r.lint.early = map[string][]notice{}
	}
	r.lint.early[name] = append(r.lint.early[name], n)
}

package runtime

// This file defines the part of the resolver that deals with single names: declaration, look-up, capture.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

// declare makes a symbol for a declared variable, visible after the next flush.
func (r *resolver) declare(kind string, v *tree.Var) *symbol {
	sym := &symbol{name: string(v.Sigil) + v.Name, kind: kind, fn: r.fn, loop: r.loop > 0}
	if kind == "our" {
		sym.global = r.qualify(v.Name)
	}
	r.lintDeclare(kind, sym, v.Span)
	switch kind {
	case "our":
		r.mention(sym.global, v.Span) // twice: a declaration is reason enough
		r.mention(sym.global, v.Span)
	case "state":
		if r.fn.isAnonymous() {
			v.Ref = &varUse{sym: sym, cap: r.stateCapture(sym)}
			r.pending = append(r.pending, sym)
			return sym
		}
		sym.mark = &symbol{name: "$", fn: r.fn}
		r.makeStatic(sym)
		r.makeStatic(sym.mark)
	default:
		if r.scope.base >= maxSlots-8 && r.fn.parent == nil {
			r.makeStatic(sym) // a file with very many variables keeps the rest outside its frame
			break
		}
		sym.slot = uint8(min(r.scope.base, 255))
		r.scope.base++
		r.fn.nslots = max(r.fn.nslots, r.scope.base)
	}
	v.Ref = &varUse{sym: sym, cap: -1, global: sym.global}
	r.pending = append(r.pending, sym)
	return sym
}

// stateCapture gives a state variable of an anonymous sub, and the mark that it was set, a place in each closure.
func (r *resolver) stateCapture(sym *symbol) int {
	fn := r.fn
	i := len(fn.caps)
	sym.cell, sym.flag = true, i+1
	fn.caps = append(fn.caps, capture{sym, fresh}, capture{&symbol{name: "$", fn: fn}, fresh})
	fn.capOf[sym] = i
	return i
}

// isAnonymous tells whether fn is a closure that may exist several times.
func (fn *fnInfo) isAnonymous() bool { return fn.sub != nil && fn.sub.Name == "" }

// use1 ties a variable to its symbol and returns it; nil for a global.
func (r *resolver) use1(v *tree.Var) *symbol { return r.useAs(v, v.Sigil) }

// useAs is use1 for a variable that stands for another kind: the array behind `$#a`.
func (r *resolver) useAs(v *tree.Var, sigil byte) *symbol {
	if sigil == '#' {
		sigil = '@'
	}
	if !strings.Contains(v.Name, "::") && sigil != '*' {
		if sym := r.scope.lookup(string(sigil) + v.Name); sym != nil {
			u := &varUse{sym: sym, cap: -1, global: sym.global}
			if i, ok := r.fn.capOf[sym]; ok {
				u.cap = i
			} else if sym.kind != "our" && sym.fn != r.fn {
				u.cap = r.capture(r.fn, sym)
			}
			v.Ref = u
			return sym
		}
	}
	if r.prag.english {
		if short := englishName(v.Name); short != "" {
			v.Name = short
		}
	}
	global := r.globalName(v.Name)
	if sigil != '&' {
		r.mention(global, v.Span)
	}
	r.checkStrict(v, sigil, global)
	v.Ref = &varUse{cap: -1, global: global}
	return nil
}

// capture makes sym available inside fn, which is not the sub that declared it, and returns its place among fn's captured
// variables. A static variable needs none: -1.
func (r *resolver) capture(fn *fnInfo, sym *symbol) int {
	sym.cell = true
	if sym.static == 0 && sym.fn.parent == nil && !sym.loop && !sym.fn.isEval {
		r.makeStatic(sym)
	}
	if sym.static != 0 {
		return -1
	}
	if i, ok := fn.capOf[sym]; ok {
		return i
	}
	from := -1
	if i, ok := fn.parent.capOf[sym]; ok {
		from = i
	} else if fn.parent != sym.fn {
		from = r.capture(fn.parent, sym)
	}
	fn.caps = append(fn.caps, capture{sym, from})
	fn.capOf[sym] = len(fn.caps) - 1
	return len(fn.caps) - 1
}

// alwaysMain are the names that belong to package main wherever they are used.
func alwaysMain(name string) bool {
	switch name {
	case "ENV", "SIG", "ARGV", "INC", "STDIN", "STDOUT", "STDERR", "ARGVOUT", "_":
		return true
	}
	c := name[0]
	return !(c == '_' || c|0x20-'a' < 26 || c >= 0x80)
}

func (r *resolver) globalName(name string) string {
	switch {
	case strings.HasPrefix(name, "::"):
		return "main" + name
	case strings.Contains(name, "::"):
		return name
	case name == "" || alwaysMain(name):
		return "main::" + name
	}
	return r.prag.pkg + "::" + name
}

// checkStrict reports an undeclared global under `use strict "vars"`.
func (r *resolver) checkStrict(v *tree.Var, sigil byte, global string) {
	if !r.prag.strictVars || sigil == '&' || sigil == '*' || strings.Contains(v.Name, "::") || v.Name == "" || alwaysMain(v.Name) ||
		sigil == '$' && (v.Name == "a" || v.Name == "b") || r.vars[string(sigil)+global] || r.imported[string(sigil)+global] {
		return
	}
	full := string(sigil) + v.Name
	if r.doubtful {
		r.prog.doubtful = append(r.prog.doubtful, doubtfulVar{name: string(sigil) + global, plain: full, span: v.Span})
		return
	}
	r.errorf(v.Span, "Global symbol %q requires explicit package name (did you forget to declare \"my %s\"?)", full, full)
}

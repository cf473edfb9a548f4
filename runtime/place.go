package runtime

// This file defines places: what is kept of each statement when somebody listens before it runs, so that a debugger sees the variables
// there and a trace their values.

import (
	"slices"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A spot is a statement that the script may stop before.
type spot struct {
	info     *evalInfo // the variables there; nil unless the program was compiled for a debugger
	prag     pragmas
	off      int // first free slot of the frame
	at       *site
	mentions []mentioned
}

// A halt is a spot and the frame of the sub that has reached it.
type halt struct {
	*spot
	frame *Frame
}

// A mentioned is a variable that a statement reads.
type mentioned struct {
	name string
	read listFn
}

// A Mention is a variable that a statement names, with what it holds before the statement runs.
type Mention struct {
	Name   string // with its sigil
	Values []value.Value
}

// newPlaces returns where the places of a program are kept, nil without a debugger.
func newPlaces(debug bool) map[tree.Stmt]*evalInfo {
	if !debug {
		return nil
	}
	return map[tree.Stmt]*evalInfo{}
}

// notePlace keeps the variables in sight of a statement. A scope grows as the text goes on, so they are copied.
func (r *resolver) notePlace(s tree.Stmt) {
	if !stops(s) {
		return
	}
	r.needArgs(true)
	names := map[string]*symbol{}
	for sc := r.scope; sc != nil; sc = sc.outer {
		for name, sym := range sc.names {
			if names[name] == nil && r.reaches(sym) {
				names[name] = sym
			}
		}
	}
	for _, sym := range names {
		r.showTo(sym)
	}
	if r.fn.codeSlot == -1 {
		r.fn.codeSlot = -2
	}
	r.prog.places[s] = &evalInfo{r.fn, &scope{fn: r.fn, names: names, base: r.scope.base}}
}

// reaches tells whether a variable can be shown here without becoming another one: a named sub that takes along a variable of a loop
// or sub around it would make a single one of it for all.
func (r *resolver) reaches(sym *symbol) bool {
	if sym.kind == "our" || sym.static != 0 || sym.fn.parent == nil && !sym.loop && !sym.fn.isEval {
		return true
	}
	for fn := r.fn; fn != nil && fn != sym.fn; fn = fn.parent {
		if !fn.isAnonymous() && !fn.isEval && !fn.isBlock {
			return false
		}
	}
	return true
}

// stops tells whether a script stops before a statement. Those that only hold or define others do nothing themselves.
func stops(s tree.Stmt) bool {
	switch s.(type) {
	case *tree.Bare, *tree.SubDef, *tree.Package, *tree.Use, *tree.Phase:
		return false
	}
	return true
}

// listened puts the hook for tracing before a statement. What a modifier stands behind is part of the statement: it begins where the
// one around it does.
func (c *compiler) listened(s tree.Stmt, compile func(tree.Stmt) stmtFn) stmtFn {
	around, start := c.begun, s.Range().Start+1
	c.begun = start
	p := &spot{info: c.fn.prog.places[s], prag: c.prag, off: c.top, at: c.site(s)}
	f := compile(s)
	c.begun = around
	if f == nil || around == start || !stops(s) {
		return f
	}
	p.mentions = c.mentions(s)
	at, file := s.Range(), c.fn.file
	return func(vm *VM, fr *Frame) ctl {
		vm.halted = halt{p, fr}
		vm.trace(file, at)
		return f(vm, fr)
	}
}

// mentions compiles reading the variables that a statement names outside of its blocks and subs, in the order of the text. Those
// that it declares hold nothing yet.
func (c *compiler) mentions(s tree.Stmt) []mentioned {
	declared, seen := map[*symbol]bool{}, map[string]bool{}
	var vars []*tree.Var
	tree.Inspect(s, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Block:
			return isModified(s, n)
		case *tree.AnonSub, *tree.SubDef:
			return false
		case *tree.Decl:
			for _, v := range n.Vars {
				if u, ok := refOf(v); ok && u.sym != nil {
					declared[u.sym] = true
				}
			}
			return false
		case *tree.Foreach:
			for _, v := range n.Vars {
				if u, ok := refOf(v); ok && u.sym != nil {
					declared[u.sym] = true
				}
			}
		case *tree.Var:
			vars = append(vars, n)
		}
		return true
	})
	var out []mentioned
	for _, v := range vars {
		u, ok := refOf(v)
		name := string(v.Sigil) + v.Name
		if !ok || seen[name] || declared[u.sym] && u.sym != nil || u.sym == nil && alwaysMain(v.Name) && name != "$_" || !slices.Contains([]byte("$@%"), v.Sigil) {
			continue
		}
		seen[name] = true
		out = append(out, mentioned{name, c.list(v)})
	}
	return out
}

// refOf returns what the resolver found out about a variable.
func refOf(v *tree.Var) (*varUse, bool) {
	if v == nil {
		return nil, false
	}
	u, ok := v.Ref.(*varUse)
	return u, ok
}

// isModified tells whether a block is what stands before the modifier of a statement.
func isModified(s tree.Stmt, b *tree.Block) bool {
	switch s := s.(type) {
	case *tree.If:
		return s.Modifier && b == s.Clauses[0].Body
	case *tree.While:
		return s.Modifier && b == s.Body
	case *tree.Foreach:
		return s.Modifier && b == s.Body
	}
	return false
}

// Mentions returns the variables that the statement names before which the script has stopped, with their values. It is called from
// within Config.Trace.
func (vm *VM) Mentions() []Mention {
	if vm.halted.spot == nil {
		return nil
	}
	var out []Mention
	p, fr := vm.halted.spot, vm.halted.frame
	for _, m := range p.mentions {
		base := len(vm.stack)
		if vm.protect(func() { m.read(vm, fr) }) == nil {
			values := make([]value.Value, 0, len(vm.stack)-base)
			for _, v := range vm.stack[base:] {
				values = append(values, v.Load())
			}
			out = append(out, Mention{m.name, values})
		}
		vm.stack = vm.stack[:base]
	}
	return out
}

// Lexicals lists the my, our and state variables in sight of the place where the script has stopped, with their sigils, sorted.
func (vm *VM) Lexicals() []string {
	if vm.halted.spot == nil || vm.halted.info == nil {
		return nil
	}
	var names []string
	for name := range vm.halted.info.scope.names {
		if name[0] == '$' || name[0] == '@' || name[0] == '%' {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// A SubPlace is where a sub stands.
type SubPlace struct {
	File  *source.File
	Span  source.Span // its body, with the braces
	First int         // the offset of its first statement, or of the end of an empty body
}

// SubPlace returns where a sub stands by its name; ok is false for subs written in Go and for those that do not exist.
func (vm *VM) SubPlace(name string) (at SubPlace, ok bool) {
	code := vm.lookupSub(qualifySub(name, "main"))
	if code == nil {
		return at, false
	}
	p, ok := code.Body.(*proto)
	if !ok || p.fn.body == nil {
		return at, false
	}
	at = SubPlace{File: p.fn.file, Span: p.fn.body.Span, First: p.fn.body.Span.End}
	for _, s := range p.fn.body.Stmts {
		if stops(s) {
			at.First = s.Range().Start
			break
		}
	}
	return at, true
}

// Binding identifies the my or state variable that a name with its sigil means where the script has stopped: two places give the
// same value if they mean the same declaration. It is nil for a package variable.
func (vm *VM) Binding(name string) any {
	if vm.halted.spot == nil || vm.halted.info == nil {
		return nil
	}
	if sym := vm.halted.info.scope.names[name]; sym != nil && sym.kind != "our" {
		return sym
	}
	return nil
}

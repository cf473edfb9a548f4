package runtime

// This file defines what caller() tells of the running subs and evals.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A Caller is one running sub as caller() tells of it: the place of its call, its name and how it was called.
type Caller struct {
	Package string
	File    string
	Line    int
	Sub     string // qualified; "(eval)" for an eval
	Want    Want
	HasArgs bool // it has a @_ of its own
	Eval    bool
	Text    string        // the text of a string eval, the name of a file that is being loaded
	Require bool          // a file is being loaded
	Args    []value.Value // the arguments as far as they are still known
}

// Caller returns the running sub at a level, 0 being the innermost; ok is false when there are not so many.
func (vm *VM) Caller(level int) (c Caller, ok bool) {
	if level < 0 {
		return Caller{}, false
	}
	for i := vm.depth - 1; i >= 0; i-- {
		r := &vm.calls[i]
		if isEvalText(r.code) {
			continue // the eval around it stands for it
		}
		if level--; level < 0 {
			return vm.callerOf(r), true
		}
	}
	return Caller{}, false
}

// isEvalText tells whether code is the text of a string eval.
func isEvalText(code *value.Code) bool {
	if code == nil {
		return false
	}
	p, ok := code.Body.(*proto)
	return ok && p.fn.isEval
}

func (vm *VM) callerOf(r *callRec) Caller {
	c := Caller{Package: "main", File: vm.scriptName, Want: r.want, Eval: r.eval}
	if r.site != nil {
		c.Package, c.File, c.Line = r.site.pkg, r.site.name(), r.site.line
	}
	switch {
	case r.eval && r.code != nil: // see evalCode
		c.Sub, c.Text = "(eval)", r.code.Const.String()
	case r.eval:
		c.Sub = "(eval)"
	case r.code != nil && r.code.Name == requireName:
		c.Sub, c.Eval, c.Require, c.Text = "(eval)", true, true, r.code.Const.String()
	default:
		c.Sub, c.HasArgs, c.Args = vm.subName(r.code), r.nargs != noArgs, vm.argumentsOf(r)
	}
	return c
}

// requireName is the name of the code of a file that is being loaded; its Const is the name of the file.
const requireName = "(require)"

// evalCode stands in a call record for the text of a string eval.
func evalCode(text value.Value) *value.Code { return &value.Code{Const: &text} }

// subName is the qualified name of a sub.
func (vm *VM) subName(code *value.Code) string {
	switch {
	case code == nil:
		return "main::__ANON__"
	case code.Name == "":
		if name := vm.anonNames[code.Package]; name != "" {
			return name
		}
		return code.Package + "::__ANON__"
	case strings.Contains(code.Name, "::"):
		return code.Name
	}
	return code.Package + "::" + code.Name
}

// nameAnonymous is `*__ANON__ = "name"`: the anonymous subs of a package go by that name.
func (vm *VM) nameAnonymous(g, as *value.Glob) {
	if vm.anonNames == nil {
		vm.anonNames = map[string]string{}
	}
	vm.anonNames[g.Package] = as.FullName()
}

// argumentsOf returns the arguments of a running sub: its @_, or what its parameters hold now.
func (vm *VM) argumentsOf(r *callRec) []value.Value {
	if r.nargs == noArgs {
		return nil
	}
	if r.args != nil {
		return r.args.Values(nil)
	}
	if r.eval || r.code == nil || r.frame == nil {
		return nil
	}
	p, ok := r.code.Body.(*proto)
	if !ok {
		return nil
	}
	var out []value.Value
	for _, sym := range p.fn.params[:min(r.nargs, len(p.fn.params))] {
		if sym.static != 0 {
			out = append(out, vm.static(sym).scalars[sym.static-1].Get())
		} else {
			out = append(out, plain(r.frame[sym.slot]))
		}
	}
	if rest := p.fn.rest; rest != nil && rest.static == 0 {
		if v := r.frame[rest.slot]; v.Kind() == value.KArrayRef {
			out = v.Array().Values(out)
		}
	}
	return out
}

// keepsArguments tells whether a text speaks of stack traces, so that subs which ignore their arguments have to keep them.
func keepsArguments(text string) bool {
	for _, word := range []string{"confess", "cluck", "longmess", "DB::args"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// passesContext tells whether the result of a sub is that of another call, which sees the context of the sub as its own.
func passesContext(body []tree.Stmt) bool {
	found := false
	for _, s := range body {
		tree.Inspect(s, func(n tree.Node) bool {
			switch n := n.(type) {
			case *tree.AnonSub, *tree.SubDef:
				return false
			case *tree.Return:
				found = found || isCall(n.X)
			}
			return !found
		})
	}
	return found || len(body) > 0 && endsInCall(body[len(body)-1])
}

func endsInCall(s tree.Stmt) bool {
	switch s := s.(type) {
	case *tree.ExprStmt:
		return isCall(s.X)
	case *tree.If:
		for _, cl := range s.Clauses {
			if n := len(cl.Body.Stmts); n > 0 && endsInCall(cl.Body.Stmts[n-1]) {
				return true
			}
		}
		if s.Else != nil && len(s.Else.Stmts) > 0 {
			return endsInCall(s.Else.Stmts[len(s.Else.Stmts)-1])
		}
	}
	return false
}

func isCall(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Call, *tree.CallRef, *tree.Method:
		return true
	case *tree.Ternary:
		return isCall(x.Then) || isCall(x.Else)
	case *tree.Logical:
		return isCall(x.Right)
	case *tree.List:
		return len(x.Items) == 1 && isCall(x.Items[0])
	}
	return false
}

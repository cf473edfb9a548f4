package tree

// This file defines Dump, the tree as one compact line of text for tests and bug reports.

import (
	"fmt"
	"strconv"
	"strings"
)

// Dump returns a node as an S-expression. Variables are written as in the script, constant strings quoted, numbers
// bare, a bare word as a symbol; everything else is (kind part ...). Optional properties follow the kind as
// :words. Absent parts are written as nil only where leaving them out would be ambiguous.
func Dump(n Node) string {
	d := dumper{}
	d.node(n)
	return d.String()
}

// DumpProgram returns the statements of a program, one per line.
func DumpProgram(p *Program) string {
	lines := make([]string, len(p.Body.Stmts))
	for i, s := range p.Body.Stmts {
		lines[i] = Dump(s)
	}
	return strings.Join(lines, "\n")
}

type dumper struct{ strings.Builder }

// open begins a form: its kind and its properties that are not "".
func (d *dumper) open(kind string, properties ...string) {
	if d.Len() > 0 {
		d.WriteByte(' ')
	}
	d.WriteString("(" + kind)
	for _, p := range properties {
		if p != "" {
			d.WriteString(" :" + p)
		}
	}
}

func (d *dumper) atom(text string) {
	if d.Len() > 0 {
		d.WriteByte(' ')
	}
	d.WriteString(text)
}

// form writes a form with its parts.
func (d *dumper) form(kind string, parts []Expr, properties ...string) {
	d.open(kind, properties...)
	for _, x := range parts {
		d.node(x)
	}
	d.WriteByte(')')
}

// flag returns name when set.
func flag(set bool, name string) string {
	if set {
		return name
	}
	return ""
}

// with returns name=value when value is not "".
func with(name, value string) string {
	if value == "" {
		return ""
	}
	return name + "=" + value
}

func (d *dumper) node(n Node) {
	if isNil(n) {
		d.atom("nil")
		return
	}
	switch n := n.(type) {
	case *Block:
		d.open("block")
		for _, s := range n.Stmts {
			d.node(s)
		}
		d.WriteByte(')')
	case Stmt:
		d.statement(n)
	case Expr:
		d.expression(n)
	}
}

// nodes writes a form whose parts are nodes of any sort.
func (d *dumper) nodes(kind string, parts []Node, properties ...string) {
	d.open(kind, properties...)
	for _, n := range parts {
		d.node(n)
	}
	d.WriteByte(')')
}

func (d *dumper) statement(n Stmt) {
	switch n := n.(type) {
	case *ExprStmt:
		d.node(n.X)
	case *If:
		d.open(map[bool]string{false: "if", true: "unless"}[n.Unless], flag(n.Modifier, "mod"))
		for _, c := range n.Clauses {
			d.node(c.Cond)
			d.node(c.Body)
		}
		if n.Else != nil {
			d.node(n.Else)
		}
		d.WriteByte(')')
	case *While:
		parts := []Node{n.Cond, n.Body}
		if n.Continue != nil {
			parts = append(parts, n.Continue)
		}
		d.nodes(map[bool]string{false: "while", true: "until"}[n.Until], parts, n.Label, flag(n.Modifier, "mod"), flag(n.PostCheck, "post"))
	case *ForC:
		d.nodes("forc", []Node{n.Init, n.Cond, n.Step, n.Body}, n.Label)
	case *Foreach:
		d.open("foreach", n.Label, n.Decl, flag(n.Modifier, "mod"))
		for _, v := range n.Vars {
			d.node(v)
		}
		d.node(n.List)
		d.node(n.Body)
		if n.Continue != nil {
			d.node(n.Continue)
		}
		d.WriteByte(')')
	case *Given:
		d.nodes("given", []Node{n.X, n.Body}, n.Label)
	case *When:
		parts := []Node{n.Cond, n.Body}
		if n.Exit != nil {
			parts = append(parts, n.Exit)
		}
		d.nodes("when", parts, n.Label, flag(n.Modifier, "mod"))
	case *ForTo:
		d.nodes("forto", []Node{n.Var, n.From, n.To, n.Step, n.Body})
	case *Bare:
		parts := []Node{n.Body}
		if n.Continue != nil {
			parts = append(parts, n.Continue)
		}
		d.nodes("bare", parts, n.Label)
	case *SubDef:
		d.sub("sub", n.Sub, n.Decl)
	case *Package:
		d.open("package", n.Name, n.Version)
		if n.Body != nil {
			d.node(n.Body)
		}
		d.WriteByte(')')
	case *Use:
		d.open(map[bool]string{false: "use", true: "no"}[n.No], n.Module, n.Version)
		if n.Args != nil {
			d.node(n.Args)
		}
		d.WriteByte(')')
	case *Phase:
		d.sub("phase", n.Sub, "")
	case *Try:
		d.nodes("try", []Node{n.Body, n.CatchVar, n.Catch, n.Finally})
	case *Nop:
		d.atom("(nop)")
	}
}

// sub writes a named or anonymous sub.
func (d *dumper) sub(kind string, s *Sub, decl string) {
	proto := ""
	if s.HasProto {
		proto = "proto=(" + s.Proto + ")"
	}
	d.open(kind, decl, s.Name, proto, with("attrs", strings.Join(s.Attrs, ",")))
	if s.Sig != nil {
		d.open("sig")
		for _, p := range s.Sig.Params {
			name := string(p.Sigil)
			if p.Var != nil {
				name += p.Var.Name
			}
			d.atom(name + p.DefaultOp)
			if p.Default != nil {
				d.node(p.Default)
			}
		}
		d.WriteByte(')')
	}
	if s.Body != nil {
		d.node(s.Body)
	}
	d.WriteByte(')')
}

// name returns a variable as written.
func (v *Var) name() string {
	switch {
	case v.Sigil == '#':
		return "$#" + v.Name
	case strings.HasPrefix(v.Name, "^") && len(v.Name) > 2:
		return string(v.Sigil) + "{" + v.Name + "}"
	}
	return string(v.Sigil) + v.Name
}

func (d *dumper) expression(n Expr) {
	switch n := n.(type) {
	case *Num:
		d.atom(n.Text)
	case *Str:
		d.atom(strconv.Quote(n.Value) + map[bool]string{true: "w"}[n.Wide] + map[bool]string{true: "p"}[n.Path])
	case *Interp:
		d.form("interp", n.Parts, flag(n.Pattern, "re"), flag(n.Path, "path"))
	case *JoinArray:
		d.form("join", []Expr{n.X})
	case *Var:
		d.atom(n.name())
	case *Deref:
		d.form(map[byte]string{'#': "$#"}[n.Sigil]+map[bool]string{true: string(n.Sigil)}[n.Sigil != '#']+"deref", []Expr{n.X})
	case *Elem:
		d.form("elem", []Expr{n.Array, n.Index})
	case *HashElem:
		d.form("helem", []Expr{n.Hash, n.Key})
	case *Slice:
		d.form("slice", []Expr{n.Of, n.Index}, flag(n.Pairs, "pairs"))
	case *ListSlice:
		d.form("lslice", []Expr{n.List, n.Index})
	case *Decl:
		d.open(n.Kind, flag(n.Paren, "paren"))
		for _, v := range n.Vars {
			d.node(v)
		}
		d.WriteByte(')')
	case *Local:
		d.form("local", []Expr{n.X})
	case *Assign:
		d.form(n.Op, []Expr{n.Left, n.Right})
	case *Binary:
		d.form(n.Op, []Expr{n.Left, n.Right})
	case *Logical:
		d.form(n.Op, []Expr{n.Left, n.Right})
	case *Chain:
		d.form("chain", n.Operands, n.Ops...)
	case *Unary:
		d.form("u"+n.Op, []Expr{n.X})
	case *IncDec:
		d.form(map[bool]string{true: "pre", false: "post"}[n.Prefix]+n.Op, []Expr{n.X})
	case *Ternary:
		d.form("?:", []Expr{n.Cond, n.Then, n.Else})
	case *RangeOp:
		d.form(map[bool]string{true: "...", false: ".."}[n.Three], []Expr{n.Left, n.Right})
	case *List:
		d.form(map[bool]string{true: "plist", false: "list"}[n.Paren], n.Items)
	case *AnonArray:
		d.form("array", n.Items)
	case *AnonHash:
		d.form("hash", n.Items)
	case *PatternCode:
		d.form("patterncode", []Expr{n.Code}, flag(n.Postponed, "postponed"))
	case *AnonSub:
		d.sub("anonsub", n.Sub, "")
	default:
		d.call(n)
	}
}

// call writes calls, patterns, control and commands.
func (d *dumper) call(n Expr) {
	switch n := n.(type) {
	case *Call:
		d.form("call", n.Args, n.Name, flag(n.Amp, "amp"), flag(n.NoArgs, "noargs"))
	case *CallRef:
		d.form("callref", append([]Expr{n.Fn}, n.Args...), flag(n.Amp, "amp"), flag(n.NoArgs, "noargs"))
	case *Method:
		parts := []Expr{n.Invocant}
		if n.Dynamic != nil {
			parts = append(parts, n.Dynamic)
		}
		d.form("method", append(parts, n.Args...), n.Name, flag(n.Dynamic != nil, "dynamic"))
	case *Func:
		d.open(n.Name)
		if n.Handle != nil {
			d.form("handle", []Expr{n.Handle})
		}
		if n.Block != nil {
			d.node(n.Block.Body)
		}
		for _, x := range n.Args {
			d.node(x)
		}
		d.WriteByte(')')
	case *FileTest:
		d.open("-" + string(n.Op))
		if n.X != nil {
			d.node(n.X)
		}
		d.WriteByte(')')
	case *ReadLine:
		d.optional("readline", n.Handle)
	case *Glob:
		d.form("glob", []Expr{n.Pattern})
	case *Bareword:
		d.atom(n.Name)
	case *Match:
		d.pattern("match", n.Target, n.Pattern, nil, n.Flags, flag(n.Negate, "not"), flag(n.Dynamic, "dynamic"), flag(n.Once, "once"))
	case *Subst:
		d.pattern("subst", n.Target, n.Pattern, n.Replace, n.Flags, flag(n.Negate, "not"))
	case *Trans:
		d.open("trans", flag(n.Negate, "not"), with("flags", n.Flags))
		d.node(n.Target)
		d.atom(fmt.Sprintf("%q %q)", n.From, n.To))
	case *QR:
		d.form("qr", []Expr{n.Pattern}, with("flags", n.Flags))
	case *Qx:
		d.form("qx", []Expr{n.Command})
	case *DoBlock:
		d.nodes("do", []Node{n.Block})
	case *EvalBlock:
		d.nodes("eval", []Node{n.Block})
	case *Return:
		d.optional("return", n.X)
	case *Jump:
		d.optional(n.Kind, n.Dynamic, n.Label)
	case *Yada:
		d.atom("(...)")
	case *Command:
		d.command(n)
	}
}

// optional writes a form with at most one part.
func (d *dumper) optional(kind string, x Expr, properties ...string) {
	d.open(kind, properties...)
	if x != nil {
		d.node(x)
	}
	d.WriteByte(')')
}

func (d *dumper) pattern(kind string, target, pattern, replace Expr, flags string, properties ...string) {
	d.open(kind, append(properties, with("flags", flags))...)
	d.node(target)
	d.node(pattern)
	if replace != nil {
		d.node(replace)
	}
	d.WriteByte(')')
}

func (d *dumper) command(n *Command) {
	d.open("command", n.Head)
	for _, arg := range n.Args {
		if arg.Keyword != "" {
			d.atom(arg.Keyword)
			continue
		}
		d.open(arg.Slot, arg.Unit)
		d.node(arg.Value)
		d.WriteByte(')')
	}
	d.WriteByte(')')
}

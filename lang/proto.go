package lang

// This file applies prototypes: how many operands a call takes and what is made of each.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
)

// unary tells a sub that parses as a named unary operator: ($), (_), (;$), (\@), (\[$@%]), (*).
func (n *knownSub) unary() bool {
	if n.function != nil {
		return n.function.Unary
	}
	proto := strings.TrimLeft(n.proto, ";")
	item, rest := protoItem(proto)
	return item != "" && rest == "" && item != "@" && item != "%" && item != "&"
}

// protoItem splits the first item off a prototype: $ @ % & * + _ or a backslash with what it applies to.
func protoItem(proto string) (item, rest string) {
	n := 1
	switch {
	case proto == "":
		return "", ""
	case strings.HasPrefix(proto, "\\["):
		if n = strings.IndexByte(proto, ']') + 1; n == 0 {
			n = len(proto)
		}
	case proto[0] == '\\' && len(proto) > 1:
		n = 2
	}
	return proto[:n], proto[n:]
}

// prototyped returns the arguments of a call as a sub's prototype wants them: a reference for \@, scalar context
// for $, a sub for &.
func (p *parser) prototyped(sub *knownSub, args []tree.Expr, t *lexer.Token) []tree.Expr {
	if sub == nil || !sub.hasProto || sub.function != nil {
		return args
	}
	rest, optional, count := sub.proto, false, 0
	for i := 0; ; i++ {
		for strings.HasPrefix(rest, ";") {
			rest, optional = rest[1:], true
		}
		var item string
		if item, rest = protoItem(rest); item == "" {
			count = i
			break
		}
		if item == "@" || item == "%" {
			return args
		}
		if i >= len(args) {
			if item == "_" {
				topic := &tree.Var{Span: p.emptyAt(p.lastEnd), Sigil: '$', Name: "_"}
				return append(args, topic)
			}
			if !optional {
				p.errorf(p.since(t.Pos.Offset), diag.TooFewArguments, "too few arguments for %s, its prototype is (%s)", t.Value, sub.proto)
			}
			return args
		}
		args[i] = p.protoArg(item, args[i], i, t)
	}
	if len(args) > count {
		p.errorf(args[count].Range(), diag.TooManyArguments, "too many arguments for %s, its prototype is (%s)", t.Value, sub.proto)
	}
	return args
}

// protoArg returns an argument as one item of a prototype wants it.
func (p *parser) protoArg(item string, x tree.Expr, i int, t *lexer.Token) tree.Expr {
	switch item[0] {
	case '$', '_':
		return scalar(x)
	case '+':
		if sigil := sigilOf(x); sigil == '@' || sigil == '%' {
			return &tree.Unary{Span: x.Range(), Op: "\\", X: x}
		}
		return scalar(x)
	case '\\':
		want := strings.Trim(item[1:], "[]")
		if call, ok := x.(*tree.Call); ok && call.Amp && call.NoArgs && strings.Contains(want, "&") {
			return &tree.Unary{Span: x.Range(), Op: "\\", X: &tree.Var{Span: call.Span, Sigil: '&', Name: call.Name}}
		}
		if sigil := sigilOf(x); sigil != 0 && strings.IndexByte(want, sigil) < 0 || sigil == 0 && want != "&" {
			p.errorf(x.Range(), diag.BadArgument, "argument %d of %s must be a variable of kind %s", i+1, t.Value, strings.Join(strings.Split(want, ""), " or "))
			return x
		}
		return &tree.Unary{Span: x.Range(), Op: "\\", X: x}
	case '&':
		if call, ok := x.(*tree.Call); ok && call.Amp && call.NoArgs {
			return &tree.Unary{Span: x.Range(), Op: "\\", X: &tree.Var{Span: call.Span, Sigil: '&', Name: call.Name}}
		}
	}
	return x
}

// sigilOf returns the sigil of a variable, dereference, element or declaration; 0 for anything else.
func sigilOf(x tree.Expr) byte {
	switch x := x.(type) {
	case *tree.Var:
		return x.Sigil
	case *tree.Deref:
		return x.Sigil
	case *tree.Elem, *tree.HashElem:
		return '$'
	case *tree.Decl:
		if len(x.Vars) == 1 && x.Vars[0] != nil && !x.Paren {
			return x.Vars[0].Sigil
		}
	case *tree.Local:
		return sigilOf(x.X)
	}
	return 0
}

// scalar puts an expression in scalar context unless it is a scalar anyway.
func scalar(x tree.Expr) tree.Expr {
	switch x := x.(type) {
	case *tree.Num, *tree.Str, *tree.Interp, *tree.Elem, *tree.HashElem, *tree.AnonArray, *tree.AnonHash, *tree.AnonSub, *tree.Binary,
		*tree.Unary, *tree.IncDec, *tree.QR, *tree.Chain:
		return x
	case *tree.Var:
		if x.Sigil == '$' {
			return x
		}
	case *tree.Deref:
		if x.Sigil == '$' {
			return x
		}
	}
	return &tree.Func{Span: x.Range(), Name: "scalar", Args: []tree.Expr{x}}
}

package lang

// This file turns the grammar's declarations into statements of the tree.

import (
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// declares reports whether a declaration begins at the place.
func (p *parser) declares() bool {
	switch p.peek().Type {
	case kwPackage, kwUse, kwPhase:
		return true
	case kwSub:
		return p.peekAt(1) == tokName
	case kwMy, kwOur, kwState:
		return p.peekAt(1) == kwSub && p.peekAt(2) == tokName
	}
	return false
}

// statementsProduction parses statements up to the next declaration, a stray closing bracket or the end.
func (p *parser) statementsProduction() (statementsNode, bool) {
	var run statementRun
	for {
		switch p.peek().Type {
		case tokEOF, tokRBrace, tokRParen, tokRBracket, tokEndWord, tokElseWord, tokElsifWord:
			return run, run != nil
		}
		if p.declares() {
			return run, run != nil
		}
		run = append(run, p.statement())
	}
}

// packageNameProduction parses the name of a package, which holds from here on.
func (p *parser) packageNameProduction() (packageNameNode, bool) {
	if p.peek().Type != tokName {
		return nil, false
	}
	p.around, p.pkg = p.pkg, p.next().Value
	return packageName(p.pkg), true
}

// bodyProduction parses the block of a declaration, or the end of one without.
func (p *parser) bodyProduction() (bodyNode, bool) {
	around := p.around
	p.around = ""
	if p.peek().Type != tokLBlock {
		p.endStatement()
		return bodyPart{end: p.lastEnd}, true
	}
	b := p.block()
	if around != "" {
		p.pkg = around
	}
	return bodyPart{block: b, end: p.lastEnd}, true
}

// endProduction parses the end of a statement.
func (p *parser) endProduction() (endNode, bool) {
	p.endStatement()
	return statementEnd(p.lastEnd), true
}

// listProduction parses the list of a use.
func (p *parser) listProduction() (tree.Expr, bool) {
	if !begins[at(p.peek().Type)] {
		return nil, false
	}
	return p.list(), true
}

// defaultProduction parses the default of a parameter.
func (p *parser) defaultProduction() (defaultNode, bool) {
	if !begins[at(p.peek().Type)] {
		return nil, false
	}
	return defaultValue{p.assign()}, true
}

// declared returns the statement for a declaration, nil when it was reported as mistaken.
func (p *parser) declared(node *declNode) tree.Stmt {
	switch {
	case node == nil:
	case node.Package != nil && node.Package.Body != nil:
		n := node.Package
		return &tree.Package{Span: p.between(node.Pos.Offset, n.Body.body().end), Name: n.Name.packageName(), Version: n.Version, Body: n.Body.body().block}
	case node.Use != nil && node.Use.End != nil:
		return p.use(node)
	case node.Sub != nil && node.Sub.Tail != nil && node.Sub.Tail.Body != nil:
		n := node.Sub
		span := p.between(node.Pos.Offset, n.Tail.Body.body().end)
		return &tree.SubDef{Span: span, Decl: n.Scope, Sub: p.sub(n.Name, n.Tail, span)}
	case node.Phase != nil && node.Phase.Body != nil:
		n := node.Phase
		part := n.Body.body()
		span := p.between(node.Pos.Offset, part.end)
		if part.block == nil {
			p.errorf(span, diag.MissingBlock, "%s needs a block", n.Name)
			return nil
		}
		sub := &tree.Sub{Span: part.block.Span, Name: n.Name, Body: part.block}
		if n.Name == "AUTOLOAD" || n.Name == "DESTROY" {
			return &tree.SubDef{Span: span, Sub: sub}
		}
		return &tree.Phase{Span: span, Name: n.Name, Sub: sub}
	}
	return nil
}

func (p *parser) use(node *declNode) tree.Stmt {
	n := node.Use
	return &tree.Use{Span: p.between(node.Pos.Offset, n.End.end()), No: n.Word == "no", Module: n.Module, Version: n.Perl + n.Version, Args: n.Args}
}

// sub builds the part that named and anonymous subs share.
func (p *parser) sub(name string, tail *tailNode, span source.Span) *tree.Sub {
	s := &tree.Sub{Span: span, Name: name, Body: tail.Body.body().block}
	if tail.Proto != nil {
		s.Proto, s.HasProto = strings.Map(dropBlank, strings.Trim(*tail.Proto, "()")), true
	}
	for _, attr := range append(tail.Before, tail.After...) {
		attr = strings.TrimLeft(attr, ": \t\r\n")
		if proto, ok := strings.CutPrefix(attr, "prototype("); ok {
			s.Proto, s.HasProto = strings.Map(dropBlank, strings.TrimSuffix(proto, ")")), true
		} else if attr != "" {
			s.Attrs = append(s.Attrs, attr)
		}
	}
	if tail.Sig != nil {
		s.Sig = p.signature(tail.Sig)
	}
	return s
}

func (p *parser) signature(node *signatureNode) *tree.Signature {
	sig := &tree.Signature{Span: p.between(node.Pos.Offset, end(&node.Close))}
	for i, n := range node.Params {
		param := tree.Param{Sigil: n.Name.Value[0], DefaultOp: n.Op}
		if n.Default != nil {
			param.Default = n.Default.value()
		}
		if n.Name.Type == tokVar {
			param.Var = p.variable(&n.Name)
		}
		if n.Op != "" && n.Default == nil {
			param.Default = &tree.List{Span: p.span(&n.Name)}
		}
		if param.Sigil != '$' && (i < len(node.Params)-1 || n.Op != "") {
			p.errorf(p.span(&n.Name), diag.BadSignature, "%s takes all arguments that are left, so it stands last and has no default", n.Name.Value)
		}
		sig.Params = append(sig.Params, param)
	}
	return sig
}

// anonSub parses `sub` as an operand.
func (p *parser) anonSub() tree.Expr {
	word := p.next()
	start := word.Pos.Offset
	if p.peek().Type == tokLBlock {
		body := p.block()
		span := p.between(start, p.lastEnd)
		return &tree.AnonSub{Span: span, Sub: &tree.Sub{Span: span, Body: body}}
	}
	if p.peek().Type == tokName {
		p.fail(p.peek(), diag.BadDeclaration, "a sub with a name is a statement, not an operand").Help = "leave the name out, or end the statement before it"
	}
	tail, err := p.front.tail.ParseFromLexer(p.lex, participle.AllowTrailing(true))
	if err != nil {
		p.grammarError(err)
		panic(bailout{})
	}
	span := p.between(start, tail.Body.body().end)
	if tail.Body.body().block == nil {
		p.errorf(span, diag.MissingBlock, "a sub without a name needs a block")
		panic(bailout{})
	}
	return &tree.AnonSub{Span: span, Sub: p.sub("", tail, span)}
}

// end returns the offset after a token.
func end(t *lexer.Token) int { return t.Pos.Offset + len(t.Value) }

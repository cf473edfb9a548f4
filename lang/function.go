package lang

// This file parses calls of registered functions: named unary operators, list operators, and those with a block or a
// handle before their list.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
)

// function parses a call of a registered function.
func (p *parser) function() tree.Expr {
	t := p.next()
	offset := p.view.origin(t.Pos.Offset)
	f := p.script.function(p.pkg, t.Value, offset)
	if f == nil {
		f = p.script.function(p.pkg, lower(t.Value), offset)
	}
	if f == nil { // cannot be: the lexer asked the same question
		return &tree.Bareword{Span: p.span(t), Name: t.Value}
	}
	return p.functionCall(t, f)
}

// lower is strings.ToLower for ASCII words.
func lower(word string) string {
	b := []byte(word)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// functionCall parses the operands of a function whose name is before the place.
func (p *parser) functionCall(t *lexer.Token, f *usage.Function) tree.Expr {
	call := &tree.Func{Name: f.Name}
	open := p.peek()
	if open.Type == tokLParen {
		p.next()
		call.Parens = true
		outer := p.form
		p.form = false
		p.operands(call, f)
		p.form = outer
		p.expect(tokRParen, open)
	} else {
		switch {
		case f.Nullary:
		case namedUnary(f):
			if begins[at(p.peek().Type)] {
				call.Args = []tree.Expr{p.binary(precNamed + 1)}
			}
		default:
			p.operands(call, f)
		}
	}
	call.Span = p.since(t.Pos.Offset)
	p.count(call, f, t)
	return call
}

// namedUnary tells the functions that bind tighter than comparisons. Those of modules are list operators, whatever they
// take, except in the modules whose functions have prototypes that say otherwise.
func namedUnary(f *usage.Function) bool {
	if !f.Unary || f.Block != usage.None || f.Handle {
		return false
	}
	module, _ := split("", f.Name)
	switch module {
	case "", "Scalar::Util", "Storable", "Time::HiRes", "MIME::Base64", "Digest::MD5", "Digest::SHA", "Encode":
		return true
	}
	return false
}

// operands parses the block or handle and the list of a function.
func (p *parser) operands(call *tree.Func, f *usage.Function) {
	t := p.peek()
	switch t.Type {
	case tokLBlock:
		p.blockOperand(call, f)
		return
	case tokHandleWord:
		p.next()
		call.Handle = &tree.Bareword{Span: p.span(t), Name: t.Value}
		p.rest(call)
		return
	case tokHandleVar:
		p.next()
		call.Handle = p.variable(t)
		p.rest(call)
		return
	case tokLHash:
		if f.Block != usage.None {
			p.hashOrBlock(call)
			return
		}
	}
	if begins[at(t.Type)] {
		call.Args = itemsOf(p.list())
	}
}

// rest parses the list after a block or handle.
func (p *parser) rest(call *tree.Func) {
	p.accept(tokComma)
	if begins[at(p.peek().Type)] {
		call.Args = itemsOf(p.list())
	}
}

// blockOperand parses { ... } before a list: the block of map, or for print an expression that gives the handle.
func (p *parser) blockOperand(call *tree.Func, f *usage.Function) {
	body := p.block()
	switch {
	case f.Block != usage.None && f.Name != "exec" && f.Name != "system":
		call.Block = &tree.Sub{Span: body.Span, Body: body}
	case len(body.Stmts) == 1:
		if s, ok := body.Stmts[0].(*tree.ExprStmt); ok {
			call.Handle = s.X
			break
		}
		fallthrough
	default:
		call.Handle = &tree.DoBlock{Block: body}
	}
	p.rest(call)
}

// hashOrBlock parses what looks like an anonymous hash before a list. Without a comma after it, it was the block of map
// that perl would have misread.
func (p *parser) hashOrBlock(call *tree.Func) {
	hash := p.anonHash().(*tree.AnonHash)
	switch t := p.peek(); {
	case t.Type == tokComma || t.Type == tokFatComma:
		call.Args = p.items([]tree.Expr{p.climb(p.postfix(hash), precAssign)})
	case begins[at(t.Type)]:
		list := &tree.List{Span: hash.Span, Items: hash.Items}
		body := &tree.Block{Span: hash.Span, Stmts: []tree.Stmt{&tree.ExprStmt{Span: hash.Span, X: list}}}
		call.Block = &tree.Sub{Span: hash.Span, Body: body}
		call.Args = itemsOf(p.list())
	default:
		call.Args = itemsOf(p.listAfter(p.climb(p.postfix(hash), precAssign)))
	}
}

// count reports a call with more or fewer arguments than any form of the function has. Functions of modules find that
// out when they are called, as in perl.
func (p *parser) count(call *tree.Func, f *usage.Function, t *lexer.Token) {
	n := len(call.Args)
	if call.Handle != nil || call.Block != nil || f.Name == "scalar" || strings.Contains(f.Name, "::") {
		return
	}
	for _, arg := range call.Args {
		switch x := arg.(type) {
		case *tree.Var:
			if x.Sigil == '$' {
				continue
			}
		case *tree.Num, *tree.Str, *tree.Interp, *tree.Elem, *tree.HashElem:
			continue
		}
		if f.Max < 0 || f.Max > 1 {
			return // a list may give any number
		}
	}
	switch {
	case n < f.Min:
		d := p.errorf(call.Span, diag.TooFewArguments, "too few arguments for %s", t.Value)
		if p.peek().EOF() && !call.Parens {
			d.Incomplete = true
		}
	case f.Max >= 0 && n > f.Max:
		p.errorf(call.Args[f.Max].Range(), diag.TooManyArguments, "too many arguments for %s", t.Value)
	}
}

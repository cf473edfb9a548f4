package lang

// This file parses commands: it prepares the arguments, has the usage line match them, and builds the node.

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
)

// command parses a command whose head word is at the place.
func (p *parser) command() tree.Expr {
	head := p.next()
	c := p.script.word(head.Value).command
	if c == nil { // cannot be: the lexer asked the same question
		return &tree.Bareword{Span: p.span(head), Name: head.Value}
	}
	var tokens []usage.Token
	var values []tree.Expr
	for p.peek().Type != tokCmdEnd {
		t := p.peek()
		if t.EOF() {
			p.bail() // cut off in a string, which has been reported
		}
		kind, x := p.argument(t)
		token := usage.Token{Span: p.span(t), Kind: kind, Text: t.Value}
		if x != nil {
			token.Span = x.Range()
			if s, ok := x.(*tree.Str); ok && kind == usage.String {
				token.Text = s.Value
			}
		}
		tokens, values = append(tokens, token), append(values, x)
	}
	p.next()
	spelt := strings.ToUpper(head.Value)
	if full, ok := c.HeadOf(head.Value); ok {
		spelt = full
	}
	match, failure := c.Match(tokens)
	if i := p.runsOn(c, tokens, match, failure); i >= 0 {
		end := p.view.origin(end(head))
		if i > 0 {
			end = tokens[i-1].End
		}
		d := p.errorf(source.Span{Start: end, End: end}, diag.MissingSemicolon, `a ";" is missing at the end of this line`)
		d.Expected = []string{`";"`}
		return &tree.Command{Span: p.since(head.Pos.Offset), Head: spelt}
	}
	if failure != nil {
		p.mismatch(head, c, tokens, failure)
		return &tree.Command{Span: p.since(head.Pos.Offset), Head: spelt}
	}
	node := &tree.Command{Span: p.since(head.Pos.Offset), Head: spelt, Line: match.Line}
	for _, item := range match.Items {
		from, to := item.Tokens[0], item.Tokens[1]
		arg := tree.Arg{Keyword: item.Keyword, Slot: item.Slot, Kind: item.Kind, Unit: item.Unit}
		if from < to {
			arg.Span = tokens[from].Span.To(tokens[to-1].Span)
			if item.Slot != "" {
				arg.Value = values[from]
			}
		}
		node.Args = append(node.Args, arg)
	}
	return node
}

// runsOn returns the index of the argument that begins the next statement, -1 if there is none. It begins a line, the command could
// end before it, it is no keyword that could go on, and the command has no use for it or for something after it; or it is a
// word that took a slot although it begins a command or is a function.
func (p *parser) runsOn(c *usage.Command, tokens []usage.Token, match *usage.Match, failure *usage.Failure) int {
	if failure == nil {
		for _, item := range match.Items {
			if i := item.Tokens[0]; item.Slot != "" && i < len(tokens) && p.beginsLine(tokens[i]) && p.beginsStatement(tokens[i]) {
				return i
			}
		}
		return -1
	}
	for i := min(failure.At, len(tokens)-1); i >= 0 && failure.Suggestion == ""; i-- {
		if !p.beginsLine(tokens[i]) {
			continue
		}
		if i < failure.At && !p.beginsStatement(tokens[i]) && tokens[i].Kind != usage.Value {
			return -1
		}
		for _, next := range c.Next(tokens[:i]) {
			if strings.EqualFold(next.Keyword, tokens[i].Text) {
				return -1
			}
		}
		if whole, _ := c.Match(tokens[:i]); whole != nil {
			return i
		}
		return -1
	}
	return -1
}

// beginsStatement reports whether a bare word is the head of a command or a function.
func (p *parser) beginsStatement(t usage.Token) bool {
	if t.Kind != usage.Word {
		return false
	}
	w := p.script.word(t.Text)
	return w.command != nil || w.function != nil || p.script.word(lower(t.Text)).function != nil
}

// beginsLine reports whether nothing but blanks stands before a token on its line.
func (p *parser) beginsLine(t usage.Token) bool {
	before := p.script.file.Text[:min(t.Start, len(p.script.file.Text))]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return len(line) < len(before) && strings.TrimSpace(line) == ""
}

// argument parses one argument and says what it is to a usage line.
func (p *parser) argument(t *lexer.Token) (usage.TokenKind, tree.Expr) {
	switch t.Type {
	case tokComma:
		p.next()
		return usage.Comma, nil
	case tokCmdEquals:
		p.next()
		return usage.Equals, nil
	case tokCmdStar:
		p.next()
		return usage.Star, &tree.Str{Span: p.span(t), Value: "*"}
	case tokCmdWord, tokCmdBad:
		p.next()
		return usage.Word, &tree.Str{Span: p.span(t), Value: t.Value, Wide: p.wide(t.Value)}
	case tokNumber:
		p.next()
		return usage.Number, &tree.Num{Span: p.span(t), Text: t.Value}
	case tokSingle:
		return usage.String, p.literal()
	case tokCmdString:
		p.next()
		if len(t.Value) < 2 {
			return usage.String, &tree.Str{Span: p.span(t)}
		}
		x := p.interpolate(p.span(t), part{p.view, t.Pos.Offset + 1, end(t) - 1}, innerCommand)
		if _, ok := x.(*tree.Str); ok {
			return usage.String, x
		}
		return usage.Value, x
	}
	x := p.postfix(p.primary())
	if list, ok := x.(*tree.List); ok && list.Paren && len(list.Items) == 1 {
		x = list.Items[0] // the parentheses only keep an expression together
	}
	return usage.Value, x
}

// mismatch reports why a command's arguments match none of its usage lines.
func (p *parser) mismatch(head *lexer.Token, c *usage.Command, tokens []usage.Token, f *usage.Failure) {
	d := &diag.Diagnostic{Code: diag.CommandSyntax, Expected: f.Expected, DidYouMean: f.Suggestion}
	if f.At < len(tokens) {
		d.Span, d.Notes = tokens[f.At].Span, f.Forms
		d.Message = "unexpected " + quoteFound(f.Found, tokens[f.At]) + " in " + strings.ToUpper(head.Value)
		if t := tokens[f.At]; t.Text == "||" || t.Text == "&&" {
			d.Help = `write "or" and "and" after a command, or put the command in parentheses`
		} else if t.Kind == usage.Word && strings.ContainsAny(t.Text, ".+-*/<>") && len(t.Text) <= 2 {
			d.Help = "put an expression in parentheses"
		}
	} else {
		end := p.view.origin(p.lastEnd)
		d.Span = source.Span{Start: end, End: end}
		d.Code = diag.CommandIncomplete
		d.Message = strings.ToUpper(head.Value) + " ends too early"
		d.Incomplete = p.peek().EOF() && !p.cut
	}
	if d.Help == "" {
		d.Help = "usage: " + strings.Join(near(c, tokens[:min(f.At, len(tokens))]), "\n       ")
	}
	p.report(d)
}

// near returns the usage lines of a command that begin with the keywords given so far, all of them when none does.
func near(c *usage.Command, given []usage.Token) []string {
	lines := strings.Split(c.Format(), "\n")
	var fit []string
	for _, line := range lines {
		words := strings.Fields(line)
		n := 0
		for n < len(given) && given[n].Kind == usage.Word && n+1 < len(words) && strings.EqualFold(words[n+1], given[n].Text) {
			n++
		}
		if n == len(given) || n+1 < len(words) && strings.IndexByte("<([{", words[n+1][0]) >= 0 {
			fit = append(fit, line)
		}
	}
	if fit == nil {
		return lines
	}
	return fit
}

// quoteFound shows the argument that was not expected.
func quoteFound(found string, t usage.Token) string {
	if found == "" {
		found = t.Text
	}
	if i := strings.IndexByte(found, '\n'); i >= 0 {
		found = found[:i] + "..."
	}
	return `"` + found + `"`
}

package lang

// This file defines the tokens of a script as tools see them: the formatter, colours while typing, completion.

import (
	"slices"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

// A Class says what a token is.
type Class uint8

// The classes of tokens.
const (
	Other       Class = iota // what fits nowhere else
	Reserved                 // if, my, sub, return, ...
	Word                     // a bare word: a sub, class, handle, a name after -> or sub
	Key                      // a word that is a string: before => or alone between subscript braces
	Function                 // a registered function
	Label                    // NAME:
	Variable                 // $x @x %x $#x, the sigil included; &name
	Cast                     // a sigil before a variable or brace
	Number                   // also a version
	String                   // every quoted text but patterns; qw, <FH>
	Pattern                  // m// s/// tr/// qr//
	Heredoc                  // <<A without its body
	FileTest                 // -e
	Open                     // ( or [ around a list
	OpenIndex                // [ of a subscript
	OpenHash                 // { of an anonymous hash
	OpenKey                  // { of a subscript
	OpenDeref                // { after a sigil
	OpenBlock                // { of a block; THEN and DO
	Close                    // the bracket that closes one of those; END
	Semicolon                //
	Comma                    //
	FatComma                 // =>
	Arrow                    // ->
	Operator                 // an operator between operands
	Prefix                   // an operator before its operand
	Postfix                  // ++ or -- behind its operand
	Proto                    // ($$) of a sub
	Attribute                // :lvalue
	Between                  // ELSE and ELSIF of IF ... THEN: closes one block and opens another
	CommandHead              // connect
	CommandWord              // a bare word among the arguments of a command
	CommandMark              // * or = there
	Comment                  // # ... without the line end; /* ... */
	Pod                      // with its last line end
	HeredocBody              // the bodies that begin behind one line, with their terminators
	Data                     // __END__ and what follows
)

// A Token is a piece of a script that is not blank.
type Token struct {
	source.Span
	Class Class
	// Ends tells that a statement may begin behind the token.
	Ends bool
	// Command tells that the token is an argument of a command.
	Command bool
	// Body is the range of a heredoc's body with its terminator line; zero for other tokens.
	Body source.Span
}

// Tokens cuts a script into tokens and comments, in the order of the text and without gaps but blanks. It works on texts with
// mistakes too: the list says what the lexer found, which is not all that Parse would find.
func Tokens(file *source.File, opt Options) ([]Token, diag.List) {
	s := newScript(file, opt)
	for {
		tokens := s.tokens()
		if !s.lexAgain() {
			s.finish()
			return tokens, s.diags
		}
	}
}

func (s *script) tokens() []Token {
	var list []Token
	l := newLexer(s, s.root, 0, len(s.root.text))
	l.note = func(class Class, start, end int) {
		list = append(list, Token{Span: source.Span{Start: start, End: end}, Class: class})
	}
	for {
		before, command := l.want, l.command > 0 && l.command == len(l.stack)+1
		t, _ := l.Next() // it never fails
		if t.Type == lexer.EOF {
			break
		}
		if t.Value == "" {
			continue
		}
		start := t.Pos.Offset
		token := Token{Span: source.Span{Start: start, End: start + len(t.Value)}, Class: classOf(t.Type), Ends: l.want == wantStatement, Command: command}
		switch {
		case t.Type == opIncDec && before == wantOperator:
			token.Class = Postfix
		case t.Type == tokHeredoc:
			token.Body = s.bodyOf(start)
		}
		list = append(list, token)
	}
	// A comment may be met before the token that it follows has been given out.
	slices.SortStableFunc(list, func(a, b Token) int { return a.Start - b.Start })
	return list
}

// bodyOf returns the body of the heredoc at an offset with the line that ends it.
func (s *script) bodyOf(offset int) source.Span {
	h, ok := s.root.heredocs[offset]
	if !ok {
		return source.Span{}
	}
	end := h.end
	for end < len(s.root.text) && s.root.text[end] != '\n' {
		end++
	}
	return source.Span{Start: h.start, End: min(end+1, len(s.root.text))}
}

// classOf returns the class of a kind of token.
func classOf(kind lexer.TokenType) Class {
	switch kind {
	case tokIdent, tokName, tokHandleWord:
		return Word
	case tokKey:
		return Key
	case tokFunc:
		return Function
	case tokLabel:
		return Label
	case tokVar, tokHandleVar, tokSub, tokPostDeref, tokPostSlice, tokHolder:
		return Variable
	case tokCast:
		return Cast
	case tokNumber, tokVersion:
		return Number
	case tokSingle, tokDouble, tokPath, tokWords, tokQx, tokAngle, tokCmdString:
		return String
	case tokMatch, tokSubst, tokTrans, tokQR:
		return Pattern
	case tokHeredoc:
		return Heredoc
	case tokTest:
		return FileTest
	case tokCommand:
		return CommandHead
	case tokCmdWord:
		return CommandWord
	case tokCmdStar, tokCmdEquals, tokCmdBad:
		return CommandMark
	}
	return markClass(kind)
}

// markClass returns the class of punctuation, operators and reserved words.
func markClass(kind lexer.TokenType) Class {
	switch kind {
	case tokLParen, tokLBracket:
		return Open
	case tokLIndex:
		return OpenIndex
	case tokLHash:
		return OpenHash
	case tokLSubscript:
		return OpenKey
	case tokLDeref:
		return OpenDeref
	case tokLBlock, tokThen:
		return OpenBlock
	case tokRParen, tokRBracket, tokRBrace, tokEndWord:
		return Close
	case tokElseWord, tokElsifWord:
		return Between
	case tokSemi:
		return Semicolon
	case tokComma:
		return Comma
	case tokFatComma:
		return FatComma
	case tokArrow:
		return Arrow
	case opSign, opBang, opTilde, opBack, opIncDec, opNot:
		return Prefix
	case tokProto:
		return Proto
	case tokAttr:
		return Attribute
	case tokColon:
		return Operator
	case tokYada:
		return Other
	}
	switch {
	case kind <= opOr && kind >= opPow:
		return Operator
	case kind <= tokForWord && kind > tokLast:
		return Reserved
	}
	return Other
}

// skipped tells whoever listens what was moved over since start.
func (l *lexing) skipped(class Class, start int) {
	if l.note != nil {
		l.note(class, start, l.pos)
	}
}

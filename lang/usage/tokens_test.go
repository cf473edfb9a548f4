package usage

// This file defines a small lexer for tests: what the parser of the language prepares, as far as these tests need it.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/source"
)

// tokens cuts the text after a head word into tokens: "quoted" strings, $variables, (expressions) and calls() as values,
// numbers, marks, and bare words, which end at a blank, a comma, an equal sign, a quote or a bracket.
func tokens(text string) []Token {
	var list []Token
	for i := 0; i < len(text); {
		start, c := i, text[i]
		add := func(kind TokenKind, text string) {
			list = append(list, Token{source.Span{Start: start, End: i}, kind, text})
		}
		end := func(stop string) { // moves i behind the next byte of stop, or to the end
			if n := strings.IndexAny(text[i+1:], stop); n >= 0 {
				i += n + 2
			} else {
				i = len(text)
			}
		}
		switch {
		case isBlank(c):
			i++
		case c == '"':
			end(`"`)
			add(String, strings.Trim(text[start:i], `"`))
		case c == '(':
			end(")")
			add(Value, text[start:i])
		case c == '$':
			for i++; i < len(text) && isWordByte(text[i]); i++ {
			}
			add(Value, text[start:i])
		case c == ',':
			i++
			add(Comma, ",")
		case c == '=':
			i++
			add(Equals, "=")
		default:
			for i++; i < len(text) && !strings.ContainsRune(" \t\r\n,=\"()", rune(text[i])); i++ {
			}
			if i < len(text) && text[i] == '(' {
				end(")")
				add(Value, text[start:i])
				continue
			}
			add(kindOf(text[start:i]), text[start:i])
		}
	}
	return list
}

func kindOf(word string) TokenKind {
	if word == "*" {
		return Star
	}
	if _, err := ParseInt(word); err == nil {
		return Number
	}
	return Word
}

// cut splits a command into its head word and the rest.
func cut(command string) (head, rest string) {
	head, rest, _ = strings.Cut(command, " ")
	return head, rest
}

// Package format lays scripts out in one canonical way.
//
// The layout is made from the tokens of package lang, not from the tree: comments, POD, the bodies of heredocs and the way numbers
// and strings are written are the author's. What changes is blanks, indentation and where statements and blocks begin. Line breaks
// inside an expression stay where they were written; a block on one line with at most one statement stays on one line; everything
// else about lines is decided here.
//
// The hard part is that blanks can mean something in this language: `print (1)`, `% 2` and `%2`, `@{foo}` and `@{ foo }` are not the same.
// Blanks are therefore only touched where the tokens around them leave no doubt, and the result is proved: both texts are parsed
// and their trees compared. Where they differ the statements are left on their lines and only indented; where that differs
// too, the text stays as it is.
package format

// This file defines the entrance: formatting with proof.

import (
	"regexp"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// A Level says how much of the layout a script could be given.
type Level int

// The levels.
const (
	Full   Level = iota // the canonical layout
	Lines               // its lines were kept and only indented: the canonical layout would have changed its meaning
	Intact              // nothing could be changed without changing its meaning
)

// String says what became of a script, for people.
func (l Level) String() string {
	switch l {
	case Full:
		return "formatted"
	case Lines:
		return "only indented: the whole layout would change what it means"
	}
	return "left as it is: another layout would change what it means"
}

// Source formats a script. Words are the registered words, as for lang.Parse. A script that does not parse is not formatted; the
// list then says why and the text is empty. Formatting the result again changes nothing.
func Source(file *source.File, words lang.Words) (text string, level Level, mistakes diag.List) {
	program, diags := lang.Parse(file, lang.Options{Words: words})
	if diags.HasErrors() {
		return "", Intact, diags
	}
	want := dump(program)
	tokens, _ := lang.Tokens(file, lang.Options{Words: words})
	for _, level := range []Level{Full, Lines} {
		text := layout(file.Text, tokens, level)
		if same(file.Name, text, words, want) && settled(file.Name, text, words, level) {
			return text, level, nil
		}
	}
	return file.Text, Intact, nil
}

// settled tells whether formatting a text once more leaves it alone.
func settled(name, text string, words lang.Words, level Level) bool {
	tokens, _ := lang.Tokens(source.NewFile(name, text), lang.Options{Words: words})
	return layout(text, tokens, level) == text
}

// same tells whether a text means what the dumped tree means.
func same(name, text string, words lang.Words, want string) bool {
	program, diags := lang.Parse(source.NewFile(name, text), lang.Options{Words: words})
	return !diags.HasErrors() && dump(program) == want
}

// dump returns everything about a program that its layout must not change. Places are left out: __LINE__, and the offsets that
// tell the labels of given and when apart.
func dump(p *tree.Program) string {
	tree.Inspect(p.Body, func(n tree.Node) bool {
		if x, ok := n.(*tree.Num); ok && x.End <= len(p.File.Text) && p.File.Of(x.Span) == "__LINE__" {
			x.Text = "__LINE__"
		}
		return true
	})
	places := regexp.MustCompile(`:(when|given) [0-9]+`)
	return places.ReplaceAllString(tree.DumpProgram(p), ":$1") + "\n" + p.Data
}

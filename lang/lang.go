// Package lang reads the text of a script into the tree of package tree.
//
// The hard part of Perl, that a character means one thing where an operand is expected and another where an operator
// is, and that the answer depends on which subs are known so far, is decided in the lexer. It follows the text with
// one bit ("an operand may begin here"), a stack of open brackets that knows why each was opened, the pragmas in force
// and the names that `sub`, `use constant` and imports have introduced, and it hands the parser tokens that have
// exactly one reading. Commands are decided there too: a registered head word where an operand may begin switches
// to the command's own lexical rules until the command ends. Should a `sub` of a word's name turn up later in the
// file, the text is lexed once more with that name known.
//
// A participle grammar owns the program and its declarations; statements, blocks and expressions are productions of
// that grammar written by hand over participle's PeekingLexer, expressions by precedence climbing. Quote-like
// constructs arrive as one token each; what they interpolate is lexed and parsed in place afterwards.
package lang

// This file defines the entry point and what it needs to know about words.

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
)

// Words answers what the parser must know about registered words. It must be safe for concurrent use and give the
// same answers during a parse.
type Words interface {
	// Command returns the usage of a command by its head word in any letter case, nil when it is none.
	Command(head string) *usage.Command
	// Function returns the usage of a core function by its plain name, nil when it is none.
	Function(name string) *usage.Function
	// Exports returns what `use module LIST` imports, by plain name; Function.Name is then the qualified name. Nil
	// names ask for the defaults. The map is nil when the module is not built in.
	Exports(module string, names []string) map[string]*usage.Function
}

// Options says in what surroundings a text is read. The zero value reads a whole script without any words.
type Options struct {
	// Words holds the registered words; nil knows none.
	Words Words
	// Eval marks the text of a string eval.
	Eval bool
	// Subs tells of subs that exist before the text is read, by qualified name; nil knows none.
	Subs func(name string) (proto string, hasProto, known bool)
	// Functions tells which of those subs are registered functions that a module exported; nil knows none.
	Functions func(name string) *usage.Function
	// Module returns the file of a module of the script's own, by its name and the directories that `use lib` has named
	// so far; nil when there is none. What it exports is gathered from its text. Nil looks for no files.
	Module func(name string, dirs []string) *source.File
	// Utf8 reads string literals as characters, as `use utf8` does.
	Utf8 bool
	// Numbers is the module that makes objects of the numbers in the text, as `use bigint` does; "" for none.
	Numbers string
	// Package is the package that the text begins in, "main" when empty.
	Package string
}

// Parse reads a script. The tree is never nil: what could not be understood is left out of it and reported. The list
// is in the order of the text and may hold warnings alone.
func Parse(file *source.File, opt Options) (*tree.Program, diag.List) {
	s := newScript(file, opt)
	chunks := s.lex()
	f := frontPool.Get().(*front)
	defer frontPool.Put(f)
	body := f.program(s, chunks)
	s.finish()
	program := &tree.Program{File: file, Body: body, Labels: s.labels}
	if s.dataAt >= 0 {
		program.HasData, program.Data = true, file.Text[s.dataAt:]
	}
	return program, s.diags
}

// lex returns the tokens of the file, cut between statements into chunks: participle collects the tokens of a parse in
// one growing slice, which takes longer than lexing when it is long. A word that was read as a command or function of
// ours although a sub of that name is declared further on makes it start again with the name known from the beginning.
func (s *script) lex() []*lexer.PeekingLexer {
	for {
		var chunks []*lexer.PeekingLexer
		l := newLexer(s, s.root, 0, len(s.root.text))
		l.chunk = chunkTokens
		for more := true; more; more = l.more {
			tokens, _ := lexer.Upgrade(l) // the lexer never fails
			chunks = append(chunks, tokens)
		}
		if !s.lexAgain() {
			return chunks
		}
	}
}

package lang

// This file defines what the lexer and the parser of one file share: the text, what is known about it so far, and the
// diagnostics.

import (
	"fmt"
	"slices"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
)

// maxDepth is how deeply brackets, operators and quoted code may nest. Perl knows no limit; every level costs stack
// here and in everything that later walks the tree.
const maxDepth = 4000

// maxDiags is how many errors are kept; what follows is noise.
const maxDiags = 50

// A script is one file on its way from text to tree.
type script struct {
	file    *source.File
	opt     Options
	root    *view
	names   names
	states  []state // the pragmas in force, by the offset from which they are
	diags   diag.List
	words   map[string]wordInfo
	labels  map[tree.Stmt]string   // of statements that are no loops
	libs    []string               // the directories that use lib has named
	modules map[string]*moduleText // the script's own modules, nil for those without a file
	dataAt  int                    // where the text after __END__ begins, -1 without
	cut     bool                   // the text ended inside a token, which has been reported
}

// wordInfo is what a word means before any sub is considered.
type wordInfo struct {
	function *usage.Function
	command  *usage.Command
}

func newScript(file *source.File, opt Options) *script {
	if opt.Package == "" {
		opt.Package = "main"
	}
	s := &script{file: file, opt: opt, root: &view{text: file.Text}, dataAt: -1, words: map[string]wordInfo{}, modules: map[string]*moduleText{}}
	s.names.forced, s.names.taken = map[string]bool{}, map[string]knownSub{}
	s.reset()
	return s
}

// reset forgets what a first run of the lexer found out.
func (s *script) reset() {
	s.root.heredocs, s.diags, s.dataAt, s.cut = nil, nil, -1, false
	s.states = append(s.states[:0], state{pragmas: pragmas{utf8: s.opt.Utf8, numbers: s.opt.Numbers}})
	s.names.reset()
	s.libs = s.libs[:0]
}

// lexAgain reports whether the text must be lexed once more, and prepares that.
func (s *script) lexAgain() bool {
	if !s.names.again {
		return false
	}
	s.reset()
	return true
}

// word returns what a word means, asking Words once per word.
func (s *script) word(name string) wordInfo {
	info, ok := s.words[name]
	if ok || s.opt.Words == nil {
		return info
	}
	info = wordInfo{s.opt.Words.Function(name), s.opt.Words.Command(name)}
	s.words[name] = info
	return info
}

// report adds a diagnostic; its file is filled in.
func (s *script) report(d *diag.Diagnostic) {
	if len(s.diags) >= maxDiags {
		return
	}
	d.File = s.file
	d.Span.Start = min(max(d.Span.Start, 0), len(s.file.Text))
	d.Span.End = min(max(d.Span.End, d.Span.Start), len(s.file.Text))
	for _, other := range s.diags {
		if other.Span.Start == d.Span.Start && other.Severity == d.Severity && d.Severity == diag.Error {
			return // a second error at one place is a consequence of the first
		}
	}
	s.diags = append(s.diags, d)
}

// errorf reports an error.
func (s *script) errorf(span source.Span, code diag.Code, format string, args ...any) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: code, Span: span, Message: fmt.Sprintf(format, args...)}
	s.report(d)
	return d
}

// finish puts the diagnostics in the order of the text.
func (s *script) finish() {
	slices.SortStableFunc(s.diags, func(a, b *diag.Diagnostic) int { return a.Span.Start - b.Span.Start })
}

// pragmas are the switches of `use` that change how text is read.
type pragmas struct {
	utf8, signatures, bitwise, postderef bool
	numbers                              string // the module that makes objects of the numbers in the text, "" for none
}

// A state says which pragmas hold from an offset of the file on.
type state struct {
	from int
	pragmas
}

// now returns the pragmas in force at the end of what has been lexed.
func (s *script) now() pragmas { return s.states[len(s.states)-1].pragmas }

// set puts pragmas in force from offset on.
func (s *script) set(from int, p pragmas) {
	if last := &s.states[len(s.states)-1]; last.pragmas != p {
		if last.from == from {
			last.pragmas = p
			return
		}
		s.states = append(s.states, state{from, p})
	}
}

// pragmasAt returns the pragmas in force at an offset of the file.
func (s *script) pragmasAt(offset int) pragmas {
	i, found := slices.BinarySearchFunc(s.states, offset, func(st state, at int) int { return st.from - at })
	if !found {
		i--
	}
	return s.states[max(i, 0)].pragmas
}

package stdlib

// This file finds misspelt commands. To Perl's grammar `conect db to beta` is a method call, so it is no mistake of the
// text; but a word that nothing declares, that stands before its operands as a command does and that is nearly a command
// is taken for one.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime"
)

// A misspeller looks for misspelt commands in one file.
type misspeller struct {
	words    *runtime.Registry
	file     *source.File
	declared map[string]bool // subs and globs of the file, by plain name
	open     bool            // names may come from elsewhere
	known    []string        // heads and functions, made when needed
	found    diag.List
}

// misspelt returns an error for each misspelt command of a file.
func misspelt(words *runtime.Registry, file *source.File, body *tree.Block) diag.List {
	m := &misspeller{words: words, file: file, declared: map[string]bool{}}
	tree.Inspect(body, m.declare)
	if !m.open {
		tree.Inspect(body, m.look)
	}
	return m.found
}

// declare collects what the file declares.
func (m *misspeller) declare(n tree.Node) bool {
	switch n := n.(type) {
	case *tree.SubDef:
		if n.Sub != nil {
			m.declared[plain(n.Sub.Name)] = true
			m.open = m.open || plain(n.Sub.Name) == "AUTOLOAD"
		}
	case *tree.Var:
		if n.Sigil == '*' {
			m.declared[plain(n.Name)] = true
		}
	case *tree.Use:
		if n.Module == "constant" {
			m.constants(n.Args)
		}
		m.open = m.open || n.Module != "" && n.Module == strings.ToUpper(n.Module[:1])+n.Module[1:] && m.words.Exports(n.Module, nil) == nil
	case *tree.Func:
		m.open = m.open || n.Name == "require" || n.Name == "do" || n.Name == "eval"
	}
	return true
}

// constants collects the names that a use constant declares: all texts in it, which is more than enough.
func (m *misspeller) constants(args tree.Expr) {
	tree.Inspect(args, func(n tree.Node) bool {
		if s, ok := n.(*tree.Str); ok {
			m.declared[s.Value] = true
		}
		return true
	})
}

func plain(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

// look finds calls whose name stands before what it is applied to, without parentheses.
func (m *misspeller) look(n tree.Node) bool {
	switch n := n.(type) {
	case *tree.Method:
		if n.Dynamic == nil && strings.HasPrefix(m.file.Of(n.Span), n.Name) && n.Invocant.Range().Start > n.Start {
			return m.judge(n.Name, n.Start)
		}
	case *tree.Call:
		if !n.Parens && !n.Amp {
			return m.judge(n.Name, n.Start)
		}
	case *tree.ExprStmt:
		if w, ok := n.X.(*tree.Bareword); ok {
			return m.judge(w.Name, w.Start)
		}
	}
	return true
}

// judge reports a word that was meant to be a command; it returns false when there is no more to look at inside.
func (m *misspeller) judge(name string, at int) bool {
	if m.declared[name] || strings.Contains(name, ":") || len(name) < 3 {
		return true
	}
	d := &diag.Diagnostic{Code: diag.UnknownCommand, File: m.file, Span: source.Span{Start: at, End: at + len(name)}}
	if m.words.Command(name) != nil {
		d.Message = fmt.Sprintf("the command %s cannot stand here", strings.ToUpper(name))
		d.Help = "Assign its result to a variable first, or put it in parentheses."
		m.found = append(m.found, d)
		return false
	}
	if upper := strings.ToUpper(name); slices.Contains(guideWords(), upper) && m.words.Command(name) == nil {
		d.Message = fmt.Sprintf("%s is a command of the guide that this version does not have", upper)
		d.Help = "help lists the commands."
		m.found = append(m.found, d)
		return false
	}
	if m.known == nil {
		m.known = Words(m.words)
	}
	if meant := diag.Suggest(name, m.known); meant != "" && len(name) > 3 && m.words.Command(meant) != nil {
		d.Message = fmt.Sprintf("there is no command %q", name)
		d.DidYouMean = diag.LikeCase(meant, name)
		m.found = append(m.found, d)
		return false
	}
	return true
}

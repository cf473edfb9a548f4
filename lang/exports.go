package lang

// This file reads the files of a script's own modules for the names they export. Perl has run a module by the time it
// reads on behind its `use`; here a script is read as a whole before any of it runs, so that what a module will export
// is gathered from its text: the subs it defines with their prototypes, its constants, and the words that it puts in
// @EXPORT, @EXPORT_OK and %EXPORT_TAGS.

import (
	"path"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/source"
)

// A moduleText is what the text of a module says about its names.
type moduleText struct {
	packages map[string]map[string]*knownSub
	always   []string // the words of @EXPORT
	ask      []string // those of @EXPORT_OK and %EXPORT_TAGS
}

// readModule reads the text of a module.
func readModule(file *source.File, module string, words Words) *moduleText {
	s := newScript(file, Options{Words: words})
	m := &moduleText{}
	pkg := ""
	for _, tokens := range s.lex() {
		for t := tokens.Next(); !t.EOF(); t = tokens.Next() {
			switch {
			case t.Type == kwPackage:
				pkg = tokens.Peek().Value
			case t.Type == tokVar && pkg == module:
				m.list(t.Value, tokens)
			case t.Type == tokVar && strings.HasPrefix(t.Value[1:], module+"::"):
				m.list(t.Value[:1]+t.Value[len(module)+3:], tokens)
			}
		}
	}
	m.packages = s.names.packages
	return m
}

// list gathers the words of the statement that a variable is in, if it is one of Exporter's.
func (m *moduleText) list(variable string, tokens *lexer.PeekingLexer) {
	into := &m.ask
	switch variable {
	case "@EXPORT":
		into = &m.always
	case "@EXPORT_OK", "%EXPORT_TAGS", "$EXPORT_TAGS":
	default:
		return
	}
	statement := useStatement{tokens: []lexer.Token{{}}}
	for t := tokens.Peek(); !t.EOF() && t.Type != tokSemi; t = tokens.Peek() {
		statement.tokens = append(statement.tokens, *tokens.Next())
	}
	for _, word := range statement.strings() {
		*into = append(*into, strings.TrimPrefix(word, "&"))
	}
}

// exported returns the plain names of the subs that `use module LIST` imports; nil names ask for the defaults, and so
// does a list that excludes some. A tag asks for everything: too much does no harm.
func (m *moduleText) exported(names []string) []string {
	if names == nil {
		return m.always
	}
	var out []string
	for _, name := range names {
		switch {
		case name == "":
		case strings.IndexByte(":/", name[0]) >= 0:
			out = append(append(out, m.always...), m.ask...)
		case name[0] == '!':
			out = append(out, m.always...)
		default:
			out = append(out, strings.TrimPrefix(name, "&"))
		}
	}
	return out
}

// ownModule makes known what a module exports that is a file of the script's; it reports false when there is no such file.
func (l *lexing) ownModule(module string, names []string) bool {
	if l.opt.Module == nil {
		return false
	}
	m, read := l.modules[module]
	if !read {
		if file := l.opt.Module(module, l.libs); file != nil {
			m = readModule(file, module, l.opt.Words)
		}
		l.modules[module] = m
	}
	if m == nil {
		return false
	}
	from := l.offset()
	l.define(m, from)
	for _, plain := range m.exported(names) {
		if plain == "" || !isFirst(plain[0]) || strings.Trim(plain[1:], wordBytes) != "" {
			continue
		}
		entry := knownSub{from: from, imported: true}
		if sub := m.packages[module][plain]; sub != nil && sub.function == nil {
			entry.proto, entry.hasProto, entry.imported = sub.proto, sub.hasProto, false
		} else if names == nil {
			continue // @EXPORT is gathered by its looks alone
		}
		l.names.add(l.pkg, plain, entry)
	}
	return true
}

const wordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// required makes known the subs of a file that a BEGIN block requires by a literal path.
func (l *lexing) required(t lexer.Token) {
	if l.opt.Module == nil {
		return
	}
	name := t.Value
	switch q, ok := splitQuote(name); {
	case t.Type == tokIdent || t.Type == tokName:
		l.ownModule(name, []string{})
		return
	case t.Type != tokSingle && t.Type != tokDouble || !ok:
		return
	default:
		name = l.beside(name[q.start:q.end])
	}
	if plain, ok := strings.CutSuffix(name, ".pm"); ok && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, ".") {
		l.ownModule(strings.ReplaceAll(plain, "/", "::"), []string{})
		return
	}
	m, read := l.modules[name]
	if !read {
		if file := l.opt.Module(name, l.libs); file != nil {
			m = readModule(file, "", l.opt.Words)
		}
		l.modules[name] = m
	}
	if m == nil {
		return
	}
	l.define(m, l.offset())
}

// define makes known the subs that a file defines, in their own packages.
func (l *lexing) define(m *moduleText, from int) {
	for pkg, subs := range m.packages {
		for plain, sub := range subs {
			if sub.function == nil && !sub.imported {
				l.names.add(pkg, plain, knownSub{from: from, proto: sub.proto, hasProto: sub.hasProto})
			}
		}
	}
}

// here is the directory of the script.
func (l *lexing) here() string { return path.Dir(strings.ReplaceAll(l.file.Name, `\`, "/")) }

// beside puts the directory of the script in the place of the variables of FindBin at the start of a path.
func (l *lexing) beside(dir string) string {
	for _, name := range [...]string{"FindBin::Bin", "FindBin::RealBin", "RealBin", "Bin"} {
		for _, form := range [...]string{"$" + name, "${" + name + "}"} {
			if rest, ok := strings.CutPrefix(dir, form); ok && (rest == "" || rest[0] == '/') {
				return l.here() + rest
			}
		}
	}
	return dir
}

// lib notes the directories of `use lib`, as far as its text gives them away: relative to the directory of the script
// where it is computed from there.
func (u *useStatement) lib(l *lexing) {
	here := l.here()
	for _, dir := range u.strings() {
		dir = l.beside(dir)
		if strings.IndexByte(dir, '$') < 0 {
			l.libs = append(l.libs, dir, path.Join(here, dir))
		}
	}
	for _, t := range u.tokens {
		if t.Type == kwToken || strings.Contains(t.Value, "Bin") {
			l.libs = append(l.libs, here, path.Join(here, "lib"), path.Join(here, "..", "lib"), path.Join(here, ".."))
			break
		}
	}
}
